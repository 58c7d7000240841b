"""Measures how often each rule is right, and prints the table that gives confidence its values.

usage: python -m quotex.evaluation.confidence GOLD.jsonl > quotex/quotations/confidence.toml
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

import quotex
from quotex.errors import QuotexError
from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.evaluation.overlap import Words, agreeing, gold_cover, predicted_cover, ratio
from quotex.records import Quotation
from quotex.result import Extraction

_PRIOR = 10  # a rare rule is pulled towards the overall mean, as by this many more cases


def measured(
    gold: Sequence[GoldArticle], found: Iterable[Extraction]
) -> dict[str, tuple[int, int]]:
    """Return for each rule how many quotations it gave, and how many of them annotators agree with.

    They agree where content overlaps by half or more and the source is the same.
    """
    articles = {article.id: article for article in gold}
    given: Counter[str] = Counter()
    right: defaultdict[str, int] = defaultdict(int)
    for extraction in found:
        right_here = right_ones(articles[extraction.article.id], extraction.quotations)
        for number, quotation in enumerate(extraction.quotations):
            rule = quotation.evidence[0].name
            given[rule] += 1
            right[rule] += number in right_here
    return {rule: (count, right[rule]) for rule, count in given.items()}


def right_ones(article: GoldArticle, quotations: Sequence[Quotation]) -> set[int]:
    """Return the numbers of the quotations that annotators agree with."""
    words = Words(article.text)
    gold = [gold_cover(words, attribution) for attribution in article.attributions]
    predicted = [predicted_cover(words, quotation) for quotation in quotations]
    return agreeing(gold, predicted)


def table(counts: dict[str, tuple[int, int]], source: str, articles: int) -> str:
    """Return the counts as the text of ``confidence.toml``."""
    total = sum(given for given, _ in counts.values())
    overall = ratio(sum(right for _, right in counts.values()), total)
    lines = [
        "# How often each rule's quotations are right: content overlap >= 0.5 and the same source.",
        f"# Source: measured on {articles} articles of {source}, {total} quotations, modes=all, by",
        "# python -m quotex.evaluation.confidence. A share is drawn to the mean of all",
        f"# by {_PRIOR} cases.",
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
    """Print the table for a gold file."""
    if len(arguments) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    path = Path(arguments[0])
    try:
        gold = read_gold(path)
    except QuotexError as error:
        sys.stderr.write(f"{error}\n")
        return 3
    extractor = quotex.load(modes="all", detector="rules")
    found = extractor.pipe(article.article() for article in gold)
    sys.stdout.write(table(measured(gold, found), f"{path.parent.name}/{path.name}", len(gold)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
