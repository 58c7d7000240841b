"""A time expression that says on which days words were spoken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Days = tuple[date, date]

WEEK, MONTH = 7, 31  # days
_BEFORE = 24  # characters before a time that may be a line of its own
_YEAR_DAYS = 360  # longer than half a year, shorter than any year


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression at ``[start, end)`` of the text, with the days that it covers.

    ``is_counted_from_day``: the days are counted from its last word, "the day before Friday".
    ``is_ahead``: the days are after the day of publication. ``coming`` gives the days for words
    that are still to be said, if they differ.
    """

    start: int
    end: int
    days: Days
    is_counted_from_day: bool = False
    is_ahead: bool = False
    coming: Days | None = None

    @property
    def is_bare_year(self) -> bool:
        """Whether the expression is only a year: "2014"."""
        return self.length > _YEAR_DAYS and self.end - self.start == len("2014")

    @property
    def length(self) -> int:
        """The number of days from the first day to the last: 0 for a single day."""
        return (self.days[1] - self.days[0]).days

    @property
    def is_day(self) -> bool:
        """Whether the expression covers a single day."""
        return self.days[0] == self.days[1]


def is_date_line(text: str, time: FoundTime) -> bool:
    """Whether a time begins a line, as the date of an article does: "Friday, May 5, 2017"."""
    first = max(time.start - _BEFORE, 0)
    lines = text[first : time.start].rpartition("\n")
    return not lines[2].strip() and bool(lines[1] or not first)


def is_within(time: FoundTime, period: FoundTime) -> bool:
    """Whether all days of a time are among those of a period."""
    return period.days[0] <= time.days[0] and time.days[1] <= period.days[1]
