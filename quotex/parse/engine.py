"""The seam behind which a language engine stands: strings in, trees out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol, runtime_checkable

from quotex.encoder.reader import Reading

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
