"""Rows become articles: none is lost, and anything odd is reported."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pytest

from quotex.result import Extraction
from quotex.tables.cells import Unreadable
from quotex.tables.rows import RowReader, names_weekdays, read_rows

from .builders import SAID, SIGNED, stub

LONG = SIGNED + " " + "x" * 1_000_000


def read(rows: Iterable[Mapping[str, Any]]) -> list[Extraction]:
    reader = RowReader()
    return list(read_rows(stub(), [reader.read(row) for row in rows]))


def codes(extraction: Extraction) -> list[str]:
    return [notice.code for notice in extraction.notices]


def test_a_row_is_an_article() -> None:
    row = {
        "text": SIGNED, "id": 17.0, "published": "9 May 2024", "title": "Quay", "url": "x:1",
        "publisher": "Gazette",
    }  # fmt: skip
    [found] = read([row])
    article = found.article
    assert (article.id, article.published, article.title) == ("17", date(2024, 5, 9), "Quay")
    assert (article.url, article.publisher) == ("x:1", "Gazette")
    assert (len(found), found.notices, found.error) == (1, (), None)


@pytest.mark.parametrize(
    ("row", "code", "notice"),
    [
        ({"text": SIGNED, "published": "9/5/2024"}, "unread-day", "2024-09-05 or 2024-05-09"),
        ({"text": SIGNED, "published": "0001-01-01"}, "unread-day", "0001-01-01"),
        ({"text": SIGNED, "published": Unreadable("too old")}, "unread-day", "too old"),
        ({"text": SAID}, "no-day", "published="),
        ({"text": f"<p>\n\n{SIGNED}\n\n</p>"}, "not-text", "from_html"),
        ({"text": f"<!DOCTYPE html><html>\n\n{SIGNED}"}, "not-text", "from_html"),
        ({"text": SIGNED, "title": Unreadable("not UTF-8")}, "not-text", "title cannot be read"),
    ],
)
def test_oddities_are_notices_and_the_article_is_read(
    row: Mapping[str, Any], code: str, notice: str
) -> None:
    [found] = read([row])
    assert codes(found) == [code]
    assert notice in found.notices[0].message
    assert (found.error, len(found)) == (None, 1)


@pytest.mark.parametrize("text", [SIGNED, "He said a < b. " + SIGNED, "See a.txt. " + SIGNED])
def test_a_text_is_not_odd(text: str) -> None:
    [found] = read([{"text": text}])
    assert codes(found) == []
    assert found.error is None


@pytest.mark.parametrize(
    ("text", "notice"),
    [
        (None, "there is no text"),
        (float("nan"), "there is no text"),
        ("", "there is no text"),
        (" \n", "there is no text"),
        ("nan", "there is no text"),
        (17, "the text is of type int, expected a string"),
        (["a"], "the text is of type list"),
        (b"\xff\xfe", "not UTF-8 (0xff at 0)"),
        (Unreadable("not UTF-8 (byte 0xff at 3)"), "byte 0xff at 3"),
        ("news/2024/quay.txt", "a path or an address"),
        ("/home/ada/my news/quay 1.html", "a path or an address"),
        ("C:\\news\\quay.txt", "a path or an address"),
        ("https://gazette.example/quay?id=1", "a path or an address"),
        ("a \ud800 b", "lone surrogate"),
        (LONG, "more than max_chars"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_cell_without_text_affects_only_its_row(text: object, notice: str) -> None:
    found = read([{"text": SIGNED, "id": 1}, {"text": text, "id": 2}, {"text": SAID, "id": 3}])
    assert [e.article.id for e in found] == ["1", "2", "3"]
    assert [e.error is None for e in found] == [True, False, True]
    assert notice in (found[1].error or "")


def test_utf_8_bytes_are_text() -> None:
    [found] = read([{"text": b"\xef\xbb\xbf" + SIGNED.encode()}])
    assert found.text == SIGNED


def test_repeated_ids_and_texts_are_noticed() -> None:
    found = read([{"text": SIGNED, "id": 1}, {"text": SAID, "id": "1"}, {"text": SIGNED, "id": 2}])
    assert [codes(e) for e in found] == [[], ["duplicate-id", "no-day"], ["duplicate-text"]]
    assert [e.article.id for e in found] == ["1", "1", "2"]


def test_a_runner_of_parts_can_skip_that_and_number_rows() -> None:
    reader = RowReader(note_duplicates=False, number=7)
    rows = [reader.read(row) for row in ({"text": SIGNED}, {"text": SIGNED}, {"text": None})]
    assert [row.notices == () for row in rows] == [True, True, False]
    assert (rows[2].id, rows[2].number) == ("row-9", 9)


def test_an_unexpected_error_affects_only_its_row() -> None:
    class Odd:
        def __str__(self) -> str:
            raise RuntimeError("no words")

    found = read([{"text": SIGNED, "title": Odd()}, {"text": SIGNED}])
    assert "RuntimeError: no words" in (found[0].error or "")
    assert len(found[1]) == 1


def test_summaries_of_all_and_no_failures() -> None:
    assert read([]) == []
    assert [e.article.id for e in read([{"text": ""}, {"text": None, "id": "b"}])] == ["row-0", "b"]


def test_weekdays() -> None:
    assert names_weekdays("on Tuesday")
    assert names_weekdays("every tuesday")
    assert not names_weekdays("They sat in the sun, saturated, and wed.")
