"""TSV, read by csv and by pandas."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

from quotex import to_tsv
from quotex.exports.tsv import TSV_COLUMNS
from quotex.records import ExtractionRecord

from .builders import TEXT, choir, known


def read(text: str) -> list[dict[str, Any]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    return list(reader)


def plain(cell: str) -> str:
    """Return a cell's text without its escapes."""
    marks = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    parts = iter(cell)
    return "".join(marks[next(parts)] if c == "\\" else c for c in parts)


def test_each_span_has_a_row_with_its_role() -> None:
    rows = read(to_tsv([choir()]))
    assert tuple(rows[0]) == TSV_COLUMNS
    assert [row["role"] for row in rows] == [
        *("content", "cue", "source", "date", "venue"),
        *("content", "content", "cue", "source", "date"),
        *("content", "cue", "source", "venue"),
    ]
    assert [row["part"] for row in rows[5:7]] == ["1", "2"]
    for row in rows:
        assert plain(row["text"]) == TEXT[int(row["start"]) : int(row["end"])]


def test_value_columns_describe_the_span() -> None:
    extraction = choir()
    rows = read(to_tsv([extraction], people=known(extraction)))
    assert [row["value"] for row in rows] == [
        *("indirect speech asserts", "say", "Ada Brook", "2031-03-03", "place"),
        *("direct speech promises", "direct speech promises", "", "Ada Brook"),
        "2031-03-03/2031-03-04",
        *("mixed speech denies", "", "A spokesman", "medium"),
    ]
    assert [row["scope"] for row in rows if row["scope"]] == [
        *("explicit", "explicit", "inherited", "inherited"),
    ]
    assert [row["speaker_id"] for row in rows] == ["Q42"] * 10 + [""] * 4


def test_pandas_reads_it() -> None:
    table = pd.read_csv(io.StringIO(to_tsv([choir()])), sep="\t", quoting=csv.QUOTE_NONE)
    assert list(table.columns) == list(TSV_COLUMNS)
    assert len(table) == 14


def test_neither_text_nor_quotations_are_needed() -> None:
    extraction = ExtractionRecord.model_validate_json(choir().to_json())
    assert to_tsv([extraction]) == to_tsv([choir()])
    assert to_tsv([]) == "\t".join(TSV_COLUMNS) + "\n"


def test_a_backslash_survives_a_round_trip() -> None:
    extraction = choir()
    speaker = extraction[0].speaker
    assert speaker is not None
    odd = speaker.model_copy(update={"name": "A\\n\tB\\"})
    quotation = extraction[0].model_copy(update={"speaker": odd})
    record = ExtractionRecord(article=extraction.article, quotations=(quotation,))
    (source,) = [row for row in read(to_tsv([record])) if row["role"] == "source"]
    assert plain(source["value"]) == "A\\n\tB\\"
