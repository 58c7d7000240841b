"""Reads the data files of a language."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def data_folder(code: str) -> Traversable:
    """Return the folder of a language, by its ISO 639-1 code."""
    return files("quotex.languages").joinpath(code)


def read_data(code: str, name: str) -> dict[str, Any]:
    """Return the table of one data file of a language."""
    return tomllib.loads(data_folder(code).joinpath(f"{name}.toml").read_text("utf-8"))
