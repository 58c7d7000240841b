"""Measures how often each rule is right, and prints the table that confidence values come from.

usage: python -m quotex.evaluation.confidence GOLD.jsonl [WORLD.jsonl ...] > confidence.toml

Save the table in quotex/quotations. The files after the first are smaller and cover other kinds of
news, so each quotation in them counts as five.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import quotex
from quotex.errors import QuotexError
from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.evaluation.overlap import Words, agreeing, gold_cover, predicted_cover, ratio
from quotex.records import Quotation
from quotex.result import Extraction

_PRIOR = 10  # a rule is pulled towards the overall mean as if by this many extra cases
_WORLD_WEIGHT = 5

Counts = Mapping[str, tuple[int, int]]  # by rule: how many quotations it gave, how many are right


def measure_rules(gold: Sequence[GoldArticle], found: Iterable[Extraction]) -> Counts:
    """Return how many quotations each rule gave, and how many of them annotators agree with.

    They agree if the content overlaps by half or more and the source is the same.
    """
    articles = {article.id: article for article in gold}
    given: Counter[str] = Counter()
    right: defaultdict[str, int] = defaultdict(int)
    for extraction in found:
        correct = correct_indices(articles[extraction.article.id], extraction.quotations)
        for number, quotation in enumerate(extraction.quotations):
            rule = quotation.evidence[0].name
            given[rule] += 1
            right[rule] += number in correct
    return {rule: (count, right[rule]) for rule, count in given.items()}


def correct_indices(article: GoldArticle, quotations: Sequence[Quotation]) -> set[int]:
    """Return the numbers of the quotations that annotators agree with."""
    words = Words(article.text)
    gold = [gold_cover(words, attribution) for attribution in article.attributions]
    predicted = [predicted_cover(words, quotation) for quotation in quotations]
    return agreeing(gold, predicted)


def weighted(first: Counts, world: Sequence[Counts]) -> Counts:
    """Return the combined counts of all files, with those of world news multiplied."""
    total: dict[str, tuple[int, int]] = dict(first)
    for counts in world:
        for rule, (given, right) in counts.items():
            given_before, right_before = total.get(rule, (0, 0))
            total[rule] = given_before + _WORLD_WEIGHT * given, right_before + _WORLD_WEIGHT * right
    return total


def table(counts: Counts, source: str, articles: int, times: str = "") -> str:
    """Return the counts as the text of ``confidence.toml``; ``times`` explains their weights."""
    total = sum(given for given, _ in counts.values())
    overall = ratio(sum(right for _, right in counts.values()), total)
    lines = [
        "# How often each rule's quotations are right: content overlap >= 0.5 and the same source.",
        f"# Source: measured on {articles} articles of {source},",
        f"# {total} quotations, modes=all, by",
        "# python -m quotex.evaluation.confidence. Each share is drawn towards the overall mean",
        f"# as if by {_PRIOR} extra cases.{times}",
        "",
        "version = 1",
        f"overall = {overall:.3f}",
        "",
        "[rules]",
    ]
    for rule, (given, right) in sorted(counts.items()):
        share = (right + _PRIOR * overall) / (given + _PRIOR)
        lines.append(f'"{rule}" = {share:.3f} # {right} of {given}')
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Print the table for one or more gold files."""
    if not arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    paths = [Path(argument) for argument in arguments]
    try:
        golds = [read_gold(path) for path in paths]
    except QuotexError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    extractor = quotex.load(modes="all", detector="rules", min_confidence=0)
    first, *world = (
        measure_rules(gold, extractor.pipe(article.article() for article in gold)) for gold in golds
    )
    names = ", ".join(f"{path.parent.name}/{path.name}" for path in paths)
    times = f"\n# A quotation in a file after the first counts as {_WORLD_WEIGHT}." if world else ""
    articles = sum(len(gold) for gold in golds)
    sys.stdout.write(table(weighted(first, world), names, articles, times))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
