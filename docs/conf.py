"""The Sphinx configuration of the documentation: `make docs`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from docs.fields import field_tables  # noqa: E402
from quotex import __version__  # noqa: E402

project = "quotex"
author = "The quotex authors"
project_copyright = "The quotex authors, MIT licence"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"quotex {__version__}"
html_static_path: list[str] = []
autodoc_member_order = "bysource"
autodoc_typehints = "description"
nitpicky = False
exclude_patterns = ["_build"]

_OUTSIDE = re.compile(r"\[([^\]]+)\]\((\.\./[^)#]+)(?:#[^)]*)?\)")
_FIELDS = "<!-- fields -->"


def _prepare(_: Any, __: str, source: list[str]) -> None:
    """Insert the tables of fields, and turn links to files outside the site into their names."""
    text = source[0]
    if _FIELDS in text:
        text = text.replace(_FIELDS, field_tables())
    source[0] = _OUTSIDE.sub(lambda m: f"{m[1]} (`{m[2].removeprefix('../')}`)", text)


def setup(app: Any) -> None:
    """Let `_prepare` edit each page as it is read."""
    app.connect("source-read", _prepare)
