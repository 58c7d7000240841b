"""Days and times of day: "Oct. 14", "Tuesday", "tonight", "8 p.m."."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quotex.timex import calendar as cal
from quotex.timex.moment import LAST, NEXT, Match, Moment, group, month_number, year_of

_ENDED = re.compile(r"\bended,?\s+(?:on\s+)?$", re.IGNORECASE)


def calendar_day(match: Match, moment: Moment) -> str | None:
    """Resolve "Oct. 14", "14 October 2014", "2014-10-14"."""
    number = month_number(match, moment)
    digits = group(match, "day")
    of_month = int(digits) if digits else moment.tables.ordinals.get(group(match, "ordinal"))
    if number is None or of_month is None:
        return None
    year = year_of(match, moment)
    if year is None and moment.published is not None:
        year = cal.nearest_year(moment.published, number, of_month)
        ended = _ENDED.search(moment.text[max(0, match.start() - 12) : match.start()])
        if ended and (year, number, of_month) > moment.published.timetuple()[:3]:
            year -= 1
    found = cal.month_day(year, number, of_month) if year is not None else None
    return cal.day(found) if found is not None else None


def weekday(match: Match, moment: Moment) -> str | None:
    """Resolve "Tuesday", "last Tuesday", "next Tuesday"."""
    if moment.published is None:
        return None
    number = moment.tables.weekdays[group(match, "weekday")]
    which = group(match, "which")
    anchor = moment.published
    if which in LAST:
        return cal.day(anchor - timedelta(days=(anchor.weekday() - number) % 7 or 7))
    if which in NEXT:
        return cal.day(anchor + timedelta(days=(number - anchor.weekday()) % 7 or 7))
    return cal.day(cal.nearest_weekday(anchor, number, future=moment.is_future(match)))


def deictic(match: Match, moment: Moment) -> str | None:
    """Resolve "today", "yesterday", "tomorrow", "tonight"."""
    if moment.published is None:
        return None
    word = group(match, "deictic")
    value = cal.shifted(moment.published, "day", moment.tables.days[word])
    return value + "TNI" if word == "tonight" else value


def same_day(match: Match, moment: Moment) -> str | None:
    """Resolve "that day", "the day before": told from the last day that the text named."""
    anchor = moment.last_day
    if anchor is None:
        return None
    words = match.group().lower()
    if "before" in words or "previous" in words:
        count = -1
    else:
        count = 1 if re.search(r"after|next|following", words) else 0
    return cal.shifted(anchor, "day", count)


def holiday(match: Match, moment: Moment) -> str | None:
    """Resolve "Christmas", "New Year's Eve", "Labor Day"."""
    when = moment.tables.holidays[group(match, "holiday").replace("’", "'")]
    year, anchor = year_of(match, moment), moment.published
    if year is not None:
        found = _holiday_in(year, when, moment)
        return cal.day(found) if found is not None else None
    if anchor is None:
        return None
    near = [_holiday_in(anchor.year + shift, when, moment) for shift in (-1, 0, 1)]
    days = [day for day in near if day is not None]
    return cal.day(min(days, key=lambda day: abs(day - anchor))) if days else None


def _holiday_in(year: int, when: str, moment: Moment) -> date | None:
    """Return the day of "12-25" or "09 first monday" in a year."""
    number, _, rest = when.partition(" ")
    if not rest:
        return cal.month_day(year, *(int(part) for part in when.split("-")))
    which, name = rest.split()
    weekday_number = moment.tables.weekdays[name]
    count = -1 if which == "last" else moment.tables.ordinals[which]
    return cal.weekday_of_month(year, int(number), weekday_number, count)


def daypart(match: Match, moment: Moment) -> str | None:
    """Resolve "this morning", "Tuesday evening", "last night"."""
    if moment.published is None:
        return None
    which = group(match, "which")
    part = moment.tables.dayparts.get(group(match, "part"), "TNI")
    if group(match, "weekday"):
        return (weekday(match, moment) or "") + part
    if word := group(match, "deictic"):
        return cal.shifted(moment.published, "day", moment.tables.days[word]) + part
    return cal.shifted(moment.published, "day", -1 if which == "last" else 0) + part


def clock(match: Match, moment: Moment) -> str | None:
    """Resolve "8 p.m.": on the day that the text named last, else on the day of writing."""
    base = moment.last_day or moment.published
    return f"{cal.day(base)}{_time_of_day(group(match, 'clock'))}" if base else None


def clock_on_day(match: Match, moment: Moment) -> str | None:
    """Resolve "8 p.m. Tuesday"."""
    if group(match, "weekday"):
        base = weekday(match, moment)
    elif group(match, "deictic"):
        base = deictic(match, moment)
    else:
        base = calendar_day(match, moment)
    return base[:10] + _time_of_day(group(match, "clock")) if base else None


def _time_of_day(words: str) -> str:
    if words in {"noon", "midnight"}:
        return "T12:00" if words == "noon" else "T24:00"
    hour, _, minute = re.sub(r"[^\d:]", "", words).partition(":")
    shift = (
        12 if "p" in words and int(hour) != 12 else -12 if "a" in words and int(hour) == 12 else 0
    )
    return f"T{int(hour) + shift:02d}:{minute or '00'}"
