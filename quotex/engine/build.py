"""Builds a view token by token; every engine's bridge goes through here."""

from __future__ import annotations

from quotex.engine.view import Entity, Sentence, Token, View


class ViewBuilder:
    """Collects sentences of one article. ``heads`` are positions within the added sentence."""

    def __init__(self, text: str, paragraphs: list[tuple[int, int]]) -> None:
        self.view = View(text=text, paragraphs=paragraphs)

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
                token.dep = "ROOT" if head == offset else token.dep
        view.tokens.extend(words)
        view.sentences.append(Sentence(first, len(view.tokens), paragraph))

    def add_entity(self, words: list[Token], label: str) -> None:
        """Mark the words (already added, in one run) as an entity."""
        if not words:
            return
        self.view.entities.append(Entity(words[0].i, words[-1].i + 1, label))
        for token in words:
            token.entity = label
