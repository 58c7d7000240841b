"""Looks up the tokens and quoted stretches at given offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from quotex.document.marks import Quoted
from quotex.parse.view import Token


class SpanIndex:
    """Finds the tokens and outer quoted stretches at given offsets."""

    def __init__(self, tokens: list[Token], outer: list[Quoted]) -> None:
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        self._outer = outer
        self._outer_starts = [q.start for q in self._outer]

    def first_at(self, offset: int) -> int:
        """Return the number of the first token that starts at ``offset`` or later."""
        return bisect_left(self._starts, offset)

    def between(self, start: int, end: int) -> list[Token]:
        """Return the tokens that start in ``[start, end)``."""
        return self._tokens[self.first_at(start) : self.first_at(end)]

    def stretch_at(self, offset: int) -> Quoted | None:
        """Return the outer quoted stretch that covers the character at ``offset``."""
        number = bisect_right(self._outer_starts, offset) - 1
        if number >= 0 and offset < self._outer[number].end:
            return self._outer[number]
        return None

    def stretches_in(self, start: int, end: int) -> list[Quoted]:
        """Return the outer stretches that overlap ``[start, end)``."""
        first = max(bisect_right(self._outer_starts, start) - 1, 0)
        last = bisect_left(self._outer_starts, end)
        return [q for q in self._outer[first:last] if q.end > start]
