"""Measures whether time per word and memory stay in bounds as one article grows.

usage: python -m quotex.evaluation.growth [--words N …] [--detector NAME] [--at-most RATIO]

The articles are joined copies of the sample article with changed names, days and things, some of
which recur. For each size it prints the number of words and quotations, processor time per word,
its ratio to that of the first size, and the peak resident memory so far. The exit code is 1 if a
ratio exceeds ``--at-most``.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict

import quotex
from quotex.evaluation.speed import peak_memory
from quotex.extractor import Extractor
from quotex.options import DetectorName
from quotex.samples import harbour_bridge

SIZES = (1_000, 10_000, 100_000)
MAX_RATIO = 1.3
_SEED = 7
_UNCHANGED = 0.1  # share of the copies that keep the sample's own names
_LEFT_OUT = 0.1  # share of the paragraphs that a copy leaves out
_MIN_TIMED_WORDS = 10_000  # a shorter article is timed over several readings
_CHARS_PER_WORD = 20
_SENTENCE_ENDS = tuple(".?!”")


class Variation(BaseModel):
    """Replacements for the sample's names, days and things in a copy."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    given: tuple[str, ...]
    surname_begins: tuple[str, ...]
    surname_ends: tuple[str, ...]
    place_ends: tuple[str, ...]
    swaps: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Measurement:
    """The cost of reading one article; ``seconds`` is processor time."""

    words: int
    quotations: int
    seconds: float
    peak_mb: float

    @property
    def per_word(self) -> float:
        """Microseconds per word."""
        return 1e6 * self.seconds / self.words


@cache
def variation() -> Variation:
    """Return the packaged variation."""
    text = files("quotex.evaluation").joinpath("growth.toml").read_text("utf-8")
    return Variation.model_validate(tomllib.loads(text))


def long_article(words: int, seed: int = _SEED) -> str:
    """Return an article of about ``words`` words (runs between spaces), the same each time."""
    rng = random.Random(seed)
    kept: list[str] = []
    count = 0
    while count < words:
        for paragraph in _copy(rng):
            kept.append(paragraph)
            count += len(paragraph.split())
            if count >= words:
                break
    return "\n\n".join(kept)


def measure(extractor: Extractor, words: int) -> Measurement:
    """Measure the reading of one article of about ``words`` words."""
    text = long_article(words)
    count = len(text.split())
    times = max(1, _MIN_TIMED_WORDS // count)
    found = 0
    start = time.process_time()
    for _ in range(times):
        found = len(extractor(text, published=harbour_bridge().published))
    return Measurement(count, found, (time.process_time() - start) / times, peak_memory())


def _copy(rng: random.Random) -> Iterator[str]:
    """Yield the paragraphs of one copy of the sample."""
    swaps = {} if rng.random() < _UNCHANGED else _swaps(rng)
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(swaps, key=len, reverse=True))})\b")
    for paragraph in harbour_bridge().text.split("\n\n"):
        if paragraph.rstrip().endswith(_SENTENCE_ENDS) and rng.random() >= _LEFT_OUT:
            yield pattern.sub(lambda match: swaps[match.group()], paragraph) if swaps else paragraph


def _swaps(rng: random.Random) -> dict[str, str]:
    known = variation()
    swaps = {word: rng.choice(others) for word, others in known.swaps.items()}
    for name in ("Ana Ruiz", "Tom Okafor", "Lena Voss"):
        last = rng.choice(known.surname_begins) + rng.choice(known.surname_ends)
        swaps[name] = f"{rng.choice(known.given)} {last}"
        swaps[name.split()[1]] = last
    place = rng.choice(known.surname_begins) + rng.choice(known.place_ends)
    return {**swaps, "Albany": place, "Harbour": place}


def main(arguments: Sequence[str]) -> int:
    """Print one line for each size."""
    parser = argparse.ArgumentParser(
        prog="python -m quotex.evaluation.growth",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--words", type=int, nargs="+", default=list(SIZES), metavar="N")
    parser.add_argument("--detector", choices=get_args(DetectorName), default="hybrid")
    parser.add_argument("--at-most", type=float, default=MAX_RATIO, metavar="RATIO")
    given = parser.parse_args(arguments)
    sizes = sorted(given.words)
    if sizes[0] < 1:
        parser.error(f"--words {sizes[0]}: expected positive numbers of words")
    extractor = quotex.load(detector=given.detector, max_chars=_CHARS_PER_WORD * sizes[-1])
    extractor(harbour_bridge())  # so that loading in the first call is not timed
    first: Measurement | None = None
    worst = 0.0
    sys.stdout.write(f"{'words':>10}{'quotations':>12}{'µs/word':>11}{'ratio':>7}{'peak MB':>9}\n")
    for words in sizes:
        found = measure(extractor, words)
        first = first or found
        ratio = found.per_word / first.per_word
        worst = max(worst, ratio)
        sys.stdout.write(
            f"{found.words:>10,}{found.quotations:>12,}{found.per_word:>11,.0f}{ratio:>7.2f}"
            f"{found.peak_mb:>9,.0f}\n"
        )
        sys.stdout.flush()
    return int(worst > given.at_most)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
