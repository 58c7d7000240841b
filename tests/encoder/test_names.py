"""Names are the best sequence of marks in which none goes on that did not begin."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.encoder.graph import Floats
from quotex.encoder.names import names_of

NONE, BEGINS, GOES_ON, BEGINS_OTHER, GOES_ON_OTHER = range(5)


def scored(*marks: dict[int, float]) -> Floats:
    """The scores of five marks on words; a mark that is not given scores nothing."""
    found = np.zeros((len(marks), 5), dtype=np.float32)
    for word, given_scores in enumerate(marks):
        for mark, score in given_scores.items():
            found[word, mark] = score
    return found


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([NONE, NONE], []),
        ([BEGINS, GOES_ON, NONE], [(0, 2, 0)]),
        ([BEGINS, BEGINS_OTHER], [(0, 1, 0), (1, 2, 1)]),  # one right after another
        ([BEGINS, NONE, BEGINS], [(0, 1, 0), (2, 3, 0)]),
        ([NONE, NONE, BEGINS, BEGINS], [(2, 3, 0), (3, 4, 0)]),  # a sentence begins at 3
        ([BEGINS_OTHER, GOES_ON_OTHER, GOES_ON_OTHER], [(0, 3, 1)]),
        ([GOES_ON, GOES_ON, NONE], [(0, 2, 0)]),  # it has to begin somewhere
        ([NONE, BEGINS, GOES_ON, GOES_ON], [(1, 3, 0)]),  # a sentence begins at 3
    ],
)
def test_names_begin_before_they_go_on(
    marks: list[int], expected: list[tuple[int, int, int]]
) -> None:
    sentences = [(0, 3), (3, len(marks))] if len(marks) > 3 else [(0, len(marks))]
    found = names_of(scored(*({mark: 2.0} for mark in marks)), sentences)
    assert [tuple(name) for name in found] == expected


def test_a_name_is_not_cut_in_two_of_its_label() -> None:
    scores = scored({BEGINS: 3}, {BEGINS: 3, GOES_ON: 2}, {GOES_ON: 3})
    assert names_of(scores, [(0, 3)]) == [(0, 3, 0)]


def test_a_name_begins_later_if_its_first_word_fits_badly() -> None:
    scores = scored({NONE: 2, BEGINS: 3}, {BEGINS: 4, GOES_ON: 1})
    assert names_of(scores, [(0, 2)]) == [(1, 2, 0)]


def test_a_name_has_one_label_if_its_words_disagree() -> None:
    scores = scored({BEGINS: 3, BEGINS_OTHER: 2}, {GOES_ON: 1, GOES_ON_OTHER: 4})
    assert names_of(scores, [(0, 2)]) == [(0, 2, 1)]


def test_words_that_are_certainly_in_no_name_divide_names() -> None:
    scores = scored({BEGINS: 1}, {NONE: 9, GOES_ON: 1}, {BEGINS: 1, GOES_ON: 2})
    assert names_of(scores, [(0, 3)]) == [(0, 1, 0), (2, 3, 0)]


def test_no_words_have_no_names() -> None:
    assert names_of(np.zeros((0, 5), dtype=np.float32), []) == []


@given(size=st.integers(1, 5), seed=st.integers(0, 10_000))
def test_no_valid_sequence_is_better(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, 5)).astype(np.float32)
    found = names_of(scores, [(0, size)])
    marks = [NONE] * size
    for first, last, label in found:
        marks[first:last] = [2 * label + 1, *[2 * label + 2] * (last - first - 1)]
    best = max(map(_score(scores), filter(_is_valid, product(range(5), repeat=size))))
    assert _score(scores)(tuple(marks)) == pytest.approx(best, abs=1e-5)


def _score(scores: Floats) -> Callable[[tuple[int, ...]], float]:
    return lambda marks: float(scores[range(len(marks)), list(marks)].sum())


def _is_valid(marks: tuple[int, ...]) -> bool:
    return all(_may_follow(before, mark) for before, mark in pairwise((NONE, *marks)))


def _may_follow(before: int, mark: int) -> bool:
    if mark in {GOES_ON, GOES_ON_OTHER}:
        return before in {mark - 1, mark}
    return mark == NONE or before not in {mark, mark + 1}
