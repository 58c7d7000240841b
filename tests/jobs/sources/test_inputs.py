"""Inputs: articles, rows that are not articles, and the bounds of parts."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path
from typing import Any

import pytest

from quotex.articles import as_article
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
    surrogate = {"id": "\ud800", "body": "one"}
    lines = [{"id": 7, "body": "one"}, b"{broken", surrogate, {"text": "x"}]
    [articles] = _read(_lines(tmp_path / "in.jsonl", *lines))
    assert [none.id for none in articles.bad_rows] == ["7", None, "\ufffd"]


def test_a_lone_surrogate_gives_the_error_of_the_extractor(tmp_path: Path) -> None:
    text = "Roe \ud800 said"
    with pytest.raises(InputError) as given:
        as_article(text)
    path = _lines(tmp_path / "in.jsonl", {"id": "a", "text": text}, {"text": "\U0001f600 \ufffd"})
    [articles] = _read(path)
    assert articles.batch.column("text").to_pylist() == ["\U0001f600 \ufffd"]
    [none] = articles.bad_rows
    assert (none.row, none.reason, none.id) == (0, str(given.value), "a")
    assert "lone surrogate at offset 4" in none.reason


@pytest.mark.parametrize("start", [b"[", b"\xef\xbb\xbf [", b"\n  ["])
@pytest.mark.parametrize("name", ["in.json", "in.jsonl"])
def test_a_json_array_is_rejected_at_once(tmp_path: Path, name: str, start: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(start + b'\n{"text": "one"},\n{"text": "two"}\n]\n')
    message = rf"{name}: starts with '\[' like a JSON array, expected JSON Lines: one article"
    with pytest.raises(InputError, match=message):
        _read(path)


def test_a_named_key_can_be_missing_from_some_rows_but_not_all(tmp_path: Path) -> None:
    path = _lines(tmp_path / "in.jsonl", {"text": "one"}, {"text": "two", "day": "2024-05-09"})
    [articles] = _read(path, published="day")
    assert articles.batch.column("day").to_pylist() == [None, "2024-05-09"]
    with pytest.raises(
        InputError,
        match=r"none of the first 2 lines has 'date' .*'day'.* articles' published with --pub",
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
        (float("nan"), None),
    ],
)
def test_other_values_become_strings(tmp_path: Path, value: Any, cell: str | None) -> None:
    [articles] = _read(_lines(tmp_path / "in.jsonl", {"text": "one", "id": value}))
    assert articles.batch.column("id").to_pylist() == [cell]


def test_other_keys_pass_through_as_json(tmp_path: Path) -> None:
    path = _lines(tmp_path / "in.jsonl", {"text": "one", "topic": ["sea"]}, {"text": "two"})
    [articles] = _read(path)
    assert articles.batch.column("others").to_pylist() == ['{"topic": ["sea"]}', None]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_json_does_not_have_become_null(tmp_path: Path, number: str) -> None:
    line = f'{{"text": "one", "score": {number}, "more": [{{"rate": {number}}}, 1.5]}}'
    [articles] = _read(_lines(tmp_path / "in.jsonl", line))
    [others] = articles.batch.column("others").to_pylist()
    assert others == '{"score": null, "more": [{"rate": null}, 1.5]}'


def test_a_field_called_others_does_not_lose_its_values(tmp_path: Path) -> None:
    path = _lines(tmp_path / "in.jsonl", {"text": "one", "others": "Sea", "topic": "ships"})
    [articles] = _read(path, title="others")
    assert articles.batch.column("others").to_pylist() == ["Sea"]
    assert articles.batch.column("input_others").to_pylist() == ['{"topic": "ships"}']


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


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("in.tsv", "\t"),
        ("IN.TSV", "\t"),
        ("in.tsv.gz", "\t"),
        ("in.csv", ","),
        ("x.tsv.parts/in.csv", ","),
        ("in.tsv.csv", ","),
    ],
)
def test_only_the_ending_says_how_cells_are_separated(tmp_path: Path, name: str, mark: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    data = f"id{mark}text\na{mark}one\n".encode()
    path.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    [articles] = _read(path)
    assert articles.batch.to_pylist() == [{"id": "a", "text": "one"}]


@pytest.mark.parametrize("column", ["id", "key"])
def test_csv_that_is_not_utf_8(tmp_path: Path, column: str) -> None:
    path = tmp_path / "in.csv"
    rows = b"one,a\n\xfftwo,b\n\xffthree,\xff\n\xfffour,\n\xfffive\n"
    path.write_bytes(f"text,{column}\n".encode() + rows)
    [articles] = _read(path, id=column)
    assert articles.batch.column("text").to_pylist() == ["one"]
    assert all("not UTF-8" in none.reason for none in articles.bad_rows)
    assert [none.id for none in articles.bad_rows] == ["b", None, None, None]


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
    assert articles.bad_rows[0].id == "empty.txt"


def _odd_name(folder: Path, ending: str) -> Path:
    """Return a path with a byte that is not UTF-8; skip where the system has no such names."""
    try:
        (folder / os.fsdecode(b"\xe9")).touch()
    except OSError:
        pytest.skip("the file system accepts only UTF-8")
    return folder / os.fsdecode(b"caf\xe9" + ending.encode())


def test_names_that_are_not_utf_8_are_shown_with_escapes(tmp_path: Path) -> None:
    _odd_name(tmp_path, ".txt").write_text("one", "utf-8")
    inner = _odd_name(tmp_path, "")
    inner.mkdir()
    (inner / "empty.txt").write_text("", "utf-8")
    (tmp_path / "good.txt").write_text("two", "utf-8")
    [articles] = _read(tmp_path)
    assert articles.batch.column("id").to_pylist() == [r"caf\udce9.txt", "good.txt"]
    [bad] = articles.bad_rows
    assert bad.id == r"caf\udce9/empty.txt"
    assert r"caf\udce9/empty.txt: there is no text in it" in bad.reason


def test_a_link_to_nothing_is_a_failure_and_the_other_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")
    (tmp_path / "b.txt").write_text("two", "utf-8")
    [articles] = _read(tmp_path)
    assert articles.batch.column("id").to_pylist() == ["b.txt"]
    [bad] = articles.bad_rows
    assert (bad.row, bad.id) == (0, "a.txt")
    assert "a.txt: there is no such file" in bad.reason


@pytest.mark.parametrize("ending", ["", ".jsonl"])
def test_an_input_whose_own_name_is_not_utf_8_is_rejected(tmp_path: Path, ending: str) -> None:
    path = _odd_name(tmp_path, ending)
    if ending:
        path.touch()
    else:
        path.mkdir()
    with pytest.raises(InputError, match=r"caf\\udce9.*: a name that is not UTF-8.* rename it"):
        inputs_of([str(path)], Columns(), 1_000)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.jsonl", "no such file or folder"),
        ("one.txt", "a single article; give its folder"),
        ("one.xhtml", "a single article; give its folder"),
        ("one.xlsx", "expected one of .jsonl"),
    ],
)
def test_invalid_inputs_are_rejected(tmp_path: Path, name: str, message: str) -> None:
    if name != "gone.jsonl":
        (tmp_path / name).write_text("x", "utf-8")
    with pytest.raises(InputError, match=message):
        inputs_of([str(tmp_path / name)], Columns(), 1_000)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails to read")
@pytest.mark.parametrize("name", ["in.jsonl", "in.csv"])
def test_a_file_that_cannot_be_read_has_no_count_and_no_hash(tmp_path: Path, name: str) -> None:
    (tmp_path / name).symlink_to("/proc/self/mem")
    [source] = inputs_of([str(tmp_path / name)], Columns(), 1_000)
    assert (source.count(), source.about()) == (None, {})
    with pytest.raises(InputError, match=f"{name}: cannot be read"):
        list(source.parts(10))


def test_the_longest_cell_is_one_that_every_system_accepts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows, the limit of the csv module is a number of 32 bits."""
    asked: list[int] = []
    monkeypatch.setattr("csv.field_size_limit", asked.append)
    (tmp_path / "in.csv").write_text("text\none\n", "utf-8")
    _read(tmp_path / "in.csv")
    assert asked == [2**31 - 1]


