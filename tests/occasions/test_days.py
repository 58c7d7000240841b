"""Time expressions are read as days, or as nothing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.occasions.days.days import times_and_vague
from quotex.occasions.days.times import FoundTime
from tests.trees import ENGLISH

TUESDAY = date(2014, 10, 14)

Days = tuple[str, str]


def times_of(text: str, published: date | None) -> list[FoundTime]:
    return times_and_vague(text, published, ENGLISH)[0]


def days_of(text: str, published: date | None = TUESDAY) -> list[tuple[str, Days]]:
    return [
        (text[t.start : t.end], (t.days[0].isoformat(), t.days[1].isoformat()))
        for t in times_of(text, published)
    ]


def one(day: str) -> Days:
    return day, day


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("she said on Monday", "Monday", one("2014-10-13")),
        ("she said Tuesday", "Tuesday", one("2014-10-14")),  # the day of publication itself
        ("she said on Wednesday", "Wednesday", one("2014-10-08")),
        ("she said last Tuesday", "last Tuesday", one("2014-10-07")),
        ("she said last Monday", "last Monday", one("2014-10-13")),
        ("she said today", "today", one("2014-10-14")),
        ("she said this morning", "this morning", one("2014-10-14")),
        ("she said yesterday", "yesterday", one("2014-10-13")),
        ("she said on Oct. 14", "Oct. 14", one("2014-10-14")),
        ("she said on Oct. 9", "Oct. 9", one("2014-10-09")),
        ("she said on October 9th", "October 9th", one("2014-10-09")),
        ("she said on 9 October", "9 October", one("2014-10-09")),
        ("she said on 14 October 2012", "14 October 2012", one("2012-10-14")),
        ("she said on October 14, 2012", "October 14, 2012", one("2012-10-14")),
        ("she said on 2012-10-14", "2012-10-14", one("2012-10-14")),
        ("she said on Dec. 30", "Dec. 30", one("2013-12-30")),  # said before publication
        ("she said on Oct. 16", "Oct. 16", one("2014-10-16")),  # but a page may be updated
        ("she said on Feb. 2", "Feb. 2", one("2014-02-02")),
        ("she said in March", "March", ("2014-03-01", "2014-03-31")),
        ("she said in late March", "late March", ("2014-03-21", "2014-03-31")),
        ("she said in early March", "early March", ("2014-03-01", "2014-03-10")),
        ("she said in 2012", "2012", ("2012-01-01", "2012-12-31")),
        ("she said in December", "December", ("2013-12-01", "2013-12-31")),
        ("she said in February 2012", "February 2012", ("2012-02-01", "2012-02-29")),
        ("she said earlier this week", "earlier this week", ("2014-10-13", "2014-10-14")),
        ("she said last week", "last week", ("2014-10-06", "2014-10-12")),
        ("she said last month", "last month", ("2014-09-01", "2014-09-30")),
        ("she said last year", "last year", ("2013-01-01", "2013-12-31")),
        ("she said three days ago", "three days ago", one("2014-10-11")),
        ("she said 10 days ago", "10 days ago", one("2014-10-04")),
        ("she said a day ago", "a day ago", one("2014-10-13")),
        ("she said\u00a0on\u00a0Oct.\u00a09", "Oct.\u00a09", one("2014-10-09")),
    ],
)
def test_an_expression_becomes_days(text: str, words: str, days: Days) -> None:
    assert days_of(text) == [(words, days)]


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        (date(2015, 1, 2), "on Dec. 30", "2014-12-30"),
        (date(2014, 12, 30), "on Jan. 2", "2015-01-02"),
        (date(2015, 1, 2), "on Thursday", "2015-01-01"),
        (date(2016, 3, 1), "yesterday", "2016-02-29"),
        (date(2016, 3, 1), "on Feb. 29", "2016-02-29"),
        (date(2017, 3, 1), "on Feb. 29", "2016-02-29"),
    ],
)
def test_new_year_and_leap_days(published: date, text: str, day: str) -> None:
    assert [days for _, days in days_of(text, published)] == [one(day)]


@pytest.mark.parametrize(
    "text",
    [
        "she said",
        "she said it may rain",
        "they march on the town",
        "the 14 boats of the fleet",
        "an august assembly",
        "she said on Feb. 30",
        "she said on 31 April",
        "she said on Oct. 0",
        "she said on Oct. 39",
        "she said on 2014-13-01",
        "she said on 2014-02-30",
        "a mayday call",
        "the 9/11 report",
        "she said next week",
        "she said sometimes",
    ],
)
def test_expressions_without_a_day(text: str) -> None:
    assert days_of(text) == []


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("she said on Monday", []),
        ("she said yesterday", []),
        ("she said on Oct. 14", []),
        ("she said in March", []),
        ("she said last week", []),
        ("she said on Oct. 14, 2014", [one("2014-10-14")]),
        ("she said on 2014-10-14", [one("2014-10-14")]),
        ("she said in March 2014", [("2014-03-01", "2014-03-31")]),
    ],
)
def test_without_a_day_of_publication_a_year_is_needed(text: str, days: list[Days]) -> None:
    assert [found for _, found in days_of(text, None)] == days


def test_expressions_are_in_text_order_and_do_not_overlap() -> None:
    found = days_of("She said on Monday, Oct. 13, 2014, and again yesterday")
    assert [words for words, _ in found] == ["Monday, Oct. 13, 2014", "yesterday"]
    assert {days for _, days in found} == {one("2014-10-13")}


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar(published: date) -> None:
    text = "On Monday, yesterday, last week, last month, last year, on Feb. 29 and in March"
    times_of(text, published)


@given(st.dates(), st.sampled_from(["Monday", "yesterday", "last week", "in May", "Jan. 5"]))
def test_days_never_run_backwards(published: date, text: str) -> None:
    assert all(t.days[0] <= t.days[1] for t in times_of(text, published))
