"""The interface to coreference tools, which find mentions of the same person or thing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol

from quotex.parse.view import Token, View
from quotex.speakers.phrases import head_of

Bounds = tuple[int, int]


class MentionResolver(Protocol):
    """Finds which mentions in an article refer to the same person or thing.

    Packaged ones are in ``quotex.speakers.coreference``; anything with this method will do.
    """

    def clusters(self, view: View) -> Sequence[Sequence[Bounds]]:
        """Return the clusters of ``view.text``: half-open character offsets of their mentions."""
        ...


class ToolClusters:
    """What a coreference tool finds in one article, looked up by the head token of a mention."""

    def __init__(self, view: View, resolver: MentionResolver) -> None:
        starts = [token.start for token in view.tokens]
        self._heads: list[list[Token]] = []
        self._at: dict[int, int] = {}
        for number, mentions in enumerate(resolver.clusters(view)):
            runs = (
                view.tokens[bisect_left(starts, start) : bisect_left(starts, end)]
                for start, end in mentions
            )
            self._heads.append([head_of(run) for run in runs if run])
            self._at.update(dict.fromkeys((head.i for head in self._heads[-1]), number))

    def mention_heads(self, head: Token) -> list[Token]:
        """Return the heads of all mentions in the cluster of ``head``, if it has one."""
        number = self._at.get(head.i)
        return self._heads[number] if number is not None else []
