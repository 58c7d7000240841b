"""The figures of the engine "quotex" on the shared corpora do not fall below their floors."""

from __future__ import annotations

from pathlib import Path

import pytest

import quotex
from quotex import Extractor
from quotex.evaluation.events import score_events
from quotex.evaluation.gold import read_gold
from tests.accuracy.gate import below_floor, measure

pytestmark = [pytest.mark.model, pytest.mark.corpora]

WORLD = {
    "precision": 0.954,
    "recall": 0.881,
    "exact": 0.955,
    "source": 0.991,
    "speaker": 0.901,
    "date": 0.8,
    "venue": 0.83,
    "calibrated": 1.0,
}
REQUIRED = {"dw": 11, "moscow-times": 7}


@pytest.fixture(scope="module")
def by_own() -> Extractor:
    return quotex.load(engine="quotex")


def test_no_figure_on_world_news_falls(corpora: Path, by_own: Extractor) -> None:
    assert below_floor(measure(corpora / "opennews" / "dev.jsonl", by_own), WORLD) == {}


def test_seed_page_speakers_and_days_are_found(corpora: Path, by_own: Extractor) -> None:
    for article in read_gold(corpora / "seeds" / "articles.jsonl"):
        scores = score_events([article], {article.id: by_own(article.article()).quotations})
        assert round(scores.paired * scores.gold) >= REQUIRED[article.id]
        assert scores.speaker is not None
        assert scores.date is not None
        assert scores.speaker["all"].accuracy == 1
        assert (scores.date.precision, scores.date.recall) == (1, 1)
