"""Columns are found by their usual names or as named; missing ones are reported."""

from __future__ import annotations

import pytest

from quotex.errors import InputError
from quotex.tables.columns import FIELDS, Columns


def test_columns_are_found_by_their_names() -> None:
    assert Columns().found_in(["id", "topic", "text"]) == {"text": "text", "id": "id"}
    assert list(Columns().found_in(list(FIELDS))) == list(FIELDS)


def test_given_column_names_are_used() -> None:
    names = ["text", "Body", 3]
    assert Columns(text="Body", id=3).found_in(names) == {"text": "Body", "id": 3}


@pytest.mark.parametrize(
    ("columns", "names", "message"),
    [
        (Columns(), ["Body", "day"], "no column 'text' in the table (its columns: 'Body', 'day')"),
        (Columns(), [], "(its columns: none)"),
        (Columns(), [str(n) for n in range(20)], "and 8 more"),
        (Columns(published="day"), ["text"], "for example published='text'"),
        (Columns(), ["text", "text"], "2 columns called 'text'"),
        (Columns(title="text"), ["text"], "given for both text and title"),
    ],
)
def test_a_table_without_articles_is_an_error(
    columns: Columns, names: list[str], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        columns.found_in(list(names))
    assert message in str(caught.value)
