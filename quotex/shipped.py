"""Where to find the models shipped with quotex."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
MODEL_ROOTS = (
    _PACKAGE / "models",  # in an installed wheel
    _PACKAGE.parent / "models",  # in a checkout
)
