"""Inputs: articles, rows that are not articles, and the bounds of parts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from quotex.errors import InputError

pa = pytest.importorskip("pyarrow", reason="needs quotex[tables]")

from quotex.jobs.sources.inputs import inputs_of  # noqa: E402
from quotex.jobs.sources.source import Articles  # noqa: E402
from quotex.tables.columns import Columns  # noqa: E402


def _read(path: Path, size: int = 100, **columns: str) -> list[Articles]:
    [source] = inputs_of([str(path)], Columns(**columns), 1_000_000)
    return [part.read() for part in source.parts(size)]


def _lines(path: Path, *lines: str | bytes | dict[str, Any]) -> Path:
    with path.open("wb") as stream:
        for line in lines:
            line = json.dumps(line) if isinstance(line, dict) else line
            stream.write((line if isinstance(line, bytes) else line.encode()) + b"\n")
    return path


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{broken", "the line is not JSON"),
        (b'{"id": 1}', "the line has no 'text' (its keys: 'id')"),
        (b"[1, 2]", "the line is a list, expected a JSON object"),
        (b'"text"', "the line is a str, expected a JSON object"),
        (b'{"text": 3}', "the text is a int, expected a string"),
        (b'{"text": "\xff"}', "the line is not UTF-8"),
        (b'{"text": "Roe said"', "the line is not JSON"),
        (b"[" * 100_000, "the line is not JSON"),
    ],
)
def test_a_line_that_is_not_an_article_fails(tmp_path: Path, line: bytes, reason: str) -> None:
    path = _lines(tmp_path / "in.jsonl", {"text": "one"}, line, {"text": "two"})
    [articles] = _read(path)
    assert list(articles.rows) == [0, 2]
    assert articles.batch.column("text").to_pylist() == ["one", "two"]
    [none] = articles.bad_rows
    assert none.row == 1
    assert reason in none.reason


def test_a_failed_line_keeps_its_id(tmp_path: Path) -> None:
    path = _lines(tmp_path / "in.jsonl", {"id": 7, "body": "one"}, b"{broken", {"text": "x"})
    [articles] = _read(path)
    assert [none.id for none in articles.bad_rows] == ["7", None]


def test_a_named_key_can_be_missing_from_some_rows_but_not_all(tmp_path: Path) -> None:
    path = _lines(tmp_path / "in.jsonl", {"text": "one"}, {"text": "two", "day": "2024-05-09"})
    [articles] = _read(path, published="day")
    assert articles.batch.column("day").to_pylist() == [None, "2024-05-09"]
    with pytest.raises(
        InputError, match=r"none of the first 2 lines has 'date' .*'day'.* articles' published"
    ):
        _read(path, published="date")
    with pytest.raises(InputError, match="has 'body' "):
        _read(path, text="body")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (7, "7"),
        (7.0, "7"),
        (None, None),
        ("", ""),
        ("x7", "x7"),
        ([1], "[1]"),
        ("\ud800", "\ufffd"),
    ],
)
def test_other_values_become_strings(tmp_path: Path, value: Any, cell: str | None) -> None:
    [articles] = _read(_lines(tmp_path / "in.jsonl", {"text": "one", "id": value}))
    assert articles.batch.column("id").to_pylist() == [cell]


def test_other_keys_pass_through_as_json(tmp_path: Path) -> None:
    path = _lines(tmp_path / "in.jsonl", {"text": "one", "topic": ["sea"]}, {"text": "two"})
    [articles] = _read(path)
    assert articles.batch.column("others").to_pylist() == ['{"topic": ["sea"]}', None]


def test_empty_lines_are_skipped_and_parts_are_cut(tmp_path: Path) -> None:
    path = _lines(tmp_path / "in.jsonl", *[{"text": str(n)} for n in range(5)], "", "  ")
    found = _read(path, size=2)
    assert [a.batch.column("text").to_pylist() for a in found] == [["0", "1"], ["2", "3"], ["4"]]


def test_the_digest_of_a_part_depends_on_its_rows(tmp_path: Path) -> None:
    digests = set()
    for text in ("one", "two", "one"):
        path = _lines(tmp_path / "in.jsonl", {"text": text})
        [source] = inputs_of([str(path)], Columns(), 1_000)
        digests |= {part.digest for part in source.parts(10)}
    assert len(digests) == 2


def test_gzip_is_read_and_a_truncated_file_is_reported(tmp_path: Path) -> None:
    whole = gzip.compress(b"".join(b'{"text": "number %d"}\n' % n for n in range(10_000)))
    path = tmp_path / "in.jsonl.gz"
    path.write_bytes(whole)
    assert sum(a.batch.num_rows for a in _read(path, size=1_000)) == 10_000
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(InputError, match="cannot be read after row"):
        _read(path, size=100)


def test_zstandard_is_read(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "in.jsonl.zst"
    path.write_bytes(zstandard.compress(b'{"text": "one"}\n'))
    assert [a.batch.num_rows for a in _read(path)] == [1]


def test_csv_with_a_long_and_a_short_row(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes('\ufeffbody,n\n"one\nline",1\ntwo\nthree,3,4\n\nfour,\n'.encode())
    [articles] = _read(path, text="body")
    assert articles.batch.column("body").to_pylist() == ["one\nline", "two", "four"]
    assert articles.batch.column("n").to_pylist() == ["1", None, None]
    [none] = articles.bad_rows
    assert "3 cells under 2 headings" in none.reason


def test_csv_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(b"text\none\n\xfftwo\n")
    [articles] = _read(path)
    assert articles.batch.column("text").to_pylist() == ["one"]
    assert "not UTF-8" in articles.bad_rows[0].reason


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_parquet_parts_cross_row_groups(tmp_path: Path, size: int) -> None:
    import pyarrow.parquet as pq

    table = pa.table({"text": [str(n) for n in range(7)], "n": range(7)})
    pq.write_table(table, tmp_path / "in.parquet", row_group_size=2)
    found = _read(tmp_path / "in.parquet", size=size)
    assert [n for a in found for n in a.batch.column("n").to_pylist()] == list(range(7))
    assert all(a.batch.num_rows == size for a in found[:-1])


def test_a_folder_is_read_in_path_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b/two.txt").write_text("two", "utf-8")
    (tmp_path / "a.txt").write_text("one", "utf-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "notes.md").write_text("none", "utf-8")
    [articles] = _read(tmp_path)
    assert articles.batch.column("id").to_pylist() == ["a.txt", "b/two.txt"]
    assert "there is no text in it" in articles.bad_rows[0].reason


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.jsonl", "no such file or folder"),
        ("one.txt", "a single article; give its folder"),
        ("one.xlsx", "expected one of .jsonl"),
    ],
)
def test_invalid_inputs_are_rejected(tmp_path: Path, name: str, message: str) -> None:
    if name != "gone.jsonl":
        (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(InputError, match=message):
        inputs_of([str(tmp_path / name)], Columns(), 1_000)


@pytest.mark.parametrize("name", ["in.csv", "in.parquet"])
def test_a_table_without_texts_is_rejected(tmp_path: Path, name: str) -> None:
    if name == "in.csv":
        (tmp_path / name).write_text("body\none\n", "utf-8")
    else:
        import pyarrow.parquet as pq

        pq.write_table(pa.table({"body": ["one"]}), tmp_path / name)
    with pytest.raises(InputError, match="no column 'text' in the table"):
        _read(tmp_path / name)