@pytest.mark.parametrize("name", ["in.csv", "in.parquet"])
def test_a_table_without_texts_is_rejected(tmp_path: Path, name: str) -> None:
    if name == "in.csv":
        (tmp_path / name).write_text("body\none\n", "utf-8")
    else:
        import pyarrow.parquet as pq

        pq.write_table(pa.table({"body": ["one"]}), tmp_path / name)
    message = (
        r"no column 'text' in the table \(its columns: 'body'\); name the column with the "
        r"articles' text with --text-column$"
    )
    with pytest.raises(InputError, match=message):
        _read(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "mark"), [("in.csv", ";"), ("in.csv", "\t"), ("in.csv", "|"), ("in.tsv", ",")]
)
def test_another_mark_between_cells_is_named(tmp_path: Path, name: str, mark: str) -> None:
    (tmp_path / name).write_text(f"id{mark}text\na{mark}one\n", "utf-8")
    with pytest.raises(InputError) as raised:
        _read(tmp_path / name)
    assert f"seems to be separated by {mark!r}, expected" in str(raised.value)
    assert "save the file with commas as .csv, or with tabs as .tsv" in str(raised.value)


@pytest.mark.parametrize("name", ["in.csv", "in.parquet"])
def test_two_columns_with_the_same_name_are_rejected(tmp_path: Path, name: str) -> None:
    if name == "in.csv":
        (tmp_path / name).write_text("text,note,note\none,1,2\n", "utf-8")
    else:
        import pyarrow.parquet as pq

        cells = [pa.array(["one"])] * 3
        pq.write_table(pa.table(cells, names=["text", "note", "note"]), tmp_path / name)
    message = f"{name}: the table has 2 columns called 'note'; rename all but one of them"
    with pytest.raises(InputError, match=message):
        _read(tmp_path / name)
