"""Times the extractor against the bare language model on the same texts, in the same run.

usage: python -m quotex.evaluation.speed [GOLD.jsonl …] [--rounds N] [--detectors NAME …]
           [--threads N …] [--engine NAME]

Without a file, the sample article is read many times. For each file, detector and number of threads
it prints the words per second (words are runs between spaces) of the bare ``nlp.pipe`` and of the
extractor, which take turns, with the ratio of the medians, in processor time and in wall-clock
time. Then, for each detector in its own process, it prints how long ``quotex.load()`` and its
imports take, how long the first extraction takes, and the peak resident memory of the extractor
alone. The load average shows how busy the machine was: wall-clock figures of a busy machine mean
little.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, get_args

import quotex
from quotex.errors import QuotexError
from quotex.evaluation.gold import read_gold
from quotex.options import DetectorName, EngineName
from quotex.parse.models import installed_model
from quotex.samples import harbour_bridge

_SAMPLE_TIMES = 60
_DETECTORS: tuple[DetectorName, ...] = get_args(DetectorName)
_OWN_PROCESS_SCRIPT = """
import sys, time
start = time.perf_counter()
import quotex
extractor = quotex.load(detector=sys.argv[1], engine=sys.argv[3] or None, modes="all")
loaded = time.perf_counter()
from quotex.evaluation.speed import peak_memory, texts_of
texts = texts_of(sys.argv[2])
began = time.perf_counter()
extractor(texts[0])
first = time.perf_counter() - began
for _ in extractor.pipe(texts):
    pass
print(loaded - start, first, peak_memory())
"""


class Timing(NamedTuple):
    """Seconds that some work took, in processor time on all threads and in wall-clock time."""

    processor: float
    clock: float


def timed(work: Callable[[], object]) -> Timing:
    """Return how long ``work`` takes."""
    processor, clock = time.process_time(), time.perf_counter()
    work()
    return Timing(time.process_time() - processor, time.perf_counter() - clock)


class Comparison(NamedTuple):
    """Medians over the rounds for the bare model and the extractor."""

    words: int
    bare: Timing
    quotex: Timing

    @property
    def ratio(self) -> Timing:
        """The speed of the extractor relative to the bare model: 1 is equally fast."""
        pairs = zip(self.bare, self.quotex, strict=True)
        return Timing(*(bare / own for bare, own in pairs))


def compare(
    texts: Sequence[str],
    rounds: int,
    detector: DetectorName,
    threads: int,
    engine: EngineName | None = None,
) -> Comparison:
    """Time the bare model and the extractor in turns, so that a drift in speed affects both alike.

    The bare model is a separate pipeline, as spaCy loads it.
    """
    import spacy

    nlp = spacy.load(installed_model())
    extractor = quotex.load(modes="all", detector=detector, threads=threads, engine=engine)
    readers = (lambda: list(nlp.pipe(texts)), lambda: list(extractor.pipe(texts)))
    for read in readers:
        read()
    turns = [[timed(read) for read in readers] for _ in range(rounds)]
    bare, own = (
        Timing(*map(statistics.median, zip(*of, strict=True))) for of in zip(*turns, strict=True)
    )
    return Comparison(sum(len(text.split()) for text in texts), bare, own)


def measure_in_own_process(
    detector: DetectorName, gold: Path | None, engine: EngineName | None = None
) -> tuple[float, float, float]:
    """Return seconds to load, seconds of the first extraction, and peak megabytes on the texts."""
    command = [sys.executable, "-c", _OWN_PROCESS_SCRIPT, detector, str(gold or ""), engine or ""]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    load, first, memory = map(float, answer.split())
    return load, first, memory


def texts_of(gold: Path | str | None) -> list[str]:
    """Return the texts of a gold file or, without one, the sample article many times."""
    if not gold:
        return [harbour_bridge().text] * _SAMPLE_TIMES
    return [article.text for article in read_gold(Path(gold))]


def peak_memory() -> float:
    """Return the peak resident memory of this process in megabytes, or 0 if unknown."""
    status = Path("/proc/self/status")
    if status.is_file():  # on Linux, getrusage starts with the parent's peak
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def main(arguments: Sequence[str]) -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(prog="python -m quotex.evaluation.speed", description=__doc__)
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--detectors", nargs="+", choices=_DETECTORS, default=_DETECTORS)
    parser.add_argument("--threads", nargs="+", type=int, default=(1, 2))
    parser.add_argument(
        "--engine",
        choices=get_args(EngineName),
    )
    given = parser.parse_args(arguments)
    golds = given.gold or [None]
    try:
        for line in _lines(golds, given.rounds, given.detectors, given.threads, given.engine):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    except QuotexError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    return 0


def _lines(
    golds: Sequence[Path | None],
    rounds: int,
    detectors: Sequence[DetectorName],
    threads: Sequence[int],
    engine: EngineName | None,
) -> Iterator[str]:
    yield f"{'':30}{'words/s, processor':>24}{'words/s, wall clock':>24}"
    yield " " * 30 + "".join(f"{name:>8}" for name in ("bare", "quotex", "ratio") * 2 + ("load",))
    for gold in golds:
        texts = texts_of(gold)
        name = "/".join(gold.parts[-2:]) if gold else "sample"
        yield f"{name}: {sum(len(text.split()) for text in texts):,} words"
        for detector in detectors:
            for count in threads:
                found = compare(texts, rounds, detector, count, engine)
                columns = zip(found.bare, found.quotex, found.ratio, strict=True)
                figures = "".join(
                    f"{found.words / bare:8,.0f}{found.words / own:8,.0f}{ratio:8.2f}"
                    for bare, own, ratio in columns
                )
                yield f"  {detector}, threads={count}".ljust(30) + figures + f"{_load():8.1f}"
    yield f"{'alone':30}{'load s':>8}{'first s':>8}{'peak MB':>8}"
    for detector in detectors:
        load, first, memory = measure_in_own_process(detector, golds[0], engine)
        yield f"  {detector}".ljust(30) + f"{load:8.2f}{first:8.2f}{memory:8.0f}"


def _load() -> float:
    """Return the load average of the last minute, or 0 if unknown."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
