"""Days counted from a named day: "two days after Oct. 9", "the day before Christmas".

Two expressions with only "after", "before" or "following" between them become one DATE if the first
counts whole days, weeks, months or years and the second has a value to count from: days and weeks
are counted from a day; months from a day or a month; years from a day, a month or a year. If it has
no value, or a vaguer one, the two stay separate, each with its own value. Hours are not counted:
"six hours after Monday" does not give a day.
"""

from __future__ import annotations

import re
from datetime import date

from quotex.languages.times import Grain
from quotex.timex import calendar as cal
from quotex.timex.moment import Match, Moment, group, number_of

_COUNTING = frozenset({"ago", "duration", "same_day"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR = re.compile(r"\d{4}")
_FINEST: dict[Grain, int] = {"day": 1, "week": 1, "month": 2, "year": 3}


def counted_value(
    match: Match, resolver: str, anchor: Match, value: str, moment: Moment
) -> str | None:
    """Return the value of ``match`` as counted from the expression after it.

    Args:
        match: the expression that may count: "two days", "two days before" or "the day after".
        resolver: the name of its resolver.
        anchor: the expression after it.
        value: the value of ``anchor``.
        moment: the context of both.
    """
    if resolver not in _COUNTING:
        return None
    way = group(match, "way")
    between = moment.text[match.end() : anchor.start()]
    found = moment.context.counted_from.fullmatch(f" {way}{between}" if way else between)
    count = _count(match, resolver, moment)
    if found is None or count is None:
        return None
    grain = "day" if resolver == "same_day" else moment.grain(match)
    return _shifted(value, grain, count * moment.tables.ways[group(found, "way")])


def _count(match: Match, resolver: str, moment: Moment) -> int | None:
    """Return how many units a match counts.

    None if they are not exact or not calendar units: "nearly two days", "two trading days".
    """
    if resolver == "same_day":
        return 1
    words = group(match, "count")
    if not words or match.start("count") != match.start():
        return None
    if moment.text[match.end("count") : match.start("grain")].strip(" -\n"):
        return None
    return number_of(words, moment)


def _shifted(value: str, grain: Grain | None, count: int) -> str | None:
    fine = next((n for n, form in enumerate((_DAY, _MONTH, _YEAR), 1) if form.fullmatch(value)), 9)
    if grain is None or fine > _FINEST.get(grain, 0):
        return None
    if grain == "week":
        grain, count = "day", 7 * count
    first = date.fromisoformat(value + {1: "", 2: "-01", 3: "-01-01"}[fine])
    return cal.shifted(first, grain, count)
