"""The tables of accuracy and speed show the measured figures and are not below the floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docs.figures import FIGURES, PAGE, rewrite, store
from tests.accuracy.gate import FLOORS, NOISE

ROW = {"gold": "a/dev", "engine": "spacy", "detector": "rules", "quotex": "1"}
SPANS = {"spans.overlap.p": 0.5, "spans.overlap.f": 0.75}
FILE = "<!-- spans -->\nstale\n<!-- end -->\nbetween\n<!-- speed -->\n<!-- end -->\n"


def test_the_page_matches_the_stored_figures() -> None:
    figures = json.loads(FIGURES.read_text("utf-8"))
    page = PAGE.read_text("utf-8")
    assert page == rewrite(page, figures), "run: python -m docs.figures write"
    assert page.count("\n| ") > 20


@pytest.mark.parametrize("detector", ["rules", "hybrid", "model"])
@pytest.mark.parametrize("name", ["polnear/dev", "opennews/dev"])
def test_no_figure_is_older_than_the_floors(name: str, detector: str) -> None:
    rows = json.loads(FIGURES.read_text("utf-8"))["accuracy"]
    [row] = [
        row
        for row in rows
        if (row["gold"], row["engine"], row["detector"]) == (name, "spacy", detector)
    ]
    floors = json.loads(FLOORS.read_text("utf-8"))[f"{name}.jsonl"]["floors"][detector]
    if name == "opennews/dev":
        assert row["news.precision"] >= floors["precision"] - NOISE
        assert row["news.recall"] >= floors["recall"] - NOISE
    else:
        assert row["spans.attributed.f"] >= floors["attributed"] - NOISE
        assert row["spans.overlap.f"] >= floors["overlap"] - NOISE


def test_a_table_is_written_in_place() -> None:
    found = rewrite(FILE, {"accuracy": [ROW | SPANS]})
    assert "stale" not in found
    assert "\nbetween\n" in found
    assert "| a/dev | spacy | rules | 0.500 | – | 0.750 | – |" in found
    assert rewrite(found, {"accuracy": [ROW | SPANS]}) == found


def test_a_new_row_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    rows: list[dict[str, Any]] = [ROW, ROW | {"detector": "model"}, ROW | {"quotex": "2"}]
    for row in rows:
        store("speed", row, path)
    kept = json.loads(path.read_text("utf-8"))["speed"]
    assert [(row["detector"], row["quotex"]) for row in kept] == [("model", "1"), ("rules", "2")]
