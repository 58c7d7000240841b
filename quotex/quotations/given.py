"""Quotations whose spans the caller gives: read, checked and turned into candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import ConfigDict, Field, ValidationError

from quotex.errors import InputError
from quotex.languages.lexicon import Part, Sense
from quotex.parse.grammar import is_negative_source, is_verb
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context
from quotex.quotations.cue import cue_verb, negates
from quotex.quotations.kind import kind_of
from quotex.quotations.rules import RULES
from quotex.records import Quotation, Record, Span, Spans, quotation_id
from quotex.validation import first_problem

RULE = "given"
_ROLES = ("source", "cue", "content")
_DEFAULT_SENSE = Sense("verb", "", "", "speech", "asserts")
_OTHER_PARTS: tuple[Part, ...] = ("noun", "adjective", "phrase")


class GivenSpans(Record):
    """The spans of one quotation, as half-open character offsets into the article's text.

    ``source`` and ``cue`` may be empty. ``id`` becomes the id of the quotation made from them.
    Callers write these themselves, so an unknown field is an error.
    """

    model_config = ConfigDict(extra="forbid")

    content: Annotated[tuple[tuple[int, int], ...], Field(min_length=1)]
    cue: tuple[tuple[int, int], ...] = ()
    source: tuple[tuple[int, int], ...] = ()
    id: str | None = None


SpansLike = GivenSpans | Quotation | Mapping[str, Any]


def read_given(text: str, given: Iterable[SpansLike]) -> list[GivenSpans]:
    """Check the spans and return them in the order of their content in ``text``.

    Raises:
        InputError: an item does not have the form of ``GivenSpans``, has no content or has offsets
            outside the text, or two items have the same id.
    """
    if isinstance(given, (str, Mapping, GivenSpans, Quotation)):
        raise InputError(
            f"expected a sequence with one item per quotation, got {type(given).__name__}; "
            "put it in a list"
        )
    found: list[GivenSpans] = []
    for number, item in enumerate(given):
        found.append(_parsed_item(item, number))
        _check(text, found[-1], number)
    ids = [spans.id for spans in found if spans.id is not None]
    twice = next((name for name, times in Counter(ids).items() if times > 1), None)
    if twice is not None:
        raise InputError(f"two of the given quotations have the id {twice!r}; ids must differ")
    return sorted(found, key=lambda spans: (min(spans.content), max(spans.content)))


def _parsed_item(item: SpansLike, number: int) -> GivenSpans:
    if isinstance(item, GivenSpans):
        return item
    data: object = item
    if isinstance(item, Quotation):
        offsets = {role: [(s.start, s.end) for s in getattr(item, role)] for role in _ROLES}
        data = {**offsets, "id": item.id}
    try:
        return GivenSpans.model_validate(data)
    except ValidationError as error:
        raise InputError(
            f"spans {number}: {first_problem(error)}; expected "
            '{"source": [[start, end], …], "cue": […], "content": […]}'
        ) from None


def _check(text: str, spans: GivenSpans, number: int) -> None:
    for role in _ROLES:
        for start, end in getattr(spans, role):
            if not 0 <= start < end <= len(text):
                raise InputError(
                    f"spans {number}: {role} [{start}, {end}) does not lie in the text of "
                    f"{len(text)} characters; offsets are half-open and count characters"
                )
    if not any(text[start:end].strip() for start, end in spans.content):
        raise InputError(f"spans {number}: the content holds nothing but white space")


class GivenReader:
    """Turns given spans into candidates; the lexicon says what each cue means."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._proposed: dict[int, Candidate] = {}
        for rule in RULES:
            for candidate in rule.find(context):
                for token in candidate.cue:
                    self._proposed.setdefault(token.i, candidate)

    def candidate(self, spans: GivenSpans) -> Candidate:
        """Return a candidate with the tokens that the given offsets touch."""
        cue, source = (self._tokens(getattr(spans, role)) for role in ("cue", "source"))
        made = Candidate(sorted(spans.content), cue, source, _DEFAULT_SENSE, RULE, "", 1.0)
        sense = self._sense(made)
        words = " ".join(t.text for t in cue)
        detail = f"spans given; “{words}” is in the lexicon"
        if sense is None:
            unknown = f"“{words}” is not in the lexicon" if words else "no cue"
            detail = f"spans given; {unknown}, so plain speech is assumed"
        negated = any(negates(t, made.content) for t in cue if is_verb(t))
        negated = negated or is_negative_source(source)
        return replace(made, sense=sense or _DEFAULT_SENSE, detail=detail, negated=negated)

    def _tokens(self, bounds: Iterable[Bounds]) -> list[Token]:
        """Return the tokens that share a character with the offsets, in text order."""
        found: dict[int, Token] = {}
        for start, end in bounds:
            first = max(self._context.index.first_at(start) - 1, 0)
            last = self._context.index.first_at(end)
            for token in self._context.view.tokens[first:last]:
                if token.end > start:
                    found[token.i] = token
        return [found[i] for i in sorted(found)]

    def _sense(self, candidate: Candidate) -> Sense | None:
        """Return what the cue means: as a rule reads it there, else as the lexicon lists it."""
        for token in candidate.cue:
            if token.i in self._proposed:
                return self._proposed[token.i].sense
        lexicon = self._context.lexicon
        for token in candidate.cue:
            verb = cue_verb(self._context, token) if is_verb(token) else None
            if verb is not None:
                quoting = lexicon.quoting(verb.lemma)
                direct = kind_of(self._context, candidate) == "direct"
                return quoting if quoting and direct else next(iter(verb.frames.values()))
        words = " ".join(t.lower for t in candidate.cue)
        for part in _OTHER_PARTS:
            for lemma in (words, *(t.lemma for t in candidate.cue)):
                frames = lexicon.frames(part, lemma)
                if frames:
                    return next(iter(frames.values()))
        return None


def with_given_spans(
    text: str, text_sha256: str, quotation: Quotation, spans: GivenSpans
) -> Quotation:
    """Return the record of a given quotation, with the caller's exact offsets and confidence 1."""
    content, cue, source = (
        _exact(text, bounds) for bounds in (spans.content, spans.cue, spans.source)
    )
    made_id = spans.id or quotation_id(text_sha256, content, cue, source)
    changes = {"id": made_id, "content": content, "cue": cue, "source": source, "confidence": 1.0}
    return quotation.model_copy(update=changes)


def _exact(text: str, bounds: Iterable[Bounds]) -> Spans:
    return tuple(Span.of(text, start, end) for start, end in sorted(bounds))
