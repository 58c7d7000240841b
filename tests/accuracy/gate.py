"""The accuracy gate: figures may not fall below pinned floors, and floors only rise.

usage: python -m tests.accuracy.gate --update
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

import quotex
from quotex.evaluation.events import score_events
from quotex.evaluation.gold import has_events, read_gold
from quotex.evaluation.spans import score_spans
from quotex.options import DetectorName

FLOORS = Path(__file__).with_name("floors.json")
DETECTORS: tuple[DetectorName, ...] = get_args(DetectorName)
NOISE = 0.002  # what another build of the same model may cost
_PROCESSOR = Path("/proc/cpuinfo")
_EXACT = frozenset({"avx512_vnni", "avx_vnni"})
Figures = dict[str, float]


def measure(gold: Path, extractor: quotex.Extractor) -> Figures:
    """Return the figures of the extractor on a gold file that the gate watches."""
    articles = read_gold(gold)
    found = {e.article.id: e.quotations for e in extractor.pipe(a.article() for a in articles)}
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


def floors_key(detector: str, processor: str | None = None) -> str:
    """Return under which name the floors of a detector on this machine are kept.

    The trained model multiplies in eight bits. On x86 processors without instructions for that
    (VNNI) sums saturate, and it finds a little less, or other things: floors of their own.
    """
    if processor is None:
        processor = _PROCESSOR.read_text("utf-8") if _PROCESSOR.is_file() else ""
    flags = set(processor.split())
    saturates = "avx2" in flags and not flags & _EXACT
    return f"{detector}, saturating" if saturates and detector != "rules" else detector


def digest(path: Path) -> str:
    """Return the hash of a gold file: floors hold for the very file that they were set on."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fallen(figures: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, str]:
    """Return what fell below its floor, or is missing, with a line that says so."""
    return {
        name: f"{figures.get(name, float('nan')):.4f} is below the floor of {floor:.4f}"
        for name, floor in floors.items()
        if not figures.get(name, float("nan")) >= floor - NOISE
    }


def raised(figures: Mapping[str, float], floors: Mapping[str, float]) -> Figures:
    """Return the floors, each lifted to its figure where that is higher."""
    names = sorted({*figures, *floors})
    return {name: max(_cut(figures.get(name, 0.0)), floors.get(name, 0.0)) for name in names}


def _cut(figure: float) -> float:
    return int(figure * 1000) / 1000


def update(corpora: Path, floors_file: Path = FLOORS) -> None:
    """Lift the floors to what is measured now."""
    floors: dict[str, Any] = json.loads(floors_file.read_text("utf-8"))
    for detector in DETECTORS:
        extractor = quotex.load(modes="all", detector=detector, min_confidence=0)
        for name, entry in floors.items():
            gold = corpora / name
            if entry["sha256"] != digest(gold):
                entry |= {"sha256": digest(gold), "floors": {}}
            key = floors_key(detector)
            pinned = entry["floors"].get(key, {})
            entry["floors"][key] = raised(measure(gold, extractor), pinned)
    floors_file.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    update(Path(__file__).parents[2].parent / "shared" / "corpora")
