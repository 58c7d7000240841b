"""Quarters, and the periods that business news compares them with: "a year earlier"."""

from __future__ import annotations

from datetime import date

from quotex.timex import calendar as cal
from quotex.timex.moment import Match, Moment, group, year_of


def quarter(match: Match, moment: Moment) -> str | None:
    """Resolve "the third quarter", "1988's fourth quarter", "Q3 2024"."""
    digit = group(match, "digit")
    number = int(digit) if digit else moment.tables.ordinals[group(match, "ordinal")]
    year = year_of(match, moment)
    if year is None and moment.published is not None:
        year = _quarter_year(number, moment.published)
    return cal.quarter(year, number) if year is not None else None


def _quarter_year(number: int, anchor: date) -> int:
    """Return the year of the quarter that began most recently, or begins within weeks."""
    starts = {
        year: date(year, 3 * number - 2, 1)
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
    }
    return min(starts, key=lambda year: abs((starts[year] - anchor).days + 100))


def quarter_like(match: Match, moment: Moment) -> str | None:
    """Resolve "a year earlier", "the quarter", in the unit that the text compares with."""
    year = group(match, "year")
    reference = moment.last_quarter or _quarter_before(moment)
    if year:
        return f"{year}{reference[4:]}" if reference else year
    if group(match, "yearago"):
        if moment.last_quarter or (group(match, "grain") and reference):
            base = moment.last_quarter or reference
            return f"{int(base[:4]) - 1}{base[4:]}"
        return _year_earlier(moment)
    if moment.published is None:
        return None
    step = moment.tables.quarter_steps.get(group(match, "which"))
    return reference if step is None else cal.shifted(moment.published, "quarter", step)


def _quarter_before(moment: Moment) -> str:
    return cal.shifted(moment.published, "quarter", -1) if moment.published is not None else ""


def _year_earlier(moment: Moment) -> str | None:
    """Return the month that the text named last, or else the year of writing, a year earlier."""
    value = moment.last_value
    if len(value) == 7 and value[5:].isdigit():
        return f"{int(value[:4]) - 1}{value[4:]}"
    return cal.shifted(moment.published, "year", -1) if moment.published is not None else None
