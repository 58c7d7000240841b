"""Months and days of the week that are names: "March added", where Kelvin March speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotex.occasions.days.times import TimeFound

_LED = 24  # characters before a time that are read


def without_names(
    text: str, times: list[TimeFound], speakers: Iterable[str | None], led: re.Pattern[str]
) -> list[TimeFound]:
    """Return the times that are not a speaker's name.

    Args:
        text: the article.
        times: its times.
        speakers: the names of those who speak in it.
        led: what stands before a month or a day where it is one: "in March".
    """
    names = {
        word for name in speakers if name is not None for word in name.split() if word[0].isupper()
    }
    if not any(text[time.start : time.end] in names for time in times):
        return times
    return [
        time
        for time in times
        if text[time.start : time.end] not in names
        or led.search(text[max(0, time.start - _LED) : time.start])
    ]
