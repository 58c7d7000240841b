"""The likeliest names in a text, given scores of marks on its words.

Mark 0 means that a word is in no name. A name with label ``n`` begins with mark ``2 n + 1`` and
goes on with ``2 n + 2``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

import numpy as np

from quotex.encoder.graph import Floats

_CERTAIN: Final = 6.0  # log odds from which a word is certainly in no name, which saves time
_NO_NAME: Final = -1


class Name(NamedTuple):
    """Words ``[first, last)`` with the number of their label."""

    first: int
    last: int
    label: int


class _Sources(NamedTuple):
    """The best state of the word before a word, and the best that is not that label's again."""

    best: int
    other: int


def names_of(scores: Floats, sentences: Sequence[tuple[int, int]]) -> list[Name]:
    """Return the names given by the ``scores`` of marks [words, marks], in text order.

    These are log probabilities, up to a constant for each word. The best mark of each word by
    itself may go on with a name that did not begin, so the best sequence of marks is found in which
    none does. Nor does one name follow another with the same label at once: it would be cut in two.
    No name crosses the bounds of a sentence.
    """
    unsure = (scores[:, 0] - scores[:, 1:].max(axis=1, initial=-np.inf) < _CERTAIN).tolist()
    marks = scores.argmax(axis=1).tolist()
    found: list[Name] = []
    for first, last in sentences:
        for is_unsure, run in groupby(range(first, last), key=unsure.__getitem__):
            if is_unsure:
                words = list(run)
                start, end = words[0], words[-1] + 1
                names = _marked(marks[start:end])
                if names is None:
                    names = _names_in(scores[start:end])
                found.extend(Name(start + a, start + b, label) for a, b, label in names)
    return found


def _marked(marks: Sequence[int]) -> list[Name] | None:
    """Return the names that ``marks`` give, None if they are no valid sequence."""
    found: list[Name] = []
    first, label = 0, _NO_NAME
    for word, mark in enumerate([*marks, 0]):
        own, goes_on = (mark - 1) // 2, mark > 0 and mark % 2 == 0
        if goes_on and own == label:
            continue
        if goes_on or (mark and own == label):
            return None
        if label != _NO_NAME:
            found.append(Name(first, word, label))
        first, label = word, own
    return found


def _names_in(scores: Floats) -> list[Name]:
    """Find the best sequence of marks by Viterbi's algorithm.

    The states are that a word is in no name, or in one with a certain label.
    """
    in_none = 0.0
    in_name = np.full(scores.shape[1] // 2, -np.inf, dtype=np.float32)
    sources: list[_Sources] = []
    begun: list[list[bool]] = []  # for each word and label, whether a name begins here
    for none, begins, goes_on in zip(scores[:, 0], scores[:, 1::2], scores[:, 2::2], strict=True):
        best = _best(in_none, in_name)
        others = in_name.copy()
        others[best : best + 1] = -np.inf
        other = _best(in_none, others)
        sources.append(_Sources(best, other))
        before = max(in_none, float(in_name.max()))
        starts = np.full_like(in_name, before)
        starts[best : best + 1] = max(in_none, float(others.max()))
        with_new, with_old = starts + begins, in_name + goes_on
        begun.append((with_new >= with_old).tolist())
        in_none, in_name = before + float(none), np.maximum(with_new, with_old)
    return list(_trace(_best(in_none, in_name), sources, begun))[::-1]


def _best(in_none: float, in_name: Floats) -> int:
    label = int(in_name.argmax())
    return _NO_NAME if in_none >= in_name[label] else label


def _trace(state: int, sources: list[_Sources], begun: list[list[bool]]) -> Iterator[Name]:
    """Follow the best path back from the last word's ``state``; yield its names, last one first."""
    last = len(sources)
    for word in reversed(range(len(sources))):
        if state != _NO_NAME and not begun[word][state]:
            continue
        if state != _NO_NAME:
            yield Name(word, last, state)
        best, other = sources[word]
        state, last = other if best == state else best, word
