"""Prints a table of the language engines on gold files: accuracy, speed and memory.

usage: python -m quotex.evaluation.engines GOLD.jsonl… [--engine NAME]… [--detector NAME]…
       [--stanza-dir FOLDER] [--package NAME] [--threads N] [--one-by-one]

Each row is one engine with one detector on one file. It runs in its own process, so that its memory
can be measured. World news is read with the default options; P, R and F1 are those of required
quotations, and "who" is the share of speakers that are right. In other files all modes are
extracted at any confidence; P, R and F1 are those of overlapping quotations, and "who" is the share
of their sources that are right. "–" is a share of nothing. Words per second (words are runs between
spaces) are in processor time and cover everything quotex does except loading; ``--one-by-one`` adds
a column for one call per article. Memory is the peak of the process.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

import quotex
from quotex.errors import QuotexError
from quotex.evaluation.gold import GoldArticle, has_news, read_gold
from quotex.evaluation.news import score_news
from quotex.evaluation.overlap import figure_text
from quotex.evaluation.spans import score_spans
from quotex.evaluation.speed import peak_memory
from quotex.options import DetectorName, EngineName
from quotex.result import Extraction

DETECTORS: tuple[DetectorName, ...] = ("rules", "hybrid")
_HEAD = ("gold", "detector", "engine", "P", "R", "F1", "who", "words/s", "one by one", "peak MB")
_TEXT_COLUMNS = 3  # the number of columns, from the first, that hold text


@dataclass(frozen=True, slots=True)
class Job:
    """One row to be measured; ``models`` are the options that choose an engine's models."""

    gold: Path
    detector: DetectorName
    engine: EngineName
    models: dict[str, Any]
    threads: int = 1
    one_by_one: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one engine on one file."""

    job: Job
    name: str
    precision: float | None
    recall: float | None
    f1: float | None
    who: float | None
    speed: float
    speed_one_by_one: float | None
    memory: float

    def cells(self) -> tuple[str, ...]:
        """Return the text of each column."""
        return (
            self.job.gold.parent.name + "/" + self.job.gold.stem,
            self.job.detector,
            self.name,
            *(figure_text(value) for value in (self.precision, self.recall, self.f1, self.who)),
            f"{self.speed:,.0f}",
            figure_text(None) if self.speed_one_by_one is None else f"{self.speed_one_by_one:,.0f}",
            f"{self.memory:,.0f}",
        )


def measure(job: Job) -> Row:
    """Read a gold file with an engine, in this process."""
    articles = read_gold(job.gold)
    is_news = has_news(articles)
    options: dict[str, Any] = {} if is_news else {"modes": "all", "min_confidence": 0}
    extractor = quotex.load(
        engine=job.engine,
        detector=job.detector,
        threads=job.threads,
        **(job.models if job.engine == "stanza" else {}),
        **options,
    )
    given = [article.article() for article in articles]
    extractor(given[0])  # so that the set-up of the first call is not timed
    found: list[Extraction] = []
    seconds = _processor_seconds(lambda: found.extend(extractor.pipe(given)))
    words = sum(len(article.text.split()) for article in given)
    one_by_one = (
        _processor_seconds(lambda: [extractor(a) for a in given]) if job.one_by_one else None
    )
    precision, recall, f1, who = _figures(articles, found, is_news=is_news)
    return Row(
        job,
        extractor.pipeline.engine.name,
        precision,
        recall,
        f1,
        who,
        words / seconds,
        None if one_by_one is None else words / one_by_one,
        peak_memory(),
    )


def _processor_seconds(work: Callable[[], object]) -> float:
    """Return the seconds of processor time that ``work`` takes in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def _figures(
    articles: Sequence[GoldArticle], found: Sequence[Extraction], *, is_news: bool
) -> tuple[float | None, ...]:
    """Return precision, recall, F1 and the share of right speakers; None where not measured."""
    quotations = {extraction.article.id: extraction.quotations for extraction in found}
    if is_news:
        news = score_news(articles, quotations, modes=("speech", "writing")).scores.to_dict()
        return tuple(news[name] for name in ("precision", "recall", "f", "speaker"))
    spans = score_spans(articles, quotations)
    return *spans.overlap.to_dict().values(), spans.source_accuracy


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table in Markdown."""
    cells = [_HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[i]) for line in cells) for i in range(len(_HEAD))]
    lines = [_line(line, widths) for line in cells]
    rule = [
        "-" * (w + 2) if i < _TEXT_COLUMNS else "-" * (w + 1) + ":" for i, w in enumerate(widths)
    ]
    return "\n".join([lines[0], f"|{'|'.join(rule)}|", *lines[1:]])


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    columns = enumerate(zip(cells, widths, strict=True))
    padded = [c.ljust(w) if i < _TEXT_COLUMNS else c.rjust(w) for i, (c, w) in columns]
    return f"| {' | '.join(padded)} |"


def _own_process() -> Any:
    """Return a pool of one new process, which imports only what it needs."""
    return multiprocessing.get_context("spawn").Pool(1)


def main(arguments: Sequence[str]) -> int:
    """Print the table, and each row to standard error as soon as it is measured."""
    parser = argparse.ArgumentParser(
        prog="python -m quotex.evaluation.engines",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--engine", action="append", choices=get_args(EngineName))
    parser.add_argument("--detector", action="append", choices=get_args(DetectorName))
    parser.add_argument("--stanza-dir", type=Path)
    parser.add_argument("--package")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--one-by-one", action="store_true")
    given = parser.parse_args(arguments)
    models = {"stanza_dir": given.stanza_dir, "package": given.package}
    jobs = [
        Job(gold, detector, engine, models, given.threads, given.one_by_one)
        for gold in given.gold
        for detector in given.detector or DETECTORS
        for engine in given.engine or get_args(EngineName)
    ]
    rows = []
    try:
        for job in jobs:
            with _own_process() as pool:
                rows.append(pool.apply(measure, (job,)))
            sys.stderr.write(_line(rows[-1].cells(), [0] * len(_HEAD)) + "\n")
    except QuotexError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    sys.stdout.write(table(rows) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
