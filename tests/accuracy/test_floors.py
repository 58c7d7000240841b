"""The extractor's figures on the shared corpora do not fall below pinned floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import quotex
from quotex.evaluation.events import score_events
from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.evaluation.overlap import (
    MIN_OVERLAP,
    Words,
    gold_cover,
    iou,
    predicted_cover,
    source_agrees,
)
from quotex.options import DetectorName, EngineName
from tests.accuracy.gate import (
    DETECTORS,
    ENGINES,
    FLOORS,
    below_floor,
    digest,
    measure,
    noise_of,
    reader,
)

pytestmark = [pytest.mark.model, pytest.mark.corpora]

PINNED: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))


@pytest.mark.parametrize("name", PINNED)
@pytest.mark.parametrize("detector", DETECTORS)
@pytest.mark.parametrize("engine", ENGINES)
def test_no_figure_falls(
    corpora: Path, engine: EngineName, detector: DetectorName, name: str
) -> None:
    gold = corpora / name
    assert digest(gold) == PINNED[name]["sha256"], "not the file that the floors were set on"
    floors = PINNED[name]["floors"][engine][detector]
    noise = noise_of(PINNED[name]["attributions"])
    figures = measure(gold, reader(gold, engine, detector))
    assert below_floor(figures, floors, noise) == {}


@pytest.fixture(scope="module", params=ENGINES)
def extractor(request: pytest.FixtureRequest) -> quotex.Extractor:
    """An extractor with default settings, for each engine."""
    return quotex.load(engine=request.param)


@pytest.fixture(scope="module", params=ENGINES)
def thinker(request: pytest.FixtureRequest) -> quotex.Extractor:
    """An extractor that also reports thoughts, for each engine."""
    return quotex.load(engine=request.param, modes="all")


@pytest.fixture(scope="module")
def seeds(corpora: Path) -> tuple[list[GoldArticle], list[dict[str, Any]]]:
    path = corpora / "seeds" / "articles.jsonl"
    return read_gold(path), [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_seed_page_quotations_are_right(
    seeds: tuple[list[GoldArticle], list[dict[str, Any]]], extractor: quotex.Extractor
) -> None:
    missed = []
    for article, raw in zip(*seeds, strict=True):
        words = Words(article.text)
        found = [predicted_cover(words, q) for q in extractor(article.article())]
        for attribution, fields in zip(article.attributions, raw["attributions"], strict=True):
            gold = gold_cover(words, attribution)
            fits = [
                p
                for p in found
                if iou(gold.content, p.content) >= MIN_OVERLAP
                and source_agrees(gold.source, p.source)
            ]
            if fields["required"] and not fits:
                missed.append(fields["id"])
    assert missed == []


def test_seed_page_speakers_days_and_venues_are_right(
    seeds: tuple[list[GoldArticle], list[dict[str, Any]]], extractor: quotex.Extractor
) -> None:
    for article, raw in zip(*seeds, strict=True):
        pairs = zip(article.attributions, raw["attributions"], strict=True)
        required = [a for a, fields in pairs if fields["required"]]
        gold = article.model_copy(update={"attributions": required})
        scores = score_events([gold], {gold.id: extractor(gold.article()).quotations})
        assert scores.paired == 1
        assert scores.speaker is not None
        assert scores.speaker["all"].accuracy == 1
        for rates in (scores.date, scores.venue and scores.venue["all"]):
            assert rates is not None
            assert (rates.precision, rates.recall) == (1, 1)


def test_no_seed_page_denial_is_read_as_a_claim(
    seeds: tuple[list[GoldArticle], list[dict[str, Any]]], extractor: quotex.Extractor
) -> None:
    for article, raw in zip(*seeds, strict=True):
        words = Words(article.text)
        found = [(q, predicted_cover(words, q)) for q in extractor(article.article())]
        for attribution, fields in zip(article.attributions, raw["attributions"], strict=True):
            if fields["stance"] == "deny":
                gold = gold_cover(words, attribution).content
                stances = {q.stance for q, p in found if iou(gold, p.content) >= MIN_OVERLAP}
                assert stances == {"denies"}, fields["id"]


def test_no_seed_page_quotation_comes_from_furniture(
    seeds: tuple[list[GoldArticle], list[dict[str, Any]]], thinker: quotex.Extractor
) -> None:
    for article, raw in zip(*seeds, strict=True):
        for quotation in thinker(article.article()):
            for span in (*quotation.content, *quotation.cue, *quotation.source):
                assert not any(a < span.end and span.start < b for a, b in raw["chrome"]), span
