"""Which files in a job's folder are its own, and that no others are removed."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs quotex[tables]")

from quotex.errors import OptionError
from quotex.jobs.own_files import check_other_files, remove_output, remove_unfinished
from quotex.write.files import atomic_write

OWN = [
    "part-000000.parquet",
    "part-000001.jsonl",
    "part-1000000.parquet",
    "receipts/000000.json",
    "receipts/1000000.json",
    "ids.sqlite",
    "ids.sqlite-wal",
    "failures.jsonl",
    "manifest.json",
]
OTHER = [
    "part-one.txt",
    "parts.parquet",
    "ids.sqlite.bak",
    "failures.jsonl.gz",
    "part-000000.parquet.bak",
    "receipts/mine.txt",
    "receipts/0.json",
    "notes/part-000000.parquet",
    "notes/manifest.json",
]


def _fill(folder: Path, names: list[str]) -> None:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()


def _files(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("name", ["out", "receipts"])
def test_only_the_output_of_a_job_is_removed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    _fill(folder, [*OWN, *OTHER])
    check_other_files(folder)
    remove_output(folder)
    assert _files(folder) == set(OTHER)


def test_nothing_is_left_of_a_job_without_other_files(tmp_path: Path) -> None:
    _fill(tmp_path, OWN)
    remove_output(tmp_path)
    assert list(tmp_path.iterdir()) == []
    remove_output(tmp_path)


@pytest.mark.parametrize(
    "name", ["part-my.parquet", "part-00000-c000.parquet", "part-0000001.parquet", "part-x.jsonl"]
)
def test_a_file_that_would_be_read_as_output_is_rejected(tmp_path: Path, name: str) -> None:
    _fill(tmp_path, [*OWN, name])
    with pytest.raises(OptionError, match=rf"{name}: not written by quotex.*rename or move it"):
        check_other_files(tmp_path)


def test_a_folder_named_like_a_part_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "part-000000.parquet").mkdir()
    with pytest.raises(OptionError, match="not written by quotex"):
        check_other_files(tmp_path)


def test_a_file_in_place_of_the_receipts_is_rejected(tmp_path: Path) -> None:
    _fill(tmp_path, ["receipts"])
    with pytest.raises(OptionError, match="a file, expected a folder of receipts"):
        check_other_files(tmp_path)


@pytest.mark.parametrize("name", ["part-000000.parquet", "manifest.json", "receipts/000000.json"])
def test_what_a_killed_job_left_is_removed(tmp_path: Path, name: str) -> None:
    (tmp_path / "receipts").mkdir()
    others = [
        "mine.tmp",
        "mine.parquet.1.tmp",
        "receipts/mine.json.1.tmp",
        "notes/000000.json.1.tmp",
    ]
    _fill(tmp_path, others)
    with atomic_write(tmp_path / name):
        [unfinished] = _files(tmp_path) - set(others)
        remove_unfinished(tmp_path)
        assert _files(tmp_path) == set(others)
        (tmp_path / unfinished).touch()
    assert _files(tmp_path) == {*others, name}
