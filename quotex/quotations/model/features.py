"""What the network reads about each word besides its letters: case, marks, parse, names, rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from quotex.encoder.encoder import Reading, by_paragraph
from quotex.encoder.words import SIZES as WORD_SIZES
from quotex.encoder.words import case_of, plain_word
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context

Ids = npt.NDArray[np.int64]

COLUMNS = ("case", "quoted", "place", "pos", "dep", "entity", "rule", "lexicon")
SECOND_LOOK_COLUMNS = COLUMNS[2:]  # what the second look reads if the encoder reads only the text
PARSED = ("pos", "dep", "rule", "lexicon")
_CASE, QUOTED, _PLACE, _POS, _DEP, _ENTITY, _RULE, _LEXICON = range(len(COLUMNS))
ABSENT, OTHER = 0, 1  # ids in every column from the parse

_WITHIN, _FIRST_OF_PARAGRAPH, _FIRST_OF_SENTENCE = range(3)
_NOTHING, _SOURCE, _CUE, _CONTENT, _CONTENT_BEGINS = range(1, 6)
_NO_CUE, _QUOTING, _VERB, _NOUN, _ADJECTIVE = range(1, 6)
SIZES = WORD_SIZES | {"place": 3, "rule": 6, "lexicon": 6}


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of the parse that a network knows; any other counts as ``OTHER``."""

    pos: tuple[str, ...]
    dep: tuple[str, ...]
    entity: tuple[str, ...]

    def ids_of(self, column: str) -> dict[str, int]:
        """Return the id of each label of one column."""
        return {label: i for i, label in enumerate(getattr(self, column), start=OTHER + 1)}

    def size(self, column: str) -> int:
        """Return the number of ids in a column."""
        if column in SIZES:
            return SIZES[column]
        return len(getattr(self, column)) + OTHER + 1


@dataclass(frozen=True, slots=True)
class Proposal:
    """The words around one cue to which a rule assigns roles."""

    source: list[int]
    cue: list[int]
    content: list[int]


@dataclass(slots=True)
class Encoded:
    """An article word by word: ``columns[w]`` has one id for each of ``COLUMNS``.

    ``paragraphs`` are half-open ranges of words; ``heads`` has the number of each word's head, its
    own for a root; ``proposals`` are what the rules found, by the number of the cue's first word;
    ``readings`` are what the engine's encoder said about each paragraph, if it has one.
    """

    words: list[str]
    columns: Ids
    heads: Ids
    paragraphs: list[tuple[int, int]]
    proposals: dict[int, Proposal]
    parsed: bool
    readings: list[Reading] = field(default_factory=list)


def encode(context: Context, candidates: Iterable[Candidate] | None, labels: Labels) -> Encoded:
    """Return what the network reads of an article; without a parse, its columns stay ``ABSENT``.

    ``candidates`` are what the rules found, None if they were not run: then the parse is left out
    as well, so that a text reads the same whether or not something has parsed it.
    """
    tokens = context.view.tokens
    parsed = candidates is not None and any(token.dep != "ROOT" for token in tokens)
    found = list(candidates or ())
    columns = np.zeros((len(tokens), len(COLUMNS)), dtype=np.int64)
    columns[:, _CASE] = [case_of(token.text) for token in tokens]
    codes = context.document.quoted
    columns[:, QUOTED] = [codes[token.start] for token in tokens]
    entity = labels.ids_of("entity")
    columns[:, _ENTITY] = [entity.get(t.entity, OTHER) if t.entity else ABSENT for t in tokens]
    for paragraph in (paragraphs := _paragraphs(context)):
        columns[paragraph[0], _PLACE] = _FIRST_OF_PARAGRAPH
    if parsed:
        _mark_parse(context, columns, labels)
        _mark_rules(context, columns[:, _RULE], found)
    return Encoded(
        words=[plain_word(token.text) for token in tokens],
        columns=columns,
        heads=np.array([token.head.i for token in tokens], dtype=np.int64),
        paragraphs=paragraphs,
        proposals={c.cue[0].i: _proposal(context, c) for c in found if c.cue} if parsed else {},
        parsed=parsed,
        readings=by_paragraph(context.view.readings, [last for _, last in paragraphs]),
    )


def mask_parse(columns: Ids) -> Ids:
    """Return the columns as they would be without a parse, and so without rules."""
    hidden = columns.copy()
    hidden[:, [COLUMNS.index(name) for name in PARSED]] = ABSENT
    hidden[hidden[:, _PLACE] == _FIRST_OF_SENTENCE, _PLACE] = _WITHIN
    return hidden


def mask_rules(columns: Ids) -> Ids:
    """Return the columns as they would be without the rules."""
    hidden = columns.copy()
    hidden[:, _RULE] = ABSENT
    return hidden


def _proposal(context: Context, candidate: Candidate) -> Proposal:
    content = [t.i for bounds in candidate.content for t in context.index.between(*bounds)]
    return Proposal([t.i for t in candidate.source], [t.i for t in candidate.cue], content)


def _paragraphs(context: Context) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    last = -1
    for sentence in context.view.sentences:
        if sentence.paragraph == last:
            found[-1] = (found[-1][0], sentence.last)
        else:
            found.append((sentence.first, sentence.last))
        last = sentence.paragraph
    return found


def _mark_parse(context: Context, columns: Ids, labels: Labels) -> None:
    pos, dep = labels.ids_of("pos"), labels.ids_of("dep")
    tokens = context.view.tokens
    columns[:, _POS] = [pos.get(token.pos, OTHER) for token in tokens]
    columns[:, _DEP] = [dep.get(token.dep, OTHER) for token in tokens]
    columns[:, _LEXICON] = [_lexicon_id(context, token) for token in tokens]
    for sentence in context.view.sentences:
        if columns[sentence.first, _PLACE] == _WITHIN:
            columns[sentence.first, _PLACE] = _FIRST_OF_SENTENCE


def _lexicon_id(context: Context, token: Token) -> int:
    lexicon = context.lexicon
    if token.pos in ("VERB", "AUX") and lexicon.frames("verb", token.lemma):
        return _QUOTING if lexicon.quoting(token.lemma) else _VERB
    if token.pos == "NOUN" and lexicon.frames("noun", token.lemma):
        return _NOUN
    if token.pos == "ADJ" and lexicon.frames("adjective", token.lemma):
        return _ADJECTIVE
    return _NO_CUE


def _mark_rules(context: Context, column: Ids, candidates: list[Candidate]) -> None:
    column[:] = _NOTHING
    for candidate in candidates:
        for start, end in candidate.content:
            column[[token.i for token in context.index.between(start, end)]] = _CONTENT
        first = context.index.first_at(candidate.start)
        if first < len(column):
            column[first] = _CONTENT_BEGINS
        column[[token.i for token in candidate.source]] = _SOURCE
        column[[token.i for token in candidate.cue]] = _CUE
