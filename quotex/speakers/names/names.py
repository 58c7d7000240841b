"""The names of an article, looked up by the tokens that they cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from quotex.parse.view import Token, View
from quotex.speakers.names.cluster import Cluster

_MODIFYING = frozenset({"poss", "compound", "amod", "nmod", "pobj", "appos", "relcl", "acl"})


class Names:
    """The named clusters of an article, numbered from 0; their runs do not overlap."""

    def __init__(self, view: View, clusters: Sequence[Cluster]) -> None:
        self._view = view
        self.clusters = clusters
        self._by_start: dict[int, Cluster] = {}
        self._ends: dict[int, int] = {}
        self._covering: dict[int, int] = {}
        for cluster in clusters:
            for first, last in cluster.runs:
                self._by_start[first] = cluster
                self._ends[first] = last
                self._covering.update(dict.fromkeys(range(first, last), first))
        self._starts = sorted(self._by_start)

    def at(self, tokens: Sequence[Token]) -> Cluster | None:
        """Return the name that heads ``tokens``: not a modifier or a part of an apposition."""
        inside = {t.i for t in tokens}
        starts = sorted({self._covering[t.i] for t in tokens if t.i in self._covering})
        found = next((first for first in starts if self._is_head(first, inside)), None)
        return self._by_start[found] if found is not None else None

    def covering(self, token: Token) -> Cluster | None:
        """Return the name that a token is a part of."""
        first = self._covering.get(token.i)
        return self._by_start[first] if first is not None else None

    def start_of(self, token: Token) -> int:
        """Return the number of the first token of the name that covers ``token``."""
        return self._covering[token.i]

    def starting(self, i: int) -> tuple[Cluster, Token] | None:
        """Return the name that starts at token ``i``, and its last word."""
        return (self._by_start[i], self.last_word(i)) if i in self._by_start else None

    def before(self, i: int, reach: int) -> Iterator[tuple[int, Cluster]]:
        """Yield the names that start in the ``reach`` tokens before token ``i``, nearest first."""
        last = bisect_left(self._starts, i)
        first = bisect_left(self._starts, i - reach)
        for start in reversed(self._starts[first:last]):
            yield start, self._by_start[start]

    def last_word(self, first: int) -> Token:
        """Return the last word of the name that starts at token ``first``."""
        return self._view.tokens[self._ends[first] - 1]

    def _is_head(self, first: int, inside: set[int]) -> bool:
        token = self.last_word(first)
        while token.head is not token and token.head.i in inside:
            if token.dep in _MODIFYING:
                return False
            token = token.head
        return True
