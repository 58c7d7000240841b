"""The one view of an article that the rules read, whatever engine stands behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from sys import intern

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Token:
    """A word or mark of the text.

    ``start`` and ``end`` are half-open character offsets into the caller's text. ``dep`` is the
    relation to ``head`` in quotex's own label set (see ``labels.toml``), whatever the engine
    calls it; the root of a sentence is its own head.
    """

    __slots__ = (
        "children", "dep", "end", "entity", "head", "i", "lemma", "lower", "pos", "sentence",
        "start", "tag", "text",
    )  # fmt: skip

    def __init__(
        self, i: int, text: str, start: int, end: int, lemma: str, pos: str, tag: str, dep: str
    ) -> None:
        self.i = i
        self.text = intern(text)  # a long article says the same words again and again
        self.lower = intern(text.lower())
        self.start = start
        self.end = end
        self.lemma = intern(lemma)
        self.pos = intern(pos)
        self.tag = intern(tag)
        self.dep = intern(dep)
        self.head: Token = self
        self.children: list[Token] = []
        self.sentence = -1
        self.entity = ""

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, {self.dep} <- {self.head.text!r})"

    @property
    def is_word(self) -> bool:
        """Whether the token holds a letter or a digit."""
        return self.pos not in {"PUNCT", "SPACE"} or any(c.isalnum() for c in self.text)

    @property
    def is_root(self) -> bool:
        """Whether the token heads its sentence."""
        return self.head is self

    def subtree(self) -> list[Token]:
        """Return the token and all that hang on it, in text order."""
        found = [self]
        for token in found:
            found.extend(token.children)
        found.sort(key=_position)
        return found

    def ancestors(self) -> Iterator[Token]:
        """Yield the head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """Return the first child that bears one of ``deps``, or None."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None


def _position(token: Token) -> int:
    return token.i


@dataclass(frozen=True, slots=True)
class Sentence:
    """``tokens[first:last]`` of the view; ``paragraph`` numbers the paragraph it stands in."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """``tokens[first:last]`` of the view under an OntoNotes label such as PERSON or GPE."""

    first: int
    last: int
    label: str


@dataclass(slots=True)
class View:
    """An article as the rules see it: its text, paragraphs, sentences, tokens and entities.

    White-space tokens are not part of it. Sentences never cross a paragraph's bounds.
    """

    text: str
    paragraphs: list[tuple[int, int]]
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def sentence(self, token: Token) -> list[Token]:
        """Return the tokens of the sentence that ``token`` stands in."""
        sentence = self.sentences[token.sentence]
        return self.tokens[sentence.first : sentence.last]

    def paragraph(self, token: Token) -> int:
        """Return the number of the paragraph that ``token`` stands in."""
        return self.sentences[token.sentence].paragraph
