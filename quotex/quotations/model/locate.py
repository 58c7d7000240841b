"""Finds the folder of a trained model, by its name or path."""

from __future__ import annotations

from pathlib import Path

from quotex.errors import ModelError
from quotex.shipped import ROOMS

DEFAULT = "en_quotex_sm"


def model_folder(model: str | Path | None = None) -> Path:
    """Return the folder of a model; ``model`` is a folder, a shipped model's name, or None.

    Raises:
        ModelError: there is no such model.
    """
    if model is not None and Path(model).is_dir():
        return Path(model)
    name = str(model) if model is not None else DEFAULT
    for room in ROOMS:
        if (room / name / "config.json").is_file():
            return room / name
    shipped = sorted({f.parent.name for room in ROOMS for f in room.glob("*/config.json")})
    raise ModelError(
        f"no attribution model {name!r}; give the folder of one, or the name of a shipped one "
        f"({', '.join(shipped) or 'none is installed'}), or use detector='rules'"
    )
