"""The seam behind which a language engine stands: strings in, trees out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

if TYPE_CHECKING:
    from quotex.encoder.encoder import Encoder, Reading

Depth = Literal["names", "tree"]
Scheme = Literal["clear", "ud"]


@dataclass(slots=True)
class Tree:
    """One text as an engine read it: a column for each thing that it tells of the words.

    ``starts`` and ``ends`` are half-open character offsets into the text that was given; a word
    is never white space alone. ``firsts`` numbers the word with which each sentence begins.
    ``entities`` are ``(first, last, label)`` over the words, half-open, under OntoNotes labels.
    At depth "names" the columns of the parse are empty. ``heads`` numbers each word's head
    among all words, the word itself for a root; a head in another sentence counts as none.
    ``reading`` is what an encoder said of the words, where the engine has one.
    """

    starts: list[int]
    ends: list[int]
    firsts: list[int]
    entities: list[tuple[int, int, str]]
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and how the word at ``[start, end)`` of it stands to the article's quotation marks.

    ``quoted(start, end)`` is one of the numbers in ``quotex.document.quoted``.
    """

    text: str
    quoted: Callable[[int, int], int]


@runtime_checkable
class Engine(Protocol):
    """Reads texts, many at once; all else that an article needs is done around it."""

    @property
    def name(self) -> str:
        """The engine and its model, for example ``spacy/en_core_web_sm-3.8.0``."""
        ...

    @property
    def scheme(self) -> Scheme:
        """Which dependency labels its parser gives: those of CLEAR or of Universal Dependencies."""
        ...

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield the tree of each text, in order; at depth "names" words and entities will do."""
        ...


@runtime_checkable
class ReadsMany(Protocol):
    """An engine that says how many texts it reads best at a time."""

    batch_size: int


@runtime_checkable
class ReadsMarks(Protocol):
    """An engine that is also told of the article's quotation marks, which run over paragraphs."""

    def read_passages(self, passages: Sequence[Passage], depth: Depth) -> Iterator[Tree]:
        """Yield the tree of each passage, in order."""
        ...


@runtime_checkable
class HasEncoder(Protocol):
    """An engine whose encoder the detector may share."""

    encoder: Encoder
