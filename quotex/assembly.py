"""Runs detection and attribution over a view, and builds the records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from quotex.attribution.occasion import Occasion, OccasionFinder
from quotex.attribution.speaker import Resolved, SpeakerResolver
from quotex.attribution.words import attribution_words
from quotex.detection.candidate import Bounds, Candidate, Context
from quotex.detection.confidence import confidence_of
from quotex.detection.continuation import continued
from quotex.detection.grammar import position
from quotex.detection.index import SpanIndex
from quotex.detection.kind import kind_of
from quotex.detection.rules import RULES
from quotex.detection.select import select
from quotex.engine.view import Token, View
from quotex.extraction import Extraction
from quotex.lexicon.model import Lexicon
from quotex.options import Options
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
from quotex.text.furniture import furniture, furniture_rules
from quotex.text.marks import read_marks

# A source reported not to have said a thing does not claim it, whatever the verb.
_WITHHELD: frozenset[Stance] = frozenset(
    {"asserts", "accuses", "agrees", "asks", "demands", "denies", "promises", "proposes", "warns"}
)


def assemble(article: Article, view: View, lexicon: Lexicon, options: Options) -> Extraction:
    """Return the quotations that the rules find in ``view``, the view of ``article``."""
    context, unpaired = read_context(view, lexicon)
    candidates = detect(context, with_furniture=options.furniture)
    words = attribution_words(lexicon.language)
    speakers = SpeakerResolver(view, words.speaker, candidates).resolve()
    names = [s.speaker.name if s is not None else None for s in speakers]
    occasions = OccasionFinder(article, context, words.venue).find(candidates, names)
    digest = text_hash(article.text)
    quotations = [
        _quotation(context, digest, *found)
        for found in zip(candidates, speakers, occasions, strict=True)
        if found[0].sense.mode in options.modes
    ]
    kept = [q for q in quotations if q.confidence >= options.min_confidence]
    return Extraction.of(article, kept, notices=_notices(article, unpaired))


def read_context(view: View, lexicon: Lexicon) -> tuple[Context, list[Bounds]]:
    """Return what the rules read, and the offsets of quotation marks without a partner."""
    marks = read_marks(view.text, view.paragraphs)
    index = SpanIndex(view.tokens, marks.stretches)
    return Context(view, lexicon, marks.stretches, index), marks.unpaired


def detect(context: Context, *, with_furniture: bool = False) -> list[Candidate]:
    """Return the candidates that stand, in text order."""
    proposed = [candidate for rule in RULES for candidate in rule(context)]
    if not with_furniture:
        proposed = _outside_furniture(context, proposed)
    return continued(context, select(context, proposed))


def _outside_furniture(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    view = context.view
    numbers = furniture(view.text, view.paragraphs, furniture_rules(context.lexicon.language))
    regions = [view.paragraphs[number] for number in numbers]
    starts = [start for start, _ in regions]

    def is_furniture(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at >= 0 and offset < regions[at][1]

    return [c for c in candidates if not any(is_furniture(start) for start, _ in c.content)]


def _quotation(
    context: Context, digest: str, candidate: Candidate, who: Resolved | None, occasion: Occasion
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
        confidence=confidence_of(candidate.rule),
        evidence=tuple(_evidence(candidate, who, occasion)),
    )


def _stance(candidate: Candidate) -> Stance:
    stance = candidate.sense.stance
    return "withholds" if candidate.negated and stance in _WITHHELD else stance


def _lemma(cue: list[Token]) -> str | None:
    return cue[-1].lemma if cue else None


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
    yield Evidence(field="quotation", by="rule", name=candidate.rule, detail=candidate.detail)
    for name, detail in candidate.extra_evidence:
        yield Evidence(field="quotation", by="rule", name=name, detail=detail)
    if who is not None:
        yield Evidence(field="speaker", by="rule", name=who.rule, detail=who.detail)
    if occasion.date is not None:
        detail = f"“{occasion.date.evidence.text}”, {occasion.date_ground}"
        yield Evidence(field="date", by="rule", name=occasion.date.scope, detail=detail)
    for venue in occasion.venues:
        yield Evidence(
            field="venues", by="rule", name=venue.scope, detail=f"“{venue.span.text}” near the cue"
        )


def _notices(article: Article, unpaired: list[Bounds]) -> Iterator[Notice]:
    for start, end in unpaired:
        span = Span.of(article.text, start, end)
        message = (
            f"the quotation mark at offset {start} has no partner; no quotation was read from it"
        )
        yield Notice(code="unpaired-mark", message=message, span=span)
