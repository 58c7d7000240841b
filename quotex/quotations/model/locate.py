"""Finds the folder of a trained model by name or path."""

from __future__ import annotations

from pathlib import Path

from quotex.encoder.config import read_tree_config
from quotex.errors import ModelError
from quotex.options import EngineName
from quotex.shipped import MODEL_ROOTS

DEFAULT = "en_attribution_sm"
ENGINE_MODEL = "en_quotex_sm"  # the model of the engine "quotex", which also makes trees


def model_folder(model: str | Path | None = None) -> Path:
    """Return the folder of a model; ``model`` is a folder, a shipped model's name, or None.

    Raises:
        ModelError: there is no such model.
    """
    if model is not None and Path(model).is_dir():
        return Path(model)
    name = str(model) if model is not None else DEFAULT
    for root in MODEL_ROOTS:
        if (root / name / "config.json").is_file():
            return root / name
    shipped = sorted(folder.name for folder in shipped_models())
    raise ModelError(
        f"no attribution model {name!r}; give the folder of one, or the name of a shipped one "
        f"({', '.join(shipped) or 'none is installed'}), or use detector='rules'"
    )


def engine_for(model: object, attribution_model: str | Path | None) -> EngineName:
    """Return the engine of ``load`` if none is chosen: quotex's own, unless the models rule it out.

    A language ``model`` is one for spaCy, and an ``attribution_model`` may not make trees.
    """
    if model is not None:
        return "spacy"
    if attribution_model is not None:
        try:
            read_tree_config(model_folder(attribution_model))
        except ModelError:
            return "spacy"
    return "quotex"


def shipped_models() -> list[Path]:
    """Return the folders of the models that come with quotex, by name."""
    found = {f.parent.name: f.parent for root in MODEL_ROOTS for f in root.glob("*/config.json")}
    return [found[name] for name in sorted(found)]
