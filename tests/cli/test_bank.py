"""``quotex bank``, ``quotex check`` and ``quotex link``: input, output and exit codes."""

from __future__ import annotations

import gzip
import io
import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

import pytest

from quotex.cli.app import main
from quotex.records import BankQuotation, Check, Utterance
from quotex.result import Extraction
from tests.cli.test_extract import quotex as in_a_new_process
from tests.linking.handmade import Said, article

WORDS = "We will not close the old harbour"
EXTRACTIONS = [
    article("a", "2031-03-06", Said(f"“{WORDS},”", name="Amit Devane", days="2031-03-04")),
    article("b", "2031-03-07", Said(f"“{WORDS} this year,”", name="Devane"), publisher="Post"),
]
LINES = "".join(f"{extraction.to_json()}\n" for extraction in EXTRACTIONS)


def quotex(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
    """Run the command in this process, which is faster than in a new one."""
    out, err = io.StringIO(), io.StringIO()
    given = ["quotex", *map(str, arguments)]
    read = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with (
        mock.patch.object(sys, "argv", given),
        mock.patch.object(sys, "stdin", read),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    code = ended.value.code
    return (code if isinstance(code, int) else 0), out.getvalue(), err.getvalue()


def test_records_can_be_piped_in(tmp_path: Path) -> None:
    code, out, err = in_a_new_process("bank", "add", tmp_path / "a.bank", "-", stdin=LINES.encode())
    assert (code, out) == (0, "")
    assert err.startswith("2 articles added")


def test_without_an_article_no_bank_is_made(tmp_path: Path) -> None:
    code, out, err = quotex("bank", "add", tmp_path / "a.bank", tmp_path / "missing.jsonl")
    assert (code, out) == (3, "")
    assert "missing.jsonl: cannot be read" in err
    assert not list(tmp_path.iterdir())


def test_a_bank_stays_if_nothing_is_added(bank: Path) -> None:
    before = bank.read_bytes()
    code, _, _ = quotex("bank", "add", bank, bank.with_name("missing.jsonl"))
    assert code == 3
    assert bank.read_bytes() == before


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    path = tmp_path / "news.bank"
    code, out, err = quotex("bank", "add", path, "-", stdin=LINES.encode())
    assert (code, out) == (0, "")
    assert err.startswith("2 articles added, 0 replaced, 0 unchanged")
    return path


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_records_come_from_json_lines_json_and_batch_folders(tmp_path: Path) -> None:
    whole = json.dumps(EXTRACTIONS[0].to_dict(), indent=2)
    several = json.dumps([e.to_dict() for e in EXTRACTIONS], indent=2)
    (tmp_path / "out").mkdir()
    _write(tmp_path / "out" / "part-000000.jsonl", LINES)
    (tmp_path / "lines.jsonl.gz").write_bytes(gzip.compress(LINES.encode()))
    given = {
        "one.json": 1,
        "several.json": 2,
        "out": 2,
        "lines.jsonl.gz": 2,
    }
    _write(tmp_path / "one.json", whole)
    _write(tmp_path / "several.json", several)
    for name, count in given.items():
        code, _, err = quotex("bank", "add", tmp_path / f"{name}.bank", tmp_path / name)
        assert code == 0
        assert err.startswith(f"{count} article"), name


def test_zstandard_is_read(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    (tmp_path / "lines.jsonl.zst").write_bytes(zstandard.compress(LINES.encode()))
    code, _, err = quotex("bank", "add", tmp_path / "news.bank", tmp_path / "lines.jsonl.zst")
    assert (code, err[:16]) == (0, "2 articles added")


@pytest.mark.parametrize("end", [".gz", ".zst"])
def test_a_compressed_file_that_was_cut_off_is_reported(tmp_path: Path, end: str) -> None:
    pack = gzip.compress if end == ".gz" else pytest.importorskip("zstandard").compress
    path = tmp_path / f"lines.jsonl{end}"
    path.write_bytes(pack(LINES.encode())[:-20])
    code, _, err = quotex("link", path)
    assert code in {1, 3}
    assert f"quotex: [Q100] {path}: cannot be read (Compressed file ended" in err
    assert "Aborted" not in err


def test_parquet_parts_are_read(tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    from quotex.batch.records import article_rows, quotation_rows

    with pq.ParquetWriter(tmp_path / "part-0.parquet", article_rows(EXTRACTIONS).schema) as writer:
        writer.write_batch(article_rows(EXTRACTIONS))
    code, _, err = quotex("bank", "add", tmp_path / "news.bank", tmp_path)
    assert (code, err[:16]) == (0, "2 articles added")
    rows, _ = quotation_rows(EXTRACTIONS)
    with pq.ParquetWriter(tmp_path / "flat.parquet", rows.schema) as writer:
        writer.write_batch(rows)
    code, _, err = quotex("bank", "add", tmp_path / "news.bank", tmp_path / "flat.parquet")
    assert code == 3
    assert "--form articles" in err


def test_a_bad_line_does_not_stop_the_rest(tmp_path: Path) -> None:
    path = _write(tmp_path / "lines.jsonl", '{"id": "x", "text": "words"}\n' + LINES)
    code, _, err = quotex("bank", "add", tmp_path / "news.bank", path, tmp_path / "none.jsonl")
    assert code == 1
    assert "2 articles added" in err
    assert "lines.jsonl, line 1: expected an extraction" in err
    assert "none.jsonl: cannot be read (No such file" in err
    assert "Traceback" not in err


def test_input_without_records_is_rejected(tmp_path: Path) -> None:
    path = _write(tmp_path / "words.txt", "The quay is safe.\n")
    code, _, err = quotex("bank", "add", tmp_path / "news.bank", path)
    assert code == 3
    assert "not JSON" in err


def test_search(bank: Path) -> None:
    code, out, err = quotex("bank", "search", bank, "harbor", "--speaker", "Devane")
    assert (code, err) == (0, "")
    assert out.count("“We will not close the old harbour") == 2
    _, out, _ = quotex("bank", "search", bank, "harbor", "--publisher", "Post", "--json")
    [found] = [BankQuotation.model_validate(row) for row in json.loads(out)]
    assert (found.article.id, found.quotation) == ("b", EXTRACTIONS[1][0])
    _, out, _ = quotex("bank", "search", bank, "--after", "2031-03-05")
    assert "article b" in out
    assert "article a" not in out
    assert quotex("bank", "search", bank, "tunnel")[1] == "no such quotation\n"


def test_stats_and_export(bank: Path, tmp_path: Path) -> None:
    _, out, _ = quotex("bank", "stats", bank)
    assert dict(line.split() for line in out.splitlines())["quotations"] == "2"
    _, out, _ = quotex("bank", "stats", bank, "--json")
    assert json.loads(out)["speakers"] == 2
    _, out, _ = quotex("bank", "export", bank, "-")
    assert out == LINES
    code, _, err = quotex("bank", "export", bank, tmp_path / "out.jsonl")
    assert (code, err) == (0, f"2 articles in {tmp_path / 'out.jsonl'}\n")
    assert (tmp_path / "out.jsonl").read_text("utf-8") == LINES


def test_check(bank: Path) -> None:
    given = ["check", "We will close the old harbor", "--speaker", "Amit Devane", "--bank", bank]
    code, out, err = quotex(*given)
    assert (code, err) == (0, "")
    assert out.startswith("altered: ")
    assert "“not” is left out (negation)" in " ".join(out.split())
    _, out, _ = quotex(*given, "--json")
    result = Check.model_validate_json(out)
    assert {change.kind for change in result.changes} == {"negation", "spelling"}
    assert quotex("check", WORDS, "--bank", bank)[1].startswith("verbatim: ")


def test_link(tmp_path: Path) -> None:
    path = _write(tmp_path / "lines.jsonl", LINES)
    table = [{"id": "Q1", "name": "Amit Devane", "aliases": ["Devane"]}]
    identities = _write(tmp_path / "who.json", json.dumps(table))
    code, out, err = quotex("link", path)
    assert (code, err) == (0, "")
    assert "Amit Devane" in out
    assert "a: cut" in out
    _, out, _ = quotex("link", path, "--identities", identities, "--json")
    [found] = [Utterance.model_validate(row) for row in json.loads(out)]
    assert found.articles == ("a", "b")
    assert {speaker.id for speaker in found.speakers} == {"Q1"}


def test_identities_are_exported(bank: Path, tmp_path: Path) -> None:
    table = [{"id": "Q1", "name": "Amit Devane", "aliases": ["Devane"]}]
    identities = _write(tmp_path / "who.json", json.dumps(table))
    lines = _write(tmp_path / "lines.jsonl", LINES)
    assert quotex("bank", "add", bank, lines, "--identities", identities)[0] == 0
    _, out, _ = quotex("bank", "search", bank, "harbour", "--json")
    assert {row["speaker_id"] for row in json.loads(out)} == {"Q1"}


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["bank", "search", "none.bank", "words"], 3, "no such bank"),
        (["bank", "search", "none.bank", "words", "--after", "soon"], 2, "'soon' is not a day"),
        (["bank", "search", "none.bank", "words", "--limit", "0"], 2, "Invalid value"),
        (["bank", "stats", "."], 3, "a folder"),
        (["bank", "gossip"], 2, "No such command"),
        (["check", "words"], 2, "Missing option"),
        (["check", "words", "--bank", "none.bank"], 3, "no such bank"),
        (["link", "none.jsonl"], 3, "No such file"),
    ],
)
def test_usage_errors_have_their_exit_code(arguments: list[str], code: int, message: str) -> None:
    got, out, err = quotex(*arguments)
    assert (got, out) == (code, "")
    assert message in err
    assert "Traceback" not in err


def test_python_and_the_command_line_agree(bank: Path) -> None:
    import quotex as library

    _, out, _ = quotex("check", WORDS, "--bank", bank, "--json")
    assert Check.model_validate_json(out) == library.check(WORDS, bank=bank)
    with library.Bank(bank, read_only=True) as opened:
        assert [Extraction.model_validate_json(line) for line in LINES.splitlines()] == list(opened)
