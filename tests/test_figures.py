"""All tables of accuracy, speed and cost show the stored figures, which keep the floors."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from docs.figures import FIGURES, PAGES, rewrite, store
from tests.accuracy.gate import ENGINES, FLOORS, noise_of

ROW = {"gold": "a/dev", "engine": "quotex", "detector": "rules", "quotex": "1"}
SPANS = {"spans.overlap.p": 0.5, "spans.overlap.f": 0.75}
NEWS = {"gold": "opennews/dev", "news.precision": 0.9449, "news.date.f": 0.8}
BLOCKS = {
    "accuracy.md": {"spans", "events", "news", "speed"},
    "clusters.md": {"cost"},
    "README.md": {"found_in_news", "found_in_campaign", "who_when_where"},
}
FILE = "<!-- spans -->\nstale\n<!-- end -->\nbetween\n<!-- speed -->\n<!-- end -->\n"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_matches_the_stored_figures(path: Path) -> None:
    figures = json.loads(FIGURES.read_text("utf-8"))
    page = path.read_text("utf-8")
    assert page == rewrite(page, figures), "run: python -m docs.figures write"
    assert set(re.findall(r"<!-- (\w+) -->\n\|", page)) == BLOCKS[path.name]


@pytest.mark.parametrize("detector", ["rules", "hybrid", "model"])
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["polnear/dev", "opennews/dev"])
def test_no_figure_is_older_than_the_floors(name: str, engine: str, detector: str) -> None:
    rows = json.loads(FIGURES.read_text("utf-8"))["accuracy"]
    [row] = [
        row
        for row in rows
        if (row["gold"], row["engine"], row["detector"]) == (name, engine, detector)
    ]
    entry = json.loads(FLOORS.read_text("utf-8"))[f"{name}.jsonl"]
    floors, noise = entry["floors"][engine][detector], noise_of(entry["attributions"])
    if name == "opennews/dev":
        assert row["news.precision"] >= floors["precision"] - noise
        assert row["news.recall"] >= floors["recall"] - noise
    else:
        assert row["spans.attributed.f"] >= floors["attributed"] - noise
        assert row["spans.overlap.f"] >= floors["overlap"] - noise


def test_a_table_is_written_in_place() -> None:
    found = rewrite(FILE, {"accuracy": [ROW | SPANS]})
    assert "stale" not in found
    assert "\nbetween\n" in found
    assert "| a/dev | quotex | rules | 0.500 | – | 0.750 | – |" in found
    assert rewrite(found, {"accuracy": [ROW | SPANS]}) == found


def test_the_readme_gives_only_what_was_measured() -> None:
    page = "<!-- found_in_news -->\n<!-- end -->\n<!-- who_when_where -->\n<!-- end -->\n"
    rows = [ROW | NEWS | {"detector": "hybrid"}, ROW | NEWS | {"news.precision": 0.925}]
    found = rewrite(page, {"accuracy": rows}).splitlines()
    assert found[1] == "|  | `hybrid`, the default | `model` | `rules` |"
    assert found[3].endswith("(precision) | 0.94 | – | 0.93 |")
    assert found[4] == "<!-- end -->"
    assert found[8] == "| day: F1 | 0.80 | – | – |"
    assert found[9] == "<!-- end -->"


def test_the_cost_follows_from_the_speed() -> None:
    row = {"gold": "opennews/dev", "engine": "quotex", "detector": "hybrid", "words": 2000}
    found = rewrite("<!-- cost -->\n<!-- end -->\n", {"speed": [row]}).splitlines()
    assert found[3:] == [
        "| `quotex.load()`, the default | 2,000 | 0.50 | 7.2 | 6,900 | 210 |",
        "<!-- end -->",
    ]


def test_a_new_row_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "figures.json"
    rows: list[dict[str, Any]] = [ROW, ROW | {"detector": "model"}, ROW | {"quotex": "2"}]
    for row in rows:
        store("speed", row, path)
    kept = json.loads(path.read_text("utf-8"))["speed"]
    assert [(row["detector"], row["quotex"]) for row in kept] == [("model", "1"), ("rules", "2")]
