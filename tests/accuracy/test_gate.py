"""The accuracy gate itself."""

from __future__ import annotations

import json
from pathlib import Path

from tests.accuracy.gate import below_floor, noise_of, raised


def test_a_figure_below_its_floor_is_reported() -> None:
    assert below_floor({"overlap": 0.60}, {"overlap": 0.70}) == {
        "overlap": "0.6000 is below the floor of 0.7000"
    }


def test_a_missing_figure_is_reported() -> None:
    assert set(below_floor({}, {"overlap": 0.70})) == {"overlap"}
    assert set(below_floor({"overlap": float("nan")}, {"overlap": 0.70})) == {"overlap"}


def test_figures_at_their_floors_pass() -> None:
    assert below_floor({"overlap": 0.70, "new": 0.1}, {"overlap": 0.70}) == {}


def test_a_small_file_may_vary_by_three_quotations(tmp_path: Path) -> None:
    text = "The quay will hold, Bo Lund said."
    quotation = {"source": [[21, 28]], "cue": [[29, 33]], "content": [[0, 19]]}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"id": "a", "text": text, "attributions": [quotation] * 100}))
    assert noise_of(path) == 0.03
    assert below_floor({"overlap": 0.68}, {"overlap": 0.70}, noise_of(path)) == {}
    assert below_floor({"overlap": 0.66}, {"overlap": 0.70}, noise_of(path)) != {}


def test_floors_only_rise() -> None:
    assert raised({"overlap": 0.71, "token": 0.5}, {"overlap": 0.70, "token": 0.8}) == {
        "overlap": 0.71,
        "token": 0.8,
    }
