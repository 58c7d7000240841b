"""Days that are counted from another day that the text tells: "two days after the vote on Friday".

An amount of days or weeks, or "the eve of", before words that end in a day is counted from that
day, whatever the words between tell of it. "Hours later" is the day that was told last before it
in the same paragraph: whoever counts in hours or minutes stays within the day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date, timedelta

Days = tuple[date, date]

_YEAR_DAYS = 360
_READ_BEFORE = 120  # characters of the phrase that may lie between an amount and its day
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AMOUNT = rf"(?P<amount>an?|the|{'|'.join(_NUMBERS)}|\d{{1,2}})"
_NO_DAYS = r"(?!(?:after|before|later|earlier|ago|days?|weeks?)\b)"
_BETWEEN = rf"(?:{_NO_DAYS}[\w’'-]+[^\S\n]+){{0,8}}"
_COUNTED = re.compile(
    rf"\b{_AMOUNT}\s+(?P<unit>day|week|morning|night|evening)s?\s+(?P<side>after|before)\s+"
    rf"{_BETWEEN}\Z",
    re.IGNORECASE,
)
_INSIDE = re.compile(rf"{_AMOUNT}\s+(?:day|week)s?\s+(?:after|before)\s", re.IGNORECASE)
_EVE = re.compile(rf"\b(?:the\s+)?eve\s+of\s+{_BETWEEN}\Z", re.IGNORECASE)
_RANGE = re.compile(
    r"\s+(?:and|to|until|through)\s+(?:(?:again|then)\s+)?(?:on\s+)?|\s?[–-]\s?", re.IGNORECASE
)
_SAME_DAY = re.compile(
    r"\b(?:(?:just|only)\s+)?(?:(?:a\s+few|several|\d{1,2}|"
    rf"{'|'.join(_NUMBERS)})\s+)?(?:hours|minutes|moments)\s+later\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time expression at ``[start, end)`` of the text, with the days that it covers.

    ``is_counted``: its last word is only what the days are counted from, "the day before Friday".
    """

    start: int
    end: int
    days: Days
    is_counted: bool = False

    @property
    def is_bare_year(self) -> bool:
        """Whether no more than a year is told: "2014"."""
        return (
            self.end - self.start == len("2014") and (self.days[1] - self.days[0]).days > _YEAR_DAYS
        )

    @property
    def is_day(self) -> bool:
        """Whether a single day is told."""
        return self.days[0] == self.days[1]


def anchored(text: str, times: list[TimeFound]) -> list[TimeFound]:
    """Return ``times``, in text order, with those that other words count on or back from them."""
    counted = [_counted(text, time) for time in times]
    found = [
        time
        for number, time in enumerate(counted)
        if not any(later.start <= time.start for later in counted[number + 1 : number + 3])
    ]
    return sorted([*_ranges(text, found), *_same_days(text, found)], key=_start)


def _ranges(text: str, times: list[TimeFound]) -> list[TimeFound]:
    """Return times with "between Monday and Friday" and "Monday and Tuesday" as one each."""
    found: list[TimeFound] = []
    for time in times:
        last = found[-1] if found else None
        if last is not None and _is_range(text, last, time):
            found[-1] = TimeFound(last.start, time.end, (last.days[0], time.days[1]))
        else:
            found.append(time)
    return found


def _is_range(text: str, first: TimeFound, last: TimeFound) -> bool:
    in_order = first.days[0] <= last.days[0] and first.days[1] <= last.days[1]
    return in_order and _RANGE.fullmatch(text, first.end, last.start) is not None


def _counted(text: str, time: TimeFound) -> TimeFound:
    """Return a day with the words that count from it, the day as it is where there are none."""
    first = max(time.start - _READ_BEFORE, 0)
    before = text[first : time.start]
    match = _COUNTED.search(before) or _EVE.search(before)
    if _INSIDE.match(text, time.start, time.end):
        return replace(time, is_counted=True)
    if match is None or not time.is_day:
        return time
    try:
        day = time.days[0] + timedelta(days=_shift(match))
    except OverflowError:
        return time
    return TimeFound(first + match.start(), time.end, (day, day), is_counted=True)


def _shift(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if "amount" not in groups:
        return -1  # "the eve of"
    amount = groups["amount"].lower()
    count = 1 if amount in {"a", "an", "the"} else _number(amount)
    days = count * (7 if groups["unit"].lower() == "week" else 1)
    return days if groups["side"].lower() == "after" else -days


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 1


def _same_days(text: str, times: list[TimeFound]) -> list[TimeFound]:
    """Return "hours later", for each that a day of the same paragraph stands before."""
    starts = [time.start for time in times]
    found = []
    for match in _SAME_DAY.finditer(text):
        number = bisect_left(starts, match.start()) - 1
        if number < 0 or "\n" in text[times[number].end : match.start()]:
            continue
        if times[number].is_day:
            found.append(TimeFound(match.start(), match.end(), times[number].days))
    return found


def _start(time: TimeFound) -> int:
    return time.start
