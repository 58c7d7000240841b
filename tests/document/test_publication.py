"""The day of publication that a text states, and days that are not it."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.document.publication import is_likely, publication_day
from quotex.languages import Language
from quotex.records import PublishedFrom
from tests.document.builders import paragraphs

DAY = date(2014, 10, 14)
BODY = "The wall is safe, Ada Roe said on Monday. It was built on May 2, 2011."
BYLINES = [
    "By Ada Roe\nPublished October 14, 2014",
    "By Ada Roe | 14 October 2014 | 12:30 GMT",
    "BY ADA ROE, Wick Wire Tuesday, October 14, 2014",
    "Published: Tue, 14 Oct 2014 12:30 GMT",
    "First published on 14 October 2014",
    "Posted on October 14, 2014 at 3:15 p.m. Updated October 15, 2014",
    "October 14, 2014 - Last updated October 16, 2014",
    "14 Oct 2014 5 min read",
    "2014-10-14",
    "FOR IMMEDIATE RELEASE October 14, 2014",
    "Oct 14, 2014, 3:15 PM ET",
]
DATELINES = [
    "PARIS, Oct. 14, 2014 (Wick Wire) — ",
    "PORT ALBANY, Norway, October 14, 2014 /WickWire/ -- ",
    "OSLO, October 14, 2014 – ",
    "October 14, 2014 (OSLO) - ",
    "Tuesday, October 14, 2014 (OSLO, Norway) -- ",
    "Oct. 14, 2014 (Wick Wire) — ",
    "14 October 2014 (PORT ALBANY) — ",
    "OSLO (October 14, 2014) – ",
    "(OSLO, October 14, 2014) - ",
    "[Oslo, 14 October 2014] ",
    "Oslo, 14 October 2014 — ",
    "Port Albany, Norway – October 14, 2014 – ",
]
NO_DAY = [
    "Last updated 14 October 2014",
    "The wall fell on October 14, 2014.",
    "October 14, 2014 was a Tuesday.",
    "By October 14, 2014, all had gone.",
    "WICK — The wall fell on Oct. 14, 2014 — a Tuesday.",
    "PARIS, Oct. 14 (Wick Wire) —",
    "Tuesday",
    "The rally of October 14, 2014",
    "October 14, 2014 - a day that nobody forgets.",
    "October 14, 2014 (a Tuesday) - the wall fell.",
    "On October 14, 2014 (OSLO) - the wall fell.",
    "Then, October 14, 2014 — all of a sudden — the wall fell.",
    "In Oslo (October 14, 2014) the wall fell.",
    "The wall of Oslo, October 14, 2014 and after — was safe.",
    "October 14, 2014 (it was a Tuesday) The wall fell.",
    "Oslo (the wall fell on October 14, 2014) — Norway",
    "October 14, 1014",
    "0014-10-14",
    "PARIS, Oct. 14, 1414 (Wick Wire) — ",
]


def published(text: str) -> tuple[date, PublishedFrom] | None:
    return publication_day(paragraphs(text), Language())


@pytest.mark.parametrize("byline", BYLINES)
def test_a_byline(byline: str) -> None:
    assert published(f"Wall is safe\n\n{byline}\n\n{BODY}") == (DAY, "byline")


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline(dateline: str) -> None:
    assert published(f"Wall is safe\n\n{dateline}{BODY}") == (DAY, "dateline")


@pytest.mark.parametrize("line", NO_DAY)
def test_no_day_of_publication(line: str) -> None:
    assert published(f"Wall is safe\n\n{line}\n\n{BODY}") is None


def test_the_first_line_counts() -> None:
    assert published(f"{BYLINES[0]}\n\n{BODY}\n\nMarch 3, 2009") == (DAY, "byline")


@pytest.mark.parametrize("day", [date.min, date(1599, 12, 31), date(2200, 1, 1), date.max])
def test_impossible_publication_days(day: date) -> None:
    assert not is_likely(day)


@pytest.mark.parametrize("day", [date(1600, 1, 1), date(1970, 1, 1), DAY, date(2199, 12, 31)])
def test_possible_publication_days(day: date) -> None:
    assert is_likely(day)
