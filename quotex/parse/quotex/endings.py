"""Endings that show what a word is, whatever the model says."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def singular_endings() -> tuple[str, ...]:
    """Return the endings of nouns that cannot be plural: "-ist", "-ator"."""
    text = files("quotex.parse.quotex").joinpath("endings.toml").read_text("utf-8")
    return tuple(tomllib.loads(text)["singular"])
