"""The day of publication, where a byline or a dateline of the text itself tells it."""

from __future__ import annotations

import re
from datetime import date

from quotex.document.normalise import normalise
from quotex.document.paragraphs import paragraphs
from quotex.records import PublishedFrom
from quotex.timex.expressions import TimeExpression, time_expressions

_READ_CHARS = 6_000
_LONGEST_BYLINE = 160
_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s*)?"
_PART = r"[\s|•·,/–—-]*"
_CLOCK = r"(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}\b)?"
_PUBLISHED = re.compile(
    rf"(?:by\s[^.!?\n]{{2,80}}?{_PART})?"
    r"(?:(?:first\s+|originally\s+)?(?:published|posted|issued|released|date|dated)\b)?"
    rf"\s*(?:on\b|at\b)?[:\s]*{_PART}(?:{_CLOCK}{_PART})?{_WEEKDAY}",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"{_PART}(?:{_CLOCK})?{_PART}(?:(?:last\s+)?(?:updated|modified)\b.*|\d+ min(?:ute)?s? read)?",
    re.IGNORECASE | re.DOTALL,
)
_PLACE = re.compile(
    r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}(?:, [A-Z][\w.]+){0,2}(?:,|\s[–—-])? ?"
)
_DASH = re.compile(r",? ?(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)? ?(?:[–—]|--?)(?:\s|$)")


def publication_day(text: str) -> tuple[date, PublishedFrom] | None:
    """Return the day that a byline or dateline among the first paragraphs gives, with the year."""
    head = text[:_READ_CHARS]
    for start, end in paragraphs(head):
        line = normalise(head, start, end).text
        for day in _calendar_days(line[:_LONGEST_BYLINE]):
            before, behind = line[: day.start], line[day.end :]
            kind = _kind(before, behind, whole=len(line) <= _LONGEST_BYLINE)
            if kind is not None:
                return date.fromisoformat((day.value or "")[:10]), kind
    return None


def _calendar_days(line: str) -> list[TimeExpression]:
    """Return the expressions that name a day with its year."""
    return [e for e in time_expressions(line) if _CALENDAR_DAY.match(e.value or "")]


def _kind(before: str, behind: str, *, whole: bool) -> PublishedFrom | None:
    if whole and _PUBLISHED.fullmatch(before) and _BEHIND.fullmatch(behind):
        return "byline"
    if _PLACE.fullmatch(before) and _DASH.match(behind):
        return "dateline"
    return None
