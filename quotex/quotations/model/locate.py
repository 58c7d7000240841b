"""Finds the folder of a trained model by name or path."""

from __future__ import annotations

from pathlib import Path

from quotex.errors import ModelError
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


def shipped_models() -> list[Path]:
    """Return the folders of the models that come with quotex, by name."""
    found = {f.parent.name: f.parent for root in MODEL_ROOTS for f in root.glob("*/config.json")}
    return [found[name] for name in sorted(found)]
