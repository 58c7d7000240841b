"""The day of publication that a text tells of itself, and days that are not it."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.document.publication import publication_day
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
    "Oct 14, 2014, 3:15 PM ET",
]
DATELINES = [
    "PARIS, Oct. 14, 2014 (Wick Wire) — ",
    "PORT ALBANY, Norway, October 14, 2014 /WickWire/ -- ",
    "OSLO, October 14, 2014 – ",
]
NONE = [
    "Last updated 14 October 2014",
    "The wall fell on October 14, 2014.",
    "October 14, 2014 was a Tuesday.",
    "By October 14, 2014, all had gone.",
    "WICK — The wall fell on Oct. 14, 2014 — a Tuesday.",
    "PARIS, Oct. 14 (Wick Wire) —",
    "Tuesday",
    "The rally of October 14, 2014",
]


def told(text: str) -> tuple[date, PublishedFrom] | None:
    return publication_day(paragraphs(text), Language())


@pytest.mark.parametrize("byline", BYLINES)
def test_a_byline(byline: str) -> None:
    assert told(f"Wall is safe\n\n{byline}\n\n{BODY}") == (DAY, "byline")


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline(dateline: str) -> None:
    assert told(f"Wall is safe\n\n{dateline}{BODY}") == (DAY, "dateline")


@pytest.mark.parametrize("line", NONE)
def test_no_day_of_publication(line: str) -> None:
    assert told(f"Wall is safe\n\n{line}\n\n{BODY}") is None


def test_the_first_line_counts() -> None:
    assert told(f"{BYLINES[0]}\n\n{BODY}\n\nMarch 3, 2009") == (DAY, "byline")
