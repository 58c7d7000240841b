"""A short notation for the tree of a sentence."""

from __future__ import annotations

from quotex.parse.engine import Scheme
from quotex.quotations.context import Context
from tests.trees import context_of


def tree(rows: str, scheme: Scheme = "clear") -> Context:
    """Return the context of one sentence, its rows separated by slashes or line ends."""
    lines = (line.strip() for line in rows.replace(" / ", "\n").splitlines())
    return context_of("\n".join(line for line in lines if line), scheme=scheme)
