"""Writes extractions as flat rows, one per quotation, for CSV files, databases and tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from quotex.records import ArticleIdentity, Provenance, Quotation, Spans, joined
from quotex.records.given import several

if TYPE_CHECKING:
    from quotex.records import ExtractionRecord

COLUMNS: tuple[str, ...] = (
    "article_id", "published", "title", "quotation_id", "start", "end", "kind", "mode", "stance",
    "content", "cue", "cue_lemma", "source", "speaker", "speaker_kind", "speaker_named",
    "speaker_role", "speaker_country", "anonymity", "anonymity_reason", "date_from", "date_to",
    "date_scope", "date_evidence", "venues", "confidence", "rule", "content_spans", "cue_spans",
    "source_spans", "within", "section", "publisher", "url", "model", "engine", "version",
)  # fmt: skip


def rows(extractions: Iterable[ExtractionRecord]) -> Iterator[dict[str, object]]:
    """Yield one flat row per quotation, with its keys in the order of ``COLUMNS``.

    Dates are ``datetime.date``; ``venues`` is a list of "kind: text"; the ``*_spans`` are lists of
    ``(start, end)``; ``model`` is the trained model that found the quotations, or "rules" without
    one; ``version`` is that of quotex. Unknown values are None. An article that could not be read
    has no rows.

    Raises:
        InputError: the input is not several extractions.
    """
    return (row for extraction in several(extractions) for row in _rows(extraction))


def _rows(extraction: ExtractionRecord) -> Iterator[dict[str, object]]:
    for quotation in extraction.quotations:
        yield {
            **_row(extraction.article, quotation),
            **_circumstances(extraction.article, quotation),
            **_made_by(extraction.made_by),
        }


def to_csv(extractions: Iterable[ExtractionRecord], stream: TextIO) -> None:
    """Write a header and the rows to ``stream``, a text file opened with ``newline=""``.

    Lists are written as JSON, dates in ISO form, and unknown values as empty fields. Text is not
    escaped: a spreadsheet may take a field that begins with ``=`` for a formula.
    """
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    for row in rows(extractions):
        writer.writerow({name: _field(value) for name, value in row.items()})


def _row(article: ArticleIdentity, quotation: Quotation) -> dict[str, object]:
    return {
        "article_id": article.id,
        "published": article.published,
        "title": article.title,
        "quotation_id": quotation.id,
        "start": quotation.content[0].start,
        "end": quotation.content[-1].end,
        "kind": quotation.kind,
        "mode": quotation.mode,
        "stance": quotation.stance,
        "content": quotation.text,
        "cue": joined(quotation.cue) or None,
        "cue_lemma": quotation.cue_lemma,
        "source": joined(quotation.source) or None,
        **_speaker(quotation),
        **_anonymity(quotation),
        **_date(quotation),
        "venues": [f"{venue.kind}: {venue.span.text}" for venue in quotation.venues],
        "confidence": quotation.confidence,
        "rule": next((e.name for e in quotation.evidence if e.field == "quotation"), None),
        "content_spans": _offsets(quotation.content),
        "cue_spans": _offsets(quotation.cue),
        "source_spans": _offsets(quotation.source),
        "within": quotation.within,
    }


def _circumstances(article: ArticleIdentity, quotation: Quotation) -> dict[str, object]:
    return {"section": quotation.section, "publisher": article.publisher, "url": article.url}


def _made_by(made_by: Provenance | None) -> dict[str, object]:
    if made_by is None:
        return {"model": None, "engine": None, "version": None}
    model = made_by.models.get("attribution", "rules")
    return {"model": model, "engine": made_by.engine, "version": made_by.quotex}


def _speaker(quotation: Quotation) -> dict[str, object]:
    speaker = quotation.speaker
    return {
        "speaker": speaker and speaker.name,
        "speaker_kind": speaker and speaker.kind,
        "speaker_named": speaker and speaker.named,
        "speaker_role": speaker and speaker.role,
        "speaker_country": speaker and speaker.country,
    }


def _anonymity(quotation: Quotation) -> dict[str, object]:
    found = quotation.anonymity
    reason = found.reason if found is not None else None
    return {
        "anonymity": found and found.span.text,
        "anonymity_reason": reason and reason.text,
    }


def _date(quotation: Quotation) -> dict[str, object]:
    date = quotation.date
    return {
        "date_from": date and date.from_,
        "date_to": date and date.to,
        "date_scope": date and date.scope,
        "date_evidence": date and date.evidence.text,
    }


def _offsets(spans: Spans) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _field(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
