"""How much two quotations share by a word: the rarer it is, the more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from quotex.languages.data import read_data
from quotex.linking.items import Item

_BACKGROUND = 5_000  # quotations that the packaged frequencies stand for


class Rarity:
    """The weight of each stem, from the quotations at hand and the packaged frequencies.

    The frequencies keep a small collection from taking "country" for a rare word.
    """

    def __init__(self, items: Iterable[Item], language: str) -> None:
        table: dict[str, int] = read_data(language, "frequencies")["per_ten_thousand"]
        counts: Counter[str] = Counter()
        number = 0
        for item in items:
            number += 1
            counts.update(set(item.stems))
        size = number + _BACKGROUND
        self._unknown = math.log(size)
        self._weight = {
            word: math.log(size / (count + table.get(word, 0) * _BACKGROUND / 10_000))
            for word, count in counts.items()
        }
        self._weight[""] = 0.0

    def __getitem__(self, stem: str) -> float:
        return self._weight.get(stem, self._unknown)
