"""Measures quotex on gold files, and updates the tables of accuracy and speed in their page.

usage: python -m docs.figures accuracy GOLD.jsonl… [--engine NAME …] [--detector NAME …]
       python -m docs.figures speed GOLD.jsonl… [--engine NAME …] [--detector NAME …] [--rounds N]
       python -m docs.figures write

``accuracy`` and ``speed`` store their figures in docs/figures.json, one row for each gold file,
engine and detector, replacing any older one, and write the page; ``write`` only writes the page.
Files of world news are read with default settings; on others everything is reported, including
thoughts.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

from quotex import __version__
from quotex.evaluation.gold import has_news, read_gold
from quotex.evaluation.speed import compare, measure_in_own_process, texts_of
from quotex.options import DetectorName, EngineName

FIGURES = Path(__file__).with_name("figures.json")
PAGE = Path(__file__).with_name("accuracy.md")
Row = dict[str, Any]
_BLOCK = re.compile(r"<!-- (\w+) -->\n.*?<!-- end -->", re.DOTALL)
_KEY = ("gold", "engine", "detector")
_NONE = "–"

# The columns of each table: headings, and names of figures; those of accuracy are paths in the
# output of `quotex evaluate --json`.
_SPANS = {
    "precision": "spans.overlap.p",
    "recall": "spans.overlap.r",
    "F1": "spans.overlap.f",
    "with source": "spans.attributed.f",
    "direct": "spans.direct.attributed.f",
    "mixed": "spans.mixed.attributed.f",
    "indirect": "spans.indirect.attributed.f",
}
_EVENTS = {
    "speaker": "events.speaker.all.accuracy",
    "day F1": "events.date.f",
    "venue F1": "events.venue.all.f",
}
_NEWS = {
    "precision": "news.precision",
    "recall": "news.recall",
    "F1": "news.f",
    "speaker": "news.speaker",
    "day F1": "news.date.f",
    "venue F1": "news.venue.f",
    "calibration error": "news.calibration_error",
}
_SPEED = {
    "words/s": "words",
    "of bare spaCy": "ratio",
    "load s": "load",
    "first s": "first",
    "peak MB": "memory",
    "load average": "busy",
}


def accuracy(gold: Path, engine: str, detector: str) -> Row:
    """Return the figures that ``quotex evaluate`` gives for one gold file."""
    news = has_news(read_gold(gold))
    options = ["--modes", "speech,writing"] if news else ["--modes", "all", "--min-confidence", "0"]
    command = [sys.executable, "-m", "quotex", "evaluate", str(gold), "--json", *options]
    command += ["--engine", engine, "--detector", detector]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    columns = _NEWS if news else {**_SPANS, **_EVENTS}
    found = {path: _lookup(answer, path.split(".")) for path in columns.values()}
    known = {path: figure for path, figure in found.items() if figure is not None}
    return {**_names(gold, engine, detector), **known}


def speed(gold: Path, engine: EngineName, detector: DetectorName, rounds: int) -> Row:
    """Return the speed of one thread on a gold file, by processor time, and its load and memory."""
    found = compare(texts_of(gold), rounds, detector, 1, engine)
    load, first, memory = measure_in_own_process(detector, gold, engine)
    return {
        **_names(gold, engine, detector),
        "words": round(found.words / found.quotex.processor),
        "ratio": found.ratio.processor,
        "load": load,
        "first": first,
        "memory": round(memory),
        "busy": os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    }


def _names(gold: Path, engine: str, detector: str) -> Row:
    name = f"{gold.parent.name}/{gold.stem}"
    return {"gold": name, "engine": engine, "detector": detector, "quotex": __version__}


def store(kind: str, row: Row, path: Path = FIGURES) -> None:
    """Store a row, replacing the one for the same file, engine and detector."""
    figures = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    rows = {tuple(old[key] for key in _KEY): old for old in figures.get(kind, [])}
    rows[tuple(row[key] for key in _KEY)] = row
    figures[kind] = [rows[key] for key in sorted(rows)]
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


def rewrite(page: str, figures: Mapping[str, Sequence[Row]]) -> str:
    """Return the page with its tables rewritten from the figures."""
    read = figures.get("accuracy", ())
    tables = {
        "spans": _table(read, _SPANS),
        "events": _table(read, _EVENTS),
        "news": _table(read, _NEWS),
        "speed": _table(figures.get("speed", ()), _SPEED),
    }

    def block(found: re.Match[str]) -> str:
        return f"<!-- {found[1]} -->\n{tables[found[1]]}\n<!-- end -->"

    return _BLOCK.sub(block, page)


def _table(rows: Iterable[Row], columns: Mapping[str, str]) -> str:
    """Return a table of the rows that have a figure for any of the columns."""
    head = [*_KEY, *columns]
    paths = list(columns.values())
    known = [row for row in rows if any(path in row for path in paths)]
    cells = [[*(row[k] for k in _KEY), *(_formatted(row.get(p)) for p in paths)] for row in known]
    rule = ["---"] * len(_KEY) + ["--:"] * len(columns)
    return "\n".join(f"| {' | '.join(line)} |" for line in (head, rule, *cells))


def _lookup(row: Any, path: Sequence[str]) -> float | None:
    for name in path:
        row = row.get(name) if row else None
    return None if row is None else float(row)


def _formatted(value: float | None) -> str:
    if value is None:
        return _NONE
    if value > 10:  # words and megabytes
        return f"{value:,.0f}"
    return f"{value:.2f}" if value > 1 else f"{value:.3f}"


def main(arguments: Sequence[str]) -> int:
    """Measure, store and write, as the arguments say."""
    parser = argparse.ArgumentParser(
        prog="python -m docs.figures",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=("accuracy", "speed", "write"))
    parser.add_argument("gold", nargs="*", type=Path)
    parser.add_argument("--engine", nargs="+", choices=get_args(EngineName), default=["spacy"])
    parser.add_argument(
        "--detector", nargs="+", choices=get_args(DetectorName), default=get_args(DetectorName)
    )
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args(arguments)
    measures: dict[str, Callable[[Path, Any, Any], Row]] = {
        "accuracy": accuracy,
        "speed": lambda gold, engine, detector: speed(gold, engine, detector, args.rounds),
    }
    if args.what in measures:
        for gold in args.gold:
            for engine in args.engine:
                for detector in args.detector:
                    store(args.what, measures[args.what](gold, engine, detector))
                    sys.stderr.write(f"{gold} {engine} {detector}\n")
    figures = json.loads(FIGURES.read_text("utf-8"))
    PAGE.write_text(rewrite(PAGE.read_text("utf-8"), figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
