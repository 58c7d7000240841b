"""What two quotations share: words, order of words, speaker, days."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from quotex.linking.items import Item
from quotex.linking.names import AGREEING, NameRelation, Names
from quotex.linking.rarity import Rarity

FEATURES = (
    "part_of_shorter", "part_of_both", "shared", "run", "run_part", "same_speaker", "other_speaker",
    "same_day", "other_day", "days_apart", "one_negated", "short_one",
)  # fmt: skip
_MIN_SHARE = 0.28  # of the total rarity of the shorter one's words
_MIN_SHARED = 4.0
_MIN_RUN, _MIN_RUN_SHARE = 4, 0.75  # for two direct ones: words, or a share of the shorter
_BEFORE, _AFTER = 8, 4  # words around a run within which a negation applies to it
_MIN_REWORDED = 3  # words, if a side is indirect
_MIN_SAME_SPEAKER = 2  # words, if the speaker is the same and the other side has both
_MAX_DAYS_APART = 30  # beyond this, more days make no difference


@dataclass(frozen=True, slots=True)
class Shared:
    """What a pair shares; the feature ``values`` are in the order of ``FEATURES``.

    ``run`` is the longest run of words that both have, ``run_words`` its length in words.
    """

    values: tuple[float, ...]
    relation: NameRelation
    date_agreement: int | None
    words: tuple[str, ...]
    run: str
    run_words: int

    def __getitem__(self, name: str) -> float:
        return self.values[FEATURES.index(name)]


def shared(one: Item, other: Item, names: Names, rarity: Rarity) -> Shared:
    """Return what two quotations share."""
    common = Counter(one.stems) & Counter(other.stems)
    both = sum(rarity[s] * n for s, n in common.items())
    totals = [sum(rarity[s] for s in item.stems) or 1.0 for item in (one, other)]
    match = SequenceMatcher(None, one.forms, other.forms, autojunk=False).find_longest_match()
    run = slice(match.a, match.a + match.size)
    relation = names.relation(one.speaker, other.speaker)
    agreement = date_agreement(one, other)
    days_apart = _days_between(one, other)
    values = (
        both / min(totals),
        2 * both / sum(totals),
        math.log1p(both),
        math.log1p(sum(rarity[s] for s in one.stems[run])),
        match.size / max(1, min(len(one.forms), len(other.forms))),
        float(relation in AGREEING),
        float(relation == "different"),
        float(agreement == 1),
        float(agreement == -1),
        math.log1p(days_apart),
        float(_is_negated(one, match.a, match.size) != _is_negated(other, match.b, match.size)),
        1
        / math.sqrt(
            max(1, min(_count_content_words(one.stems), _count_content_words(other.stems)))
        ),
    )
    words = sorted((s for s in common if s), key=lambda s: -rarity[s])
    return Shared(values, relation, agreement, tuple(words), " ".join(one.forms[run]), match.size)


def may_match(one: Item, other: Item, rarity: Rarity) -> bool:
    """Whether two quotations share enough for a closer look, and both or neither are denied.

    This check is cheap, and saves the full comparison for most candidates.
    """
    common = one.bag & other.bag
    if not common or one.is_denied != other.is_denied:
        return False
    if not (one.is_quoted and other.is_quoted) and _cannot_match(one, other):
        return False
    both = sum(rarity[s] for s in common)
    smaller = min(sum(rarity[s] for s in item.bag) for item in (one, other))
    return both >= _MIN_SHARE * smaller and both >= _MIN_SHARED


def have_different_words(one: Item, other: Item, common: Shared) -> bool:
    """Whether both quote directly and share only scattered words.

    A direct quotation claims the exact words: those of one utterance are the same, or cut.
    """
    if not one.quotation.kind == other.quotation.kind == "direct":
        return False
    return common.run_words < _MIN_RUN and common["part_of_shorter"] < _MIN_RUN_SHARE


def _cannot_match(one: Item, other: Item) -> bool:
    """Whether two are too short to compare if reworded, or one article gives other numbers."""
    shorter, longer = sorted((one.bag, other.bag), key=len)
    if len(shorter) < _MIN_REWORDED:
        is_whole = len(shorter) == _MIN_SAME_SPEAKER and shorter <= longer
        return not (is_whole and one.key and one.key == other.key)
    counted = bool(one.numbers and other.numbers) and one.numbers.isdisjoint(other.numbers)
    return counted and one.article.id == other.article.id


def date_agreement(one: Item, other: Item) -> int | None:
    """Return 1 if both are dated and share a day, -1 if they cannot, None if it is unknown.

    What is dated after the other's article was published cannot have been in that article.
    """
    if one.first and one.last and other.first and other.last:
        return 1 if one.first <= other.last and other.first <= one.last else -1
    for dated, undated in ((one, other), (other, one)):
        if dated.first and undated.published and dated.first > undated.published:
            return -1
    return None


def _is_negated(item: Item, start: int, size: int) -> bool:
    """Whether what both share is negated: near the run, if it is long enough, or anywhere."""
    if size < _MIN_RUN:
        return bool(item.negations)
    return any(start - _BEFORE <= at < start + size + _AFTER for at in item.negations)


def _days_between(one: Item, other: Item) -> int:
    """Return how many days lie between the two, as far as is known; at most a month."""
    dates: Sequence[date | None] = (one.last or one.published, other.last or other.published)
    if dates[0] is None or dates[1] is None:
        return _MAX_DAYS_APART // 3
    return min(_MAX_DAYS_APART, abs((dates[0] - dates[1]).days))


def _count_content_words(stems: Sequence[str]) -> int:
    return sum(1 for s in stems if s)
