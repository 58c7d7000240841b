"""Days that are counted from other days, ranges of days, and vague times."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from quotex.occasions.days.anchored import with_anchored_days
from quotex.occasions.days.days import times_and_vague
from quotex.occasions.days.times import FoundTime, is_within
from tests.trees import ENGLISH

TUESDAY = date(2014, 10, 14)
EIGHT_WORDS = "that long and bitter vote on the wall"
LONG_WORDS = (
    "extraordinarily overcomplicated misrepresentations of counterproductive institutionalised"
)


def read(text: str, published: date | None = TUESDAY) -> list[tuple[str, str]]:
    """Return the words of each time in a text, with its day or its first and last day."""
    found = times_and_vague(text, published, ENGLISH)[0]
    return [(text[t.start : t.end], "/".join(_days(t))) for t in found if not t.is_ahead]


def _days(time: FoundTime) -> list[str]:
    return list(dict.fromkeys(day.isoformat()[2:] for day in time.days))


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("two days after the vote on Friday", "two days after the vote on Friday", "14-10-12"),
        ("Two Days After Friday", "Two Days After Friday", "14-10-12"),
        ("three days before Friday", "three days before Friday", "14-10-07"),
        ("a day before Friday", "a day before Friday", "14-10-09"),
        ("an evening after Friday", "an evening after Friday", "14-10-11"),
        ("the morning after Friday", "the morning after Friday", "14-10-11"),
        ("the night before Friday", "the night before Friday", "14-10-09"),
        ("ten days after Oct. 1", "ten days after Oct. 1", "14-10-11"),
        ("12 days after Oct. 1", "12 days after Oct. 1", "14-10-13"),
        ("two weeks before Friday", "two weeks before Friday", "14-09-26"),
        ("a week before Friday", "a week before Friday", "14-10-03"),
        ("the eve of Friday", "the eve of Friday", "14-10-09"),
        ("on eve of the vote on Friday", "eve of the vote on Friday", "14-10-09"),
        (f"a day after {EIGHT_WORDS} Friday", f"a day after {EIGHT_WORDS} Friday", "14-10-11"),
        # nothing is counted, or only part of it
        (f"a day after {EIGHT_WORDS} of Friday", "Friday", "14-10-10"),
        (f"a day after {LONG_WORDS} vote on Friday", f"a day after {LONG_WORDS} vote on Friday",
         "14-10-11"),
        (f"a day after {LONG_WORDS} votes, on Friday", "Friday", "14-10-10"),
        ("a day after the vote, on Friday", "Friday", "14-10-10"),
        ("a day after a week before Friday", "a week before Friday", "14-10-03"),
        ("an eve for Friday", "Friday", "14-10-10"),
        ("two days after the vote last week", "last week", "14-10-06/14-10-12"),
    ],
)  # fmt: skip
def test_a_day_is_counted_from_another(text: str, words: str, days: str) -> None:
    assert read(text) == [(words, days)]


def test_an_amount_too_far_before_a_day_is_ignored() -> None:
    far = "a day after " + "x" * 119 + " Friday"
    near = "a day after " + "x" * 107 + " Friday"
    assert read(far) == [("Friday", "14-10-10")]
    assert read(near) == [(near, "14-10-11")]


def test_a_counted_day_is_marked_as_counted() -> None:
    counted = times_and_vague("two days after the vote on Friday, but on Monday", TUESDAY, ENGLISH)[
        0
    ]
    assert [t.is_counted_from_day for t in counted] == [True, False]
    inside = times_and_vague("two days after Oct. 9", TUESDAY, ENGLISH)[0]
    assert [t.is_counted_from_day for t in inside] == [True]


def test_a_count_beyond_the_first_day_of_the_calendar_is_ignored() -> None:
    assert read("two days before the vote today", date.min) == [("today", "01-01-01")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between Friday and Monday", [("Friday and Monday", "14-10-10/14-10-13")]),
        ("Friday to Monday", [("Friday to Monday", "14-10-10/14-10-13")]),
        ("Friday until Monday", [("Friday until Monday", "14-10-10/14-10-13")]),
        ("Friday and again on Monday", [("Friday and again on Monday", "14-10-10/14-10-13")]),
        ("Friday–Monday", [("Friday–Monday", "14-10-10/14-10-13")]),
        ("Monday and Monday", [("Monday and Monday", "14-10-13")]),
        ("Monday and Friday", [("Monday", "14-10-13"), ("Friday", "14-10-10")]),
        ("Friday but Monday", [("Friday", "14-10-10"), ("Monday", "14-10-13")]),
        ("last week and Monday", [("last week and Monday", "14-10-06/14-10-13")]),
        ("last week and Friday", [("last week", "14-10-06/14-10-12"), ("Friday", "14-10-10")]),
    ],
)
def test_two_days_make_a_range(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It rained on Friday. Hours later it snowed.", ["14-10-10", "14-10-10"]),
        ("It rained on Friday. Just two hours later it snowed.", ["14-10-10", "14-10-10"]),
        ("Oct. 9 or, on Friday. Minutes later it snowed.", ["14-10-09", "14-10-10", "14-10-10"]),
        ("It rained on Friday.\n\nHours later it snowed.", ["14-10-10", "14-10-10"]),
        ("On Friday." + "\n\nIt rained." * 4 + "\n\nHours later it snowed.", ["14-10-10"]),
        ("Friday.\n\nIn May it rained. Hours later it snowed.", ["14-10-10", "14-05-01/14-05-31"]),
        ("It rained last week. Hours later it snowed.", ["14-10-06/14-10-12"]),
        ("Hours later it rained on Friday.", ["14-10-10"]),
        ("Hours later it rained.", []),
    ],
)  # fmt: skip
def test_hours_later_is_the_same_day(text: str, days: list[str]) -> None:
    assert [found for _, found in read(text)] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("a week ago", "14-10-07"),
        ("the last week", "14-10-07/14-10-14"),
        ("the past month", "14-09-14/14-10-14"),
        ("this week", "14-10-13/14-10-14"),
        ("this month", "14-10-01/14-10-14"),
        ("earlier this year", "14-01-01/14-10-14"),
        ("last weekend", "14-10-11/14-10-12"),
        ("last summer", "14-06-01/14-08-31"),
        ("the summer of 2012", "12-06-01/12-08-31"),
        ("the winter of 2012", "12-12-01/13-02-28"),
        ("the fall of 2012", "12-09-01/12-11-30"),
        ("the spring of 2012", "12-03-01/12-05-31"),
        ("mid-March", "14-03-11/14-03-20"),
        ("late February", "14-02-21/14-02-28"),
        ("early February 2012", "12-02-01/12-02-10"),
        ("October", "14-10-01/14-10-31"),
        ("November", "13-11-01/13-11-30"),
        ("Oct. 21", "14-10-21"),
        ("Oct. 22", "13-10-22"),
        ("December 2012", "12-12-01/12-12-31"),
    ],
)
def test_the_days_that_an_expression_covers(text: str, days: str) -> None:
    assert read(f"she said {text}") == [(text, days)] or read(f"she said in {text}") == [
        (text, days)
    ]


@pytest.mark.parametrize(
    "text",
    ["next Monday", "tomorrow", "next month", "the end of March", "November 2014", "in 2015",
     "Oct. 22, 2014", "three weeks", "recently", "every Monday", "this coming Friday",
     "the first quarter of 2012", "the fourth quarter"],
)  # fmt: skip
def test_expressions_without_a_day(text: str) -> None:
    assert read(f"she said {text}") == []


@pytest.mark.parametrize(
    ("text", "vague"),
    [
        ("she said recently", ["recently"]),
        ("she said the following week", ["the following week"]),
        ("she says now", []),
        ("she will say soon", []),
        ("she said on Monday", []),
        ("she said for three weeks", []),
    ],
)
def test_vague_times(text: str, vague: list[str]) -> None:
    found = times_and_vague(text, TUESDAY, ENGLISH)[1]
    assert [text[start:end] for start, end in found] == vague


@pytest.mark.parametrize(
    ("length", "days", "is_bare_year"),
    [
        (4, 364, True),
        (4, 361, True),
        (4, 360, False),
        (5, 364, False),
        (3, 364, False),
        (4, 0, False),
    ],
)
def test_a_bare_year(length: int, days: int, is_bare_year: bool) -> None:
    time = FoundTime(10, 10 + length, (TUESDAY, TUESDAY + timedelta(days=days)))
    assert time.is_bare_year is is_bare_year
    assert time.is_day is (days == 0)


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        ("she will say so on Friday", ["2014-10-17"]),
        ("she will say so tomorrow", ["2014-10-15"]),
        ("she will say so on December 3", ["2014-12-03"]),
        ("she will say so next Monday", ["2014-10-20"]),
        ("she said so on Friday", [None]),
        ("she said so today", [None]),
        ("she will say so next month", []),
        ("she said so in March", [None]),
    ],
)
def test_days_still_to_come(text: str, coming: list[str | None]) -> None:
    found = times_and_vague(text, TUESDAY, ENGLISH)[0]
    days = [(t.days if t.is_ahead else t.coming) for t in found]
    assert [d and d[0].isoformat() for d in days] == coming


SANK = "The ferry sank on Friday. "
SANK_BEFORE = "The port said on Monday that a ferry that sank last Thursday was old. "
VOTED = "The town voted on Friday. "


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        (VOTED + "Two days before the vote, she left.", "Two days before the vote", "14-10-08"),
        (VOTED + "A week after the vote, she left.", "A week after the vote", "14-10-17"),
        (VOTED + "On the eve of the vote, she left.", "the eve of the vote", "14-10-09"),
        (VOTED + "An hour after the vote, she left.", "An hour after the vote", "14-10-10"),
        (VOTED + "The day before the long vote, she left.", "The day before the long vote",
         "14-10-09"),
        (VOTED + "On the evening of the vote, she left.", "the evening of the vote", "14-10-10"),
        ("Friday’s vote was close. A day before the vote, she left.", "A day before the vote",
         "14-10-09"),
        (SANK + "Two days after the accident, she left.", "Two days after the accident",
         "14-10-12"),
        # what sums up the news is of the day in the lead
        ("The furnace went out on Friday. A day before the shutdown, she left.",
         "A day before the shutdown", "14-10-09"),
        # the day nearest to the verb for the accident
        (SANK_BEFORE + "Two days after the sinking, she left.", "Two days after the sinking",
         "14-10-11"),
        # the last day of several
        ("They voted on Oct. 1 and voted on Friday. A day after the vote, she left.",
         "A day after the vote", "14-10-11"),
    ],
)  # fmt: skip
def test_a_day_is_counted_from_an_event(text: str, words: str, days: str) -> None:
    assert read(text)[-1] == (words, days)


@pytest.mark.parametrize(
    "text",
    [
        SANK + "Two days before the vote, she left.",
        SANK + "It was late. Two days after the sale, she left.",
        SANK + "In the days before the sinking, she left.",
        "She left two days before the vote. They voted on Friday.",
        VOTED + "Two days before the vo, she left.",
        "They met on Friday. They voted. Two days before the vote, she left.",
        SANK + "Hours before the accident, she left.",
        "Friday\n\nThe furnace went out. A day before the shutdown, she left.",
    ],
)
def test_an_event_without_a_day_gives_none(text: str) -> None:
    assert [words for words, _ in read(text)] in ([], ["Friday"])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on Monday. It rained on Friday.\n\nHours later, she left.", "14-10-13"),
        ("They met on Monday.\n\nIt rained on Friday. Hours later, she left.", "14-10-10"),
        ("Monday\n\nIt rained on Friday.\n\nHours later, she left.", "14-10-10"),
        ("It rained on Friday.\n\nAn hour or so later, she left.", "14-10-10"),
        ("It rained on Friday.\n\nA little later, she left.", "14-10-10"),
    ],
)
def test_hours_later_is_of_the_latest_day_before_unless_its_paragraph_has_one(
    text: str, day: str
) -> None:
    assert read(text)[-1][1] == day


def test_the_day_in_a_clause_about_an_event_is_that_of_the_event() -> None:
    text = VOTED + "On the eve of the vote, which was held on Oct. 1, she left."
    assert ("the eve of the vote", "14-09-30") in read(text)


def test_nothing_is_counted_from_a_day_in_quoted_words() -> None:
    text = "They met on Friday. “Today it ends,” she said. Hours later, she left."
    found = times_and_vague(text, TUESDAY, ENGLISH, range(20, 37).__contains__)[0]
    assert [t.days[0].day for t in found] == [10, 10]


def test_a_day_in_apposition_is_not_counted_from() -> None:
    assert read(VOTED + "A day after the vote, on Saturday, she left.")[-1][0] == "Saturday"


def test_a_day_within_a_period_is_more_exact() -> None:
    early, late = (FoundTime(0, 1, (TUESDAY - timedelta(n), TUESDAY)) for n in (3, 9))
    assert is_within(early, late)
    assert not is_within(late, early)


def test_no_day_beyond_the_calendar_is_counted() -> None:
    last = [FoundTime(14, 20, (date.max, date.max))]
    text = "They voted on Friday. Two days after the vote, she left."
    assert with_anchored_days(text, last, ENGLISH) == last


def test_an_event_long_before_gives_no_day() -> None:
    dates = "She left on Friday. " * 100
    assert read(VOTED + dates + "A day after the vote, she left.")[-1][0] == "Friday"
