"""Where the models that come with quotex lie."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
ROOMS = (_PACKAGE / "models", _PACKAGE.parent / "models")  # of an installed wheel, of a checkout
