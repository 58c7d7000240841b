"""Finds the part of a text that the checked words are, or come from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from quotex.checking.checked_words import CheckedWords
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.wording import Wording
from quotex.wording.kinds import kinds
from quotex.wording.sentences import sentence_ends_between

_MAX_EXTRA = 6  # extra words allowed between two short blocks
_LONG_BLOCK = 3  # words in a block that may be at any distance

Block = tuple[int, int, int]  # start in the text, start in the checked words, length


@dataclass(frozen=True, slots=True)
class Alignment:
    """The words of a text from number ``start`` to ``end`` that correspond to the checked ones.

    ``covered`` has the numbers of the parts of the checked words that occur there in the same
    order, and ``run`` is the length of their longest uninterrupted run.
    """

    start: int
    end: int
    covered: frozenset[int]
    run: int


def exact(text: Wording, given: Wording) -> list[tuple[int, int]]:
    """Return where the checked words occur in a text, word for word, with nothing left out."""
    size, keys = len(given), text.keys
    inner = {gap for gap in given.gaps if 0 < gap < size}
    found = []
    for start in range(len(keys) - size + 1):
        if keys[start : start + size] == given.keys:
            gaps = {gap - start for gap in text.gaps if start < gap < start + size}
            if gaps <= inner:
                found.append((start, start + size))
    return found


def aligned(text: Wording, checked: CheckedWords) -> Alignment | None:
    """Return the part of a text most like the checked words, or None if they share no word."""
    parts, owners = kinds(DEFAULT_LANGUAGE).parts(text.words)
    matcher = SequenceMatcher(None, parts, checked.parts, autojunk=False)
    blocks = [(b.a, b.b, b.size) for b in matcher.get_matching_blocks() if b.size]
    if not blocks:
        return None
    kept = _kept(blocks, parts, checked)
    first, last = kept[0], kept[-1]
    before, after = first[1], len(checked.parts) - last[1] - last[2]
    start = _extend_start(text, owners[first[0]], before)
    end = _extend_end(text, owners[last[0] + last[2] - 1] + 1, after)
    covered = frozenset(n for _, at, size in kept for n in range(at, at + size))
    return Alignment(start, end, covered, max(size for _, _, size in kept))


def _kept(blocks: Sequence[Block], parts: Sequence[str], checked: CheckedWords) -> list[Block]:
    """Return the blocks that belong together, without single words far away."""
    weights = [checked.weight_of(parts[a : a + size]) + size / 10 for a, _, size in blocks]
    anchor = weights.index(max(weights))
    kept = [blocks[anchor]]
    for block in reversed(blocks[:anchor]):
        if _belong_together(block, kept[0], checked):
            kept.insert(0, block)
    for block in blocks[anchor + 1 :]:
        if _belong_together(kept[-1], block, checked):
            kept.append(block)
    return kept


def _belong_together(one: Block, other: Block, checked: CheckedWords) -> bool:
    between = other[0] - one[0] - one[2]
    first, last = one[1] + one[2], other[1]
    is_marked = any(first <= _place(checked, gap) <= last for gap in checked.words.gaps)
    return is_marked or min(one[2], other[2]) >= _LONG_BLOCK or between <= last - first + _MAX_EXTRA


def _place(checked: CheckedWords, word: int) -> int:
    """Return the number of the first part of a word."""
    return bisect_left(checked.word_numbers, word)


def _extend_start(text: Wording, start: int, words: int) -> int:
    """Return a start ``words`` words earlier, but in the same sentence."""
    while words and start and not _sentence_ends_before(text, start):
        start, words = start - 1, words - 1
    while start and not text.words[start].form:  # the second part of a single word
        start -= 1
    return start


def _extend_end(text: Wording, end: int, words: int) -> int:
    """Return an end ``words`` words later, but in the same sentence."""
    size = len(text)
    while words and end < size and not _sentence_ends_before(text, end):
        end, words = end + 1, words - 1
    while end < size and not text.words[end].form:
        end += 1
    return end


def _sentence_ends_before(text: Wording, number: int) -> bool:
    """Return whether a sentence ends before a word."""
    return sentence_ends_between(text.text, text.words[number - 1].end, text.words[number].start)
