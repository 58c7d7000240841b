"""``quotex.report``: its counts and how they are shown."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator

import pytest

import quotex
from quotex.audit.quotation_rows import FIELDS, QuotationRow
from quotex.audit.report import Report
from quotex.errors import InputError, OptionError
from quotex.records import Article, Speaker
from quotex.result import Extraction
from tests.audit.builders import NASTY, gazette, herald, nasty
from tests.write.builders import TEXT, quotation


def column(table: object, *names: str) -> list[tuple[object, ...]]:
    return [tuple(row[name] for name in names) for row in table]  # type: ignore[attr-defined]


def test_quotations_are_counted_by_speaker() -> None:
    table = quotex.report([herald(), gazette()]).speakers
    assert column(table, "speaker", "named", "quotations", "words", "articles", "outlets") == [
        ("Ada Roe", "named", 2, 9, 2, 2),
        ("officials", "not named", 1, 7, 1, 1),
        ("aide", "not named", 1, 4, 1, 1),
        ("Tom Ellery", "named", 1, 2, 1, 1),
        (None, None, 1, 2, 1, 1),
    ]
    assert column(table, "kind", "role", "first", "last")[0] == (
        "person", "Mayor", "2024-04", "2024-05",
    )  # fmt: skip
    assert sum(table.column("share")) == pytest.approx(1)  # type: ignore[arg-type]


def test_the_words_are_added_up_once_however_many_groups_there_are() -> None:
    passes: list[int] = []

    class Lines(tuple[QuotationRow, ...]):
        __slots__ = ()

        def __iter__(self) -> Iterator[QuotationRow]:
            passes.append(1)
            return super().__iter__()

    found = quotex.report([herald(), gazette()])
    report = Report(Lines(found.lines), found.articles)
    assert report.speakers == found.speakers
    assert len(passes) == 2  # once to group the lines, and once to add up their words


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        (("form",), [("indirect", 3), ("direct", 2), ("mixed", 1)]),
        (("month",), [("2024-04", 2), ("2024-05", 4)]),
        (("outlet",), [("Herald", 4), ("Gazette", 2)]),
        (("named",), [("named", 3), ("not named", 2), (None, 1)]),
        (("kind",), [("person", 4), ("government", 1), (None, 1)]),
        (("stance",), [("asserts", 4), ("denies", 2)]),
        (("anonymity",), [("not said", 1), ("reason given", 1), (None, 4)]),
        (("role",), [("Mayor", 1), ("diver", 1), (None, 4)]),
        (("mode",), [("speech", 6)]),
        (
            ("outlet", "form"),
            [
                ("Herald", "indirect", 2), ("Gazette", "direct", 1), ("Gazette", "indirect", 1),
                ("Herald", "direct", 1), ("Herald", "mixed", 1),
            ],
        ),
    ],
)  # fmt: skip
def test_quotations_are_grouped(fields: tuple[str, ...], rows: list[tuple[object, ...]]) -> None:
    table = quotex.report([herald(), gazette()]).by(*fields)  # type: ignore[arg-type]
    assert sorted(column(table, *fields, "quotations"), key=str) == sorted(rows, key=str)
    if fields != ("role",) and len(fields) == 1:
        assert [row[0] for row in column(table, *fields)][-1] == rows[-1][0]


def test_spellings_of_a_role_are_merged() -> None:
    lower = Speaker(name="Ida Holm", kind="person", named=True, role="mayor")
    made = quotation(TEXT, ["ferry"], speaker=lower)
    table = quotex.report([herald(), Extraction.of(Article(text=TEXT), [made])]).roles
    assert [(row["role"], row["quotations"]) for row in table] == [("Mayor", 2), (None, 3)]


def test_every_table_has_a_column_for_each_form() -> None:
    (april, may) = quotex.report([herald(), gazette()]).months
    assert (april["direct"], april["mixed"], april["indirect"]) == (1, 0, 1)
    assert (may["direct"], may["mixed"], may["indirect"], may["speakers"]) == (1, 1, 2, 3)


def test_missing_article_fields_are_none() -> None:
    report = quotex.report(gazette(publisher=None))
    assert column(report.outlets, "outlet") == column(report.months, "month") == [(None,)]
    assert report.speakers[0]["first"] is None


def test_no_articles_give_empty_tables_with_columns() -> None:
    failed = Extraction.failed("x", "too long")
    for report in (quotex.report([]), quotex.report([failed])):
        assert not report.lines
        assert [len(report.by(name)) for name in FIELDS] == [0] * len(FIELDS)
        assert report.speakers.columns == quotex.report(herald()).speakers.columns
        assert report.months.columns == quotex.report(herald()).months.columns
    assert str(quotex.report([failed])).startswith("0 quotations of 0 words in 1 article")


def test_user_supplied_ids_merge_names() -> None:
    rows = [{"id": "Q1", "name": "Ada Roe", "aliases": ["Tom Ellery"]}]
    table = quotex.report([herald(), gazette()], identities=rows).speakers
    assert [row["quotations"] for row in table if row["speaker"] == "Ada Roe"] == [3]


def test_a_table_can_be_read_printed_and_converted() -> None:
    report = quotex.report([herald(), gazette()])
    table = report.outlets
    assert len(table) == 2
    assert table[0]["outlet"] == "Herald"
    assert [row["outlet"] for row in table[1:]] == ["Gazette"]
    assert repr(table) == "<Table 'Quotations by outlet': 2 rows>"
    assert repr(report) == "<Report: 6 quotations in 2 articles>"
    assert repr(quotex.report([])) == "<Report: 0 quotations in 0 articles>"
    lines = str(table).splitlines()
    assert lines[0] == "Quotations by outlet"
    assert [line.split(" | ")[0].strip() for line in lines[1:]][::2] == ["outlet", "Herald"]
    stream = io.StringIO(newline="")
    table.to_csv(stream)
    assert stream.getvalue().splitlines()[0] == ",".join(table.columns)
    assert len(stream.getvalue().splitlines()) == 3
    assert "Quotations by month" in str(report)


def test_a_table_converts_to_pandas() -> None:
    pytest.importorskip("pandas")
    frame = quotex.report([herald(), gazette()]).outlets.to_pandas()
    assert list(frame["outlet"]) == ["Herald", "Gazette"]
    assert list(quotex.report([]).outlets.to_pandas().columns)[:2] == ["outlet", "quotations"]


def test_without_pandas_the_error_names_the_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(OptionError, match=r"quotex\[pandas\]"):
        quotex.report([]).outlets.to_pandas()


def test_notebook_html_is_escaped() -> None:
    shown = quotex.report([nasty()])._repr_html_()
    assert "<b onmouseover" not in shown
    assert "&lt;b onmouseover=&#x27;x&#x27;&gt;" in shown
    assert shown.count("<table") == 6


@pytest.mark.parametrize("fields", [(), ("sex",), ("month", "sex")])
def test_an_unknown_field_is_rejected(fields: tuple[str, ...]) -> None:
    with pytest.raises(OptionError, match=r"by: expected any of speaker, .*, got '"):
        quotex.report([]).by(*fields)  # type: ignore[arg-type]


def test_values_that_are_not_extractions_are_rejected() -> None:
    with pytest.raises(InputError, match="expected extractions, got str"):
        quotex.report(["text"])  # type: ignore[list-item]


def test_markup_in_names_stays_text() -> None:
    assert quotex.report([nasty()]).speakers[0]["speaker"] == NASTY


def _person(name: str) -> Speaker:
    return Speaker(name=name, kind="person", named=True)


@pytest.mark.parametrize(("count", "is_cut"), [(20, False), (21, True)])
def test_a_table_that_is_cut_says_so(count: int, is_cut: bool) -> None:
    names = [f"Ada {'Roe' * (number + 1)}" for number in range(count)]
    made = quotex.report(
        [
            Extraction.of(
                Article(text=TEXT, id=name),
                [quotation(TEXT, ["Nobody asked us"], speaker=_person(name))],
            )
            for name in names
        ]
    )
    assert len(made.speakers) == count
    for shown in (str(made), made._repr_html_()):
        assert ("Who is quoted (the first 20 of 21)" in shown) is is_cut
