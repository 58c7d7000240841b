"""What a resolver may know, and what the named groups of a match say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from quotex.languages.times import TimeTables

Match = re.Match[str]
NEXT = frozenset({"next", "this coming", "the coming", "the next", "the following", "a week from"})
LAST = frozenset({"last", "the last", "the past", "the previous", "the prior", "this past"})
_FUTURE = re.compile(
    r"\b(?:will|shall|won't|going\s+to|plans?\s+to|expected\s+to|due|scheduled|slated|set\s+(?:to|for)|is\s+to"
    r"|are\s+to)\b|['’]ll\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:said|was|were|had|did|told|reported|announced)\b", re.IGNORECASE)
# "said Tuesday she will …": the verb before has the day; in "said the vote Tuesday will …" not.
_JUST_TOLD = re.compile(
    rf"{_PAST.pattern}(?:(?:\s+(?!the\b|that\b|an?\b|h(?:is|er)\b|its\b|their\b)[\w.’']+){{0,4}}"
    r"|[^.,;]{0,50}\bon)\s+\Z",
    re.IGNORECASE,
)
_YEAR_SHIFT = {"last": -1, "next": 1, "this": 0, "the": 0}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SENTENCE = re.compile(r"[.!?]\s+(?=[\"“'‘]?[A-Z])|\n\s*\n")
_OUTSIDE = re.compile(rf"{_SENTENCE.pattern}|[\"“”]|''|(?<=\s)['‘]")  # what is quoted tells nothing


@dataclass(slots=True)
class Moment:
    """What a resolver may know: the text, the day of writing, and what came before."""

    text: str
    tables: TimeTables
    published: date | None
    last_value: str = ""
    last_quarter: str = ""

    def note(self, value: str, resolver: str) -> None:
        """Remember a value that later expressions may refer to.

        A quarter that was only named to compare with is not what "the quarter" means later.
        """
        if value[:4].isdigit():
            self.last_value = value
        if "-Q" in value and resolver == "quarter":
            self.last_quarter = value

    @property
    def last_day(self) -> date | None:
        """The day that the text named last, None if that was no day."""
        match = _DAY.match(self.last_value)
        return date.fromisoformat(match[0]) if match else None

    def is_future(self, match: Match) -> bool:
        """Whether the words around speak of what is to come."""
        start = max(0, match.start() - 80)
        before = _SENTENCE.split(self.text[start : match.start()])[-1]
        after = _OUTSIDE.split(self.text[match.end() : match.end() + 40])[0]
        near = list(_FUTURE.finditer(before))
        if not near and _JUST_TOLD.search(before) is None:
            near = list(_FUTURE.finditer(after[:25]))
        if not near:
            return False
        past = list(_PAST.finditer(before))
        return not past or not _FUTURE.search(before) or past[-1].start() < near[-1].start()


def group(match: Match, name: str) -> str:
    """Return what a named group matched, in lower case and plain spaces, "" for nothing."""
    found = match.groupdict().get(name)
    return " ".join(found.lower().split()) if found else ""


def number_of(words: str, moment: Moment) -> int | None:
    """Return the number that digits or words say: "12", "twenty-one", "a"."""
    if words.isdigit():
        return int(words)
    parts = re.split(r"[\s-]+", words)
    values = [moment.tables.numbers.get(part) for part in parts]
    return sum(v for v in values if v is not None) if all(v is not None for v in values) else None


def year_of(match: Match, moment: Moment) -> int | None:
    """Return the year that a match spells out."""
    if group(match, "year").isdigit():
        year = int(group(match, "year"))
        return year if year > 99 else (1900 if year > 30 else 2000) + year
    if words := group(match, "yearwords"):
        if "two thousand" in words:
            return 2000
        rest = number_of(words.removeprefix("nineteen").strip(), moment)
        return 1900 + rest if rest is not None else None
    which = group(match, "which")
    if moment.published is None or not which:
        return None
    if "year" in which or which in _YEAR_SHIFT:
        return moment.published.year + _YEAR_SHIFT.get(which.replace(" year", ""), -1)
    return None


def month_number(match: Match, moment: Moment) -> int | None:
    """Return the number of the month that a match names."""
    name = group(match, "month").rstrip(".")
    return int(name) if name.isdigit() else moment.tables.months.get(name)
