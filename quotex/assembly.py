"""Builds records from what the stages found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from quotex.occasions.occasion import Occasion
from quotex.parse.view import Token, position
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.confidence import confidence_of
from quotex.quotations.context import Context
from quotex.quotations.kind import kind_of
from quotex.records import (
    Article,
    Evidence,
    Notice,
    Quotation,
    Span,
    Spans,
    Stance,
    quotation_id,
)
from quotex.speakers.attribution import ResolvedSpeaker

# A source reported as not having said something does not claim it, whatever the verb.
_WITHHELD: frozenset[Stance] = frozenset(
    {"asserts", "accuses", "agrees", "asks", "demands", "denies", "promises", "proposes", "warns"}
)
_MOST_NOTICES = 100  # of one kind; a file that is not text may contain a million marks


def record_of(
    context: Context, candidate: Candidate, who: ResolvedSpeaker | None, occasion: Occasion
) -> Quotation:
    """Return the record of one candidate."""
    text = context.document.text
    content = tuple(Span.of(text, *bounds) for bounds in sorted(candidate.content))
    cue, source = _spans(text, candidate.cue), _spans(text, candidate.source)
    return Quotation(
        id=quotation_id(context.document.article.text_sha256, content, cue, source),
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
        section=context.document.sections.of(content[0].start),
        confidence=_confidence(candidate),
        evidence=tuple(_evidence(candidate, who, occasion)),
    )


def without_orphans(quotations: Iterable[Quotation]) -> list[Quotation]:
    """Return the quotations without those nested in one that was left out."""
    kept: list[Quotation] = []
    ids: set[str] = set()
    for quotation in quotations:  # an enclosing quotation comes before those inside it
        if quotation.within is None or quotation.within in ids:
            kept.append(quotation)
            ids.add(quotation.id)
    return kept


def not_english(article: Article) -> Notice:
    """Return the notice for an article in another language."""
    return Notice(
        code="not-english",
        message=(
            f"the text is in language {article.language!r}, which quotex does not read; "
            "if it is English after all, give the article language='en'"
        ),
    )


def unpaired_marks(article: Article, unpaired: Sequence[Bounds]) -> Iterator[Notice]:
    """Yield a notice for each mark without a partner, and one for all those beyond a hundred."""
    for start, end in unpaired[:_MOST_NOTICES]:
        span = Span.of(article.text, start, end)
        message = (
            f"the quotation mark at offset {start} has no partner; no quotation was read from it"
        )
        yield Notice(code="unpaired-mark", message=message, span=span)
    if len(unpaired) > _MOST_NOTICES:
        message = f"{len(unpaired) - _MOST_NOTICES:,} more quotation marks have no partner"
        yield Notice(code="unpaired-mark", message=message)


def _confidence(candidate: Candidate) -> float:
    given = candidate.confidence
    return confidence_of(candidate.rule) if given is None else given


def _stance(candidate: Candidate) -> Stance:
    stance = candidate.sense.stance
    return "withholds" if candidate.negated and stance in _WITHHELD else stance


def _lemma(cue: Sequence[Token]) -> str | None:
    return (cue[-1].lemma or None) if cue else None


def _spans(text: str, tokens: Iterable[Token]) -> Spans:
    """Return one span for each run of adjacent tokens."""
    runs: list[list[Token]] = []
    for token in sorted(tokens, key=position):
        if runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(Span.of(text, run[0].start, run[-1].end) for run in runs)


def _evidence(
    candidate: Candidate, who: ResolvedSpeaker | None, occasion: Occasion
) -> Iterator[Evidence]:
    by, name = _found_by(candidate)
    yield Evidence(field="quotation", by=by, name=name, detail=candidate.detail)
    for name, detail in candidate.notes:
        yield Evidence(field="quotation", by="rule", name=name, detail=detail)
    if who is not None:
        yield Evidence(field="speaker", by=who.by, name=who.rule, detail=who.detail)
    if occasion.date is not None:
        detail = f"“{occasion.date.evidence.text}”, {occasion.date_ground}"
        yield Evidence(field="date", by="rule", name=occasion.date.scope, detail=detail)
    for venue in occasion.venues:
        detail = f"“{venue.span.text}”, {occasion.venue_ground(venue)}"
        yield Evidence(field="venues", by="rule", name=venue.scope, detail=detail)


def _found_by(candidate: Candidate) -> tuple[Literal["rule", "model"], str]:
    kind, _, name = candidate.rule.partition(":")
    return ("model", name) if kind == "model" else ("rule", candidate.rule)
