"""The few English words on which the shape of a tree depends (``ud.toml``)."""

from __future__ import annotations

import tomllib
from importlib.resources import files

_WORDS: dict[str, list[str]] = tomllib.loads(
    files("quotex.parse").joinpath("ud.toml").read_text("utf-8")
)
NEGATIONS = frozenset(_WORDS["negations"])
CLAUSE_MARKS = frozenset(_WORDS["clause_marks"])
