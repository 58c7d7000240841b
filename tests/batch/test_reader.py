"""The batch reader: record batches in, record batches out, the same however they are split."""

from __future__ import annotations

import pickle
from datetime import date, datetime
from types import UnionType
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from quotex import batch
from quotex.batch import BatchReader, Outcome, Settings, extractions_of
from quotex.errors import InputError, OptionError
from quotex.extractor import Extractor
from quotex.result import Extraction
from quotex.tables.columns import Columns
from quotex.tables.rows import RowReader
from quotex.write.rows import COLUMNS
from tests.tables.builders import SAID, SIGNED, stub
from tests.write.builders import ferry

pa = pytest.importorskip("pyarrow")


def load(
    model: Any = None, nested: bool = False, furniture: bool = False, detector: str = ""
) -> Extractor:
    """Replace ``quotex.load``."""
    loaded.append({"nested": nested, "furniture": furniture})
    return stub()


loaded: list[dict[str, Any]] = []


@pytest.fixture(autouse=True)
def _stubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make all settings load the stub extractor."""
    monkeypatch.setattr("quotex.loading.load", load)
    monkeypatch.setattr("quotex.extractor._CACHE", {})


def given() -> Any:
    return pa.record_batch(
        {
            "id": [1, 2, None, 4],
            "text": [SIGNED, SAID, None, "news/a.txt"],
            "published": ["2024-05-09", "9/5/2024", None, None],
            "error": [0.5, 1.5, None, 2.5],
            "topic": ["a", "b", "c", "d"],
        }
    )


def test_one_row_per_article() -> None:
    reader = BatchReader()
    result = reader(given())
    assert result.schema.equals(reader.schema(given().schema), check_metadata=True)
    assert result.schema.names == [*batch.ARTICLES_SCHEMA.names, "input_error", "topic"]
    rows = result.to_pylist()
    assert [row["article_id"] for row in rows] == ["1", "2", "row-2", "4"]
    assert [len(row["quotations"]) for row in rows] == [1, 1, 0, 0]
    assert [row["error"] is None for row in rows] == [True, True, False, False]
    assert [row["topic"] for row in rows] == ["a", "b", "c", "d"]
    assert [row["input_error"] for row in rows] == [0.5, 1.5, None, 2.5]
    assert rows[0]["article"]["published"] == date(2024, 5, 9)
    assert [n["code"] for n in rows[1]["notices"]] == ["unread-day", "no-day"]


def test_one_row_per_quotation() -> None:
    reader = BatchReader(form="quotations")
    result = reader(given())
    assert result.schema.equals(reader.schema(given().schema), check_metadata=True)
    assert result.schema.names == [*COLUMNS, "error", "topic"]
    assert result.column("article_id").to_pylist() == ["1", "2"]
    assert result.column("topic").to_pylist() == ["a", "b"]
    assert result.column("model").to_pylist() == ["rules"] * 2
    assert result.column("content_spans").to_pylist() == [[[0, 22]], [[0, 17]]]


def test_other_columns_can_be_dropped() -> None:
    result = BatchReader(passing=False)(given())
    assert result.schema.equals(batch.ARTICLES_SCHEMA, check_metadata=True)


def test_failures_and_counts() -> None:
    outcome = BatchReader(form="quotations").read(given())
    assert isinstance(outcome, Outcome)
    assert [(f.row, f.article_id) for f in outcome.failures] == [(2, "row-2"), (3, "4")]
    assert "there is no text" in outcome.failures[0].reason
    assert len(outcome.extractions) == 4
    assert outcome.words == len((SIGNED + " " + SAID).split())


@pytest.mark.parametrize("form", ["articles", "quotations"])
def test_batches_can_be_split_anywhere(form: batch.Form) -> None:
    reader, whole = BatchReader(form=form), given().slice(0, 2)
    parts = [reader(whole.slice(n, 1)) for n in range(2)]
    assert pa.Table.from_batches(parts) == pa.Table.from_batches([reader(whole)])
    assert list(reader.map(iter([whole]))) == [reader(whole)]
    assert reader(pa.table(whole)) == reader(whole)
    assert reader(whole.slice(0, 0)).num_rows == 0


def test_a_runner_can_number_rows_across_batches() -> None:
    rows = RowReader()
    reader = BatchReader()
    reader.read(given(), rows)
    again = reader.read(given(), rows)
    assert again.failures[0].article_id == "row-6"
    assert "duplicate-id" in {n.code for n in again.extractions[0].notices}


def test_extractions_survive_a_round_trip() -> None:
    outcome = BatchReader().read(given())
    assert list(extractions_of(outcome.batch)) == list(outcome.extractions)
    full = [ferry(), Extraction.failed("b", "no")]
    from quotex.batch.records import article_rows

    assert list(extractions_of(article_rows(full))) == full


def test_the_schema_has_every_field_of_the_records() -> None:
    _compare(Extraction, pa.struct(list(batch.ARTICLES_SCHEMA.remove(0))))


def _compare(model: type[BaseModel], struct: Any) -> None:
    fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    assert {struct.field(n).name for n in range(struct.num_fields)} == set(fields)
    if model.__name__ == "Provenance":
        return
    for name, annotation in fields.items():
        kind = struct.field(name).type
        kind = kind.value_type if pa.types.is_list(kind) else kind
        for inner in _models(annotation):
            _compare(inner, kind)


def _models(annotation: Any) -> list[type[BaseModel]]:
    if get_origin(annotation) in (None, UnionType) and isinstance(annotation, type):
        return [annotation] if issubclass(annotation, BaseModel) else []
    return [model for part in get_args(annotation) for model in _models(part)]


def test_readers_and_settings_can_be_pickled() -> None:
    columns = Columns(text="body", published="day")
    settings = Settings(model="en_x", options={"nested": True}, columns=columns, form="quotations")
    reader = BatchReader(settings, day_first=True)
    copied = pickle.loads(pickle.dumps(reader.load()))
    assert copied.settings == reader.settings
    assert (copied.settings.model, copied.settings.day_first) == ("en_x", True)
    assert len(pickle.dumps(reader)) < 2_000


def test_models_are_loaded_once_per_process() -> None:
    loaded.clear()
    reader = BatchReader(options={"nested": True, "furniture": True})
    assert loaded == []
    for each in (reader, pickle.loads(pickle.dumps(reader)), BatchReader(reader.settings)):
        each(given())
    BatchReader(options={"furniture": True, "nested": True}, form="quotations")(given())
    assert loaded == [{"nested": True, "furniture": True}]
    BatchReader(options={"nested": False})(given())
    assert len(loaded) == 2


def test_an_unreadable_cell_affects_only_its_row() -> None:
    # bytes that are not UTF-8, in a column of type text
    offsets = pa.py_buffer(pa.array([0, 3, 6, 9], pa.int32()).buffers()[1].to_pybytes())
    broken = pa.Array.from_buffers(pa.string(), 3, [None, offsets, pa.py_buffer(b"abca\xffcabc")])
    old = pa.array([-(2**60), 0, 1], pa.timestamp("s"))
    rows = pa.record_batch({"id": ["a", "b", "c"], "text": broken, "published": old})
    outcome = BatchReader().read(rows)
    assert [f.article_id for f in outcome.failures] == ["b"]
    assert "0xff" in outcome.failures[0].reason
    assert [n.code for n in outcome.extractions[0].notices] == ["unread-day"]
    assert outcome.extractions[2].article.published == datetime(1970, 1, 1).date()


def test_a_failing_article_affects_only_its_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from quotex.pipeline import Pipeline

    read = Pipeline.read

    def fragile(self: Pipeline, articles: Any) -> Any:
        if any("leaks" in article.text for article in articles):
            raise MemoryError("no room")
        return read(self, articles)

    monkeypatch.setattr(Pipeline, "read", fragile)
    rows = pa.record_batch({"id": [1, 2, 3], "text": [SIGNED, "It leaks.", SAID]})
    outcome = BatchReader().read(rows)
    assert [f.article_id for f in outcome.failures] == ["2"]
    assert "MemoryError" in outcome.failures[0].reason
    assert [len(e) for e in outcome.extractions] == [1, 0, 1]


def test_a_batch_without_texts_is_rejected() -> None:
    rows = pa.record_batch({"body": [SIGNED]})
    for call in (BatchReader(), BatchReader().read):
        with pytest.raises(InputError, match="text='body'"):
            call(rows)
    assert BatchReader(columns=Columns(text="body"))(rows).num_rows == 1


def test_unknown_options_and_forms_are_rejected() -> None:
    with pytest.raises(
        OptionError, match=r"date= is not an option; columns are named with text, id, p"
    ):
        BatchReader(options={"date": "day"})
    with pytest.raises(OptionError, match="articles, quotations"):
        BatchReader(form="rows")
    with pytest.raises(AttributeError, match="no attribute 'rows'"):
        batch.rows  # noqa: B018
