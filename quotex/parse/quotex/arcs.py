"""The heads and labels of a paragraph's words while they are repaired."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.encoder.parser import Parse
from quotex.parse.quotex.labels import PASSIVE


class Arcs:
    """The heads and labels of a paragraph's words, as lists that change.

    ``tags`` and ``entities`` stay as they are. No change makes a cycle.
    """

    def __init__(self, parse: Parse, heads: Sequence[int], deps: Sequence[str]) -> None:
        self.tags = parse.tags
        self.entities = parse.entities
        self.heads = list(heads)
        self.deps = list(deps)

    def attach(self, word: int, head: int, dep: str) -> None:
        """Attach a word to another, unless that one is below it."""
        if not self._is_under(head, word):
            self.heads[word], self.deps[word] = head, dep

    def labelled(self, *deps: str) -> list[int]:
        """Return the words with one of these labels."""
        return [word for word, dep in enumerate(self.deps) if dep in deps]

    def ends_of(self, label: str) -> Iterator[int]:
        """Yield the last word of each entity with a label."""
        return (last - 1 for _, last, own in self.entities if own == label)

    def children(self, word: int) -> Iterator[int]:
        """Yield the children of a word."""
        return (n for n, head in enumerate(self.heads) if head == word != n)

    def child_around(self, word: int, head: int) -> int | None:
        """Return the child of ``head`` whose phrase contains a word, or None."""
        while word >= 0 and self.heads[word] not in {head, word}:
            word = self.heads[word]
        return word if word >= 0 and self.heads[word] == head != word else None

    def passive_above(self, word: int) -> int | None:
        """Return the first word above another, or itself, that has a passive auxiliary, or None."""
        passive = {self.heads[n] for n in self.labelled(PASSIVE)}
        while word not in passive:
            if self.heads[word] == word:
                return None
            word = self.heads[word]
        return word

    def _is_under(self, word: int, top: int) -> bool:
        while word != top and self.heads[word] != word:
            word = self.heads[word]
        return word == top
