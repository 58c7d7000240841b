"""Receipts, the manifest and the ids already seen, which a job finds when it is run again."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs quotex[tables]")

from quotex.errors import OptionError
from quotex.jobs.files import folder_lock
from quotex.jobs.manifest import Manifest, check_same_job
from quotex.jobs.receipts import Failed, Receipt, Receipts
from quotex.jobs.seen import SeenIds

RECEIPT = Receipt(
    part=3,
    file="part-000003.parquet",
    input="in.jsonl",
    first=30,
    rows=10,
    digest="ab",
    quotations=4,
    words=100,
    duplicate_ids=1,
    failures=(Failed("a", "in.jsonl", 31, "there is no text"),),
)


def test_a_receipt_is_read_as_written(tmp_path: Path) -> None:
    receipts = Receipts(tmp_path)
    assert receipts.of(3) is None
    receipts.add(RECEIPT)
    assert Receipts(tmp_path).of(3) == RECEIPT
    assert list(receipts.all()) == [RECEIPT]


def test_a_broken_receipt_gives_an_error(tmp_path: Path) -> None:
    receipts = Receipts(tmp_path)
    (tmp_path / "receipts/000003.json").write_text('{"part": 3}', "utf-8")
    with pytest.raises(OptionError, match="not the receipt of a finished part"):
        receipts.of(3)


def test_other_files_among_the_receipts_are_ignored(tmp_path: Path) -> None:
    receipts = Receipts(tmp_path)
    receipts.add(RECEIPT)
    for name in ("notes.json", "3.json", "mine.txt"):
        (tmp_path / "receipts" / name).write_text("{}", "utf-8")
    assert list(receipts.all()) == [RECEIPT]


def test_only_one_job_runs_in_a_folder(tmp_path: Path) -> None:
    with (
        folder_lock(tmp_path),
        pytest.raises(OptionError, match="another job is writing to this folder"),
        folder_lock(tmp_path),
    ):
        pass


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / ".lock").mkdir()
    with (
        pytest.raises(OptionError, match=r"cannot be written to \(\.lock: "),
        folder_lock(tmp_path),
    ):
        pass


def test_different_settings_are_rejected(tmp_path: Path) -> None:
    Manifest({"options": {"detector": "rules"}, "part_rows": 8}).write(tmp_path)
    check_same_job(tmp_path, {"options": {"detector": "rules"}, "part_rows": 8})
    with pytest.raises(OptionError, match=r'started with options={"detector": "rules"}, now'):
        check_same_job(tmp_path, {"options": {}, "part_rows": 8})
    with pytest.raises(OptionError, match="part_rows=8, now part_rows=9"):
        check_same_job(tmp_path, {"options": {"detector": "rules"}, "part_rows": 9})


def test_the_error_names_the_version_first_and_only_what_differs(tmp_path: Path) -> None:
    models = {"engine": "spacy-3.8.7 " + "x" * 80, "language": "en-1"}
    Manifest({"form": "articles", "quotex": "1", "models": models}).write(tmp_path)
    with pytest.raises(OptionError, match='started with quotex="1", now quotex="2"'):
        check_same_job(tmp_path, {"form": "quotations", "quotex": "2"})
    changed = {"form": "articles", "quotex": "1", "models": models | {"language": "en-2"}}
    with pytest.raises(OptionError, match=r'models={"language": "en-1"}, now models={"'):
        check_same_job(tmp_path, changed)


def test_repeated_ids_are_recorded_once(tmp_path: Path) -> None:
    seen = SeenIds(tmp_path)
    assert seen.earlier([("a", 0), ("b", 1), ("a", 2)]) == {"a": 0}
    seen.close()
    seen = SeenIds(tmp_path)
    assert seen.earlier([("a", 0), ("b", 1)]) == {}
    assert seen.earlier([("b", 7), ("c", 8)]) == {"b": 1}
    seen.close()
