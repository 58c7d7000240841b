"""Days that are counted from another day in the text: "two days after the vote on Friday".

An amount of days or weeks, or "the eve of", is counted from the day that ends the phrase, whatever
words are between. "Hours later" is the last day before it in its paragraph, else the latest of the
text so far if a day was named in the four paragraphs before: what is counted in hours or minutes is
taken to be on the same day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from quotex.languages import Language
from quotex.languages.times import time_tables
from quotex.occasions.days.times import WEEK, FoundTime, is_date_line

_LOOKBEHIND = 120  # characters before a day in which an amount is looked for
_LOOKAHEAD = 2  # expressions that a counted day may include
_MOST_TRIED = 60  # times, so that a long text takes no longer for each "hours later"
_BREAK = re.compile(r"\n+")  # between paragraphs
_PARAGRAPHS_AFTER = 4  # paragraphs after a day in which "hours later" refers to it


def with_counted_days(text: str, times: list[FoundTime], language: Language) -> list[FoundTime]:
    """Return ``times`` in text order, with the days that are counted from them."""
    counted = [_counted_day(text, time, language) for time in times]
    found = [
        time
        for number, time in enumerate(counted)
        if not any(
            later.start <= time.start for later in counted[number + 1 : number + 1 + _LOOKAHEAD]
        )
    ]
    ranges = _ranges(text, found, language.patterns.day_range)
    return sorted([*ranges, *_same_days(text, found, language.patterns.same_day)], key=_start)


def _counted_day(text: str, time: FoundTime, language: Language) -> FoundTime:
    """Return the day counted from a time, or the time itself if nothing is counted from it."""
    patterns = language.patterns
    if patterns.counts_inside.match(text, time.start, time.end):
        return replace(time, is_counted_from_day=True)
    first = max(time.start - _LOOKBEHIND, 0)
    before = text[first : time.start]
    counted = patterns.counted_from.search(before)
    match = counted or patterns.eve_of.search(before)
    if match is None or not time.is_day:
        return time
    shift = _shift(counted, language) if counted else -1
    try:
        day = time.days[0] + timedelta(days=shift)
    except OverflowError:
        return time
    return FoundTime(first + match.start(), time.end, (day, day), is_counted_from_day=True)


def _shift(match: re.Match[str], language: Language) -> int:
    """Return an amount as a number of days, negative if it counts back."""
    number = (match["number"] or "").lower()
    count = 1
    if number:
        count = int(number) if number.isdigit() else time_tables(language.code).numbers[number]
    days = count * (WEEK if match["weeks"] else 1)
    return -days if match["before"] else days


def _ranges(text: str, times: list[FoundTime], joins: re.Pattern[str]) -> list[FoundTime]:
    """Return times, each range ("between Monday and Friday", "Monday and Tuesday") as one time."""
    found: list[FoundTime] = []
    for time in times:
        last = found[-1] if found else None
        if last is not None and _is_range(text, last, time, joins):
            found[-1] = FoundTime(last.start, time.end, (last.days[0], time.days[1]))
        else:
            found.append(time)
    return found


def _is_range(text: str, first: FoundTime, last: FoundTime, joins: re.Pattern[str]) -> bool:
    is_in_order = first.days[0] <= last.days[0] and first.days[1] <= last.days[1]
    return is_in_order and joins.fullmatch(text, first.end, last.start) is not None


def _same_days(text: str, times: list[FoundTime], later: re.Pattern[str]) -> list[FoundTime]:
    """Return each "hours later" that follows a day closely, as that day."""
    starts = [time.start for time in times]
    found = []
    end = 0
    for time in times:
        if time.is_day:
            start = max(time.start, end)
            if end < len(text):  # else a text without paragraphs would be read again and again
                end = max(_paragraphs_end(text, time.end), end)
            for match in later.finditer(text, start, end):
                before = _day_before(text, times[: bisect_left(starts, match.start())], match)
                if before is not None:
                    found.append(FoundTime(match.start(), match.end(), before.days))
    return found


def _paragraphs_end(text: str, at: int) -> int:
    """Return the end of the paragraphs after that of offset ``at`` in which its day is known."""
    breaks = list(islice(_BREAK.finditer(text, at), _PARAGRAPHS_AFTER + 1))
    return breaks[-1].start() if len(breaks) > _PARAGRAPHS_AFTER else len(text)


def _day_before(text: str, times: Sequence[FoundTime], match: re.Match[str]) -> FoundTime | None:
    """Return the last day before a match in its paragraph, else the latest one: that of the news.

    None if the paragraph has only another time: "in March …, hours later".
    """
    for time in reversed(times[-_MOST_TRIED:]):
        is_elsewhere = "\n" in text[time.end : match.start()]
        if time.is_day:
            near = times[-_MOST_TRIED:]
            told = [t for t in near if t.is_day and not is_date_line(text, t)]
            return max(told, key=lambda t: t.days) if told and is_elsewhere else time
        if not is_elsewhere:
            return None
    return None


def _start(time: FoundTime) -> int:
    return time.start
