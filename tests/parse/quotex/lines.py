"""Parses written as lines, for the tests of the engine quotex."""

from __future__ import annotations

from quotex.encoder.parser import Parse


def parse_of(line: str, firsts: list[int]) -> tuple[Parse, list[str]]:
    """Return the parse written as ``word/TAG/dep/head`` with heads counted from 1."""
    columns = [word.split("/") for word in line.split()]
    words, tags, deps, heads = (list(column) for column in zip(*columns, strict=True))
    return Parse(firsts, tags, deps, [int(head) - 1 for head in heads], []), words
