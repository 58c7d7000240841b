"""The days that a TIMEX3 value covers."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quotex.timex import calendar as cal

Days = tuple[date, date]

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-[A-Z]{2})?")  # with letters, its weekend
_MONTHS = re.compile(
    r"(\d{4})-(?:(?P<month>\d\d)|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>[A-Z]{2}))"
)
_YEARS = re.compile(r"\d{2,4}")
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # their first months; each has three


def days_of(value: str) -> Days | None:
    """Return the first and last day of a value, or None if it is not a part of the calendar.

    A part of a day is that day, winter begins in December, a decade in a year that ends in 0.
    """
    try:
        return _days_of(value)
    except ValueError:  # a week 54, the year 0
        return None


def _days_of(value: str) -> Days | None:
    if match := _DAY.fullmatch(value):
        day = date.fromisoformat(match[1])
        return day, day
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    if match := _MONTHS.fullmatch(value):
        return _months(int(match[1]), match)
    if _YEARS.fullmatch(value):
        first, last = value.ljust(4, "0"), value.ljust(4, "9")
        return date(int(first), 1, 1), date(int(last), 12, 31)
    return None


def _months(year: int, match: re.Match[str]) -> Days | None:
    if match["month"]:
        first, count = int(match["month"]), 1
    elif match["quarter"]:
        first, count = 3 * int(match["quarter"]) - 2, 3
    elif match["half"]:
        first, count = 6 * int(match["half"]) - 5, 6
    elif match["season"] in _SEASONS:
        first, count = _SEASONS[match["season"]], 3
    else:
        return None
    start = date(year, first, 1)
    after = date.fromisoformat(f"{cal.month(year, first + count)}-01")
    return start, after - timedelta(days=1)
