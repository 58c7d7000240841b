"""Selects the quotations of a bank that are worth comparing with the checked words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from quotex.bank.reading import Row
from quotex.bank.searching import Filter, Index
from quotex.bank.words import all_of, any_of, indexed, is_small
from quotex.checking.checked_words import CheckedWords
from quotex.wording import Wording

_FOUND = 40  # quotations with all the words in a row; the same number with some of them
_FOUND_BY_SPEAKER = 20  # the same for the speaker asked about
_RAREST = 8  # rarest words, to look for
_MOST, _FEWEST = 3_000, 2  # quotations with any of these words; words always looked for
_MOST_COMPARED = 12  # quotations that share the most, to compare


def checked_words(words: Wording, index: Index) -> CheckedWords:
    """Return the words with the bank's frequencies of those that are not small."""
    distinctive = [word for word in indexed(words) if not is_small(word)]
    return CheckedWords(words, index.frequencies(distinctive), index.size())


def candidates(
    checked: CheckedWords, index: Index, kept: Filter, by_speaker: Filter | None
) -> list[Row]:
    """Return the quotations that may contain the words, or share the most of them.

    Args:
        checked: the words.
        index: the bank's index.
        kept: the filter that quotations must pass.
        by_speaker: the same filter for the speaker asked about; None if no speaker was given.
    """
    words, rare = indexed(checked.words), _rare(checked)
    queries = [all_of([words])] if words and all(checked.known.values()) else []
    queries += [any_of(rare)] if rare else []
    own: dict[int, None] = {}
    found: dict[int, None] = {}
    for query in queries:
        if by_speaker is not None:
            own |= dict.fromkeys(n for n, _ in index.matching(query, by_speaker, _FOUND_BY_SPEAKER))
        found |= dict.fromkeys(n for n, _ in index.matching(query, kept, _FOUND))
    chosen = [*_best(own, checked, index), *_best(found, checked, index)]
    return index.rows(list(dict.fromkeys(chosen)))


def _best(numbers: Iterable[int], checked: CheckedWords, index: Index) -> list[int]:
    """Return the quotations that share the most of the words' weight."""
    shares = {
        number: checked.weight(Counter(stems.split()) & checked.counts)
        for number, stems in index.stems(list(numbers))
    }
    return sorted(shares, key=lambda n: (-shares[n], n))[:_MOST_COMPARED]


def _rare(checked: CheckedWords) -> list[str]:
    """Return the rarest words, few enough for the index to answer fast."""
    known = sorted((count, word) for word, count in checked.known.items() if count)
    found: list[str] = []
    together = 0
    for count, word in known[:_RAREST]:
        together += count
        if together > _MOST and len(found) >= _FEWEST:
            break
        found.append(word)
    return found
