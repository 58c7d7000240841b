"""The seam behind which quotations are found."""

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
        """What finds them, with its version where it has one."""
        ...

    @property
    def depth(self) -> Depth:
        """How deep it wants the articles parsed."""
        ...

    def detect(self, contexts: Sequence[Context]) -> list[list[Candidate]]:
        """Return the candidates of each article, none clashing, in text order.

        None has content that begins where its context does not allow it.
        """
        ...
