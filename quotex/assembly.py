"""Runs detection and attribution over a view, and builds the records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from quotex.document.furniture import Sections, sections
from quotex.document.marks import read_marks
from quotex.languages.lexicon import Lexicon
from quotex.languages.word_lists import attribution_words
from quotex.occasions.finder import Occasion, OccasionFinder
from quotex.options import Options
from quotex.parse.grammar import position
from quotex.parse.view import Token, View
from quotex.quotations.candidate import Bounds, Candidate, Context
from quotex.quotations.confidence import confidence_of
from quotex.quotations.detectors.rules import Detector, RuleDetector, anywhere, proposed
from quotex.quotations.given import GivenReader, GivenSpans, as_given
from quotex.quotations.index import SpanIndex
from quotex.quotations.kind import kind_of
from quotex.quotations.nested import Nested, nested
from quotex.records import (
    Article,
    Evidence,
    Notice,
    Quotation,
    Span,
    Stance,
    quotation_id,
    text_hash,
)
from quotex.result import Extraction
from quotex.speakers.coreference.resolver import MentionResolver
from quotex.speakers.resolve import Resolved, SpeakerResolver

# A source reported not to have said a thing does not claim it, whatever the verb.
_WITHHELD: frozenset[Stance] = frozenset(
    {"asserts", "accuses", "agrees", "asks", "demands", "denies", "promises", "proposes", "warns"}
)

_WORD = re.compile(r"\w")
_DASHES = re.compile(r"[-–—―•·*~:]+")
_MOST_NOTICES = 100  # of one kind: a file that is no text may hold a million marks


@dataclass(frozen=True, slots=True)
class Tools:
    """What reads an article once it is parsed.

    ``resolver`` is a coreference tool that stands beside quotex's own rules, None for them alone.
    """

    lexicon: Lexicon
    detector: Detector = field(default_factory=RuleDetector)
    resolver: MentionResolver | None = None


def assemble(article: Article, view: View, tools: Tools, options: Options) -> Extraction:
    """Return the quotations found in ``view``, the view of ``article``."""
    context, unpaired = read_context(view, tools.lexicon)
    page = sections(view.text, view.paragraphs, tools.lexicon.language)
    allowed = anywhere if options.furniture else page.in_body
    candidates = tools.detector.detect(context, allowed)
    for candidate in candidates:
        candidate.content = _with_words(view.text, candidate.content)
        candidate.source = _without_dashes(candidate.source)
    found = _records(article, context, candidates, tools.resolver, page)
    if options.nested:
        inside = nested(candidates, proposed(context, allowed))
        found += _nested_records(article, context, candidates, found, inside, tools.resolver, page)
    kept = [q for q in found if q.mode in options.modes and q.confidence >= options.min_confidence]
    return Extraction.of(article, _not_left_out(kept), notices=_notices(article, unpaired))


def _with_words(text: str, content: list[Bounds]) -> list[Bounds]:
    """Return the parts of content that are more than a mark."""
    return [bounds for bounds in content if _WORD.search(text, *bounds)] or content


def _without_dashes(source: list[Token]) -> list[Token]:
    """Return a source without the dash or bullet that leads to it or behind it."""
    start, end = 0, len(source)
    while start < end and _DASHES.fullmatch(source[start].text):
        start += 1
    while end > start and _DASHES.fullmatch(source[end - 1].text):
        end -= 1
    return source[start:end]


def attribute(article: Article, view: View, tools: Tools, given: list[GivenSpans]) -> Extraction:
    """Return one quotation for each of the ``given`` spans, which come in text order."""
    context, unpaired = read_context(view, tools.lexicon)
    reader = GivenReader(context)
    candidates = [reader.candidate(spans) for spans in given]
    page = sections(view.text, view.paragraphs, tools.lexicon.language)
    found = _records(article, context, candidates, tools.resolver, page)
    digest = text_hash(article.text)
    quotations = [as_given(article.text, digest, *pair) for pair in zip(found, given, strict=True)]
    return Extraction.of(article, quotations, notices=_notices(article, unpaired))


def _records(
    article: Article,
    context: Context,
    candidates: list[Candidate],
    resolver: MentionResolver | None,
    page: Sections,
) -> list[Quotation]:
    """Return the record of each candidate, with who, when and where."""
    words = attribution_words(context.lexicon.language)
    speakers = SpeakerResolver(context, words.speaker, candidates, resolver).resolve()
    names = [s.speaker.name if s is not None else None for s in speakers]
    governments = [s.speaker.country if s is not None else None for s in speakers]
    occasions = OccasionFinder(article, context, words.venue).find(candidates, names, governments)
    digest = text_hash(article.text)
    return [
        _quotation(context, page, digest, *found)
        for found in zip(candidates, speakers, occasions, strict=True)
    ]


def _nested_records(
    article: Article,
    context: Context,
    outer: list[Candidate],
    known: list[Quotation],
    inside: list[Nested],
    resolver: MentionResolver | None,
    page: Sections,
) -> list[Quotation]:
    """Return the records of what stands inside others, which are ``known`` already.

    All are resolved together, so that "I" is whoever speaks around it, but the others' records
    stay what they are without the nested ones.
    """
    if not inside:
        return []
    together = sorted([*outer, *(c for c, _ in inside)], key=lambda c: (c.start, -c.end))
    made = _records(article, context, together, resolver, page)
    records = dict(zip(map(id, together), made, strict=True))
    ids = {id(c): q.id for c, q in [*zip(outer, known, strict=True)]}
    ids |= {id(c): records[id(c)].id for c, _ in inside}
    return [records[id(c)].model_copy(update={"within": ids[id(around)]}) for c, around in inside]


def _not_left_out(quotations: list[Quotation]) -> list[Quotation]:
    """Return the quotations but for those inside one that is not among them."""
    kept: list[Quotation] = []
    ids: set[str] = set()
    for quotation in quotations:  # what encloses another comes before it
        if quotation.within is None or quotation.within in ids:
            kept.append(quotation)
            ids.add(quotation.id)
    return kept


def read_context(view: View, lexicon: Lexicon) -> tuple[Context, list[Bounds]]:
    """Return what the rules read, and the offsets of quotation marks without a partner."""
    marks = read_marks(view.text, view.paragraphs)
    index = SpanIndex(view.tokens, marks.stretches)
    return Context(view, lexicon, marks.stretches, index), marks.unpaired


def _quotation(
    context: Context,
    page: Sections,
    digest: str,
    candidate: Candidate,
    who: Resolved | None,
    occasion: Occasion,
) -> Quotation:
    content = tuple(Span.of(context.view.text, *bounds) for bounds in sorted(candidate.content))
    cue = _spans(context.view.text, candidate.cue)
    source = _spans(context.view.text, candidate.source)
    return Quotation(
        id=quotation_id(digest, content, cue, source),
        kind=kind_of(context, candidate),
        mode=candidate.sense.mode,
        stance=_stance(candidate),
        content=content,
        cue=cue,
        cue_lemma=candidate.sense.lemma or _lemma(candidate.cue),
        source=source,
        speaker=who.speaker if who is not None else None,
        date=occasion.date,
        venues=occasion.venues,
        section=page.of(content[0].start),
        confidence=_confidence(candidate),
        evidence=tuple(_evidence(candidate, who, occasion)),
    )


def _confidence(candidate: Candidate) -> float:
    given = candidate.confidence
    return confidence_of(candidate.rule) if given is None else given


def _stance(candidate: Candidate) -> Stance:
    stance = candidate.sense.stance
    return "withholds" if candidate.negated and stance in _WITHHELD else stance


def _lemma(cue: list[Token]) -> str | None:
    return (cue[-1].lemma or None) if cue else None


def _spans(text: str, tokens: list[Token]) -> tuple[Span, ...]:
    """Return one span for each run of neighbouring tokens."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=position):
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(Span.of(text, run[0].start, run[-1].end) for run in runs)


