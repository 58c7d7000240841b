"""The checked words, read once, with the weight of each."""

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

_MOST, _NOWHERE = 7.0, 3.0  # weights of the rarest word, and of one not in the bank
_FEWEST, _FEWEST_SMALL = 4, 6  # words; words if all but one say little
_FEWEST_DISTINCTIVE = 2


@dataclass(frozen=True)
class CheckedWords:
    """Words to check; ``known`` says how many of ``size`` quotations contain each of them."""

    words: Wording
    known: Mapping[str, int]
    size: int

    @cached_property
    def weights(self) -> dict[str, float]:
        """The weight of each indexed word; small words have none."""
        rarity = Rarity.from_counts(self.known, self.size, DEFAULT_LANGUAGE)
        return {
            word: min(_MOST, rarity[word]) if count else _NOWHERE
            for word, count in self.known.items()
            if not is_small(word)
        }

    @cached_property
    def parts(self) -> list[str]:
        """The parts of the words to compare; contractions have two."""
        return kinds(DEFAULT_LANGUAGE).parts(self.words.words)[0]

    @cached_property
    def word_numbers(self) -> list[int]:
        """The number of the word that each of ``parts`` belongs to."""
        return kinds(DEFAULT_LANGUAGE).parts(self.words.words)[1]

    @cached_property
    def counts(self) -> Counter[str]:
        """The distinctive words, and how often each occurs."""
        return Counter(word for word in indexed(self.words) if word in self.weights)

    @cached_property
    def total(self) -> float:
        """The weight of all words together."""
        return self.weight(self.counts) or 1.0

    @cached_property
    def negations(self) -> int:
        """The number of negations among the words."""
        return kinds(DEFAULT_LANGUAGE).negations(self.words.words)

    @property
    def is_too_short(self) -> bool:
        """Whether the words are so few, or so common, that anybody may have said them."""
        few = len(self.words) < _FEWEST
        return few or (len(self.counts) < _FEWEST_DISTINCTIVE and len(self.words) < _FEWEST_SMALL)

    def weight(self, counts: Mapping[str, int]) -> float:
        """Return the total weight of words."""
        return sum(self.weights.get(word, 0.0) * count for word, count in counts.items())

    def weight_of(self, parts: Iterable[str]) -> float:
        """Return the total weight of parts of words."""
        return sum(self.weights.get(as_indexed(part), 0.0) for part in parts)
