"""The confidence of the rules, measured on one large file and on smaller ones of other kinds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quotex.evaluation.confidence import main, table, weighted
from quotex.quotations.confidence import ConfidenceTable


def test_the_files_after_the_first_count_several_times() -> None:
    total = weighted({"a": (100, 90), "b": (4, 2)}, [{"a": (10, 1)}, {"a": (2, 2), "c": (1, 0)}])
    assert total == {"a": (160, 105), "b": (4, 2), "c": (5, 0)}


def test_a_single_file_is_not_weighted() -> None:
    assert weighted({"a": (3, 1)}, []) == {"a": (3, 1)}


def test_rare_rules_are_shrunk_towards_the_mean() -> None:
    text = table({"often": (990, 891), "once": (10, 0)}, "two/files.jsonl", 7, "\n# Told.")
    read = ConfidenceTable.model_validate(tomllib.loads(text))
    assert read.overall == pytest.approx(0.891)
    assert read.rules["often"] == pytest.approx(0.9, abs=1e-3)
    assert read.rules["once"] == pytest.approx(0.891 * 10 / 20, abs=1e-3)
    assert "7 articles of two/files.jsonl,\n# 1000 quotations" in text
    assert "# Told." in text.splitlines()


def test_without_files_it_prints_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "usage:" in capsys.readouterr().err


def test_a_missing_file_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 3
    assert "cannot be read" in capsys.readouterr().err
