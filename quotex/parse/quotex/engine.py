"""quotex's own engine: an encoder with heads for tags, trees and names on top of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.attrs import IDX, IS_SPACE, LENGTH, ORTH  # type: ignore[import-not-found]

from quotex.document.quoted import OUTSIDE
from quotex.encoder.encoder import Encoder, Reading
from quotex.encoder.parser import Parse, Parser
from quotex.parse.engine import Depth, Passage, Scheme, Tree
from quotex.parse.quotex.hyphens import hyphens_inside, joined
from quotex.parse.quotex.labels import GERUND, ROOT, UNSPECIFIED
from quotex.parse.quotex.repaired import repaired
from quotex.parse.spacy.vocabulary import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

    from quotex.parse.spacy.words import Key, Word, WordTable

_SPACE = "_SP"


class _Words(NamedTuple):
    """The words of a Doc: their text, their offsets, and their indices among its tokens.

    ``forms`` are those of all its tokens, as spaCy numbers strings.
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]
    indices: list[int]
    forms: list[int]


class _Read(NamedTuple):
    words: _Words
    keys: list[Key]
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
            annotations = iter(self._table.words([one.keys for one in read if one is not None]))
            trees = [
                Tree([], [], [], []) if one is None else _tree(one, next(annotations))
                for one in read
            ]
        yield from trees

    def _read(self, passage: Passage) -> _Read | None:
        words = _words_of(self._words.make_doc(passage.text), passage.text)
        if not words.texts:
            return None
        quoted = list(map(passage.quoted, words.starts, words.ends))
        reading = self.encoder.read(words.texts, quoted)
        hyphens = hyphens_inside(words.texts, words.starts, words.ends)
        parse = repaired(joined(self._parser.parse(reading.states), hyphens), words.texts)
        return _Read(words, self._keys(words, parse), reading, parse)

    def _keys(self, words: _Words, parse: Parse) -> list[Key]:
        numbers = self._numbers
        keys = [(form, numbers[_SPACE], numbers[UNSPECIFIED]) for form in words.forms]
        for i, tag, dep in zip(words.indices, parse.tags, parse.deps, strict=True):
            keys[i] = (words.forms[i], numbers[tag], numbers[dep])
        return keys


def _words_of(doc: Doc, text: str) -> _Words:
    tokens: Any = doc.to_array([IDX, LENGTH, IS_SPACE, ORTH])
    indices = np.flatnonzero(tokens[:, 2] == 0)
    starts = tokens[indices, 0]
    bounds = starts.tolist(), (starts + tokens[indices, 1]).tolist()
    texts = [text[start:end] for start, end in zip(*bounds, strict=True)]
    return _Words(texts, *bounds, indices.tolist(), tokens[:, 3].tolist())


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
