"""Months and days of the week that are names of speakers: "March added", for Kelvin March."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quotex.occasions.days.times import FoundTime

_LOOKBEHIND = 24  # characters read before a time


def without_speaker_names(
    text: str, times: list[FoundTime], speakers: Iterable[str | None], real_month: re.Pattern[str]
) -> list[FoundTime]:
    """Return the times that are not a speaker's name.

    Args:
        text: the article.
        times: its times.
        speakers: the names of its speakers.
        real_month: what precedes a real month or day: "in" of "in March".
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
        or real_month.search(text[max(0, time.start - _LOOKBEHIND) : time.start])
    ]
