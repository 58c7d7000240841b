"""The context of a time expression, and what the named groups of a match say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from quotex.languages.times import Grain, TimeTables
from quotex.timex.patterns import Context

Match = re.Match[str]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH_OR_YEAR = re.compile(r"(\d{4})(?:-(\d\d))?")
_SENTENCE = re.compile(r"[.!?]\s+(?=[\"“'‘]?[A-Z])|\n\s*\n")
_END_OF_SPEECH = re.compile(r"[,.?!—](?:[\"”]|’’|'')\s")
# Quoted words say nothing about the time outside the quotation.
_CONTEXT_BREAK = re.compile(rf"{_SENTENCE.pattern}|[\"“”]|''|(?<=\s)['‘]")

_MAX_YEARS_AWAY = 2
_NEWS = timedelta(days=10)  # before the day of writing
_BEFORE = 8  # characters before a day that may say that something was planned for it


@dataclass(slots=True)
class Moment:
    """The context that a resolver can use: the text, the day of writing, and what came before.

    ``last_past_day`` is the last past day that the text named, even if it has named a month or a
    year since: "that morning" means the morning of this day. It was named at ``last_past_at``;
    ``news_day`` is the last one shortly before the day of writing. ``last_value`` was named at
    ``last_at``.
    """

    text: str
    tables: TimeTables
    context: Context
    published: date | None
    last_value: str = ""
    last_at: int = 0
    last_quarter: str = ""
    last_past_day: date | None = None
    last_past_at: int = 0
    news_day: date | None = None

    def note(self, value: str, resolver: str, start: int) -> None:
        """Remember the value of an expression at ``start`` that later ones may refer to.

        A quarter that was named only for comparison is not what "the quarter" means later, nor is a
        day for which something was planned what "the next day" is counted from.
        """
        if value[:4].isdigit():
            self.last_value, self.last_at = value, start
            day = self.last_day
            is_planned = self.context.planned.search(self.text[max(0, start - _BEFORE) : start])
            is_past = self.published is None or (day is not None and day <= self.published)
            if day is not None and is_past and not is_planned:
                self.last_past_day, self.last_past_at = day, start
                if self.published is not None and self.published - day <= _NEWS:
                    self.news_day = day
        if "-Q" in value and resolver == "quarter":
            self.last_quarter = value

    def day_before(self, at: int) -> date | None:
        """Return the past day that "the day after" at an offset is counted from.

        It is the last one that the text named, unless that was long ago and in another paragraph:
        then it is that of the news, if the text named it.
        """
        day, written = self.last_past_day, self.published
        if day is None or written is None or self.news_day is None or written - day <= _NEWS:
            return day
        is_elsewhere = self.text.find("\n", self.last_past_at, at) >= 0
        return self.news_day if is_elsewhere else day

    def day_beside(self, at: int) -> date | None:
        """Return the past day that the text named last, if it was in the paragraph of an offset."""
        is_elsewhere = self.text.find("\n", self.last_past_at, at) >= 0
        return None if is_elsewhere else self.last_past_day

    @property
    def last_day(self) -> date | None:
        """The day that the text named last, or None if what it named was not a day."""
        match = _DAY.match(self.last_value)
        return date.fromisoformat(match[0]) if match else None

    def period_before(self, at: int, grain: Grain) -> date | None:
        """Return the start of the month or year that a period after an offset is counted from.

        It is the last thing that the paragraph named: "in March …, a month later".
        """
        match = _MONTH_OR_YEAR.fullmatch(self.last_value)
        if match is None or grain not in ({"month", "year"} if match[2] else {"year"}):
            return None
        is_elsewhere = self.text.find("\n", self.last_at, at) >= 0
        return None if is_elsewhere else date(int(match[1]), int(match[2] or 1), 1)

    def is_future(self, match: Match) -> bool:
        """Whether the words around it refer to the future."""
        start = max(0, match.start() - 80)
        before = _SENTENCE.split(self.text[start : match.start()])[-1]
        before = _END_OF_SPEECH.split(before)[-1]  # “We will go,” she said on Monday
        after = _CONTEXT_BREAK.split(self.text[match.end() : match.end() + 40])[0]
        future, past = self.context.future, self.context.past
        future_words = list(future.finditer(before))
        if not future_words:
            return self.context.just_said.search(before) is None and bool(future.search(after[:25]))
        past_words = list(past.finditer(before))
        return not past_words or past_words[-1].start() < future_words[-1].start()

    def step(self, which: str) -> int:
        """Return how many units words like "last" lead from the present one, such as -1."""
        return self.tables.steps.get(which, 0)

    def grain(self, match: Match, name: str = "grain") -> Grain | None:
        """Return the unit of time in a named group of a match."""
        return self.tables.units.get(group(match, name))


def group(match: Match, name: str) -> str:
    """Return what a named group matched, in lower case with single spaces, "" for nothing."""
    found = match.groupdict().get(name)
    return " ".join(found.lower().split()) if found else ""


def number_of(words: str, moment: Moment) -> int | None:
    """Return the number given by digits or words: "12", "twenty-one", "a"."""
    if words.isdigit():
        return int(words)
    parts = re.split(r"[\s-]+", words)
    values = [moment.tables.numbers.get(part) for part in parts]
    return sum(v for v in values if v is not None) if all(v is not None for v in values) else None


def year_of(match: Match, moment: Moment) -> int | None:
    """Return the year that a match gives."""
    if group(match, "year").isdigit():
        year = int(group(match, "year"))
        return year if year > 99 else (1900 if year > 30 else 2000) + year
    if century := group(match, "century"):
        words = group(match, "yearwords")
        rest = number_of(words, moment) if words else 0
        # "nineteen hundred" is the year 1900
        return moment.tables.centuries[century] + rest % 100 if rest is not None else None
    if moment.published is None:
        return None
    if near := group(match, "nearyear"):  # "24.2.24" is a day only if it is near the news
        year = moment.published.year // 100 * 100 + int(near)
        return year if abs(year - moment.published.year) <= _MAX_YEARS_AWAY else None
    if which := group(match, "whichyear"):
        return moment.published.year + moment.step(which)
    return moment.published.year - 1 if group(match, "yearago") else None


def month_number(match: Match, moment: Moment) -> int | None:
    """Return the number of the month that a match names."""
    name = group(match, "month").rstrip(".")
    return int(name) if name.isdigit() else moment.tables.months.get(name)
