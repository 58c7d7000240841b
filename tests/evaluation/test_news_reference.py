"""News scores equal the reference scorer's, on random mistakes in invented and open news."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.evaluation.mistakes import mistakes, span_mistakes
from quotex.evaluation.news import score_news
from quotex.evaluation.report import report
from quotex.evaluation.spans import score_spans
from quotex.records import Mode, Span
from quotex.result import Extraction

from .builders import (
    INVENTED,
    MODES,
    WORD,
    by_id,
    corpus,
    needs_news,
    perturbed,
    record,
    reference,
    with_offsets,
    with_zeros,
    write_lines,
)


def news(folder: Path, rng: random.Random) -> Path:
    """Write the invented gold with random values in the fields of world news."""
    return write_lines(folder / "gold.jsonl", [_as_news(with_offsets(a), rng) for a in INVENTED])


def _as_news(article: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    for label in article["attributions"]:
        label["mode"] = rng.choice(MODES)
        label["optional"], label["nested"] = rng.random() < 0.2, rng.random() < 0.1
        if rng.random() < 0.3:
            label["content_alt"] = [
                [start, end - 3] for start, end in label["content"] if end > start + 3
            ]
        if rng.random() < 0.3:
            label["venues_allowed"] = [*label["venues"], {"kind": "place", "text": "Varnholm"}]
        label["skip"] = [name for name in ("speaker", "date") if rng.random() < 0.2]
    return article


def mistaken(article: GoldArticle, rng: random.Random) -> Extraction:
    """Return the gold with mistakes, and some random stretches of the text."""
    words = [match.span() for match in WORD.finditer(article.text)]
    quotations = list(perturbed(article, rng).quotations)
    for _ in range(len(article.attributions) // 3):
        first = rng.randrange(len(words))
        last = min(len(words) - 1, first + rng.randrange(12))
        content = Span.of(article.text, words[first][0], words[last][1])
        quotations.append(record((content,), mode=rng.choice(MODES), confidence=rng.random()))
    return Extraction.of(article.article(), quotations)


def assert_reference(
    path: Path, seed: int, modes: set[Mode] | None = None, least: float = 0.0
) -> None:
    rng = random.Random(seed)
    gold = read_gold(path)
    predictions = [mistaken(article, rng) for article in gold]
    found = by_id(predictions)
    options = ["--least", str(least)] if least else []
    if modes is not None:
        options += ["--modes", ",".join(sorted(modes))]
    scored = score_news(gold, found, modes=modes, min_confidence=least)
    figures = scored.scores.to_dict()
    assert figures.pop("calibration_error") is not None
    expected = reference("score_news.py", path, predictions, "--json", *options)
    assert json.dumps(with_zeros(figures)) == expected.strip()
    printed = reference("score_news.py", path, predictions, "--errors", *options)
    table, _, listed = printed.partition("FALSE\n")
    shown = report(score_spans(gold, found), None, scored.scores, modes)
    assert table in with_zeros(shown) + "\n"
    assert _rows(mistakes(span_mistakes(scored)), "FALSE", "PARTIAL") == _rows(
        "FALSE\n" + listed, "FALSE", "MISSED"
    )
    assert _rows(mistakes(span_mistakes(scored)), "MISSED") == _rows(printed, "MISSED")


def _rows(text: str, title: str, until: str = "\0") -> list[str]:
    """Return the first words of each mistake under a title; the reference breaks lines."""
    section = text.partition(f"{title}\n")[2].partition(f"{until}\n")[0]
    rows = re.split(r"^  (?=\S+ \[)", section, flags=re.MULTILINE)
    return [" ".join(row.split())[:60] for row in rows if row]


@needs_news
@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("modes", "least"), [(None, 0.0), ({"speech", "writing"}, 0.0), ({"thought"}, 0.3)]
)
def test_figures_match_the_reference_on_invented_texts(
    tmp_path: Path, seed: int, modes: set[Mode] | None, least: float
) -> None:
    assert_reference(news(tmp_path, random.Random(seed)), seed, modes, least)


@needs_news
@pytest.mark.parametrize("name", ["opennews/dev.jsonl", "invented/articles.jsonl"])
@pytest.mark.parametrize(
    ("modes", "least"), [(None, 0.0), ({"speech", "writing"}, 0.0), ({"speech"}, 0.4), (None, 0.7)]
)
def test_figures_match_the_reference_on_the_corpora(
    tmp_path: Path, name: str, modes: set[Mode] | None, least: float
) -> None:
    assert_reference(corpus(name, tmp_path), 0, modes, least)
