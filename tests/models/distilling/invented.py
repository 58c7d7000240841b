"""Invented articles in each form in which the recipe reads text."""

from __future__ import annotations

import json
from pathlib import Path

from models.distilling.prepare import Corpora
from tests.models.stanza.invented import TREES
from tests.models.tiny import ARTICLES, write_gold

TEXT = (
    "Ada Roe said that the harbour wall is safe. Dogs swam there.\n\n"
    "“We mended it,” said Bo Lund. He denied that the ferry is late."
)


def write_corpora(folder: Path) -> Corpora:
    """Write two gold files, and text as JSON Lines, as plain text and as trees."""
    news, plain, trees = folder / "news.jsonl", folder / "plain", folder / "trees.conllu"
    news.write_text(json.dumps({"text": TEXT}) + "\n\n", "utf-8")
    plain.mkdir()
    (plain / "first.txt").write_text(TEXT, "utf-8")
    (plain / "notes.md").write_text("not read", "utf-8")
    trees.write_text(TREES, "utf-8")
    return Corpora(
        write_gold(folder / "gold.jsonl", ARTICLES[:2]),
        (write_gold(folder / "world.jsonl", ARTICLES[2:]),),
        (news, plain, trees),
    )
