"""Weeks, months, seasons, years and longer: "last week", "in March", "the 1990s"."""

from __future__ import annotations

import re
from datetime import date

from quotex.languages.times import Grain
from quotex.timex import calendar as cal
from quotex.timex.days import same_day
from quotex.timex.moment import Match, Moment, group, month_number, number_of, year_of


def month(match: Match, moment: Moment) -> str | None:
    """Resolve "March", "March 2014", "last March"."""
    number = month_number(match, moment)
    if number is None:
        return None
    if group(match, "year") or group(match, "century") or group(match, "whichyear"):
        year = year_of(match, moment)
        return cal.month(year, number) if year is not None else None
    if moment.published is None:
        return None
    return cal.month(_year_of_month(match, moment, moment.published, number), number)


def _year_of_month(match: Match, moment: Moment, anchor: date, number: int) -> int:
    if which := group(match, "which"):
        step = moment.step(which)
        has_it = number < anchor.month if step < 0 else number > anchor.month
        return anchor.year if has_it else anchor.year + step
    year = cal.nearest_year(anchor, number)
    ahead = (year - anchor.year) * 12 + number - anchor.month
    if ahead > 1 and not _is_upcoming(match, moment):
        return year - 1
    if ahead < -1 and _is_upcoming(match, moment):
        return year + 1
    return year


def _is_upcoming(match: Match, moment: Moment) -> bool:
    """Whether a month lies ahead: "will … in May", "by May", "through May"."""
    before = moment.text[max(0, match.start() - 10) : match.start()]
    return moment.context.until.search(before) is not None or moment.is_future(match)


def span(match: Match, moment: Moment) -> str | None:
    """Resolve "this week", "last year", "the weekend"."""
    if moment.published is None:
        return None
    grain, which = moment.grain(match), group(match, "which")
    if grain is None:
        return _end_of(moment.grain(match, "ending"), moment.published)
    step = moment.step(which)
    if which in moment.tables.from_text.get(grain, ()):
        return same_day(match, moment) if grain == "day" else _from_last_value(moment, grain, step)
    turn = moment.tables.weekend_turns.get(which) if grain == "weekend" else None
    if turn is not None and not moment.is_future(match):
        step = 0 if moment.published.weekday() >= turn else -1
    return cal.shifted(moment.published, grain, step)


def _end_of(grain: Grain | None, published: date) -> str | None:
    if grain == "year":
        return f"{published.year}-12-31"
    return cal.shifted(published, grain, 0) if grain is not None else None


def _from_last_value(moment: Moment, grain: Grain, count: int) -> str | None:
    """Return the year, month or week that the text named last, or the one after it."""
    value = moment.last_value
    if grain == "week":
        day = moment.last_past_day or moment.published
        return cal.shifted(day, grain, count) if day is not None else None
    if grain == "year" and value[:4].isdigit():
        return f"{int(value[:4]) + count:04d}"
    if grain == "month" and value[5:7].isdigit():
        return cal.month(int(value[:4]), int(value[5:7]) + count)
    return None


def ago(match: Match, moment: Moment) -> str | None:
    """Resolve "two weeks ago", "three days later"."""
    if moment.published is None:
        return None
    grain, way = moment.grain(match), group(match, "way")
    if grain is not None and group(match, "half"):
        finer, number = moment.tables.halves[grain]
        return cal.shifted(moment.published, finer, number * moment.tables.ways[way])
    words = group(match, "count")
    count = number_of(words, moment) if words else 1
    if grain is None or count is None or grain in {"hour", "minute"}:
        return None
    anchor = None
    if way in moment.tables.told_ways:
        anchor = moment.last_day or moment.period_before(match.start(), grain)
    if anchor is not None and anchor == moment.last_past_day:
        anchor = moment.day_before(match.start())
    count *= moment.tables.multiples.get(group(match, "grain"), 1)
    return cal.shifted(anchor or moment.published, grain, count * moment.tables.ways[way])


def season(match: Match, moment: Moment) -> str | None:
    """Resolve "last summer", "the winter of 1990"."""
    code = moment.tables.seasons[group(match, "season")]
    if group(match, "year") or group(match, "century"):
        year = year_of(match, moment)
        return f"{year}-{code}" if year is not None else None
    if moment.published is None:
        return None
    start = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    year, step = moment.published.year, moment.step(group(match, "which"))
    if step < 0 and start >= moment.published.month:
        year -= 1
    elif step > 0 and start <= moment.published.month:
        year += 1
    return f"{year}-{code}"


def half(match: Match, moment: Moment) -> str | None:
    """Resolve "the first half of 1990"."""
    year = year_of(match, moment)
    number = 1 if moment.tables.ordinals.get(group(match, "ordinal")) == 1 else 2
    return f"{year}-H{number}" if year is not None else None


def decade(match: Match, moment: Moment) -> str | None:
    """Resolve "the 1990s", "the nineties", "the 19th century"."""
    if found := group(match, "decade"):
        return found[:3]
    if short := group(match, "short"):
        return ("19" if int(short) > 20 else "20") + short[0]
    if word := group(match, "word"):
        return f"19{moment.tables.decades[word]}"
    ordinal = group(match, "ordinal")
    number = moment.tables.ordinals.get(ordinal) or int(re.sub(r"\D", "", ordinal) or 0)
    return f"{number - 1:02d}" if number else None


def year(match: Match, moment: Moment) -> str | None:
    """Resolve "1998", "fiscal 1999", "'98"."""
    if short := group(match, "shortyear"):
        return f"19{short}"
    found = year_of(match, moment)
    return f"{found:04d}" if found is not None else None
