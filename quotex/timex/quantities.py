"""Durations and sets: "two years", "every Monday"."""

from __future__ import annotations

from quotex.languages.times import Grain
from quotex.timex.moment import Match, Moment, group, number_of

_LETTERS: dict[Grain | None, str] = {
    "day": "D",
    "week": "W",
    "weekend": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
_CLOCK_LETTERS: dict[Grain | None, str] = {"hour": "H", "minute": "M", "second": "S"}


def duration(match: Match, moment: Moment) -> str | None:
    """Resolve "two years", "the past several weeks"."""
    grain = moment.grain(match) or moment.grain(match, "plural")
    count = number_of(group(match, "count"), moment) if group(match, "count") else None
    if count is not None:
        count *= moment.tables.multiples.get(group(match, "grain"), 1)
    amount = str(count) if count is not None else "X"
    if group(match, "half"):
        amount = "0.5"
    if grain in _CLOCK_LETTERS:
        return f"PT{amount}{_CLOCK_LETTERS[grain]}"
    if grain == "quarter" and count is not None:
        return f"P{3 * count}M"
    return f"P{amount}{_LETTERS[grain]}"


def set_of(match: Match, moment: Moment) -> str | None:
    """Resolve "every year", "daily", "each Monday"."""
    if number := group(match, "setweekday"):
        return f"XXXX-WXX-{moment.tables.weekdays[number] + 1}"
    if name := group(match, "setseason"):
        return f"XXXX-{moment.tables.seasons[name]}"
    grain = moment.grain(match, "setunit")
    return f"PT1{_CLOCK_LETTERS[grain]}" if grain in _CLOCK_LETTERS else f"P1{_LETTERS[grain]}"
