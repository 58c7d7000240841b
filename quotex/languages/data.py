"""Reads the data files of a language."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from quotex.errors import LexiconError

DEFAULT_LANGUAGE = "en"


def data_folder(code: str) -> Traversable:
    """Return the folder of a language, by its ISO 639-1 code.

    Raises:
        LexiconError: quotex has no such language.
    """
    folder = files("quotex.languages").joinpath(code)
    if not code.isalpha() or not folder.is_dir():
        raise LexiconError(f"no lexicon for language {code!r}; quotex has: {DEFAULT_LANGUAGE}")
    return folder


def read_data(code: str, name: str) -> dict[str, Any]:
    """Return the table of one data file of a language.

    Raises:
        LexiconError: quotex has no such language.
    """
    return tomllib.loads(data_folder(code).joinpath(f"{name}.toml").read_text("utf-8"))
