"""Files are on disk under their names when they are complete, and otherwise not there at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import quotex
from quotex.bank import exporting
from quotex.bank.exporting import atomic_write


def test_a_file_is_complete_or_absent(tmp_path: Path) -> None:
    with pytest.raises(TypeError), atomic_write(tmp_path / "part") as stream:
        stream.write("no bytes")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_kept_until_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "part"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), atomic_write(path) as stream:
        stream.writelines([b"new", "no bytes"])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    with atomic_write(path) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_an_export_is_on_disk_before_it_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if name == "out.parquet":
        pytest.importorskip("pyarrow")
    synced: list[bool] = []
    real = os.fsync

    def fsync(number: int) -> None:
        synced.append((tmp_path / name).exists())
        real(number)

    with quotex.Bank(tmp_path / "news.bank") as bank:
        monkeypatch.setattr(exporting.os, "fsync", fsync)
        assert bank.export(tmp_path / name) == 0
    assert synced == [False]


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_an_export_that_fails_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if name == "out.parquet":
        pytest.importorskip("pyarrow")

    def records(connection: Any) -> Any:
        yield {"id": "a"}
        raise KeyError("stop")

    monkeypatch.setattr(exporting, "records", records)
    with quotex.Bank(tmp_path / "news.bank") as bank:
        with pytest.raises(KeyError):
            bank.export(tmp_path / name)
        assert list(tmp_path.glob("out*")) == []
