"""Tests of the flat rows, the table and the CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from datetime import date

import pytest

from quotex.errors import OptionError
from quotex.records import Anonymity, Article, Provenance
from quotex.result import Extraction
from quotex.write.frames import to_pandas
from quotex.write.rows import COLUMNS, rows, to_csv

from .builders import TEXT, ferry, quotation, span

FIRST_ROW = {
    "article_id": "ferry-1",
    "published": date(2031, 3, 5),
    "title": "Ferry to stop",
    "start": 0,
    "end": 40,
    "kind": "indirect",
    "mode": "speech",
    "stance": "asserts",
    "content": "The ferry to Skarvik will stop on Friday",
    "cue": "told",
    "cue_lemma": "tell",
    "source": "Marit Holm",
    "speaker": "Marit Holm",
    "speaker_kind": "person",
    "speaker_named": True,
    "speaker_role": "harbour master",
    "speaker_country": None,
    "anonymity": None,
    "anonymity_reason": None,
    "date_from": date(2031, 3, 3),
    "date_to": date(2031, 3, 3),
    "date_scope": "explicit",
    "date_evidence": "on Monday",
    "venues": ["event: a meeting", "place: Lundby"],
    "confidence": 0.9,
    "rule": "clause-after",
    "content_spans": [(0, 40)],
    "cue_spans": [(53, 57)],
    "source_spans": [(42, 52)],
    "within": None,
    "section": "body",
    "publisher": None,
    "url": "x:1",
    "model": None,
    "engine": None,
    "version": None,
}
BARE = Extraction.of(Article(text=TEXT), [quotation(TEXT, ["Skarvik", "Monday"])])
UNKNOWN = {
    "published", "title", "cue", "cue_lemma", "source", "speaker", "speaker_kind", "speaker_named",
    "speaker_role", "speaker_country", "anonymity", "anonymity_reason", "date_from", "date_to",
    "date_scope", "date_evidence", "rule", "within", "publisher", "url", "model", "engine",
    "version",
}  # fmt: skip
FAILED = Extraction.of(Article(text="x", id="bad"), error="too short")
EMPTY = Extraction.of(Article(text="No one spoke."))


def written(*extractions: Extraction) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    to_csv(extractions, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_columns_are_as_documented() -> None:
    assert COLUMNS == (
        "article_id", "published", "title", "quotation_id", "start", "end", "kind", "mode",
        "stance", "content", "cue", "cue_lemma", "source", "speaker", "speaker_kind",
        "speaker_named", "speaker_role", "speaker_country", "anonymity", "anonymity_reason",
        "date_from", "date_to", "date_scope", "date_evidence", "venues", "confidence", "rule",
        "content_spans", "cue_spans", "source_spans", "within", "section", "publisher",
        "url", "model", "engine", "version",
    )  # fmt: skip


def test_row_of_a_complete_quotation() -> None:
    row = next(rows([ferry()]))
    assert tuple(row) == COLUMNS
    assert row == FIRST_ROW | {"quotation_id": ferry()[0].id}


@pytest.mark.parametrize(
    ("models", "model"), [({"attribution": "en_test-1.0.0"}, "en_test-1.0.0"), ({}, "rules")]
)
def test_rows_say_what_made_them(models: dict[str, str], model: str) -> None:
    made_by = Provenance(quotex="0.3.0", engine="spaces/1", models=models, options={})
    row = next(rows([ferry().model_copy(update={"made_by": made_by})]))
    assert (row["model"], row["engine"], row["version"]) == (model, "spaces/1", "0.3.0")


def test_unknown_fields_are_none_and_parts_are_joined() -> None:
    (row,) = rows([BARE])
    assert {name for name, value in row.items() if value is None} == UNKNOWN
    assert row["content"] == "Skarvik … Monday"
    assert (row["start"], row["end"]) == (13, TEXT.index("Monday") + 6)
    assert (row["venues"], row["cue_spans"], row["source_spans"]) == ([], [], [])


def test_a_row_says_why_a_source_is_not_named() -> None:
    reason = span(TEXT, "the quay was safe")
    said = [
        quotation(TEXT, ["ferry"], anonymity=Anonymity(span=span(TEXT, "a deckhand"), reason=why))
        for why in (reason, None)
    ]
    made = list(rows([Extraction.of(Article(text=TEXT), said)]))
    assert [(row["anonymity"], row["anonymity_reason"]) for row in made] == [
        ("a deckhand", "the quay was safe"),
        ("a deckhand", None),
    ]


def test_a_batch_keeps_order_and_skips_empty_extractions() -> None:
    ids = [row["article_id"] for row in rows(iter([ferry(), FAILED, EMPTY, BARE]))]
    assert ids == ["ferry-1"] * 4 + [BARE.article.id]


def test_rows_after_a_round_trip_through_json() -> None:
    read = Extraction.model_validate_json(ferry().to_json())
    assert list(rows([read])) == list(rows([ferry()]))


def test_csv_round_trip() -> None:
    for read, row in zip(written(ferry(), BARE), rows([ferry(), BARE]), strict=True):
        assert tuple(read) == COLUMNS
        for name, value in row.items():
            if isinstance(value, list):
                assert json.loads(read[name]) == json.loads(json.dumps(value))
            else:
                assert read[name] == ("" if value is None else str(value))


@pytest.mark.parametrize("words", ['a, "b"\n\r\nc', "=1+1", "é\u202e\x00\x85z", " lead and trail "])
def test_csv_does_not_alter_text(words: str) -> None:
    article = Article(text=words, title=words)
    (row,) = written(Extraction.of(article, [quotation(words, [words])]))
    assert (row["content"], row["title"]) == (words, words)


def test_csv_of_no_quotations_is_a_header() -> None:
    stream = io.StringIO()
    to_csv([EMPTY, FAILED], stream)
    assert stream.getvalue().split() == [",".join(COLUMNS)]


def test_pandas_columns_and_dtypes() -> None:
    pytest.importorskip("pandas")
    frame = to_pandas([ferry(), BARE])
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == 5
    dtypes = {name: str(dtype) for name, dtype in frame.dtypes.items()}
    numbers = {"start": "int64", "end": "int64", "confidence": "float64"}
    assert dtypes == dict.fromkeys(COLUMNS, "object") | numbers


def test_pandas_keeps_dates_and_none() -> None:
    pytest.importorskip("pandas")
    frame = to_pandas([ferry(), BARE])
    assert frame.to_dict("records") == list(rows([ferry(), BARE]))
    assert type(frame["date_from"][0]) is date
    assert frame["date_from"][4] is None
    assert frame["speaker_named"].tolist() == [True, None, None, None, None]


def test_empty_pandas_table_is_like_a_full_one() -> None:
    pytest.importorskip("pandas")
    empty, full = to_pandas([EMPTY, FAILED]), to_pandas([ferry()])
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == full.dtypes.to_dict()


def test_an_extraction_converts_to_a_table() -> None:
    pytest.importorskip("pandas")
    assert ferry().to_pandas().equals(to_pandas([ferry()]))


def test_missing_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(OptionError, match=r'pip install "quotex\[pandas\]"'):
        to_pandas([ferry()])
