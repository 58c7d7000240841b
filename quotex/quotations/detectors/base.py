"""The interface of the detectors, which find quotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from quotex.parse.engine import Depth
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context


class Detector(Protocol):
    """Finds the quotations of articles, many at once."""

    @property
    def name(self) -> str:
        """The name of the detector, with its version if it has one."""
        ...

    @property
    def depth(self) -> Depth:
        """How deeply the articles must be parsed."""
        ...

    def detect(self, contexts: Sequence[Context]) -> list[list[Candidate]]:
        """Return the candidates of each article in text order, without clashes.

        No content begins where its context does not allow it.
        """
        ...
