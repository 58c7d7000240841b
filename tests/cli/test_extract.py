"""``quotex extract``: its output, and that bad input gives one line and its exit code."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quotex.samples import harbour_bridge

pytestmark = pytest.mark.model

PLACES = (("a", "1"), ("b", "1"), ("b", "2"))
TEXT = "The ferry will sail again, Ada Brook said on Monday.\n"


def quotex(*arguments: object, stdin: bytes = b"", **variables: str) -> tuple[int, str, str]:
    """Run the command as a user would, with the given environment variables."""
    inherited = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    done = subprocess.run(
        [sys.executable, "-m", "quotex", *map(str, arguments)],
        input=stdin,
        env=inherited | variables,
        capture_output=True,
        check=False,
        timeout=300,
    )
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferry.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_table_is_the_default(article: Path) -> None:
    code, out, err = quotex("extract", article, "--published", "9 May 2024")
    assert (code, err) == (0, "")
    header, _, row = out.rstrip().splitlines()
    columns = ["Speaker", "Stance", "Cue", "Kind", "Date"]
    assert [c.strip() for c in header.split("|")][:5] == columns
    cells = [c.strip() for c in row.split("|")]
    assert cells[:5] == ["Ada Brook", "asserts", "said", "indirect", "2024-05-06"]


def test_the_table_fits_the_terminal(article: Path) -> None:
    wide = quotex("extract", article, "-", stdin=TEXT.encode(), COLUMNS="150")[1]
    assert [line.split("|")[0].strip() for line in wide.splitlines()[::2]] == ["Article", "ferry"]
    assert wide.count("The ferry will sail again\n") == 2
    narrow = quotex("extract", article, "-", stdin=TEXT.encode(), COLUMNS="70")[1]
    assert max(map(len, narrow.splitlines())) <= 70
    assert "…" in narrow


def test_json_contains_the_record(article: Path) -> None:
    code, out, _ = quotex("extract", article, "-f", "json")
    data = json.loads(out)
    assert code == 0
    assert data["article"]["id"] == "ferry"
    assert data["quotations"][0]["content"] == [
        {"start": 0, "end": 25, "text": "The ferry will sail again"}
    ]


def test_json_lines_have_one_article_per_line(article: Path) -> None:
    code, out, _ = quotex("extract", article, "-", "-f", "jsonl", stdin=TEXT.encode())
    first, second = (json.loads(line) for line in out.splitlines())
    assert code == 0
    assert [q["id"] for q in first["quotations"]] == [q["id"] for q in second["quotations"]]


def test_files_with_the_same_name_have_their_paths_as_ids(tmp_path: Path) -> None:
    files = [_write(tmp_path / folder, f"{name}.txt", TEXT.encode()) for folder, name in PLACES]
    _, out, _ = quotex("extract", *files, files[-1], "-f", "jsonl")
    ids = [json.loads(line)["article"]["id"] for line in out.splitlines()]
    assert ids == [str(files[0]), str(files[1]), "2", "2"]
    _, _, err = quotex("bank", "add", tmp_path / "bank", "-", stdin=out.encode())
    assert "3 articles added, 0 replaced, 1 unchanged" in err


def test_a_name_that_is_not_utf_8_gives_an_id_that_is(tmp_path: Path) -> None:
    try:
        file = _write(tmp_path, os.fsdecode(b"caf\xe9.txt"), TEXT.encode())
    except OSError:
        pytest.skip("the file system accepts only UTF-8")
    code, out, _ = quotex("extract", file, "-f", "json")
    assert (code, json.loads(out)["article"]["id"]) == (0, r"caf\udce9")
    code, _, err = quotex("bank", "add", tmp_path / "bank", "-", stdin=out.encode())
    assert code == 0
    assert err.startswith("1 article added, 0 replaced")


def test_html_is_a_complete_page(article: Path) -> None:
    code, out, _ = quotex("extract", article, "-f", "html")
    assert code == 0
    assert out.startswith("<!DOCTYPE html>")
    assert out.endswith("</html>\n")
    assert "Ada Brook" in out


def test_csv_has_one_row_per_quotation(article: Path) -> None:
    code, out, _ = quotex("extract", article, "-f", "csv")
    rows = list(csv.DictReader(io.StringIO(out)))
    assert code == 0
    assert [row["speaker"] for row in rows] == ["Ada Brook"]


def test_a_byte_order_mark_is_not_part_of_the_text(article: Path) -> None:
    code, out, _ = quotex("extract", "-", "-f", "json", stdin=b"\xef\xbb\xbf" + TEXT.encode())
    assert code == 0
    assert json.loads(out)["quotations"][0]["content"][0]["start"] == 0


def _write(folder: Path, name: str, data: bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    return folder / name


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "there is no text in it (0 bytes)", id="empty"),
        pytest.param(b" \n\n", "there is no text in it (3 bytes)", id="white space"),
        pytest.param(b"\x7fELF\0\0\1\2", "a binary file", id="binary"),
        pytest.param(b"caf\xe9 said so", "not UTF-8 (byte 0xe9 at 3)", id="latin-1"),
        pytest.param(b"word " * 2_000_000, "more than max_chars=1,000,000", id="10 MB"),
    ],
)
def test_a_bad_file_gives_a_one_line_error(tmp_path: Path, data: bytes, message: str) -> None:
    code, out, err = quotex("extract", _write(tmp_path, "bad.txt", data))
    assert code == 3
    assert out == ""
    assert message in err
    assert err.count("\n") == 1


def test_a_folder_and_a_missing_file(tmp_path: Path) -> None:
    code, _, err = quotex("extract", tmp_path)
    assert (code, err) == (3, f"quotex: [Q100] {tmp_path}: a folder, expected a text file\n")
    code, _, err = quotex("extract", tmp_path / "none.txt")
    assert (code, "there is no such file" in err) == (3, True)


def test_a_bad_file_does_not_stop_the_others(article: Path, tmp_path: Path) -> None:
    bad = _write(tmp_path, "bad.txt", b"\xff\xfe")
    code, out, err = quotex("extract", bad, article, "-f", "jsonl")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "bad.txt" in err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["extract"], 2, "Missing argument"),
        (["extract", "-", "--format", "xml"], 2, "Invalid value"),
        (["extract", "-", "--modes", "gossip"], 4, "expected 'all' or some of"),
        (["extract", "-", "--model", "nowhere"], 4, "cannot be loaded"),
        (["extract", "-", "--lexicon", "nowhere.toml"], 4, "cannot be read"),
        (
            ["extract", "-", "-", "--published", "soon"],
            2,
            "'soon' is not a day; write it as YYYY-MM-DD",
        ),
        (["nonsense"], 2, "No such command"),
    ],
)
def test_usage_errors_have_their_exit_code(arguments: list[str], code: int, message: str) -> None:
    got, out, err = quotex(*arguments, stdin=TEXT.encode())
    assert (got, out) == (code, "")
    assert message in err
    assert "Traceback" not in err


def test_an_invalid_day_is_reported_once(article: Path) -> None:
    code, out, err = quotex("extract", article, article, "--published", "2024-02-30")
    assert (code, out) == (2, "")
    assert err.count("2024-02-30") == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("many.jsonl", b"The ferry will sail again."),
        ("many.ndjson.gz", b"\x1f\x8b\x08\0\0"),
        ("many.txt", b'\xef\xbb\xbf{"id": 3, "text": "The ferry will sail again."}\n'),
        ("-", b'{"text": "The ferry will sail again."}\n'),
    ],
)
def test_json_lines_are_not_read_as_an_article(tmp_path: Path, name: str, data: bytes) -> None:
    given = name if name == "-" else _write(tmp_path, name, data)
    code, out, err = quotex("extract", given, stdin=data)
    name_shown = "standard input" if name == "-" else given
    expected_input = f"expected the text of one article; use: quotex batch {given} -o FOLDER"
    assert (code, out) == (2, "")
    assert err == f"quotex: {name_shown}: JSON Lines, {expected_input}\n"


@pytest.mark.parametrize(
    ("name", "form"), [("many.csv", "a CSV table"), ("MANY.TSV", "a TSV table")]
)
def test_tables_are_not_read_as_an_article(tmp_path: Path, name: str, form: str) -> None:
    given = _write(tmp_path, name, b"id,text\n1,The ferry will sail again.\n")
    code, out, err = quotex("extract", given)
    assert (code, out) == (2, "")
    assert f"{given}: {form}, expected the text of one article; use: quotex batch" in err


@pytest.mark.parametrize(
    ("form", "printed"), [("table", True), ("csv", True), ("tsv", True), ("jsonl", False)]
)
def test_notices_are_printed_where_the_output_has_none(
    tmp_path: Path, form: str, printed: bool
) -> None:
    given = _write(tmp_path, "ferry.txt", "“The ferry will sail, said Roe.".encode())
    code, out, err = quotex("extract", given, "--format", form)
    notice = "quotex: ferry: the quotation mark at offset 0 has no partner"
    assert code == 0
    assert (notice in err, "unpaired-mark" in out) == (printed, not printed)


@pytest.mark.parametrize("text", ["{sic} was all she said.", '{"Sic," she said.}', "{"])
def test_prose_in_braces_is_an_article(tmp_path: Path, text: str) -> None:
    code, _, err = quotex("extract", _write(tmp_path, "prose.txt", text.encode()))
    assert (code, err) == (0, "")


def test_control_characters_do_not_reach_the_terminal(tmp_path: Path) -> None:
    path = _write(tmp_path, "esc.txt", b"The \x1b[31mferry sails, Ada Brook said.")
    code, out, _ = quotex("extract", path)
    assert code == 0
    assert "\x1b" not in out


def test_python_and_the_command_line_agree(extractor, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    article = harbour_bridge()
    path = _write(tmp_path, "harbour-bridge.txt", article.text.encode())
    _, out, _ = quotex("extract", path, "--published", "2024-05-09", "-f", "json")
    assert json.loads(out)["quotations"] == extractor(article).to_dict()["quotations"]
