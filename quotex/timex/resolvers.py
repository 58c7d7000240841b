"""The resolvers, by the names that the tables use.

A resolver takes a match and its context, and returns a TIMEX3 value, or None if there is none.
"""

from __future__ import annotations

from collections.abc import Callable

from quotex.timex.days import (
    calendar_day,
    clock,
    clock_on_day,
    daypart,
    deictic,
    holiday,
    same_day,
    weekday,
    weekday_of_month,
)
from quotex.timex.moment import Match, Moment
from quotex.timex.quantities import duration, set_of
from quotex.timex.quarters import quarter, quarter_like
from quotex.timex.spans import ago, decade, half, month, season, span, year

Resolver = Callable[[Match, Moment], str | None]

RESOLVERS: dict[str, Resolver] = {
    function.__name__: function
    for function in (
        *(calendar_day, clock, clock_on_day, daypart, deictic, holiday, same_day, weekday),
        weekday_of_month,
        *(ago, decade, half, month, season, span, year),
        *(quarter, quarter_like),
        *(duration, set_of),
    )
}
