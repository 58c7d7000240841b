"""Data frames as people have them: every article is read, and the result is of the same kind."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import warnings
from collections.abc import Callable
from datetime import UTC, date, datetime
from inspect import signature
from typing import Any

import numpy as np
import pandas as pd
import pytest

import quotex
from quotex.errors import InputError, OptionError
from quotex.records import Article
from quotex.write.rows import COLUMNS
from tests.conftest import ROOT
from tests.tables.builders import SAID, SIGNED, stub

TEXTS = [SIGNED, SAID]
MAY = date(2024, 5, 9)
pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")


def of_csv() -> pd.DataFrame:
    """A frame read from a CSV with gaps in the column of ids and Windows line ends."""
    rows = "id,text,published\r\n1,“We stay.” – Ada Roe,2024-05-09\r\n,“I go.” – Bo Lund,\r\n"
    return pd.read_csv(io.StringIO(rows))


# The data people have, the columns to name, and the ids and days that are read.
FRAMES: dict[str, tuple[Callable[[], Any], dict[str, Any], list[str] | None, list[date | None]]] = {
    "ids are whole numbers, days are words": (
        lambda: pd.DataFrame({"id": [1, 2], "text": TEXTS, "published": ["2024-05-09"] * 2}),
        {}, ["1", "2"], [MAY, MAY],
    ),
    "a day is NaN": (
        lambda: pd.DataFrame({"id": ["a", "b"], "text": TEXTS, "published": [str(MAY), np.nan]}),
        {}, ["a", "b"], [MAY, None],
    ),
    "moments in a zone, one NaT": (
        lambda: pd.DataFrame({
            "id": [1, 2],
            "text": TEXTS,
            "when": pd.to_datetime(["2024-05-09T23:30:00Z", None], utc=True),
        }),
        {"published": "when"}, ["1", "2"], [MAY, None],
    ),
    "ids with a gap became fractions": (of_csv, {}, None, [MAY, None]),
    "other names, other columns": (
        lambda: pd.DataFrame({
            "doc": [7, 8], "Body": TEXTS, "day": ["May 9, 2024", "9/5/2024"], "topic": ["a", "b"],
        }),
        {"text": "Body", "id": "doc", "published": "day"}, ["7", "8"], [MAY, None],
    ),
    "ids in the index": (
        lambda: pd.DataFrame({"text": TEXTS}, index=pd.Index([7, 8], name="id")),
        {}, ["7", "8"], [None, None],
    ),
    "a part of a frame, its index with gaps": (
        lambda: pd.DataFrame({"id": range(4), "text": TEXTS * 2})[lambda f: f["id"] % 3 == 0],
        {}, ["0", "3"], [None, None],
    ),
    "types of Arrow and categories": (
        lambda: pd.DataFrame({"id": [1, 2], "text": TEXTS, "publisher": ["G", None]}).astype(
            {"text": "string", "publisher": "category", "id": "Int64"}
        ),
        {}, ["1", "2"], [None, None],
    ),
    "a series of texts": (lambda: pd.Series(TEXTS, name="body"), {}, None, [None, None]),
    "polars, with days and nulls": (
        lambda: pl.DataFrame({"id": [1, None], "text": TEXTS, "published": [MAY, None]}),
        {}, None, [MAY, None],
    ),
    "polars, lazy": (
        lambda: pl.LazyFrame({"id": [1, 2], "text": TEXTS}), {}, ["1", "2"], [None, None],
    ),
    "an Arrow table": (
        lambda: pa.table({
            "id": [1, 2], "text": TEXTS, "published": [datetime(2024, 5, 9, tzinfo=UTC), None],
        }),
        {}, ["1", "2"], [MAY, None],
    ),
    "an Arrow batch": (
        lambda: pa.record_batch({"id": ["a", "b"], "text": TEXTS}), {}, ["a", "b"], [None, None],
    ),
    "a dict of columns": (
        lambda: {"id": np.array([1, 2]), "text": TEXTS, "topic": ("a", "b")},
        {}, ["1", "2"], [None, None],
    ),
    "a list of dicts, not all alike": (
        lambda: [{"id": 1, "text": SIGNED, "published": MAY}, {"id": 2, "text": SAID, "n": 3}],
        {}, ["1", "2"], [MAY, None],
    ),
    "lines of JSON": (
        lambda: (json.loads(f'{{"id": {n}, "text": "“I do.” – Bo Lund"}}') for n in range(2)),
        {}, ["0", "1"], [None, None],
    ),
    "articles": (
        lambda: [Article(id="a", text=SIGNED, published=MAY), Article(id="b", text=SAID)],
        {}, ["a", "b"], [MAY, None],
    ),
    "texts": (lambda: list(TEXTS), {}, None, [None, None]),
}  # fmt: skip


@pytest.fixture(autouse=True)
def _without_warnings() -> Any:
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "(.*articles? could not be read|notices)")
        yield


def names(table: Any) -> list[str]:
    if isinstance(table, list):
        return list(table[0])
    if isinstance(table, pa.Table):
        return list(table.column_names)
    return list(table if isinstance(table, dict) else table.columns)


def column(table: Any, name: str) -> list[Any]:
    if isinstance(table, list):
        return [row[name] for row in table]
    cells: Any = table[name]
    return list(getattr(cells, "to_pylist", lambda: list(cells))())


@pytest.mark.parametrize("kind", FRAMES)
def test_no_row_of_a_frame_is_lost(kind: str) -> None:
    make, columns, ids, days = FRAMES[kind]
    found = quotex.extractions(make(), extractor=stub(), progress=False, **columns)
    assert [len(e) for e in found] == [1, 1]
    assert ids is None or [e.article.id for e in found] == ids
    assert [e.article.published for e in found] == days
    assert [e.error for e in found] == [None, None]


@pytest.mark.parametrize("kind", FRAMES)
def test_a_frame_gives_a_frame_of_the_same_kind(kind: str) -> None:
    make, columns, ids, _ = FRAMES[kind]
    given = make()
    result = quotex.extract(given, extractor=stub(), progress=False, **columns)
    kinds: dict[type, type] = {pl.LazyFrame: pl.DataFrame, pa.RecordBatch: pa.Table}
    kinds |= {pd.Series: pd.DataFrame}
    if kind == "lines of JSON":
        assert isinstance(result, list)
    else:
        assert type(result) is kinds.get(type(given), type(given))
    assert tuple(names(result)[: len(COLUMNS)]) == COLUMNS
    assert ids is None or column(result, "article_id") == ids
    assert column(result, "kind") == ["direct", "direct"]


def test_other_columns_pass_through() -> None:
    given = pd.DataFrame({"text": ["", *TEXTS], "topic": ["x", "y", "z"], "kind": [1, 2, 3]})
    for table in (given, pl.from_pandas(given), pa.Table.from_pandas(given), given.to_dict("list")):
        result = quotex.extract(table, extractor=stub(), progress=False)
        assert names(result)[len(COLUMNS) :] == ["topic", "input_kind"]
        assert column(result, "topic") == ["y", "z"]
        assert column(result, "input_kind") == [2, 3]
    rows = quotex.extract(given.to_dict("records"), extractor=stub(), progress=False)
    assert [(row["topic"], row["input_kind"]) for row in rows] == [("y", 2), ("z", 3)]
    assert result.keys() == rows[0].keys()


def test_other_columns_with_the_same_name_pass_through_once() -> None:
    arrow = pa.table([pa.array(TEXTS), pa.array([1, 2]), pa.array([3, 4])], ["text", "x", "x"])
    pandas = pd.DataFrame([[text, n, n + 2] for n, text in enumerate(TEXTS, 1)])
    pandas.columns = pd.Index(["text", "x", "x"])
    made = quotex.extract(arrow, extractor=stub(), progress=False)
    assert made.column_names[len(COLUMNS) :] == ["x", "input_x"]
    assert [column.to_pylist() for column in made.columns[len(COLUMNS) :]] == [[1, 2], [3, 4]]
    made = quotex.extract(pandas, extractor=stub(), progress=False)
    assert list(made.columns[len(COLUMNS) :]) == ["x", "x"]
    assert made.iloc[:, len(COLUMNS) :].to_numpy().tolist() == [[1, 3], [2, 4]]


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table, dict])
def test_a_frame_without_quotations_has_all_columns(make: Callable[[Any], Any]) -> None:
    result = quotex.extract(make({"text": [], "topic": []}), extractor=stub(), progress=False)
    assert names(result) == [*COLUMNS, "topic"]
    assert column(result, "speaker") == []


def test_polars_and_arrow_are_typed() -> None:
    found = quotex.extractions(pl.DataFrame({"text": TEXTS}), extractor=stub(), progress=False)
    frame = quotex.to_polars(found)
    assert frame.schema["date_from"] == pl.Date
    assert frame.schema["content_spans"] == pl.List(pl.List(pl.Int64))
    assert frame.schema["speaker_named"] == pl.Boolean
    assert frame.equals(pl.concat([e.to_polars() for e in found]))
    table = quotex.extract(pa.table({"text": TEXTS}), extractor=stub(), progress=False)
    assert str(table.schema.field("date_from").type) == "date32[day]"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("“We stay.” – Ada Roe", "one text is not a table; give a list of them"),
        (Article(text=SIGNED), "an Article is not a table"),
        (b"text", "a value of type bytes is not a table; expected a pandas or polars data frame"),
        (17, "a value of type int is not a table"),
        (None, "a value of type NoneType is not a table"),
        ({"text": SIGNED}, "a dict of single values is one article; give a list"),
        ({"text": TEXTS, "id": [1]}, "the columns differ in length ('text': 2, 'id': 1)"),
        ([[SIGNED]], "item 0 is of type list; expected a dict"),
        ([SIGNED, 17], "item 1 is of type int"),
        ([{"body": SIGNED}], "no column 'text' in the table (its columns: 'body')"),
        (pd.DataFrame({"body": TEXTS}), "for example text='body'"),
        (pd.DataFrame([TEXTS], columns=["text", "text"]), "2 columns called 'text'"),
        (pd.Index(TEXTS), "a value of type Index from pandas is not a table"),
        (pa.array(TEXTS), "cannot be read as an Arrow table"),
        (stub()(SIGNED), "an Extraction is already a result"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else type(value).__name__,
)
def test_a_value_that_is_not_a_table_gives_a_one_line_error(given: Any, message: str) -> None:
    with pytest.raises(InputError) as caught:
        quotex.extract(given, extractor=stub(), progress=False)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_pipe_rejects_tables() -> None:
    for given in (pd.DataFrame({"text": TEXTS}), pl.DataFrame({"text": TEXTS})):
        with pytest.raises(InputError, match=r"quotex\.extract\(table"):
            stub().pipe(given)
    for one in (SIGNED, Article(text=SIGNED), {"text": SIGNED}):
        with pytest.raises(InputError, match="got one"):
            stub().pipe(one)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"processes": 0}, "processes=0"),
        ({"processes": "2"}, "processes='2'"),
        ({"extractor": stub(), "nested": True}, "nested= is an option for making an extractor"),
        ({"min_confidence": 7}, "min_confidence=7"),
        ({"date": "day"}, "date= is not an option; columns are named with text, id, published"),
    ],
)
def test_invalid_options_are_rejected(options: dict[str, Any], message: str) -> None:
    with pytest.raises(OptionError, match=message):
        quotex.extract(TEXTS, progress=False, **options)


def test_both_functions_take_the_same_arguments() -> None:
    extract, extractions = (signature(f).parameters for f in (quotex.extract, quotex.extractions))
    assert extract == extractions


def test_oddities_are_reported_in_one_warning() -> None:
    given = [SIGNED, None, SAID, ""]
    with pytest.warns(UserWarning, match="2 of 4 articles could not be read") as caught:
        quotex.extract(given, extractor=stub(), progress=False)
    assert len(caught) == 1
    message = str(caught[0].message)
    assert "2 of 4 articles could not be read; the first is row-1: [Q100] there is no" in message
    assert "1 no-day" in message


def test_the_progress_bar_counts_rows(capsys: pytest.CaptureFixture[str]) -> None:
    quotex.extract([SIGNED, "", SAID], extractor=stub())
    output = capsys.readouterr().err
    assert "3/3" in output
    assert "quotations=2" in output
    assert "failed=1" in output


def test_every_column_is_documented() -> None:
    page = (ROOT / "docs" / "tables.md").read_text("utf-8")
    assert [name for name in COLUMNS if f"`{name}`" not in page] == []


def test_lists_and_pandas_need_no_pyarrow() -> None:
    code = (
        "import sys; sys.modules.update(pyarrow=None, polars=None); import quotex, quotex.batch\n"
        "from tests.tables.builders import SIGNED, stub\n"
        "[row] = quotex.extract([SIGNED], extractor=stub(), progress=False)\n"
        "try: quotex.batch.BatchReader\n"
        "except quotex.OptionError as error: print(row['kind'], error)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.startswith("direct [Q400] quotex.batch needs pyarrow: pip install")
