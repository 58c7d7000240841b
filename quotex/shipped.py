"""Where to find the models shipped with quotex."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
ROOMS = (_PACKAGE / "models", _PACKAGE.parent / "models")  # in an installed wheel, in a checkout