def _evidence(candidate: Candidate, who: Resolved | None, occasion: Occasion) -> Iterator[Evidence]:
    by, name = _found_by(candidate)
    yield Evidence(field="quotation", by=by, name=name, detail=candidate.detail)
    for name, detail in candidate.extra_evidence:
        yield Evidence(field="quotation", by="rule", name=name, detail=detail)
    if who is not None:
        yield Evidence(field="speaker", by=who.by, name=who.rule, detail=who.detail)
    if occasion.date is not None:
        detail = f"“{occasion.date.evidence.text}”, {occasion.date_ground}"
        yield Evidence(field="date", by="rule", name=occasion.date.scope, detail=detail)
    for venue in occasion.venues:
        ground = (
            "near the cue" if venue.scope == "explicit" else "told earlier of the same occasion"
        )
        detail = f"“{venue.span.text}”, {ground}"
        yield Evidence(field="venues", by="rule", name=venue.scope, detail=detail)


def _found_by(candidate: Candidate) -> tuple[Literal["rule", "model"], str]:
    kind, _, name = candidate.rule.partition(":")
    return ("model", name) if kind == "model" else ("rule", candidate.rule)


def _notices(article: Article, unpaired: list[Bounds]) -> Iterator[Notice]:
    for start, end in unpaired[:_MOST_NOTICES]:
        span = Span.of(article.text, start, end)
        message = (
            f"the quotation mark at offset {start} has no partner; no quotation was read from it"
        )
        yield Notice(code="unpaired-mark", message=message, span=span)
    if len(unpaired) > _MOST_NOTICES:
        message = f"{len(unpaired) - _MOST_NOTICES:,} more quotation marks have no partner"
        yield Notice(code="unpaired-mark", message=message)
