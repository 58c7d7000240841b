"""quotex's own engine: an encoder with heads for tags, trees and names on top of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import DEP, IDX, IS_SPACE, LENGTH, TAG  # type: ignore[import-not-found]

from quotex.document.quoted import OUTSIDE
from quotex.encoder.encoder import Encoder, Reading
from quotex.encoder.parser import Parse, Parser
from quotex.parse.engine import Depth, Passage, Scheme, Tree
from quotex.parse.quotex.arcs import GERUND
from quotex.parse.quotex.hyphens import hyphens_inside, joined
from quotex.parse.quotex.repaired import ROOT, UNSPECIFIED, repaired
from quotex.parse.spacy.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from quotex.parse.spacy.words import Word, WordTable

_SPACE = "_SP"


class _Words(NamedTuple):
    """The words of a Doc: their text, their offsets, and their indices among its tokens."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    indices: list[int]


class _Read(NamedTuple):
    doc: Doc
    words: _Words
    reading: Reading
    parse: Parse


class QuotexEngine:
    """Reads texts with an encoder; spaCy provides the words and, from a table, their lemmas.

    ``words`` is a spaCy pipeline with a tokenizer, an attribute ruler and a lemmatizer.
    """

    def __init__(
        self, encoder: Encoder, parser: Parser, name: str, words: Pipeline, table: WordTable
    ) -> None:
        self.encoder = encoder
        self._parser = parser
        self._name = name
        self._words = words
        self._table = table
        self._vocabulary = Vocabulary(words)
        labels = {*parser.labels.tags, *parser.labels.deps, _SPACE, GERUND, ROOT, UNSPECIFIED}
        self._numbers = {label: words.vocab.strings.add(label) for label in labels}

    @property
    def name(self) -> str:
        """``quotex/<model>-<version>``."""
        return f"quotex/{self._name}"

    @property
    def scheme(self) -> Scheme:
        """Always "clear": the parser was trained on CLEAR labels."""
        return "clear"

    @property
    def dep_labels(self) -> tuple[str, ...]:
        """The dependency labels that tokens of a view may have, sorted."""
        return tuple(sorted(self._parser.labels.deps))

    @property
    def entity_labels(self) -> tuple[str, ...]:
        """The labels that entities may have, sorted."""
        return tuple(sorted(self._parser.labels.entities))

    def check(self, depth: Depth) -> None:
        """Accept every depth: this engine always reads everything."""

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield the tree of each text, in order, as if none of it were in quotation marks."""
        return self.read_passages([Passage(text, _outside) for text in texts], depth)

    def read_passages(self, passages: Sequence[Passage], depth: Depth) -> Iterator[Tree]:
        """Yield the full tree of each passage, in order, whatever the depth."""
        with self._vocabulary.bounded():
            read = [self._read(passage) for passage in passages]
            annotations = iter(self._table.words([one.doc for one in read if one is not None]))
            trees = [
                Tree([], [], [], []) if one is None else _tree(one, next(annotations))
                for one in read
            ]
        yield from trees

    def _read(self, passage: Passage) -> _Read | None:
        doc = self._words.make_doc(passage.text)
        words = _words_of(doc, passage.text)
        if not words.texts:
            return None
        quoted = list(map(passage.quoted, words.starts, words.ends))
        reading = self.encoder.read(words.texts, quoted)
        hyphens = hyphens_inside(words.texts, words.starts, words.ends)
        parse = repaired(joined(self._parser.parse(reading.states), hyphens), words.texts)
        numbers = self._numbers
        given: Any = np.full(
            (len(doc), 2), [numbers[_SPACE], numbers[UNSPECIFIED]], dtype=np.uint64
        )
        given[words.indices, 0] = [numbers[tag] for tag in parse.tags]
        given[words.indices, 1] = [numbers[dep] for dep in parse.deps]
        doc.from_array([TAG, DEP], given)
        return _Read(doc, words, reading, parse)


def _words_of(doc: Doc, text: str) -> _Words:
    tokens: Any = doc.to_array([IDX, LENGTH, IS_SPACE])
    indices = np.flatnonzero(tokens[:, 2] == 0)
    starts = tokens[indices, 0]
    bounds = starts.tolist(), (starts + tokens[indices, 1]).tolist()
    return _Words(
        [text[start:end] for start, end in zip(*bounds, strict=True)], *bounds, indices.tolist()
    )


def _tree(read: _Read, annotations: Sequence[Word]) -> Tree:
    words = read.words
    annotated = [annotations[i] for i in words.indices]
    return Tree(
        starts=words.starts,
        ends=words.ends,
        firsts=read.parse.firsts,
        entities=read.parse.entities,
        lemmas=[word.lemma for word in annotated],
        pos=[word.pos for word in annotated],
        tags=read.parse.tags,
        deps=read.parse.deps,
        heads=read.parse.heads,
        reading=read.reading,
    )


def _outside(start: int, end: int) -> int:
    return OUTSIDE
