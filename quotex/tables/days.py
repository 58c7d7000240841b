"""Reads a day of publication from a cell or an argument, if there is only one way to read it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from math import isfinite

from quotex.document.publication import is_likely
from quotex.errors import InputError
from quotex.tables.cells import plain
from quotex.timex.expressions import time_expressions

_EXPECTED = 'a date, or text like "2024-05-09"'
_TIME = r"(?:(?:T|\s+)\d{1,2}:?\d\d.*)?"
_ISO = re.compile(
    rf"(?P<year>\d{{4}})(?P<part>[-/.])(?P<month>\d\d?)(?P=part)(?P<day>\d\d?){_TIME}"
)
_ISO_DIGITS = re.compile(rf"(?P<year>\d{{4}})(?P<month>\d\d)(?P<day>\d\d){_TIME}")
_NUMBERS = re.compile(
    r"(?P<one>\d{1,2})(?P<part>[-/.])\s?(?P<two>\d{1,2})(?P=part)\s?(?P<year>\d{4}|\d\d)(?:,?\s+\d.*)?"
)
_TIME_AFTER = re.compile(r",?\s+\d{1,2}:\d\d.*$")
_SECONDS = (10**8, 10**11)  # since 1970: the years 1973 to 5138
_THOUSANDS = 1000  # milliseconds, microseconds, nanoseconds


def as_day(cell: object, *, day_first: bool | None = None) -> date:
    """Return the day in a cell; for a time with a time zone, the day in that zone.

    ``day_first`` says how to read "9/5/2024"; without it, one of the numbers must not be a month.

    Raises:
        InputError: there is no day, it is ambiguous, or nothing can have been published on it.
    """
    if isinstance(cell, datetime):
        day = cell.date()
    elif isinstance(cell, date):
        day = cell
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
        day = _day_from_number(cell)
    elif isinstance(cell, str):
        day = _day_from_text(" ".join(cell.split()), day_first)
    else:
        raise InputError(f"expected {_EXPECTED}, got {type(cell).__name__} {_shown(cell)}")
    if not is_likely(day):
        raise InputError(f"nothing can have been published on {day.isoformat()}; leave it empty")
    return day


def given_day(published: object) -> date | None:
    """Return the day that a caller gave for one article, in any form that ``as_day`` reads.

    None, and what libraries use in its place (such as pandas.NaT), is no day.

    Raises:
        InputError: it cannot be read as a day.
    """
    cell = plain(published)
    if cell is None:
        return None
    try:
        return as_day(cell)
    except InputError as error:
        reason = error.args[0]
    except (ValueError, OverflowError) as error:
        reason = f"{_shown(published)} cannot be read as a day ({error}); expected {_EXPECTED}"
    raise InputError(f"published: {reason}")


def _day_from_number(cell: float) -> date:
    if not isfinite(cell):
        raise InputError(f"the number {cell:g} is not a day; expected {_EXPECTED}")
    whole = int(cell)
    if whole == cell and 16_000_101 <= whole <= 21_991_231:
        return _day_from_text(str(whole), None)
    seconds, (lower, upper) = abs(float(cell)), _SECONDS
    while seconds >= upper:
        seconds /= _THOUSANDS
    if cell > 0 and seconds >= lower:
        return datetime.fromtimestamp(seconds, UTC).date()
    raise InputError(f"the number {cell:g} is not a day; expected {_EXPECTED}")


def _day_from_text(text: str, day_first: bool | None) -> date:
    if match := _ISO.fullmatch(text) or _ISO_DIGITS.fullmatch(text):
        return _calendar_day(text, match["year"], match["month"], match["day"])
    if match := _NUMBERS.fullmatch(text):
        return _day_from_digits(text, match, day_first)
    found = (
        _day_from_words(text) or _day_from_words(_TIME_AFTER.sub("", text)) or _day_from_mail(text)
    )
    if found is None:
        raise InputError(f"{_shown(text)} cannot be read as a day; expected {_EXPECTED}")
    return found


def _day_from_digits(text: str, match: re.Match[str], day_first: bool | None) -> date:
    one, two, year = match["one"], match["two"], match["year"]
    if len(year) == 2:
        raise InputError(f"{_shown(text)} has a two-digit year; expected {_EXPECTED}")
    if day_first is None and match["part"] == ".":
        day_first = True  # dates with full stops have the day first
    if day_first is None:
        if int(one) <= 12 and int(two) <= 12 and one != two:
            either = _calendar_day(text, year, one, two), _calendar_day(text, year, two, one)
            raise InputError(
                f"{_shown(text)} may be {either[0]} or {either[1]}; give day_first=True or False "
                "if it is in a table, or write it as YYYY-MM-DD"
            )
        day_first = int(one) > 12
    month, day = (two, one) if day_first else (one, two)
    return _calendar_day(text, year, month, day)


def _day_from_words(text: str) -> date | None:
    """Return the day of "9 May 2024" or "Thursday, May 9, 2024"."""
    found = time_expressions(text)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(text)):
        return None
    value = (found[0].value or "")[:10]
    return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None


def _day_from_mail(text: str) -> date | None:
    """Return the day of "Thu, 09 May 2024 07:00:00 +0100"."""
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        return None


def _calendar_day(text: str, year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise InputError(f"{_shown(text)} is not a calendar day; expected {_EXPECTED}") from None


def _shown(cell: object) -> str:
    shown = repr(cell)
    return shown if len(shown) <= 60 else shown[:57] + "..."
