"""Times the extractor against the bare language model on the same texts, in the same run.

usage: python -m quotex.evaluation.speed [GOLD.jsonl] [--rounds N] [--detector NAME] [--alone]

Without a file, the sample article is read many times over, in one process; set OMP_NUM_THREADS=1
for one thread. It prints words per second (words are runs between spaces), the ratio of the
medians, and the peak resident memory. ``--alone`` does not run the bare model, so that the memory
is the extractor's own.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

import quotex
from quotex.errors import QuotexError
from quotex.evaluation.gold import read_gold
from quotex.options import DetectorName
from quotex.parse.models import installed_model
from quotex.samples import harbour_bridge

_SAMPLE_TIMES = 60


def timed(work: Callable[[], object]) -> float:
    """Return how many seconds ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(
    texts: Sequence[str], rounds: int, detector: DetectorName = "hybrid", *, alone: bool = False
) -> dict[str, float]:
    """Return words per second of the bare model and of the extractor, and their ratio.

    The two take turns, so that a machine whose speed drifts treats both alike.
    """
    import spacy

    nlp = spacy.load(installed_model())
    extractor = quotex.load(nlp, modes="all", detector=detector)

    def bare() -> None:
        for _ in nlp.pipe(texts):
            pass

    def whole() -> None:
        for _ in extractor.pipe(texts):
            pass

    if alone:
        spent = timed(whole)
        words = sum(len(text.split()) for text in texts)
        return {"words": words, "quotex words/s": words / spent, "peak MB": peak_memory()}
    bare()
    seconds: dict[str, list[float]] = {"bare": [], "quotex": []}
    for _ in range(rounds):
        seconds["bare"].append(timed(bare))
        seconds["quotex"].append(timed(whole))
    words = sum(len(text.split()) for text in texts)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    return {
        "words": words,
        "bare words/s": words / medians["bare"],
        "quotex words/s": words / medians["quotex"],
        "ratio": medians["bare"] / medians["quotex"],
        "peak MB": peak_memory(),
    }


def peak_memory() -> float:
    """Return the peak resident memory of this process in megabytes, 0 where it is unknown."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(arguments: Sequence[str]) -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(prog="python -m quotex.evaluation.speed", description=__doc__)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--detector", choices=get_args(DetectorName), default="hybrid")
    parser.add_argument("--alone", action="store_true")
    given = parser.parse_args(arguments)
    try:
        texts = _texts(given.gold)
    except QuotexError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    for name, value in compare(texts, given.rounds, given.detector, alone=given.alone).items():
        sys.stdout.write(
            f"{name:<16}{value:>10,.2f}\n" if name == "ratio" else f"{name:<16}{value:>10,.0f}\n"
        )
    return 0


def _texts(gold: Path | None) -> list[str]:
    if gold is None:
        return [harbour_bridge().text] * _SAMPLE_TIMES
    return [article.text for article in read_gold(gold)]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
