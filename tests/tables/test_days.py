"""Days of publication as people write them: read if unambiguous, otherwise reported."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pandas as pd
import pytest

from quotex.errors import InputError
from quotex.tables.cells import plain
from quotex.tables.days import as_day, given_day

DAY = date(2024, 5, 9)
WEST = timezone(timedelta(hours=-7))


@pytest.mark.parametrize(
    "cell",
    [
        DAY,
        datetime(2024, 5, 9, 23, 30),
        datetime(2024, 5, 9, 23, 30, tzinfo=UTC),
        datetime(2024, 5, 9, 23, 30, tzinfo=WEST),
        pd.Timestamp("2024-05-09 23:30", tz="America/New_York"),
        np.datetime64("2024-05-09"),
        np.datetime64("2024-05-09T23:30:00.123456789"),
        "2024-05-09",
        " 2024-05-09 ",
        "2024-05-09 23:30:00",
        "2024-05-09T23:30:00-07:00",
        "2024-05-09T23:30:00.000Z",
        "2024/5/9",
        "2024.05.09",
        "20240509",
        20240509,
        20240509.0,
        np.int64(20240509),
        1715297400,
        1715297400.5,
        1715297400_000,
        1715297400_000_000_000,
        "9 May 2024",
        "May 9, 2024",
        "Thursday, May 9, 2024",
        "9 May 2024 23:30",
        "May 9, 2024, 11:30 PM",
        "Thu, 09 May 2024 07:00:00 GMT",
        "Thu, 09 May 2024 23:30:00 -0700",
        "9.5.2024",
        "09.05.2024 12:00",
    ],
    ids=repr,
)
def test_unambiguous_days_are_read(cell: object) -> None:
    assert as_day(plain(cell)) == DAY


@pytest.mark.parametrize("cell", ["202411", "2024111", "2024-111", "202405"])
def test_digits_without_marks_are_a_day_only_with_two_for_each_part(cell: str) -> None:
    with pytest.raises(InputError, match=f"'{cell}' cannot be read as a day"):
        as_day(cell)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("25/12/2023", date(2023, 12, 25)),
        ("12/25/2023", date(2023, 12, 25)),
        ("5/5/2024", date(2024, 5, 5)),
        ("31-01-2024 08:00", date(2024, 1, 31)),
    ],
)
def test_a_number_above_twelve_is_the_day(cell: str, day: date) -> None:
    assert as_day(cell) == day


def test_a_given_day_order_is_used() -> None:
    assert as_day("9/5/2024", day_first=True) == DAY
    assert as_day("5/9/2024", day_first=False) == DAY


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("9/5/2024", "may be 2024-09-05 or 2024-05-09; give day_first"),
        ("9/5/24", "a two-digit year"),
        ("2024-02-30", "not a calendar day"),
        ("31/31/2024", "not a calendar day"),
        ("May 2024", "cannot be read as a day"),
        ("Tuesday", "cannot be read as a day"),
        ("yesterday", "cannot be read as a day"),
        ("soon", "cannot be read as a day"),
        ("0001-01-01", "nothing can have been published on 0001-01-01"),
        (date(1, 1, 1), "nothing can have been published"),
        (datetime.max, "nothing can have been published"),
        (17, "the number 17 is not a day"),
        (-1.5, "not a day"),
        (float("inf"), "not a day"),
        (True, "got bool"),
        ([2024, 5, 9], "got list"),
        (timedelta(days=3), "got timedelta"),
    ],
    ids=repr,
)
def test_other_days_give_a_notice(cell: object, message: str) -> None:
    with pytest.raises(InputError) as caught:
        as_day(cell)
    assert message in str(caught.value)


@pytest.mark.parametrize("missing", [None, pd.NaT, pd.NA, float("nan")], ids=repr)
def test_no_day_is_given(missing: object) -> None:
    assert given_day(missing) is None


def test_a_given_day_is_named_in_the_error() -> None:
    assert given_day("2024-05-09T23:30:00-07:00") == given_day(np.datetime64(DAY)) == DAY
    with pytest.raises(InputError, match="published: 'soon' cannot be read as a day"):
        given_day("soon")
