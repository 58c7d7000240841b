"""Shared by the scorers: words under spans, pairing by content, precision and recall."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeVar, get_args

from quotex.errors import InputError
from quotex.evaluation.gold import GoldArticle, GoldAttribution
from quotex.records import Quotation, Spans

Tokens = frozenset[int]
Predicted = Mapping[str, Sequence[Quotation]]
Role = Literal["source", "cue", "content"]
Figure = TypeVar("Figure")

ROLES: tuple[Role, ...] = get_args(Role)

MIN_OVERLAP = 0.5  # the least intersection / union at which two spans count as overlapping

WORD = re.compile(r"\w+")


class Words:
    """The word tokens of a text: runs of letters or digits, numbered in text order.

    Quotation marks and commas belong to no token, so it does not matter if a span includes them.
    """

    def __init__(self, text: str) -> None:
        """Split ``text`` into words."""
        found = [match.span() for match in WORD.finditer(text)]
        self.starts = [start for start, _ in found]
        self._ends = [end for _, end in found]

    def under(self, spans: Iterable[tuple[int, int]]) -> Tokens:
        """Return the numbers of the words that any of the spans touches."""
        return frozenset(
            word
            for start, end in spans
            for word in range(bisect_right(self._ends, start), bisect_left(self.starts, end))
        )


@dataclass(frozen=True, slots=True)
class Cover:
    """The words that one attribution labels, role by role.

    ``unlabelled`` are the roles that the gold leaves out altogether, not those it gives as empty.
    """

    source: Tokens
    cue: Tokens
    content: Tokens
    unlabelled: frozenset[Role] = frozenset()


class Pair(NamedTuple):
    """Numbers of a gold and a predicted attribution, and the overlap of their contents."""

    gold: int
    predicted: int
    overlap: float


@dataclass(frozen=True, slots=True)
class Rates:
    """Precision, recall and their harmonic mean.

    ``unmeasured`` are the keys of the figures that are 0 only because there was nothing to measure.
    """

    precision: float
    recall: float
    f1: float
    unmeasured: frozenset[str] = field(default=frozenset(), compare=False)

    def to_dict(self) -> dict[str, float | None]:
        """Return the figures under the reference scorer's keys; None for those not measured."""
        figures = {"p": self.precision, "r": self.recall, "f": self.f1}
        return measured(figures, self.unmeasured)


@dataclass(slots=True)
class Tally:
    """Running counts behind one `Rates`."""

    predicted: int = 0
    gold: int = 0
    predicted_hits: float = 0
    gold_hits: float = 0

    def seen(self, *, predicted: int, gold: int) -> None:
        """Count items on either side."""
        self.predicted += predicted
        self.gold += gold

    def hit(self, predicted: float = 1, gold: float = 1) -> None:
        """Count a hit, or a fraction of one on either side if the match is partial."""
        # One running float sum in the order of the pairs: subtotals would round differently.
        self.predicted_hits += predicted
        self.gold_hits += gold

    def rates(self) -> Rates:
        """Return precision, recall and F1; each is 0, and unmeasured, if its denominator is."""
        p = ratio(self.predicted_hits, self.predicted)
        r = ratio(self.gold_hits, self.gold)
        whole = {"p": self.predicted, "r": self.gold, "f": self.predicted + self.gold}
        return Rates(p, r, 2 * p * r / (p + r) if p + r else 0.0, without_whole(whole))


def without_whole(wholes: Mapping[str, int]) -> frozenset[str]:
    """Return the names of the figures whose denominator is 0."""
    return frozenset(name for name, whole in wholes.items() if not whole)


def measured(
    figures: Mapping[str, Figure], unmeasured: Collection[str]
) -> dict[str, Figure | None]:
    """Return the figures, with None for those that were not measured."""
    return {name: None if name in unmeasured else figure for name, figure in figures.items()}


def figure_text(figure: float | None) -> str:
    """Return a share for a table; "–" says that there was nothing to measure."""
    return "–" if figure is None else f"{figure:.3f}"


