"""Converts extractions to tab-separated values: one row per span, with its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quotex.exports.common import Identifiers, identifiers, interval
from quotex.records import ExtractionRecord, KnownSpeaker, Quotation, Span, Spans
from quotex.records.given import several

TSV_COLUMNS: tuple[str, ...] = (
    "article_id", "quotation_id", "role", "part", "start", "end", "text", "value", "scope",
    "speaker_id",
)  # fmt: skip

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def to_tsv(extractions: Iterable[ExtractionRecord], *, people: Iterable[KnownSpeaker] = ()) -> str:
    """Return a header and a row for each span of each quotation; lines end with a line feed.

    ``role`` is content, cue, source, date or venue; ``part`` numbers the spans of one role from 1.
    ``start`` and ``end`` are half-open and count code points. ``value`` describes the span: the
    kind, mode and stance of content, the lemma of a cue, the speaker's name for a source, the ISO
    interval of a date, the kind of a venue. ``scope`` is given for dates and venues; ``speaker_id``
    is the identifier from ``people``. Fields are not quoted: a backslash is doubled, and a tab, a
    line feed or a carriage return is written as a backslash and "t", "n" or "r". Unknown values are
    empty.

    Raises:
        InputError: the input is not several extractions.
    """
    known = identifiers(people)
    lines = ["\t".join(TSV_COLUMNS)]
    for extraction in several(extractions):
        for quotation in extraction.quotations:
            lines += _lines(extraction.article.id, quotation, known)
    return "\n".join(lines) + "\n"


def _lines(article_id: str, quotation: Quotation, known: Identifiers) -> Iterator[str]:
    identifier = known.get((article_id, quotation.id), "")
    parts: dict[str, int] = {}
    for role, span, value, scope in _roles(quotation):
        parts[role] = parts.get(role, 0) + 1
        cells = (article_id, quotation.id, role, parts[role], span.start, span.end)
        row = (*cells, span.text, value, scope, identifier)
        yield "\t".join(str(cell).translate(_ESCAPES) for cell in row)


def _roles(quotation: Quotation) -> Iterator[tuple[str, Span, str, str]]:
    """Yield the role, span, value and scope of each row."""
    speaker, day = quotation.speaker, quotation.date
    facts = f"{quotation.kind} {quotation.mode} {quotation.stance}"
    name = speaker.name if speaker is not None else ""
    spans_by_role: tuple[tuple[str, Spans, str], ...] = (
        ("content", quotation.content, facts),
        ("cue", quotation.cue, quotation.cue_lemma or ""),
        ("source", quotation.source, name),
    )
    for role, spans, value in spans_by_role:
        for span in spans:
            yield role, span, value, ""
    if day is not None:
        yield "date", day.evidence, interval(day), day.scope
    for venue in quotation.venues:
        yield "venue", venue.span, venue.kind, venue.scope
