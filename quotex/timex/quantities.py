"""Durations and sets: "two years", "every Monday"."""

from __future__ import annotations

from quotex.timex.moment import Match, Moment, group, number_of

_UNITS = {
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "E",
    "century": "C",
}
_SMALL = {"hour": "H", "minute": "M", "second": "S"}


def duration(match: Match, moment: Moment) -> str | None:
    """Resolve "two years", "the past several weeks"."""
    grain = group(match, "grain") or group(match, "plural")
    grain = "century" if grain == "centurie" else "week" if grain == "weekend" else grain
    count = number_of(group(match, "count"), moment) if group(match, "count") else None
    amount = str(count) if count is not None else "X"
    if group(match, "half"):
        amount = "0.5"
    if grain in _SMALL:
        return f"PT{amount}{_SMALL[grain]}"
    if grain == "quarter" and count is not None:
        return f"P{3 * count}M"
    return f"P{amount}{_UNITS[grain]}"


def set_of(match: Match, moment: Moment) -> str | None:
    """Resolve "every year", "daily", "each Monday"."""
    if number := group(match, "setweekday"):
        return f"XXXX-WXX-{moment.tables.weekdays[number] + 1}"
    if name := group(match, "setseason"):
        return f"XXXX-{moment.tables.seasons[name]}"
    word = group(match, "adverb") or group(match, "setunit")
    grains = {
        "daily": "day",
        "weekly": "week",
        "hourly": "hour",
        "annually": "year",
        "yearly": "year",
    }
    grain = grains.get(word, word)
    return f"PT1{_SMALL[grain]}" if grain in _SMALL else f"P1{_UNITS.get(grain, 'W')}"
