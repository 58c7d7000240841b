"""Trees are made from scores, and sentences from starts."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.encoder.pieces import Ids
from quotex.encoder.trees import heads_of, is_tree, sentences_of

SIZES = st.integers(min_value=1, max_value=5)
SEEDS = st.integers(min_value=0, max_value=10_000)


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([0], True),
        ([1, 1, 1], True),
        ([1, 2, 2, 2], True),
        ([0, 1], False),  # two roots
        ([1, 0], False),  # a cycle without a root
        ([1, 0, 2], False),  # a cycle beside a root
        ([1, 2, 0, 3], False),
    ],
)
def test_a_tree_has_one_root_and_no_cycle(heads: list[int], expected: bool) -> None:
    assert is_tree(np.array(heads)) is expected


@given(size=SIZES, seed=SEEDS)
def test_the_best_tree_is_found(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    found = heads_of(scores)
    words = np.arange(size)
    trees = (np.array(heads) for heads in product(range(size), repeat=size))
    best = max(float(scores[words, heads].sum()) for heads in trees if is_tree(heads))
    assert is_tree(found)
    assert float(scores[words, found].sum()) == pytest.approx(best, abs=1e-4)


@given(size=st.integers(min_value=20, max_value=60), seed=SEEDS)
def test_long_sentences_make_trees(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    assert is_tree(heads_of(scores))


@given(size=st.integers(min_value=201, max_value=2000), seed=SEEDS)
@settings(max_examples=20)
def test_very_long_sentences_make_trees_that_keep_most_heads(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size)).astype(np.float32)
    found = heads_of(scores)
    assert is_tree(found)
    assert (found == scores.argmax(axis=1)).mean() > 0.9


def test_the_best_heads_are_kept_if_they_make_a_tree() -> None:
    heads: Ids = np.array([1, 1, 3, 1])
    scores = np.zeros((4, 4), dtype=np.float32)
    scores[np.arange(4), heads] = 1
    assert heads_of(scores).tolist() == heads.tolist()


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ("", []),
        ("x", [(0, 1)]),
        (".", [(0, 1)]),  # the first word begins a sentence even if its score does not say so
        ("x..x.", [(0, 3), (3, 5)]),
        ("..x", [(0, 2), (2, 3)]),
    ],
)
def test_sentences(starts: str, expected: list[tuple[int, int]]) -> None:
    assert sentences_of(np.array([c == "x" for c in starts], dtype=bool)) == expected
