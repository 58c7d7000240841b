"""Unannotated text is read from every known format; other formats are an error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")

from models.distilling.sources import articles
from tests.models.distilling.invented import TEXT
from tests.models.stanza.invented import TREES

FIRST = '"We don\'t sell," said Ada Roe. She left Bank of Elm.\n\nThe old harbour closed'


def test_lines(tmp_path: Path) -> None:
    lines = [{"text": TEXT}, {"id": "second", "text": "Dogs swam."}, {"text": " "}]
    path = tmp_path / "news.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n\n", "utf-8")
    assert [(a.id, a.text) for a in articles(path)] == [
        ("news-0", TEXT),
        ("second", "Dogs swam."),
    ]


def test_other_file_formats_are_skipped(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"text": "Ada spoke.", "attributions": [{"cue": [[4, 9]]}]}))
    assert articles(path)[0].attributions == ()


def test_plain_text(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.txt").write_text("Dogs swam.", "utf-8")
    (tmp_path / "README.md").write_text("about", "utf-8")
    assert [(a.id, a.text) for a in articles(tmp_path)] == [("a", "Dogs swam."), ("b", TEXT)]


def test_paragraphs_of_trees_are_kept(tmp_path: Path) -> None:
    (tmp_path / "x.conllu").write_text(TREES, "utf-8")
    assert [(a.id, a.text) for a in articles(tmp_path)] == [
        ("first", FIRST),
        ("second", "Prices rose."),
    ]


@pytest.mark.parametrize("name", ["news.csv", "news"])
def test_an_unknown_format_is_rejected(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("text\n", "utf-8")
    for path in (tmp_path, tmp_path / name):
        with pytest.raises(ValueError, match=r"no text in .*expected .jsonl, .txt, .conllu"):
            articles(path)
