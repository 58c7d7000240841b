"""Builds a view token by token; every engine's bridge goes through here."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby

from quotex.parse.view import Entity, Sentence, Token, View

_MAY_END = frozenset({"%", ")", "'", "’", "°"})


class ViewBuilder:
    """Collects sentences of one article. ``heads`` are positions within the added sentence."""

    def __init__(self, text: str, paragraphs: list[tuple[int, int]]) -> None:
        self.view = View(text=text, paragraphs=paragraphs)
        self._starts = [start for start, _ in paragraphs]

    def paragraph_at(self, offset: int) -> int:
        """Return the number of the paragraph that a character stands in."""
        return bisect_right(self._starts, offset) - 1

    def add_sentence(self, paragraph: int, words: list[Token], heads: list[int]) -> None:
        """Add the words of one sentence; a head outside of ``words`` makes its word a root."""
        if not words:
            return
        view = self.view
        first = len(view.tokens)
        number = len(view.sentences)
        for offset, (token, head) in enumerate(zip(words, heads, strict=True)):
            token.i = first + offset
            token.sentence = number
            if 0 <= head < len(words) and head != offset:
                token.head = words[head]
                words[head].children.append(token)
            else:
                token.dep = "ROOT"
        view.tokens.extend(words)
        view.sentences.append(Sentence(first, len(view.tokens), paragraph))

    def add_entity(self, words: list[Token], label: str) -> None:
        """Mark the words (already added, in one run) as an entity, one for each paragraph.

        A dash or a mark at its edge is none of it, though the engine may say so.
        """
        for _, run in groupby(words, key=self.view.paragraph):
            part = _without_marks(list(run))
            if not part:
                continue
            self.view.entities.append(Entity(part[0].i, part[-1].i + 1, label))
            for token in part:
                token.entity = label


def _without_marks(words: list[Token]) -> list[Token]:
    start, end = 0, len(words)
    while start < end and not _is_of_name(words[start]):
        start += 1
    while end > start and not (_is_of_name(words[end - 1]) or words[end - 1].text in _MAY_END):
        end -= 1
    return words[start:end]


def _is_of_name(word: Token) -> bool:
    return any(c.isalnum() or c in "$£€" for c in word.text)
