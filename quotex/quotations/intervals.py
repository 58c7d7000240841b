"""Spans of text that are taken, each by an owner; those of different owners never overlap."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from quotex.quotations.candidate import Bounds, Candidate


class Intervals:
    """Half-open spans that can be checked for overlap with another. An owner is a number."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int, int]] = []

    def add(self, bounds: Iterable[Bounds], owner: int = 0) -> None:
        """Record spans as taken by an owner."""
        for start, end in bounds:
            insort(self._taken, (start, end, owner))

    def remove(self, bounds: Iterable[Bounds], owner: int = 0) -> None:
        """Release spans that were taken by an owner."""
        for start, end in bounds:
            del self._taken[bisect_left(self._taken, (start, end, owner))]

    def overlaps(self, start: int, end: int, except_owner: int | None = None) -> bool:
        """Whether ``[start, end)`` overlaps a taken span, except those of ``except_owner``."""
        number = bisect_left(self._taken, (end, 0, 0)) - 1
        while number >= 0:
            _, taken_end, owner = self._taken[number]
            if owner != except_owner:
                return taken_end > start
            number -= 1
        return False


class TakenSpans:
    """The content that is taken, and the tokens that are already cues."""

    def __init__(self) -> None:
        self._content = Intervals()
        self._cues: set[int] = set()

    def clashes(self, candidate: Candidate) -> bool:
        """Whether a candidate shares its cue or some of its words with one already taken."""
        if candidate.cue and candidate.cue[0].i in self._cues:
            return True
        cue = ((t.start, t.end) for t in candidate.cue)
        return any(self._content.overlaps(*bounds) for bounds in (*candidate.content, *cue))

    def take(self, candidate: Candidate) -> None:
        """Mark a candidate's content and cue as taken."""
        self._content.add(candidate.content)
        self._cues.update(t.i for t in candidate.cue)
