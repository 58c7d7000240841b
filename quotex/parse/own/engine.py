"""quotex's own engine behind the seam."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from spacy.attrs import DEP, TAG

from quotex.encoder.reader import Encoder
from quotex.encoder.trees import entities_of, heads_of, sentences_of, _reaches_root
from quotex.parse.engine import Depth, Scheme, Tree
from quotex.parse.words import WordTable, word_table

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline


class OwnEngine:
    def __init__(self, encoder: Encoder, nlp: Pipeline) -> None:
        self.encoder = encoder
        self._nlp = nlp
        self._table = word_table(nlp)
        meta = json.loads((encoder.folder / "net.json").read_text("utf-8"))["meta"]
        self._tags, self._pos, self._deps, self._ents = meta["tags"], meta["pos"], meta["deps"], meta["ents"]

    @property
    def name(self) -> str:
        return "quotex/trial"

    @property
    def scheme(self) -> Scheme:
        return "clear"

    @property
    def dep_labels(self):
        return tuple(self._deps)

    @property
    def entity_labels(self):
        return tuple(self._ents)

    def check(self, depth: Depth) -> None:
        pass

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        for text in texts:
            yield self._read(text, lambda start, end: 0)

    def read_marked(self, texts: Sequence[tuple[str, Callable[[int, int], int]]]) -> Iterator[Tree]:
        for text, mark in texts:
            yield self._read(text, mark)

    def _read(self, text: str, mark: Callable[[int, int], int]) -> Tree:
        doc = self._nlp.make_doc(text)
        words = [w for w in doc if not w.text.isspace()]
        if not words:
            return Tree([], [], [], [])
        starts = [w.idx for w in words]
        ends = [w.idx + len(w) for w in words]
        reading = self.encoder.read([w.text for w in words], [mark(a, b) for a, b in zip(starts, ends, strict=True)])
        parsed = self.encoder.parse(reading)
        sentences = sentences_of(parsed.starts > 0)
        heads = parsed.heads.copy()
        for first, last in sentences:
            own = heads[first:last] - first
            if (own == np.arange(last - first)).sum() != 1 or not _reaches_root(own):
                heads[first:last] = heads_of(parsed.scores[first:last, first:last]) + first
        deps = [self._deps[i] for i in parsed.labels.tolist()]
        for i, h in enumerate(heads.tolist()):
            if h == i:
                deps[i] = "ROOT"
            elif deps[i] == "ROOT":
                deps[i] = "dep"
        tags = [self._tags[i] for i in parsed.tags.tolist()]
        strings = self._nlp.vocab.strings
        sp, none = strings.add("_SP"), strings.add("dep")
        given = np.full((len(doc), 2), 0, dtype=np.uint64)
        given[:, 0], given[:, 1] = sp, none
        at = [w.i for w in words]
        given[at, 0] = [strings.add(t) for t in tags]
        given[at, 1] = [strings.add(d) for d in deps]
        doc.from_array([TAG, DEP], given)
        [said] = self._table.words([doc])
        told = [said[i] for i in at]
        return Tree(
            starts=starts,
            ends=ends,
            firsts=[first for first, _ in sentences],
            entities=[(e.first, e.last, self._ents[e.label]) for e in entities_of(parsed.names.tolist(), sentences)],
            lemmas=[w.lemma for w in told],
            pos=[w.pos for w in told],
            tags=tags,
            deps=deps,
            heads=heads.tolist(),
            reading=reading,
        )
