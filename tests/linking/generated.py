"""Generates articles to measure the cost of linking: ``python -m tests.linking.generated 100000``.

There are half as many utterances as quotations, so many are reported more than once: verbatim, cut,
or in other words.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from datetime import date, timedelta
from typing import NamedTuple

import quotex
from quotex.records import Article, Kind, Quotation, Span, Speaker
from quotex.result import Extraction

_WORDS, _NAMES, _PER_ARTICLE, _DAYS = 20_000, 2_000, 10, 700
_SMALL = ["the", "of", "to", "and", "a", "in", "that", "is", "it", "for", "we", "not", "will", "be"]


class _Report(NamedTuple):
    words: str
    name: str
    day: int
    kind: Kind


class _Speech(NamedTuple):
    words: list[str]
    name: str
    day: int


def generated(number: int, seed: int = 1) -> list[Extraction]:
    """Return articles with ``number`` quotations in all, ten each."""
    rng = random.Random(seed)
    vocabulary = _vocabulary(rng)
    names = [f"{rng.choice(vocabulary)} {rng.choice(vocabulary)}".title() for _ in range(_NAMES)]

    def word() -> str:
        common = rng.random() < 0.4
        return rng.choice(_SMALL) if common else vocabulary[int(_WORDS * rng.random() ** 3)]

    def report() -> _Report:
        said = speeches[int(len(speeches) * rng.random() ** 1.3)]
        words, way, kind = list(said.words), rng.random(), "direct"
        if way < 0.3 and len(words) > 10:
            words = words[rng.randint(0, 3) : len(words) - rng.randint(0, 3)]
        elif way < 0.5:
            words, kind = [w if rng.random() > 0.2 else word() for w in words], "indirect"
        text = " ".join(words)
        shown = f"“{text}”" if kind == "direct" else text
        return _Report(shown, said.name, said.day + rng.randint(0, 2), kind)  # type: ignore[arg-type]

    speeches = [
        _Speech(
            [word() for _ in range(rng.randint(6, 35))], rng.choice(names), rng.randint(0, _DAYS)
        )
        for _ in range(number // 2)
    ]
    return [
        _article(page, [report() for _ in range(_PER_ARTICLE)])
        for page in range(number // _PER_ARTICLE)
    ]


def _vocabulary(rng: random.Random) -> list[str]:
    found: set[str] = set()
    while len(found) < _WORDS:
        syllables = rng.randint(2, 4)
        found.add(
            "".join(rng.choice("bcdfghklmnprstvw") + rng.choice("aeiou") for _ in range(syllables))
        )
    return sorted(found)


def _article(page: int, reports: list[_Report]) -> Extraction:
    place, quotations = 0, []
    for number, report in enumerate(reports):
        end = place + len(report.words)
        quotations.append(
            Quotation(
                id=str(number),
                kind=report.kind,
                mode="speech",
                stance="asserts",
                content=(Span(start=place, end=end, text=report.words),),
                speaker=Speaker(name=report.name, kind="person", named=True),
                confidence=1,
            )
        )
        place = end + 1
    text = "\n".join(report.words for report in reports)
    day = date(2020, 1, 1) + timedelta(days=max(report.day for report in reports))
    return Extraction.of(Article(text=text, id=f"a{page}", published=day), quotations)


def main() -> None:
    """Print the time per quotation and the memory, for each number given."""
    for number in map(int, sys.argv[1:]):
        extractions = generated(number)
        start = time.process_time()
        found = quotex.link(extractions)
        each = (time.process_time() - start) / number * 1e6
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        print(f"{number}: {each:.0f} µs each, {len(found)} utterances, {peak:.2f} GB at most")


if __name__ == "__main__":
    main()
