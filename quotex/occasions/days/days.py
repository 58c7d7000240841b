"""The days on which words may have been said: time expressions, read as stretches of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from quotex.occasions.days.counted import Days, TimeFound, anchored
from quotex.timex.expressions import TimeExpression, time_expressions

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_NOT_PAST = frozenset({None, "PRESENT_REF", "FUTURE_REF"})
_YEAR = re.compile(r"\d{4}")
_PART = re.compile(r"(early|mid|late)\b", re.IGNORECASE)
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_UNTIL_NOW = re.compile(r"(?:earlier\s+)?(?:this|in\s+the)\s+(?:week|month|year)\b", re.IGNORECASE)
_NEXT = re.compile(
    r"(?:early\s+|late\s+|later\s+)?(?:next|tomorrow|this\s+coming)\b", re.IGNORECASE
)
# A page may be updated after the day that it bears; later words were said a year before.
_WEEK_AGO = re.compile(r"(?:just\s+)?(?:a|one)\s+week\s+ago\b", re.IGNORECASE)
_LAST_DAYS = re.compile(r"the\s+(?:last|past)\s+(week|month)\b", re.IGNORECASE)
_END_OF = re.compile(r"the\s+end\s+of\b", re.IGNORECASE)
_AHEAD = timedelta(days=7)

__all__ = ["Days", "TimeFound", "times_of"]


def times_of(text: str, published: date | None) -> list[TimeFound]:
    """Return the time expressions of ``text`` that say on which days words were spoken.

    A duration and a vague word ("recently") say nothing of the day; nor does what lies ahead of
    ``published``.
    """
    return times_and_vague(text, published)[0]


def times_and_vague(
    text: str, published: date | None
) -> tuple[list[TimeFound], list[tuple[int, int]]]:
    """Return ``times_of`` a text, and where it puts words in the past without a day.

    "Recently", "in the past" and "the following week" are vague: what was said then was said on
    another occasion than what is dated.
    """
    found: list[TimeFound] = []
    vague: list[tuple[int, int]] = []
    for expression in time_expressions(text, published):
        days = _days(expression, published)
        if days is not None:
            found.append(TimeFound(expression.start, expression.end, days))
        elif expression.type == "DATE" and expression.value not in _NOT_PAST:
            vague.append((expression.start, expression.end))
    return anchored(text, found), vague


def _days(expression: TimeExpression, published: date | None) -> Days | None:
    value = expression.value
    if value is None or expression.type not in {"DATE", "TIME"}:
        return None
    if published is not None and _WEEK_AGO.match(expression.text):
        return published - timedelta(days=7), published - timedelta(days=7)
    if _END_OF.match(expression.text):
        return None
    if published is not None and (match := _LAST_DAYS.match(expression.text)):
        return published - timedelta(days=7 if match[1].lower() == "week" else 30), published
    try:
        days = _covered(value, expression.text)
        if days is None:
            return None
        return _said(days, expression.text, published, is_month=bool(_MONTH.fullmatch(value)))
    except (ValueError, OverflowError):
        return None


def _covered(value: str, words: str) -> Days | None:
    if match := _DAY.fullmatch(value):
        day = date.fromisoformat(match[1])
        return day, day
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    if match := _MONTH.fullmatch(value):
        return _third(_months(int(match[1]), int(match[2]), 1), words)
    if match := _QUARTER.fullmatch(value):
        return _months(int(match[1]), 3 * int(match[2]) - 2, 3)
    if match := _SEASON.fullmatch(value):
        return _months(int(match[1]), _FIRST_MONTH[match[2]], 3)
    if _YEAR.fullmatch(value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    return None


def _third(month: Days, words: str) -> Days:
    """Return the part of a month that "early", "mid" or "late" says: ten days, or what is left."""
    part = _PART.match(words)
    if part is None:
        return month
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, 31)}[part[1].lower()]
    return month[0].replace(day=first), month[0].replace(day=min(last, month[1].day))


def _months(year: int, first: int, count: int) -> Days:
    last_year, last = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


def _said(days: Days, words: str, published: date | None, *, is_month: bool) -> Days | None:
    """Bring days in line with the day of publication: words in print were said before it."""
    start, end = days
    if published is None:
        return days
    if _UNTIL_NOW.match(words) and start <= published:
        return start, min(end, published)
    if start > published and not (words[-1].isdigit() or is_month):
        return None  # "Tuesday" that is still to come
    if start <= published + (timedelta(0) if is_month else _AHEAD) and not _NEXT.match(words):
        return days
    if _NEXT.match(words) or str(start.year) in words or start.year == date.min.year:
        return None
    moved = _year_earlier(start), _year_earlier(end)
    return moved if moved[0] <= published else None


def _year_earlier(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))
