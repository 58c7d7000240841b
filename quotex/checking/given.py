"""The words that are checked, read once, with how much each of them tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from quotex.bank.words import as_indexed, indexed, is_small
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.linking.rarity import Rarity
from quotex.wording import Wording
from quotex.wording.kinds import kinds

_MOST, _NOWHERE = 7.0, 3.0  # weights: of the rarest word, and of one that is not in the bank
_FEWEST, _FEWEST_SMALL = 4, 6  # words; where all but one say little
_FEWEST_TELLING = 2


@dataclass(frozen=True)
class Given:
    """Words to be checked: ``known`` tells in how many of ``size`` quotations each one stands."""

    words: Wording
    known: Mapping[str, int]
    size: int

    @cached_property
    def weights(self) -> dict[str, float]:
        """How much each word of the index tells; small ones tell nothing."""
        rarity = Rarity.from_counts(self.known, self.size, DEFAULT_LANGUAGE)
        return {
            word: min(_MOST, rarity[word]) if count else _NOWHERE
            for word, count in self.known.items()
            if not is_small(word)
        }

    @cached_property
    def parts(self) -> list[str]:
        """What is compared of the words: short forms in two parts."""
        return kinds(DEFAULT_LANGUAGE).parts(self.words.words)[0]

    @cached_property
    def owners(self) -> list[int]:
        """The number of the word that each of ``parts`` is of."""
        return kinds(DEFAULT_LANGUAGE).parts(self.words.words)[1]

    @cached_property
    def counts(self) -> Counter[str]:
        """The telling words, and how often each stands there."""
        return Counter(word for word in indexed(self.words) if word in self.weights)

    @cached_property
    def total(self) -> float:
        """The weight of all words together."""
        return self.weight(self.counts) or 1.0

    @cached_property
    def negations(self) -> int:
        """How many of the words negate."""
        return kinds(DEFAULT_LANGUAGE).negations(self.words.words)

    @property
    def is_too_short(self) -> bool:
        """Whether the words are so few, or say so little, that anybody may have said them."""
        few = len(self.words) < _FEWEST
        return few or (len(self.counts) < _FEWEST_TELLING and len(self.words) < _FEWEST_SMALL)

    def weight(self, counts: Mapping[str, int]) -> float:
        """Return the weight of words together."""
        return sum(self.weights.get(word, 0.0) * count for word, count in counts.items())

    def weight_of(self, parts: Iterable[str]) -> float:
        """Return the weight of parts of words together."""
        return sum(self.weights.get(as_indexed(part), 0.0) for part in parts)
