"""Reads records back from a bank."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotex.records import ArticleIdentity, BankQuotation, Quotation, Speaker
from quotex.result import Extraction


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation as the bank holds it."""

    number: int
    article: ArticleIdentity
    quotation: Quotation
    speaker_id: str | None
    context: str

    def search_result(self, score: float) -> BankQuotation:
        """Return it as a search result."""
        return BankQuotation(
            article=self.article,
            quotation=self.quotation,
            speaker_id=self.speaker_id,
            context=self.context,
            score=score,
        )


def rows(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[Row]:
    """Return the quotations with these numbers, in this order."""
    found = connection.execute(
        "SELECT q.number, a.record, q.record, s.identity, q.context, q.article FROM quotations q "
        "JOIN articles a ON a.number = q.article LEFT JOIN speakers s ON s.number = q.speaker "
        f"WHERE q.number IN ({', '.join('?' * len(numbers))})",
        numbers,
    ).fetchall()
    by_number = {
        number: Row(
            number=number,
            article=ArticleIdentity.model_validate(json.loads(article)["article"]),
            quotation=_with_mentions(connection, Quotation.model_validate_json(record), place),
            speaker_id=identity,
            context=context,
        )
        for number, article, record, identity, context, place in found
    }
    return [by_number[number] for number in numbers if number in by_number]


def _with_mentions(connection: sqlite3.Connection, quotation: Quotation, article: int) -> Quotation:
    """Return a quotation with its speaker's mentions, even if another quotation holds them."""
    speaker = quotation.speaker
    if speaker is None or speaker.mentions_in is None:
        return quotation
    holder = connection.execute(
        "SELECT json_extract(record, '$.speaker') FROM quotations WHERE article = ? AND id = ?",
        (article, speaker.mentions_in),
    ).fetchone()
    if holder is None:
        return quotation
    mentions = Speaker.model_validate_json(holder[0]).mentions
    changed = speaker.model_copy(update={"mentions": mentions, "mentions_in": None})
    return quotation.model_copy(update={"speaker": changed})


def extractions(connection: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Extraction]:
    """Yield the articles with these ids that are in the bank."""
    for article_id in ids:
        row = connection.execute(
            "SELECT number, record FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if row is not None:
            yield Extraction.model_validate(_record(connection, *row))


def records(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    """Yield the JSON forms of all articles, sorted by id."""
    articles = connection.execute("SELECT number, record FROM articles ORDER BY id")
    for number, record in articles:
        yield _record(connection, number, record)


def _record(connection: sqlite3.Connection, number: int, record: str) -> dict[str, Any]:
    quotations = connection.execute(
        "SELECT record FROM quotations WHERE article = ? ORDER BY place", (number,)
    )
    data: dict[str, Any] = json.loads(record)
    own = [json.loads(quotation) for (quotation,) in quotations]
    return {key: own if key == "quotations" else data.get(key) for key in _in_order(data)}


def _in_order(data: dict[str, Any]) -> list[str]:
    """Return the keys of the JSON form in order, including that of the quotations."""
    keys = list(data)
    keys.insert(keys.index("article") + 1, "quotations")
    return keys