def ratio(part: float, whole: float) -> float:
    """Return ``part / whole``, or 0 if ``whole`` is 0."""
    return part / whole if whole else 0.0


def iou(a: Tokens, b: Tokens) -> float:
    """Return intersection / union, or 0 if both are empty."""
    return ratio(len(a & b), len(a | b))


def offsets(spans: Spans) -> list[tuple[int, int]]:
    """Return the spans as bare offsets."""
    return [(span.start, span.end) for span in spans]


def gold_cover(words: Words, attribution: GoldAttribution) -> Cover:
    """Return the words that a gold attribution labels."""
    return Cover(
        source=words.under(attribution.source),
        cue=words.under(attribution.cue),
        content=words.under(attribution.content),
        unlabelled=frozenset(role for role in ROLES if not attribution.gives(role)),
    )


def predicted_cover(words: Words, quotation: Quotation) -> Cover:
    """Return the words that a predicted quotation labels."""
    return Cover(
        source=words.under(offsets(quotation.source)),
        cue=words.under(offsets(quotation.cue)),
        content=words.under(offsets(quotation.content)),
    )


def agreeing(gold: Sequence[Cover], predicted: Sequence[Cover]) -> set[int]:
    """Return the numbers of the predictions that annotators agree with.

    The content overlaps by half or more, and the source is the same if the gold gives one.
    """
    return {
        p.predicted
        for p in pair(gold, predicted)
        if p.overlap >= MIN_OVERLAP and _has_same_source(gold[p.gold], predicted[p.predicted])
    }


def source_agrees(gold: Tokens, predicted: Tokens) -> bool:
    """Return whether two sources agree: they overlap enough, or one is within the other.

    A gold attribution without a source agrees only with a prediction without one.
    """
    if not gold or not predicted:
        return not gold and not predicted
    return iou(gold, predicted) >= MIN_OVERLAP or gold <= predicted or predicted <= gold


def pair(
    gold: Sequence[Cover],
    predicted: Sequence[Cover],
    first: Callable[[int, int], bool] | None = None,
) -> list[Pair]:
    """Pair attributions whose contents share a word, each at most once, best overlap first.

    Among equal overlaps, pairs of numbers for which ``first`` is true come first (by default those
    whose sources agree), then those earlier in the lists.
    """

    def agree(i: int, j: int) -> bool:
        return _has_same_source(gold[i], predicted[j])

    preferred = first or agree
    candidates = [
        Pair(i, j, iou(gold[i].content, predicted[j].content))
        for i, j in _overlapping(gold, predicted)
    ]
    candidates.sort(
        key=lambda c: (
            -c.overlap,
            not preferred(c.gold, c.predicted),
            c.gold,
            c.predicted,
        )
    )
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs = []
    for candidate in candidates:
        if candidate.gold not in taken_gold and candidate.predicted not in taken_predicted:
            taken_gold.add(candidate.gold)
            taken_predicted.add(candidate.predicted)
            pairs.append(candidate)
    return pairs


def check_known(gold: Sequence[GoldArticle], predicted: Predicted) -> None:
    """Check that every prediction is for a gold article.

    Raises:
        InputError: there are predictions for articles that are not in the gold.
    """
    unknown = sorted(set(predicted) - {article.id for article in gold})
    if unknown:
        shown = ", ".join(repr(id_) for id_ in unknown[:3]) + (", …" if len(unknown) > 3 else "")
        raise InputError(
            f"predictions for {len(unknown)} articles that are not in the gold "
            f"({len(gold)} articles): {shown}; use only the ids of gold articles"
        )


def _has_same_source(gold: Cover, predicted: Cover) -> bool:
    return "source" in gold.unlabelled or source_agrees(gold.source, predicted.source)


def _overlapping(gold: Sequence[Cover], predicted: Sequence[Cover]) -> set[tuple[int, int]]:
    at: defaultdict[int, list[int]] = defaultdict(list)
    for i, cover in enumerate(gold):
        for word in cover.content:
            at[word].append(i)
    return {(i, j) for j, cover in enumerate(predicted) for word in cover.content for i in at[word]}
