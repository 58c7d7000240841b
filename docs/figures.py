"""Measures quotex on gold files, and updates the tables of accuracy and speed in the pages.

usage: python -m docs.figures accuracy GOLD.jsonl… [--engine NAME …] [--detector NAME …]
       python -m docs.figures speed GOLD.jsonl… [--engine NAME …] [--detector NAME …] [--rounds N]
       python -m docs.figures write

``accuracy`` and ``speed`` store their figures in docs/figures.json, one row for each gold file,
engine and detector, replacing any older one, and write the pages; ``write`` only writes the pages:
docs/accuracy.md, and the tables in README.md and docs/clusters.md that are made from its figures.
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
PAGES = (
    Path(__file__).with_name("accuracy.md"),
    Path(__file__).with_name("clusters.md"),
    Path(__file__).parents[1] / "README.md",
)
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

# The README's tables are about the default engine. A line is left out if it was not measured; where
# it has two paths, the second is that of files that are not world news.
_DEFAULT_ENGINE = "quotex"
_DETECTORS = {"hybrid": "`hybrid`, the default", "model": "`model`", "rules": "`rules`"}
_FOUND_IN_NEWS = {
    "share of what is reported that is a quotation (precision)": ("news.precision",),
    "share of required quotations that are found (recall)": ("news.recall",),
    "share of those found with content right to the word": ("news.exact",),
    "share of those found with the right source": ("news.source",),
}
_FOUND_IN_CAMPAIGN = {
    "all": ("spans.attributed.f",),
    "direct": ("spans.direct.attributed.f",),
    "mixed": ("spans.mixed.attributed.f",),
    "indirect": ("spans.indirect.attributed.f",),
}
_EVENT_GOLDS = {
    "opennews/dev": "28 Wikinews articles",
    "speech-events/dev": "14 articles of PolNeAR",
    "blind/world": "twelve articles not used to build rules",
}
_WHO_WHEN_WHERE = {
    "speaker: share right": ("news.speaker", "events.speaker.all.accuracy"),
    "day: F1": ("news.date.f", "events.date.f"),
    "day: share right of those given": ("news.date.p", "events.date.p"),
    "venues: F1": ("news.venue.f", "events.venue.all.f"),
    "venues: share right of those given": ("news.venue.p", "events.venue.all.p"),
}
_ALL_LINES = (_FOUND_IN_NEWS, _FOUND_IN_CAMPAIGN, _WHO_WHEN_WHERE)

# The settings whose cost docs/clusters.md gives, and what it assumes.
_PRICED = {
    (_DEFAULT_ENGINE, "hybrid"): "`quotex.load()`, the default",
    (_DEFAULT_ENGINE, "rules"): '`detector="rules"`',
    ("spacy", "hybrid"): '`engine="spacy"`',
}
_ARTICLES = 100_000_000
_WORDS_PER_ARTICLE = 500
_DOLLARS_PER_CORE_HOUR = 0.03


def accuracy(gold: Path, engine: str, detector: str) -> Row:
    """Return the figures that ``quotex evaluate`` gives for one gold file."""
    news = has_news(read_gold(gold))
    options = ["--modes", "speech,writing"] if news else ["--modes", "all", "--min-confidence", "0"]
    command = [sys.executable, "-m", "quotex", "evaluate", str(gold), "--json", *options]
    command += ["--engine", engine, "--detector", detector]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = {path: _lookup(answer, path.split(".")) for path in _paths(news=news)}
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


def _paths(*, news: bool) -> list[str]:
    """Return the paths of all figures in the tables of accuracy, for world news or other files."""
    columns = _NEWS if news else _SPANS | _EVENTS
    lines = [path for table in _ALL_LINES for paths in table.values() for path in paths]
    own = [path for path in lines if path.startswith("news.") == news]
    return list(dict.fromkeys([*columns.values(), *own]))


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
    timed = figures.get("speed", ())
    news, campaign = (
        {label: _row(read, gold, _DEFAULT_ENGINE, name) for name, label in _DETECTORS.items()}
        for gold in ("opennews/dev", "polnear/dev")
    )
    events = {
        label: _row(read, gold, _DEFAULT_ENGINE, "hybrid") for gold, label in _EVENT_GOLDS.items()
    }
    tables = {
        "spans": _table(read, _SPANS),
        "events": _table(read, _EVENTS),
        "news": _table(read, _NEWS),
        "speed": _table(timed, _SPEED),
        "found_in_news": _lines(news, _FOUND_IN_NEWS),
        "found_in_campaign": _lines(campaign, _FOUND_IN_CAMPAIGN),
        "who_when_where": _lines(events, _WHO_WHEN_WHERE),
        "cost": _cost(timed),
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


def _row(rows: Iterable[Row], *key: str) -> Row:
    """Return the row for a file, an engine and a detector, empty if there is none."""
    return next((row for row in rows if tuple(row[name] for name in _KEY) == key), {})


def _lines(rows: Mapping[str, Row], lines: Mapping[str, Sequence[str]]) -> str:
    """Return a table with a column for each row and a line for each figure that was measured."""
    cells = {
        label: [next((row[path] for path in paths if path in row), None) for row in rows.values()]
        for label, paths in lines.items()
    }
    known = [
        [label, *(_NONE if figure is None else f"{figure:.2f}" for figure in found)]
        for label, found in cells.items()
        if any(figure is not None for figure in found)
    ]
    rule = ["---", *["--:"] * len(rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in (["", *rows], rule, *known))


def _cost(rows: Sequence[Row]) -> str:
    """Return a table of what reading very many articles costs, by the speed of one thread."""
    head = [
        *("settings", "words/s", "seconds per 1,000 words", "million words per hour and core"),
        *("core-hours", "dollars"),
    ]
    cells = []
    for (engine, detector), label in _PRICED.items():
        row = _row(rows, "opennews/dev", engine, detector)
        if row:
            hours = _ARTICLES * _WORDS_PER_ARTICLE / row["words"] / 3600
            cells.append(
                [
                    label,
                    f"{row['words']:,}",
                    f"{1000 / row['words']:.2f}",
                    f"{row['words'] * 3600 / 1e6:.1f}",
                    f"{round(hours, -2):,.0f}",
                    f"{round(hours * _DOLLARS_PER_CORE_HOUR, -1):,.0f}",
                ]
            )
    rule = ["---", *["--:"] * (len(head) - 1)]
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
    parser.add_argument(
        "--engine", nargs="+", choices=get_args(EngineName), default=[_DEFAULT_ENGINE]
    )
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
    for page in PAGES:
        page.write_text(rewrite(page.read_text("utf-8"), figures), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
