"""The benchmark: its output, and the comparison with an unmodified spaCy pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from thinc.api import NumpyOps

from quotex.evaluation.speed import Comparison, Timing, compare, main, texts_of, timed

TEXTS = ["Ada Roe said that the quay would hold. “It will,” she said."] * 3


def test_the_ratio_is_above_one_if_the_extractor_is_faster() -> None:
    assert Comparison(10, Timing(2.0, 4.0), Timing(1.0, 8.0)).ratio == Timing(2.0, 0.5)


def test_measured_times_are_positive() -> None:
    processor, clock = timed(lambda: sum(range(200_000)))
    assert 0 < processor < 5
    assert 0 < clock < 5


def test_rules_are_compared_with_the_bare_model(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy

    loaded = []
    load = spacy.load

    def noted(name: str, **options: Any) -> Language:
        loaded.append(load(name, **options))
        return loaded[-1]

    monkeypatch.setattr(spacy, "load", noted)
    found = compare(TEXTS, 1, "rules", 1)
    assert found.words == 36
    assert min(*found.bare, *found.quotex) > 0
    [bare] = [nlp for nlp in loaded if nlp.has_pipe("ner")]
    assert {type(node.ops) for node in bare.get_pipe("ner").model.walk()} == {NumpyOps}


def test_the_sample_is_the_default_text() -> None:
    assert len(set(texts_of(None))) == 1


def test_a_missing_file_is_rejected(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl"), "--rounds", "1"]) == 3
    assert "none.jsonl" in capsys.readouterr().err


def test_a_table_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"id": "a", "text": "Ada Roe said that it rained.", "attributions": []}\n')
    options = ["--rounds", "1", "--detectors", "rules", "--threads", "1"]
    assert main([str(gold), *options]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "6 words" in lines[2]
    assert lines[3].split()[:2] == ["rules,", "threads=1"]
    assert len(lines[3].split()) == 9
    name, *figures = lines[-1].split()
    assert name == "rules"
    assert all(float(figure) > 0 for figure in figures)
