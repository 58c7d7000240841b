"""How much a word that two quotations share counts: the rarer it is, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Self

from quotex.languages.data import read_data
from quotex.linking.items import Item

_BACKGROUND = 5_000  # how many quotations the packaged frequencies count as


class Rarity:
    """The weight of each stem, from the given quotations and the packaged frequencies.

    The frequencies keep "country" from looking like a rare word in a small collection.
    """

    def __init__(self, items: Iterable[Item], language: str) -> None:
        counts: Counter[str] = Counter()
        number = 0
        for item in items:
            number += 1
            counts.update(set(item.stems))
        self._weigh(counts, number, language)

    @classmethod
    def from_counts(cls, counts: Mapping[str, int], number: int, language: str) -> Self:
        """Return the weights of stems from their counts in ``number`` quotations."""
        made = cls((), language)
        made._weigh(counts, number, language)
        return made

    def _weigh(self, counts: Mapping[str, int], number: int, language: str) -> None:
        table, size = _frequencies(language), number + _BACKGROUND
        self._unknown = math.log(size)
        self._weight = {
            word: math.log(size / (count + table.get(word, 0) * _BACKGROUND / 10_000))
            for word, count in counts.items()
            if count
        }
        self._weight[""] = 0.0

    def __getitem__(self, stem: str) -> float:
        return self._weight.get(stem, self._unknown)


@cache
def _frequencies(language: str) -> dict[str, int]:
    table: dict[str, int] = read_data(language, "frequencies")["per_ten_thousand"]
    return table
