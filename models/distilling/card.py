"""The section of a model's card on how it was distilled."""

from __future__ import annotations

from collections.abc import Mapping

from models.distilling.arrays import Names
from models.distilling.settings import Settings

_KINDS = {
    "gold": "gold articles, with the teacher's answers",
    "world": "gold articles of other kinds of news, with the teacher's answers",
    "text": "unlabelled text, with the teacher's answers",
}


def training_section(
    names: Names, settings: Settings, steps: int, seconds: float, figures: Mapping[str, float]
) -> str:
    """Return the section on training: what was read, how long, and how close it is to its teachers.

    ``figures`` were measured on the held-out articles, one in ``settings.held``.
    """
    rows = [
        f"| {name} | {_KINDS[kind]} | {articles} | {words:,} |"
        for name, kind, articles, words in zip(
            names.sources, names.kinds, names.articles, names.words, strict=True
        )
    ]
    total = f"| all | | {sum(names.articles)} | {sum(names.words):,} |"
    summary = (
        f"{steps} steps of about {settings.batch:,} pieces, {seconds / 60:.0f} minutes. On one "
        f"article of {settings.held}, which was kept aside (tags, trees and names against the "
        "parser's; \"taught\" is the teacher's own figure):"
    )
    return "\n".join(
        [
            "| source | read as | articles | words |",
            "|---|---|---|---|",
            *rows,
            total,
            "",
            summary,
            "",
            "| | share or F1 |",
            "|---|---|",
            *(f"| {name} | {value:.3f} |" for name, value in figures.items()),
        ]
    )
