"""The interface of a language engine: strings in, trees out."""

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
    """One text as an engine read it: a column for each property of the words.

    ``starts`` and ``ends`` are half-open character offsets into the given text; a word never
    consists only of white space. ``firsts`` has the index of the first word of each sentence.
    ``entities`` are half-open ranges of words ``(first, last, label)`` with OntoNotes labels.
    At depth "names" the columns of the parse are empty. ``heads`` has the index of each word's
    head, which is the word itself for a root; a head in another sentence is ignored.
    ``reading`` is the output of the engine's encoder, if it has one.
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
    """A text, with the position of its words relative to the article's quotation marks.

    ``quoted(start, end)`` returns one of the codes in ``quotex.document.quoted`` for a word.
    """

    text: str
    quoted: Callable[[int, int], int]


@runtime_checkable
class Engine(Protocol):
    """Reads many texts at once; everything else that an article needs is done elsewhere."""

    @property
    def name(self) -> str:
        """The engine and its model, for example ``spacy/en_core_web_sm-3.8.0``."""
        ...

    @property
    def scheme(self) -> Scheme:
        """The dependency labels of its parser: CLEAR or Universal Dependencies."""
        ...

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield the tree of each text, in order; depth "names" needs only words and entities."""
        ...


@runtime_checkable
class HasBatchSize(Protocol):
    """An engine with a preferred number of texts to read at a time."""

    batch_size: int


@runtime_checkable
class ReadsPassages(Protocol):
    """An engine that also takes the article's quotation marks, which may span paragraphs."""

    def read_passages(self, passages: Sequence[Passage], depth: Depth) -> Iterator[Tree]:
        """Yield the tree of each passage, in order."""
        ...


@runtime_checkable
class HasEncoder(Protocol):
    """An engine whose encoder can be shared with the detector."""

    encoder: Encoder
