"""The days on which words may have been said: time expressions, read as stretches of days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter

from quotex.languages import Language
from quotex.languages.patterns import Patterns
from quotex.occasions.days.anchored import with_anchored_days
from quotex.occasions.days.counted import with_counted_days
from quotex.occasions.days.times import Days, FoundTime
from quotex.quotations.candidate import Bounds
from quotex.timex.days import UPDATES
from quotex.timex.expressions import TimeExpression, time_expressions

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_YEAR = re.compile(r"\d{4}")
_NOT_PAST = frozenset({None, "PRESENT_REF", "FUTURE_REF"})
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PARTS = {"first_days": (1, 10), "middle_days": (11, 20), "last_days": (21, 31)}
_LAST_WEEK, _LAST_MONTH = timedelta(days=7), timedelta(days=30)


def times_and_vague(
    text: str,
    published: date | None,
    language: Language,
    is_quoted: Callable[[int], bool] = lambda _: False,
) -> tuple[list[FoundTime], list[Bounds]]:
    """Return the expressions in ``text`` that give days, and the bounds of the vague ones.

    Those at offsets in quoted words, by ``is_quoted``, are left out: nothing is counted from them.

    A duration gives no day; days after ``published`` are marked as ahead. "Recently", "in the past"
    and "the following week" are vague: they set words in the past without a day, and on another
    occasion than what is dated.
    """
    found: list[FoundTime] = []
    ahead: list[FoundTime] = []
    vague: list[Bounds] = []
    for expression in time_expressions(text, published):
        if is_quoted(expression.start):
            continue
        days = _days(expression, published, language.patterns)
        coming = _coming_day(expression, published) if published is not None else None
        if days is not None:
            found.append(FoundTime(expression.start, expression.end, days, coming=coming))
        elif coming is not None:
            ahead.append(FoundTime(expression.start, expression.end, coming, is_ahead=True))
        elif expression.type == "DATE" and not _gives_no_day(expression.value):
            vague.append((expression.start, expression.end))
    dated = with_anchored_days(text, with_counted_days(text, found, language), language)
    return sorted([*dated, *ahead], key=attrgetter("start")), vague


def _gives_no_day(value: str | None) -> bool:
    """Whether an expression never says when words were said; quarters are about figures."""
    return value in _NOT_PAST or _QUARTER.fullmatch(value or "") is not None


def _coming_day(expression: TimeExpression, published: date) -> Days | None:
    """Return the day that an expression names if it is still to come."""
    match = _DAY.fullmatch(expression.value or "")
    day = date.fromisoformat(match[1]) if match else published
    return (day, day) if day > published else None


def _days(expression: TimeExpression, published: date | None, patterns: Patterns) -> Days | None:
    value, words = expression.value, expression.text
    if value is None or expression.type not in {"DATE", "TIME"}:
        return None
    if published is not None and patterns.week_ago.match(words):
        return published - _LAST_WEEK, published - _LAST_WEEK
    if patterns.end_of.match(words):
        return None
    if published is not None and (match := patterns.last_days.match(words)):
        return published - (_LAST_WEEK if match["week"] else _LAST_MONTH), published
    try:
        days = _days_of_value(value, words, patterns.month_part)
        if days is None or published is None:
            return days
        return _before_publication(
            days, words, published, patterns, is_month=bool(_MONTH.fullmatch(value))
        )
    except (ValueError, OverflowError):
        return None


def _days_of_value(value: str, words: str, month_part: re.Pattern[str]) -> Days | None:
    """Return the days of a TIMEX3 value; ``words`` may say which part of a month is meant."""
    if match := _DAY.fullmatch(value):
        day = date.fromisoformat(match[1])
        return day, day
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    if match := _MONTH.fullmatch(value):
        return _part_of_month(_months(int(match[1]), int(match[2]), 1), month_part.match(words))
    if match := _SEASON.fullmatch(value):
        return _months(int(match[1]), _FIRST_MONTH[match[2]], 3)
    if _YEAR.fullmatch(value):
        return date(int(value), 1, 1), date(int(value), 12, 31)
    return None


def _part_of_month(month: Days, match: re.Match[str] | None) -> Days:
    """Return the part of a month that "early", "mid" or "late" means: days 1-10, 11-20, 21 on."""
    if match is None:
        return month
    first, last = _PARTS[match.lastgroup or ""]
    return month[0].replace(day=first), month[0].replace(day=min(last, month[1].day))


def _months(year: int, first: int, count: int) -> Days:
    last_year, last = year + (first + count - 2) // 12, (first + count - 2) % 12 + 1
    return date(year, first, 1), date(last_year, last, monthrange(last_year, last)[1])


def _before_publication(
    days: Days, words: str, published: date, patterns: Patterns, *, is_month: bool
) -> Days | None:
    """Adjust days to the day of publication: words were said before they were published."""
    start, end = days
    if patterns.until_now.match(words) and start <= published:
        return start, min(end, published)
    if start > published and not (_has_digit(words) or is_month):
        return None  # "Tuesday" that is still to come
    is_to_come = patterns.still_to_come.match(words) is not None
    if not is_to_come and start <= published + (timedelta(0) if is_month else UPDATES):
        return days
    if is_to_come or str(start.year) in words or start.year == date.min.year:
        return None
    moved = _year_earlier(start), _year_earlier(end)
    return moved if moved[0] <= published else None


def _has_digit(words: str) -> bool:
    return any(letter.isdigit() for letter in words)


def _year_earlier(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))
