"""The day of publication, if a byline or a dateline in the text gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from quotex.document.paragraphs import Paragraph
from quotex.languages import Language
from quotex.records import PublishedFrom
from quotex.timex.expressions import TimeExpression, time_expressions

_READ_CHARS = 6_000
_LONGEST_BYLINE = 160
_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLACE = re.compile(
    r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, [A-Z][\w.]+){0,2}(?:,|\s[–—-])? ?"
)
_DASH = re.compile(r",? ?(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)? ?(?:[–—]|--?)(?:\s|$)")
# A place not in capitals, or in brackets, needs more context: "Wick, 3 May 2014 — The".
_TOWN = r"[A-Z][\w.’'-]*(?: [a-z]{2,4}(?= [A-Z])| [A-Z][\w.’'-]*){0,3}(?:, [A-Z][\w.]+){0,2}"
_TOWN_BEFORE = re.compile(rf"{_TOWN}(?:,| ?(?:[–—]|--?)) ?")
_DASH_AND_CAPITAL = re.compile(rf"{_DASH.pattern}[\"“‘']?[A-Z]")
_BRACKET_BEFORE = re.compile(rf"(?:{_TOWN} ?[(\[]|[(\[]{_TOWN}, ?)")
_BRACKET_AFTER = re.compile(r"[)\]] ?(?:(?:[–—]|--?)\s|[\"“‘']?[A-Z])")
_IN_BRACKETS = re.compile(r" ?\([A-Z][^()\n]{1,40}\) ?(?:[–—]|--?)\s")
# Nothing read here was published outside these years; programs write such days for unknown ones.
_FIRST_YEAR, _LAST_YEAR = 1600, 2199


def is_likely(day: date) -> bool:
    """Return whether a day is plausible as one of publication: the year 1 is an empty field."""
    return _FIRST_YEAR <= day.year <= _LAST_YEAR


def publication_day(
    paragraphs: Iterable[Paragraph], language: Language
) -> tuple[date, PublishedFrom] | None:
    """Return the day, with its year, given by a byline or dateline in the first paragraphs."""
    for paragraph in paragraphs:
        if paragraph.start >= _READ_CHARS:
            break
        line = paragraph.tidy.text
        for day in _calendar_days(line[:_LONGEST_BYLINE], language):
            before, after = line[: day.start], line[day.end :]
            kind = _kind(before, after, language, whole=len(line) <= _LONGEST_BYLINE)
            found = date.fromisoformat((day.value or "")[:10])
            if kind is not None and is_likely(found):
                return found, kind
    return None


def _calendar_days(line: str, language: Language) -> list[TimeExpression]:
    """Return the expressions that give a day with its year."""
    found = time_expressions(line, language=language.code)
    return [e for e in found if _CALENDAR_DAY.match(e.value or "")]


def _kind(before: str, after: str, language: Language, *, whole: bool) -> PublishedFrom | None:
    forms = language.patterns
    if whole and forms.byline.fullmatch(before) and forms.behind_byline.fullmatch(after):
        return "byline"
    if _PLACE.fullmatch(before) and _DASH.match(after):
        return "dateline"
    if _TOWN_BEFORE.fullmatch(before) and _DASH_AND_CAPITAL.match(after):
        return "dateline"
    if _BRACKET_BEFORE.fullmatch(before) and _BRACKET_AFTER.match(after):
        return "dateline"
    return "dateline" if not before.strip() and _IN_BRACKETS.match(after) else None
