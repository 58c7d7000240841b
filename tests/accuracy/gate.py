"""The accuracy gate: figures may not fall below pinned floors, and floors may only rise.

usage: python -m tests.accuracy.gate --update
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from itertools import product
from pathlib import Path
from typing import Any, cast, get_args

import quotex
from quotex.evaluation.events import score_events
from quotex.evaluation.gold import has_events, has_news, read_gold
from quotex.evaluation.news import score_news
from quotex.evaluation.news_scores import NewsScores
from quotex.evaluation.spans import score_spans
from quotex.options import DetectorName, EngineName
from quotex.records import Mode

FLOORS = Path(__file__).with_name("floors.json")
ENGINES: tuple[EngineName, ...] = ("quotex", "spacy")
DETECTORS: tuple[DetectorName, ...] = get_args(DetectorName)
_NOISE = 0.002  # a figure may drop this far with another build of the same model
_CHANCE = 3  # quotations that may be read otherwise on another processor, which rounds otherwise
_CALIBRATED = 0.05  # confidence counts as calibrated up to this expected error
Figures = dict[str, float]


def measure(gold: Path, extractor: quotex.Extractor) -> Figures:
    """Return the figures that the gate watches, for the extractor on a gold file."""
    articles = read_gold(gold)
    found = {e.article.id: e.quotations for e in extractor.pipe(a.article() for a in articles)}
    if has_news(articles):
        modes = cast("frozenset[Mode]", extractor.options.modes)
        return _news(score_news(articles, found, modes=modes).scores)
    spans = score_spans(articles, found).to_dict()
    figures = {
        "exact": spans["exact"]["f"],
        "overlap": spans["overlap"]["f"],
        "overlap precision": spans["overlap"]["p"],
        "attributed": spans["attributed"]["f"],
        "token": spans["token"]["f"],
        "direct attributed": spans["direct"]["attributed"]["f"],
        "mixed attributed": spans["mixed"]["attributed"]["f"],
        "indirect attributed": spans["indirect"]["attributed"]["f"],
    }
    if has_events(articles):
        events = score_events(articles, found).to_dict()
        figures |= {
            "speaker": events["speaker"]["all"]["accuracy"],
            "date": events["date"]["f"],
            "venue": events["venue"]["all"]["f"],
        }
    return figures


def _news(scores: NewsScores) -> Figures:
    figures = scores.to_dict()
    shares = ("precision", "recall", "exact", "source", "speaker")
    return {
        **{name: figures[name] for name in shares},
        "date": figures["date"]["f"],
        "venue": figures["venue"]["f"],
        "calibrated": float(figures["calibration_error"] <= _CALIBRATED),
    }


def reader(gold: Path, engine: EngineName, detector: DetectorName) -> quotex.Extractor:
    """Return the extractor to measure with: one with default settings on gold of world news.

    On other gold, it reports everything, including thoughts.
    """
    if has_news(read_gold(gold)):
        return quotex.load(engine=engine, detector=detector)
    return quotex.load(engine=engine, modes="all", detector=detector, min_confidence=0)


def digest(path: Path) -> str:
    """Return the hash of a gold file, because floors hold only for the file they were set on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def noise_of(attributions: int) -> float:
    """Return how far a figure may drop on a gold file with that many attributions."""
    return max(_NOISE, _CHANCE / attributions)


def below_floor(
    figures: Mapping[str, float], floors: Mapping[str, float], noise: float = _NOISE
) -> dict[str, str]:
    """Return the figures that are missing or below their floor, each with a line that says so."""
    return {
        name: f"{figures.get(name, float('nan')):.4f} is below the floor of {floor:.4f}"
        for name, floor in floors.items()
        if not figures.get(name, float("nan")) >= floor - noise
    }


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> Figures:
    """Return the floors, each raised to its figure if that is higher."""
    names = sorted({*figures, *floors})
    return {
        name: max(_rounded_down(figures.get(name, 0.0)), floors.get(name, 0.0)) for name in names
    }


def _rounded_down(figure: float) -> float:
    return int(figure * 1000) / 1000


def update(corpora: Path, floors_file: Path = FLOORS) -> list[str]:
    """Raise the floors to the current figures; return a line for each figure below its floor."""
    floors: dict[str, Any] = json.loads(floors_file.read_text("utf-8"))
    fallen: list[str] = []
    for engine, detector in product(ENGINES, DETECTORS):
        for name, entry in floors.items():
            gold = corpora / name
            extractor = reader(gold, engine, detector)
            if entry["sha256"] != digest(gold):
                count = sum(len(article.attributions) for article in read_gold(gold))
                entry |= {"sha256": digest(gold), "attributions": count, "floors": {}}
            of_engine = entry["floors"].setdefault(engine, {})
            pinned = of_engine.get(detector, {})
            figures = measure(gold, extractor)
            lines = below_floor(figures, pinned, noise_of(entry["attributions"]))
            fallen += [
                f"{name}, {engine}, {detector}, {figure}: {why}" for figure, why in lines.items()
            ]
            of_engine[detector] = raised(figures, pinned)
    floors_file.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return fallen


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    sys.exit("\n".join(update(Path(__file__).parents[2].parent / "shared" / "corpora")) or None)
