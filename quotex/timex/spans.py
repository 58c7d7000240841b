"""Weeks, months, seasons, years and longer: "last week", "in March", "the 1990s"."""

from __future__ import annotations

import re
from datetime import date

from quotex.timex import calendar as cal
from quotex.timex.days import same_day
from quotex.timex.moment import (
    LAST,
    NEXT,
    Match,
    Moment,
    group,
    month_number,
    number_of,
    year_of,
)

_BY_THE_LAST = frozenset({"that", "the same", "the following", "the next", "the previous"})
_TUESDAY, _SATURDAY = 1, 5
_UNTIL = re.compile(r"\b(?:by|until|till|through)\s+$", re.IGNORECASE)


def month(match: Match, moment: Moment) -> str | None:
    """Resolve "March", "March 2014", "last March"."""
    number = month_number(match, moment)
    if number is None:
        return None
    if group(match, "year") or group(match, "yearwords"):
        year = year_of(match, moment)
        return cal.month(year, number) if year is not None else None
    if moment.published is None:
        return None
    which = group(match, "which")
    year = cal.nearest_year(moment.published, number)
    current = moment.published
    if not which and _months_ahead(current, year, number) > 1 and not _is_to_come(match, moment):
        year -= 1
    elif not which and _months_ahead(current, year, number) < -1 and _is_to_come(match, moment):
        year += 1
    if which in LAST and "year" not in match.group().lower():
        year = current.year if number < current.month else current.year - 1
    elif which in NEXT and "year" not in match.group().lower():
        year = current.year if number > current.month else current.year + 1
    elif "year" in match.group().lower():
        year = current.year + {"last": -1, "next": 1}.get(which, 0)
    elif which == "this":
        year = current.year
    return cal.month(year, number)


def _is_to_come(match: Match, moment: Moment) -> bool:
    """Whether a month lies ahead: "will … in May", "by May", "through May"."""
    before = moment.text[max(0, match.start() - 10) : match.start()]
    return _UNTIL.search(before) is not None or moment.is_future(match)


def _months_ahead(anchor: date, year: int, number: int) -> int:
    return (year - anchor.year) * 12 + number - anchor.month


def span(match: Match, moment: Moment) -> str | None:
    """Resolve "this week", "last year", "the weekend"."""
    if moment.published is None:
        return None
    grain, which = group(match, "grain"), group(match, "which")
    if not grain:
        word = match.group().lower()
        grain = next(g for g in ("year", "month", "week") if g in word)
        if grain == "year":
            return f"{moment.published.year}-12-31"
    if which in {"that", "the following", "the same"} and grain in {"year", "month"}:
        return _beside(moment, grain, 1 if which == "the following" else 0)
    count = -1 if which in LAST else 1 if which in NEXT else 0
    if grain == "weekend" and which in {"the", "this"} and not moment.is_future(match):
        today = moment.published.weekday()
        count = 0 if today >= _SATURDAY or (which == "this" and today > _TUESDAY) else -1
    if grain == "day" and which in _BY_THE_LAST:
        return same_day(match, moment)
    return cal.shifted(moment.published, grain, count)


def _beside(moment: Moment, grain: str, count: int) -> str | None:
    """Return the year or month that the text named last, or the one after it."""
    value = moment.last_value
    if grain == "year" and value[:4].isdigit():
        return f"{int(value[:4]) + count:04d}"
    if grain == "month" and value[5:7].isdigit():
        return cal.month(int(value[:4]), int(value[5:7]) + count)
    return None


def ago(match: Match, moment: Moment) -> str | None:
    """Resolve "two weeks ago", "three days later"."""
    if moment.published is None:
        return None
    way = " ".join(match["way"].lower().split())
    if way in {"before yesterday", "after tomorrow"}:
        return cal.shifted(moment.published, "day", -2 if way.startswith("before") else 2)
    grain = {"centurie": "century"}.get(group(match, "grain"), group(match, "grain"))
    words = group(match, "count") or "a"
    count = number_of(words, moment)
    if words == "half":
        return cal.shifted(moment.published, "year", -50 if grain == "century" else -5)
    if count is None or grain in {"hour", "minute"}:
        return None
    sign = -1 if way in {"ago", "earlier", "before"} else 1
    anchor = moment.last_day if way in {"earlier", "later", "before"} else None
    return cal.shifted(anchor or moment.published, grain, sign * count)


def season(match: Match, moment: Moment) -> str | None:
    """Resolve "last summer", "the winter of 1990"."""
    code = moment.tables.seasons[group(match, "season")]
    if group(match, "year") or group(match, "yearwords"):
        year = year_of(match, moment)
        return f"{year}-{code}" if year is not None else None
    if moment.published is None:
        return None
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year, which = moment.published.year, group(match, "which")
    if which in LAST and start >= moment.published.month:
        year -= 1
    elif which in NEXT and start <= moment.published.month:
        year += 1
    return f"{year}-{code}"


def half(match: Match, moment: Moment) -> str | None:
    """Resolve "the first half of 1990"."""
    year = year_of(match, moment)
    number = 1 if group(match, "ordinal") == "first" else 2
    return f"{year}-H{number}" if year is not None else None


def decade(match: Match, moment: Moment) -> str | None:
    """Resolve "the 1990s", "the nineties", "the 19th century"."""
    if found := group(match, "decade"):
        return found[:3]
    if short := group(match, "short"):
        return ("19" if int(short) > 20 else "20") + short[0]
    if word := group(match, "word"):
        tens = (
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        )
        return f"19{tens.index(word) + 2}"
    ordinal = group(match, "ordinal")
    number = moment.tables.ordinals.get(ordinal) or int(re.sub(r"\D", "", ordinal) or 0)
    return f"{number - 1:02d}" if number else None


def year(match: Match, moment: Moment) -> str | None:
    """Resolve "1998", "fiscal 1999", "'98"."""
    if short := group(match, "shortyear"):
        return f"19{short}"
    found = year_of(match, moment)
    return f"{found:04d}" if found is not None else None
