"""Days and times of day: "Oct. 14", "Tuesday", "tonight", "8 p.m."."""

from __future__ import annotations

import re
from datetime import date, timedelta

from quotex.timex import calendar as cal
from quotex.timex.moment import Match, Moment, group, month_number, year_of

# Weekdays of a month as iCalendar writes them: "-1MO" is the last Monday.
_RULE = re.compile(
    r"(?P<month>\d\d) (?P<count>-?\d)(?P<weekday>[A-Z]{2})(?: (?P<offset>\+\d))?"
    r"|easter (?P<easter>-?\d+)"
)
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
# A page may be updated after its date; a day later than that is taken to be a year earlier.
UPDATES = timedelta(days=7)
_BEFORE = 24  # characters before a day that may say that it is over
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def calendar_day(match: Match, moment: Moment) -> str | None:
    """Resolve "Oct. 14", "14 October 2014", "2014-10-14"."""
    digits = group(match, "day")
    if old := group(match, "oldmonth"):
        return _old_month(int(digits), moment.tables.old_months[old], moment.published)
    number = month_number(match, moment)
    of_month = int(digits) if digits else moment.tables.ordinals.get(group(match, "ordinal"))
    if number is None or of_month is None:
        return None
    year = year_of(match, moment)
    if year is None and moment.published is not None and not group(match, "nearyear"):
        year = cal.nearest_year(moment.published, number, of_month)
        before = moment.text[max(0, match.start() - _BEFORE) : match.start()]
        ended = moment.context.ended.search(before)
        latest = moment.published + UPDATES
        if ended and (year, number, of_month) > latest.timetuple()[:3]:
            year -= 1
    found = cal.month_day(year, number, of_month) if year is not None else None
    return cal.day(found) if found is not None else None


def _old_month(of_month: int, step: int, published: date | None) -> str | None:
    """Resolve "the 3rd ult."."""
    if published is None:
        return None
    value = cal.month(published.year, published.month + step)
    found = cal.month_day(int(value[:4]), int(value[5:]), of_month)
    return cal.day(found) if found is not None else None


def weekday(match: Match, moment: Moment) -> str | None:
    """Resolve "Tuesday", "last Tuesday", "Tuesday of last week", "the Tuesday before last"."""
    if moment.published is None:
        return None
    number = moment.tables.weekdays[group(match, "weekday")]
    step = moment.step(group(match, "which"))
    anchor = moment.published
    if week := group(match, "week"):
        monday = anchor - timedelta(days=anchor.weekday())
        return cal.day(monday + timedelta(days=number, weeks=moment.step(week)))
    if step < 0:
        back = timedelta(days=(anchor.weekday() - number) % 7 or 7, weeks=-step - 1)
        return cal.day(anchor - back)
    if step > 0:
        ahead = timedelta(days=(number - anchor.weekday()) % 7 or 7, weeks=step - 1)
        return cal.day(anchor + ahead)
    return cal.day(cal.nearest_weekday(anchor, number, future=moment.is_future(match)))


def weekday_of_month(match: Match, moment: Moment) -> str | None:
    """Resolve "the last Sunday of November", "the first Monday in May 2014"."""
    number, nth = month_number(match, moment), group(match, "nth")
    count = moment.tables.ordinals.get(nth, moment.step(nth))
    weekday_number = moment.tables.weekdays[group(match, "weekday")]
    year, anchor = year_of(match, moment), moment.published
    if number is None or not count:
        return None
    if year is not None:
        return cal.day(cal.weekday_of_month(year, number, weekday_number, count))
    if anchor is None:
        return None
    near = [
        cal.weekday_of_month(anchor.year + shift, number, weekday_number, count)
        for shift in (-1, 0, 1)
    ]
    return cal.day(min(near, key=lambda day: abs(day - anchor)))


def deictic(match: Match, moment: Moment) -> str | None:
    """Resolve "today", "yesterday", "tomorrow", "tonight"."""
    if moment.published is None:
        return None
    word = group(match, "deictic")
    value = cal.shifted(moment.published, "day", moment.tables.days[word])
    return value + moment.tables.dayparts.get(word, "")


def same_day(match: Match, moment: Moment) -> str | None:
    """Resolve "that day", "the day before": relative to the last day that the text named."""
    anchor = moment.day_before(match.start())
    if anchor is None:
        return None
    way = group(match, "way")
    count = moment.tables.ways[way] if way else moment.step(group(match, "which"))
    return cal.shifted(anchor, "day", count)


def holiday(match: Match, moment: Moment) -> str | None:
    """Resolve "Christmas", "New Year's Eve", "Labor Day"."""
    when = moment.tables.holiday_rules[group(match, "holiday").replace("’", "'")]
    year, anchor = year_of(match, moment), moment.published
    if year is not None:
        found = _holiday_in(year, when)
        return cal.day(found) if found is not None else None
    if anchor is None:
        return None
    near = [_holiday_in(anchor.year + shift, when) for shift in (-1, 0, 1)]
    days = [day for day in near if day is not None]
    return cal.day(min(days, key=lambda day: abs(day - anchor))) if days else None


def _holiday_in(year: int, when: str) -> date | None:
    """Return the day of "12-25", "09 1MO" or "easter -2" in a year."""
    rule = _RULE.fullmatch(when)
    if rule is None:
        return cal.month_day(year, *(int(part) for part in when.split("-")))
    if rule["easter"]:
        return cal.easter(year) + timedelta(days=int(rule["easter"]))
    number = _WEEKDAYS.index(rule["weekday"])
    found = cal.weekday_of_month(year, int(rule["month"]), number, int(rule["count"]))
    return found + timedelta(days=int(rule["offset"] or 0))


def daypart(match: Match, moment: Moment) -> str | None:
    """Resolve "this morning", "Tuesday evening", "last night", "that evening", "overnight"."""
    if moment.published is None:
        return None
    part = moment.tables.dayparts[group(match, "part")]
    if group(match, "weekday"):
        return (weekday(match, moment) or "") + part
    if word := group(match, "deictic"):
        return cal.shifted(moment.published, "day", moment.tables.days[word]) + part
    which = group(match, "which")
    anchor: date | None = moment.published
    if which in moment.tables.from_text.get("day", ()):
        anchor = moment.day_before(match.start())
    elif not which:  # "was arrested on Monday and held overnight"
        anchor = moment.day_beside(match.start()) or anchor
    return cal.shifted(anchor, "day", moment.step(which)) + part if anchor is not None else None


def clock(match: Match, moment: Moment) -> str | None:
    """Resolve "8 p.m.": on the day that the text named last, or on the day of writing."""
    base = moment.last_day or moment.published
    return cal.day(base) + _time_of_day(match, moment) if base else None


def clock_on_day(match: Match, moment: Moment) -> str | None:
    """Resolve "8 p.m. Tuesday"."""
    if group(match, "weekday"):
        base = weekday(match, moment)
    elif group(match, "deictic"):
        base = deictic(match, moment)
    else:
        base = calendar_day(match, moment)
    return base[:10] + _time_of_day(match, moment) if base else None


def _time_of_day(match: Match, moment: Moment) -> str:
    if whole := re.sub(r"\D", "", group(match, "clock24")):
        return f"T{int(whole[:-2]):02d}:{whole[-2:]}"
    words = _POINT.sub(":", group(match, "clock"))  # "9.30pm"
    if named := moment.tables.clock.get(words):
        return named
    hour, _, minute = re.sub(r"[^\d:]", "", words).partition(":")
    half = moment.tables.half_days[re.sub(r"[^a-z]", "", words)]
    return f"T{int(hour) % 12 + half:02d}:{minute or '00'}"
