"""The day on which words were said, from a time expression beside the cue."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

Days = tuple[date, date]

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PATTERNS = tuple(
    (name, re.compile(pattern, re.IGNORECASE if name not in {"month day", "in month"} else 0))
    for name, pattern in (
        (
            "month day",
            rf"\b(?P<month>{_MONTH})\s(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?",
        ),
        (
            "month day",
            rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<month>{_MONTH})\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?",
        ),
        ("in month", rf"\b(?<=\b[Ii]n\s)(?P<month>{_MONTH})\b(?:,?\s(?P<year>(?:19|20)\d\d)\b)?"),
        ("iso", r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b"),
        ("part of week", r"\bearlier\sthis\sweek\b"),
        ("last weekday", rf"\blast\s(?P<weekday>{_WEEKDAY})\b"),
        ("weekday", rf"\b(?P<weekday>{_WEEKDAY})\b(?!['’]s)"),
        ("day", r"\b(?P<word>today|tonight|yesterday|this\s(?:morning|afternoon|evening))\b"),
        ("last span", r"\b(?:last|this\spast)\s(?P<unit>week|month|year)\b"),
        ("ago", r"\b(?P<count>a|one|two|three|four|five|six|\d{1,2})\sdays?\sago\b"),
    )
)
# Words are said before they are printed, but a page may be updated after its day of publication.
_UPDATED_WITHIN = timedelta(days=7)
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time expression at ``[start, end)`` of the text, resolved to the days ``days``."""

    start: int
    end: int
    days: Days


def times_in(text: str, start: int, end: int, published: date | None) -> list[TimeFound]:
    """Return the time expressions in ``text[start:end]`` that can be resolved, in text order.

    ``published`` anchors relative ones; without it only those with a year are resolved.
    """
    found: list[TimeFound] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text, start, end):
            if any(t.start < match.end() and match.start() < t.end for t in found):
                continue
            days = _resolve(name, match, published)
            if days is not None:
                found.append(TimeFound(match.start(), match.end(), days))
    return sorted(found, key=lambda t: t.start)


def _resolve(name: str, match: re.Match[str], published: date | None) -> Days | None:
    try:
        if name in {"month day", "iso"}:
            return _month_day(match, published)
        if name == "in month":
            return _month(match, published)
        return _relative(name, match, published) if published is not None else None
    except (ValueError, OverflowError):
        return None


def _month_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    short = word.lower().rstrip(".")[:3]
    return next(number for number, month in enumerate(_MONTHS, 1) if month.startswith(short))


def _month_day(match: re.Match[str], published: date | None) -> Days | None:
    month, day = _month_number(match["month"]), int(match["day"])
    if match["year"]:
        found = date(int(match["year"]), month, day)
        return found, found
    if published is None:
        return None
    past = [
        found
        for shift in (-1, 0, 1)
        if _exists(published.year + shift, month, day)
        and (found := date(published.year + shift, month, day)) - published <= _UPDATED_WITHIN
    ]
    return (max(past), max(past)) if past else None


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= monthrange(year, month)[1]


def _month(match: re.Match[str], published: date | None) -> Days | None:
    month = _month_number(match["month"])
    if match["year"]:
        return _whole_month(int(match["year"]), month)
    if published is None:
        return None
    year = published.year if month <= published.month else published.year - 1
    return _whole_month(year, month)


def _whole_month(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _relative(name: str, match: re.Match[str], published: date) -> Days | None:
    monday = published - timedelta(days=published.weekday())
    if name == "part of week":
        return monday, published
    if name in {"weekday", "last weekday"}:
        back = (published.weekday() - _WEEKDAYS.index(match["weekday"].lower())) % 7
        back += 7 if name == "last weekday" and back == 0 else 0
        return published - timedelta(days=back), published - timedelta(days=back)
    if name == "day":
        day = published - timedelta(days=1 if match["word"].lower() == "yesterday" else 0)
        return day, day
    if name == "ago":
        count = match["count"].lower()
        day = published - timedelta(days=_COUNTS.get(count) or int(count))
        return day, day
    return _last_span(match["unit"].lower(), published, monday)


def _last_span(unit: str, published: date, monday: date) -> Days:
    if unit == "week":
        return monday - timedelta(days=7), monday - timedelta(days=1)
    if unit == "year":
        return date(published.year - 1, 1, 1), date(published.year - 1, 12, 31)
    last_of_month = published.replace(day=1) - timedelta(days=1)
    return last_of_month.replace(day=1), last_of_month
