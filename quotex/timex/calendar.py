"""Calendar arithmetic in TIMEX3 values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from quotex.languages.times import Grain


def day(value: date) -> str:
    """Return ``YYYY-MM-DD``."""
    return value.isoformat()


def week(value: date) -> str:
    """Return the ISO week that a day lies in, ``YYYY-Www``."""
    year, number, _ = value.isocalendar()
    return f"{year:04d}-W{number:02d}"


def month(year: int, number: int) -> str:
    """Return ``YYYY-MM``; a ``number`` outside 1 to 12 carries over into other years."""
    year, index = year + (number - 1) // 12, (number - 1) % 12
    return f"{year:04d}-{index + 1:02d}"


def quarter(year: int, number: int) -> str:
    """Return ``YYYY-Qn``; a ``number`` outside 1 to 4 carries over into other years."""
    year, index = year + (number - 1) // 4, (number - 1) % 4
    return f"{year:04d}-Q{index + 1}"


def quarter_of(value: date) -> int:
    """Return the number of the quarter that a day lies in."""
    return (value.month - 1) // 3 + 1


def shifted(anchor: date, grain: Grain, count: int) -> str:
    """Return the unit of ``grain`` that is ``count`` units after the one with ``anchor``."""
    if grain == "day":
        return day(anchor + timedelta(days=count))
    if grain == "week":
        return week(anchor + timedelta(weeks=count))
    if grain == "weekend":
        return week(anchor + timedelta(weeks=count)) + "-WE"
    if grain == "month":
        return month(anchor.year, anchor.month + count)
    if grain == "quarter":
        return quarter(anchor.year, quarter_of(anchor) + count)
    if grain == "year":
        return f"{anchor.year + count:04d}"
    if grain == "decade":
        return f"{(anchor.year + 10 * count) // 10}"
    return f"{(anchor.year + 100 * count) // 100}"


def month_day(year: int, number: int, day_of_month: int) -> date | None:
    """Return the day, or None if the month has no such day."""
    if not 1 <= number <= 12 or not 1 <= day_of_month <= monthrange(year, number)[1]:
        return None
    return date(year, number, day_of_month)


def weekday_of_month(year: int, number: int, weekday: int, count: int) -> date:
    """Return the ``count``-th such weekday of a month, from 1, or the last one for -1."""
    if count < 0:
        last = date(year, number, monthrange(year, number)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, number, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches, by the rule of Meeus, Jones and Butcher."""
    golden, century = year % 19, year // 100
    correction = century - century // 4 - (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + correction + 15) % 30
    leap_centuries, leap_years = century % 4, year % 100 // 4
    weekday = (32 + 2 * leap_centuries + 2 * leap_years - epact - year % 100 % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, before = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, before + 1)


def nearest_year(anchor: date, number: int, day_of_month: int = 15) -> int:
    """Return the year in which a month and day without a year are nearest to ``anchor``."""
    years = [
        year
        for year in (anchor.year - 1, anchor.year, anchor.year + 1)
        if month_day(year, number, day_of_month) is not None
    ]
    return min(
        years or [anchor.year],
        key=lambda year: abs((month_day(year, number, min(day_of_month, 28)) or anchor) - anchor),
    )


def nearest_weekday(anchor: date, number: int, *, future: bool) -> date:
    """Return ``anchor`` if it is that weekday, else the last one or, if ``future``, the next."""
    back = (anchor.weekday() - number) % 7
    if back == 0:
        return anchor
    return anchor + timedelta(days=7 - back if future else -back)
