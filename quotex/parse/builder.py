"""Builds a view tree by tree; the output of every engine goes through here."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import groupby, pairwise

from quotex.languages.word_classes import WordClasses
from quotex.parse.engine import Tree
from quotex.parse.view import Entity, Sentence, Token, View

_FINAL_MARKS = frozenset({"%", ")", "'", "’", "°"})
Locate = Callable[[int, int], tuple[int, int]]


class ViewBuilder:
    """Collects the trees of one article in its ``view``, in text order."""

    def __init__(self, text: str, paragraphs: list[tuple[int, int]], classes: WordClasses) -> None:
        self.view = View(text=text, paragraphs=paragraphs)
        self._classes = classes
        self._starts = [start for start, _ in paragraphs]

    def add(self, tree: Tree, shown: str, locate: Locate) -> None:
        """Add the words of a tree.

        Args:
            tree: the tree; its offsets refer to ``shown``, or to a text of the same length.
            shown: the text from which the tokens take their own.
            locate: maps offsets in ``shown`` to offsets in the article's text.
        """
        view = self.view
        base = len(view.tokens)
        for start, end in zip(tree.starts, tree.ends, strict=True):
            token = Token(len(view.tokens), shown[start:end], *locate(start, end))
            token.view = view
            view.tokens.append(token)
        words = view.tokens[base:]
        if tree.reading is not None:
            view.readings.append(tree.reading)
        self._add_sentences(tree, words)
        if tree.deps:
            self._add_parse(tree, words)
        else:
            for token in words:
                token.set_parse(classes=self._classes.of(token.lower, ""))
        for first, last, label in tree.entities:
            self._add_entity(words[first:last], label)

    def _add_sentences(self, tree: Tree, words: list[Token]) -> None:
        """Add the sentences, split where a paragraph ends."""
        bounds = [*tree.firsts, len(words)] if words else []
        for first, last in pairwise(bounds):
            for paragraph, run in self._by_paragraph(words[first:last]):
                number = len(self.view.sentences)
                for token in run:
                    token.sentence = number
                self.view.sentences.append(Sentence(run[0].i, run[-1].i + 1, paragraph))

    def _by_paragraph(self, words: list[Token]) -> Iterator[tuple[int, list[Token]]]:
        """Yield the runs of words within one paragraph, with the number of the paragraph."""
        if not words:
            return
        paragraph = self._paragraph_of(words[0])
        if paragraph == self._paragraph_of(words[-1]):
            yield paragraph, words
            return
        for number, run in groupby(words, key=self._paragraph_of):
            yield number, list(run)

    def _paragraph_of(self, token: Token) -> int:
        return bisect_right(self._starts, token.start) - 1

    def _add_parse(self, tree: Tree, words: list[Token]) -> None:
        classes_of = self._classes.of
        columns = zip(words, tree.lemmas, tree.pos, tree.tags, tree.deps, strict=True)
        for token, lemma, pos, tag, dep in columns:
            token.set_parse(lemma, pos, tag, dep, classes_of(token.lower, lemma))
        for token, number in zip(words, tree.heads, strict=True):
            head = words[number]
            if head is token or head.sentence != token.sentence:
                token.dep = "ROOT"
            else:
                token.attach(head)

    def _add_entity(self, words: list[Token], label: str) -> None:
        """Mark the words as an entity, one for each paragraph.

        Dashes and marks at its edges are left out, even if the engine includes them.
        """
        for _, run in self._by_paragraph(words):
            part = _without_edge_marks(run)
            if not part:
                continue
            self.view.entities.append(Entity(part[0].i, part[-1].i + 1, label))
            for token in part:
                token.entity = label


def _without_edge_marks(words: list[Token]) -> list[Token]:
    start, end = 0, len(words)
    while start < end and not _belongs_to_name(words[start]):
        start += 1
    while end > start and not (
        _belongs_to_name(words[end - 1]) or words[end - 1].text in _FINAL_MARKS
    ):
        end -= 1
    return words[start:end]


def _belongs_to_name(word: Token) -> bool:
    return any(c.isalnum() or c in "$£€" for c in word.text)
