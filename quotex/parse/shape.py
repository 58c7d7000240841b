"""Brings every tree into the shape that the rules read, whatever labels its parser uses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.resources import files

from quotex.languages.word_classes import WordClasses
from quotex.parse.engine import Scheme, Tree
from quotex.parse.ud import ASSIGNED_LABELS, to_clear


def normalised(tree: Tree, scheme: Scheme, classes: WordClasses) -> Tree:
    """Return a tree with quotex's labels and the structure of CLEAR."""
    labels = label_map(scheme)
    if not tree.deps or not labels:
        return tree
    mapped = replace(tree, deps=[_mapped(dep, labels) for dep in tree.deps])
    return to_clear(mapped, classes) if scheme == "ud" else mapped


def normalised_labels(labels: Iterable[str], scheme: Scheme) -> frozenset[str]:
    """Return all labels that a parser's trees may have once they are in that shape."""
    known = label_map(scheme)
    mapped = frozenset(_mapped(label, known) if known else label for label in labels)
    return mapped | ASSIGNED_LABELS if scheme == "ud" else mapped


def _mapped(dep: str, labels: dict[str, str]) -> str:
    """Return quotex's name for a label; a subtype missing from the map is read as its type."""
    if dep in labels:
        return labels[dep]
    kind = dep.partition(":")[0]
    return labels.get(kind, kind)


@cache
def label_map(scheme: Scheme) -> dict[str, str]:
    """Return the map from the labels of ``scheme`` to quotex's; other labels keep their names."""
    tables = tomllib.loads(files("quotex.parse").joinpath("labels.toml").read_text("utf-8"))
    if scheme not in tables:
        raise ValueError(f"no label map for {scheme!r}; expected {' or '.join(sorted(tables))}")
    table: dict[str, str] = tables[scheme]
    return table


def scheme_of(labels: set[str] | frozenset[str]) -> Scheme:
    """Return whether a parser with these labels uses the scheme "ud" or "clear"."""
    return "ud" if {"obl", "case"} & labels and "pobj" not in labels else "clear"
