"""An export is on disk under its name when it is complete, and otherwise not there at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

import quotex
from quotex.bank import exporting


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
        monkeypatch.setattr(os, "fsync", fsync)
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
