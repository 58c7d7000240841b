"""Finds quotations in a bank by their words, speaker, days and publisher."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quotex.bank.reading import Row, rows
from quotex.bank.speakers import Speakers
from quotex.errors import InputError

Day = date | str


@dataclass(frozen=True, slots=True)
class Filter:
    """Conditions on a quotation other than its words, as SQL and its values."""

    sql: str
    values: tuple[object, ...]


class Index:
    """Looks up the quotations of an open bank."""

    def __init__(self, connection: sqlite3.Connection, speakers: Speakers) -> None:
        self.connection = connection
        self.speakers = speakers

    def filter(
        self,
        *,
        speaker: str | None = None,
        after: Day | None = None,
        before: Day | None = None,
        publisher: str | None = None,
    ) -> Filter:
        """Return the filter for these conditions.

        Raises:
            InputError: a day is invalid.
        """
        conditions: list[str] = []
        values: list[object] = []
        if speaker and speaker.strip():
            numbers = self.speakers.numbers_of(speaker)
            conditions.append(f"q.speaker IN ({', '.join('?' * len(numbers))})")
            values += numbers
        if after is not None:
            conditions.append("coalesce(q.last_day, a.published) >= ?")
            values.append(as_day("after", after))
        if before is not None:
            conditions.append("coalesce(q.first_day, a.published) <= ?")
            values.append(as_day("before", before))
        if publisher is not None:
            conditions.append("a.publisher = ? COLLATE NOCASE")
            values.append(publisher)
        return Filter("".join(f" AND {condition}" for condition in conditions), tuple(values))

    def matching(self, query: str, kept: Filter, limit: int) -> list[tuple[int, float]]:
        """Return the numbers of the best matches with their scores; higher is better."""
        joined = (
            "JOIN quotations q ON q.number = w.rowid JOIN articles a ON a.number = q.article"
            if kept.sql
            else ""
        )
        found = self.connection.execute(
            f"SELECT w.rowid, -rank FROM quotation_words w {joined} "
            f"WHERE quotation_words MATCH ?{kept.sql} ORDER BY rank LIMIT ?",
            (query, *kept.values, limit),
        )
        return [(int(number), float(score)) for number, score in found]

    def latest(self, kept: Filter, limit: int) -> list[tuple[int, float]]:
        """Return the numbers of the latest quotations, for a search without words."""
        found = self.connection.execute(
            "SELECT q.number FROM quotations q JOIN articles a ON a.number = q.article "
            f"WHERE true{kept.sql} "
            "ORDER BY coalesce(q.last_day, a.published) DESC, a.id, q.place LIMIT ?",
            (*kept.values, limit),
        )
        return [(int(number), 1.0) for (number,) in found]

    def has_any(self, kept: Filter) -> bool:
        """Return whether any quotation passes the filter."""
        found = self.connection.execute(
            "SELECT EXISTS (SELECT 1 FROM quotations q JOIN articles a ON a.number = q.article "
            f"WHERE true{kept.sql})",
            kept.values,
        )
        return bool(found.fetchone()[0])

    def rows(self, numbers: Sequence[int]) -> list[Row]:
        """Return the quotations with these numbers, in this order."""
        return rows(self.connection, numbers)

    def stems(self, numbers: Sequence[int]) -> list[tuple[int, str]]:
        """Return the numbers of quotations with their words as indexed."""
        marks = ", ".join("?" * len(numbers))
        return self.connection.execute(
            f"SELECT number, stems FROM quotations WHERE number IN ({marks})", numbers
        ).fetchall()

    def size(self) -> int:
        """Return the approximate number of quotations, without counting them."""
        return int(self.connection.execute("SELECT max(number) FROM quotations").fetchone()[0] or 0)

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """Return the number of quotations that contain each indexed word."""
        counts = {}
        for word in dict.fromkeys(words):
            row = self.connection.execute(
                "SELECT doc FROM quotation_terms WHERE term = ? AND col = 'stems'", (word,)
            ).fetchone()
            counts[word] = 0 if row is None else int(row[0])
        return counts


def as_day(name: str, given: Day) -> str:
    """Return a day in the bank's format.

    Raises:
        InputError: it is not a valid day.
    """
    if isinstance(given, datetime):
        return given.date().isoformat()
    if isinstance(given, date):
        return given.isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except (TypeError, ValueError):
        raise InputError(f"{name}={given!r} is not a day; write it as YYYY-MM-DD") from None
