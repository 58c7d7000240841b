"""The view of an article that the rules read, whichever engine it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from sys import intern
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotex.encoder.encoder import Reading

from quotex.languages.word_classes import NO_CLASSES, Classes, WordClass

NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON"}
PLACES = frozenset({"GPE", "LOC", "FAC"})  # labels of entities, like TIMES
TIMES = frozenset({"DATE", "TIME"})
NUMBERS = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY"})
HYPHEN = "-"
_NO_CHILDREN: tuple[Token, ...] = ()  # shared: a list for each leaf would double the objects


class Token:
    """A word or mark of the text.

    ``start`` and ``end`` are half-open character offsets into the caller's text. ``dep`` is the
    relation to ``head`` in quotex's own label set (see ``labels.toml``), whatever the engine
    calls it; the root of a sentence is its own head. ``classes`` are the word classes of the
    language that the word belongs to. In a view without a parse, each token is a root.
    """

    __slots__ = (
        "children", "classes", "dep", "end", "entity", "head", "i", "lemma", "lower", "pos",
        "sentence", "start", "tag", "text", "view",
    )  # fmt: skip

    children: Sequence[Token]
    classes: Classes
    dep: str
    head: Token
    lemma: str
    pos: str
    tag: str

    def __init__(self, i: int, text: str, start: int, end: int) -> None:
        self.i = i
        self.text = intern(text)  # a long article repeats the same words
        self.lower = intern(text.lower())
        self.start = start
        self.end = end
        self.sentence = -1
        self.entity = ""
        self.view: View | None = None

    def __repr__(self) -> str:
        return f"Token({self.i}, {self.text!r}, [{self.start}, {self.end}))"

    def set_parse(
        self, lemma: str = "", pos: str = "", tag: str = "", dep: str = "ROOT",
        classes: Classes = NO_CLASSES,
    ) -> None:  # fmt: skip
        """Set what the parse says; the token is a root until it is attached to a head."""
        self.lemma = intern(lemma)
        self.pos = intern(pos)
        self.tag = intern(tag)
        self.dep = intern(dep)
        self.classes = classes
        self.head = self
        self.children = _NO_CHILDREN

    def attach(self, head: Token) -> None:
        """Make the token the last child of ``head``; so far it must be no child of another."""
        self.head = head
        if isinstance(head.children, list):
            head.children.append(self)
        else:
            head.children = [*head.children, self]

    def is_a(self, word_class: WordClass) -> bool:
        """Whether the word belongs to a class, by its form or its lemma."""
        return word_class in self.classes

    @property
    def is_word(self) -> bool:
        """Whether the token is a word rather than a mark."""
        return self.pos not in {"PUNCT", "SPACE"} or any(c.isalnum() for c in self.text)

    @property
    def is_root(self) -> bool:
        """Whether the token heads its sentence."""
        return self.head is self

    def hyphenated(self) -> Sequence[Token]:
        """Return the tokens before it that hyphens join to it: "op" and "-" of "op-ed"."""
        tokens = self.view.tokens if self.view is not None else ()
        first = self.i
        while first > 1 and tokens and tokens[first - 1].text == HYPHEN:
            word, hyphen, last = tokens[first - 2 : first + 1]
            if not word.is_word or word.end != hyphen.start or hyphen.end != last.start:
                break
            first -= 2
        return tokens[first : self.i]

    def subtree(self) -> list[Token]:
        """Return the token and all its descendants, in text order."""
        found = [self]
        if not self.children:
            return found
        for token in found:
            found.extend(token.children)
        found.sort(key=position)
        return found

    def ancestors(self) -> Iterator[Token]:
        """Yield the head, its head, and so on up to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def child(self, *deps: str) -> Token | None:
        """Return the first child labelled with one of ``deps``, or None."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None


position: Callable[[Token], int] = attrgetter("i")  # sort key: text order


@dataclass(frozen=True, slots=True)
class Sentence:
    """``tokens[first:last]`` of the view; ``paragraph`` is the number of its paragraph."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Entity:
    """``tokens[first:last]`` of the view, with an OntoNotes label such as PERSON or GPE."""

    first: int
    last: int
    label: str


@dataclass(slots=True)
class View:
    """An article as the rules see it: its text, paragraphs, sentences, tokens and entities.

    It has no white-space tokens. Sentences never cross the bounds of a paragraph; without a parse,
    they are those that the engine finds without one. ``readings`` are the outputs of the engine's
    encoder for the tokens, piece by piece, if it has one.
    """

    text: str
    paragraphs: list[tuple[int, int]]
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list, repr=False)

    def sentence(self, token: Token) -> list[Token]:
        """Return the tokens of the sentence that contains ``token``."""
        sentence = self.sentences[token.sentence]
        return self.tokens[sentence.first : sentence.last]

    def paragraph(self, token: Token) -> int:
        """Return the number of the paragraph that contains ``token``."""
        return self.sentences[token.sentence].paragraph
