"""The table of dependency labels, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def label_map(scheme: str) -> dict[str, str]:
    """Return the map of ``scheme`` ("clear" or "ud") to quotex's labels; a label it lacks stays."""
    tables = tomllib.loads(files("quotex.parse").joinpath("labels.toml").read_text("utf-8"))
    if scheme not in tables:
        raise ValueError(f"no label map for {scheme!r}; there are {', '.join(sorted(tables))}")
    table: dict[str, str] = tables[scheme]
    return table


def scheme_of(labels: frozenset[str] | set[str]) -> str:
    """Tell from the labels that a parser can give whether they are "ud" or "clear" ones."""
    return "ud" if {"obl", "case"} & labels and "pobj" not in labels else "clear"
