"""What an article says, anywhere in it, about who issued which document."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from quotex.languages.word_lists import SpeakerWords
from quotex.speakers.names.cluster import Cluster

_Entry = tuple[int, int, Cluster | None]


class IssuerLog:
    """The issuers of an article's documents, by kind of document and place in the text.

    A document that is introduced without an issuer is noted with None: "the letter" after it is
    no longer the one mentioned before.
    """

    def __init__(self, words: SpeakerWords) -> None:
        self._words = words
        self._by_kind: dict[str, list[_Entry]] = {}
        self._all: list[_Entry] = []
        self._by_token: dict[int, Cluster] = {}
        self._count = 0

    def note(self, kind: str, at: int, issuer: Cluster | None) -> None:
        """Note, at token ``at``, who issued a document of a kind; a later note takes precedence."""
        self._count += 1
        entry = (at, self._count, issuer)
        insort(self._by_kind.setdefault(kind, []), entry, key=_place)
        if issuer is not None:
            insort(self._all, entry, key=_place)
            self._by_token[at] = issuer

    def at(self, i: int) -> Cluster | None:
        """Return who issued the document that token ``i`` names, if the text says so there."""
        return self._by_token.get(i)

    def before(self, kind: str, i: int) -> Cluster | None:
        """Return who issued "the letter" at token ``i``; "the document" may be of any kind."""
        if kind in self._words.any_document and kind not in self._by_kind:
            return _last(self._all, i)
        return _last(self._by_kind.get(kind, []), i)


def _place(entry: _Entry) -> tuple[int, int]:
    return entry[:2]


def _last(entries: Sequence[_Entry], i: int) -> Cluster | None:
    number = bisect_left(entries, (i, 0), key=_place)
    return entries[number - 1][2] if number else None
