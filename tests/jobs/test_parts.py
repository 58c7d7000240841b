"""The files of parts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pa = pytest.importorskip("pyarrow", reason="needs quotex[tables]")

from quotex.jobs.parts import write_part  # noqa: E402


def _constant(name: str) -> None:
    raise AssertionError(f"{name} is not JSON")


def test_json_lines_have_null_for_numbers_that_json_does_not_have(tmp_path: Path) -> None:
    table = pa.table(
        {"score": [1.5, float("nan"), float("inf")], "many": [[1.5], [float("nan")], []]}
    )
    write_part(tmp_path / "part-000000.jsonl", table.to_batches(), table.schema)
    lines = (tmp_path / "part-000000.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line, parse_constant=_constant) for line in lines] == [
        {"score": 1.5, "many": [1.5]},
        {"score": None, "many": [None]},
        {"score": None, "many": []},
    ]
