"""Writes articles to a bank: each only once, with a newer version replacing the older one."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from quotex.bank.context import context
from quotex.bank.speakers import Speakers
from quotex.bank.words import indexed
from quotex.errors import InputError
from quotex.records import ExtractionRecord, Quotation, Speaker
from quotex.wording import wording

Outcome = Literal["added", "replaced", "unchanged"]
_ARTICLE = "id, published, publisher, title, url, text_sha256, sha256, record"
_QUOTATION = (
    "article, place, id, kind, mode, stance, text, stems, context, speaker, first_day, last_day, "
    "confidence, record"
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be written, prepared before the bank is locked."""

    id: str
    sha256: str
    article: tuple[object, ...]
    quotations: tuple[tuple[Speaker | None, dict[str, object]], ...]


def digest(extraction: ExtractionRecord) -> str:
    """Return the hash of a record, for telling whether another is the same.

    Raises:
        InputError: the record contains a lone surrogate, which cannot be written to a file.
    """
    try:
        return hashlib.sha256(extraction.to_json().encode()).hexdigest()
    except UnicodeEncodeError:
        raise InputError(
            f"article {extraction.article.id!r} contains a lone surrogate; decode the bytes it "
            "came from as UTF-8 with errors='replace'"
        ) from None


def known_digest(connection: sqlite3.Connection, article_id: str) -> str | None:
    """Return the hash of the bank's record of an article, or None if there is none."""
    row = connection.execute("SELECT sha256 FROM articles WHERE id = ?", (article_id,)).fetchone()
    return None if row is None else str(row[0])


def prepared(extraction: ExtractionRecord, sha256: str) -> Prepared:
    """Return an article ready to be written."""
    written, article = extraction.to_dict(), extraction.article
    records = written.pop("quotations")
    return Prepared(
        id=article.id,
        sha256=sha256,
        article=(
            article.id,
            article.published and article.published.isoformat(),
            article.publisher,
            article.title,
            article.url,
            article.text_sha256,
            sha256,
            _json(written),
        ),
        quotations=tuple(
            (quotation.speaker, _row(place, quotation, record, extraction.text))
            for place, (quotation, record) in enumerate(zip(extraction, records, strict=True))
        ),
    )


def _row(
    place: int, quotation: Quotation, record: dict[str, Any], text: str | None
) -> dict[str, object]:
    day = quotation.date
    return {
        "place": place,
        "id": quotation.id,
        "kind": quotation.kind,
        "mode": quotation.mode,
        "stance": quotation.stance,
        "text": quotation.text,
        "stems": " ".join(indexed(wording(quotation.text))),
        "context": context(quotation, text),
        "first_day": day and day.from_.isoformat(),
        "last_day": day and day.to.isoformat(),
        "confidence": quotation.confidence,
        "record": _json(record),
    }


def write(connection: sqlite3.Connection, speakers: Speakers, given: Prepared) -> Outcome:
    """Write an article; call this inside a transaction."""
    known = known_digest(connection, given.id)
    if known == given.sha256:
        return "unchanged"
    connection.execute("DELETE FROM articles WHERE id = ?", (given.id,))
    made = connection.execute(
        f"INSERT INTO articles ({_ARTICLE}) VALUES ({_marks(given.article)})", given.article
    ).lastrowid
    numbers: dict[tuple[object, ...], int] = {}
    for speaker, row in given.quotations:
        number = None
        if speaker is not None:
            key = (speaker.name, speaker.kind, speaker.named, speaker.country)
            if key not in numbers:
                numbers[key] = speakers.number(speaker)
            number = numbers[key]
        values = {**row, "article": made, "speaker": number}
        connection.execute(
            f"INSERT INTO quotations ({_QUOTATION}) VALUES "
            f"({', '.join(f':{name}' for name in _QUOTATION.split(', '))})",
            values,
        )
    return "added" if known is None else "replaced"


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
