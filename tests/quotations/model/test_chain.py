"""The chain of roles, compared with an enumeration of all paths."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotations.model.around import CONTENT, CUE, NONE, ROLES, SOURCE
from quotex.quotations.model.chain import Chain, Floats, force_cue
from quotex.quotations.model.features import Ids

_ROLES = len(ROLES)
_MOST = 5


@st.composite
def chains(draw: st.DrawFn) -> tuple[Chain, Floats, Ids]:
    """Draw a chain, the scores of some sequences, and how long each of them is."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    lengths = draw(st.lists(st.integers(1, _MOST), min_size=1, max_size=4))

    def drawn(*shape: int) -> Floats:
        return rng.normal(scale=2.0, size=shape).astype(np.float32)

    chain = Chain(drawn(_ROLES), drawn(_ROLES, _ROLES), drawn(_ROLES))
    return chain, drawn(len(lengths), max(lengths), _ROLES), np.array(lengths)


def paths(chain: Chain, scores: Floats) -> dict[tuple[int, ...], float]:
    """Return the score of each path through one sequence."""
    found = {}
    for path in product(range(_ROLES), repeat=len(scores)):
        steps = sum(chain.step[a, b] for a, b in pairwise(path))
        shown = sum(scores[at, role] for at, role in enumerate(path))
        found[path] = float(chain.start[path[0]] + steps + shown + chain.end[path[-1]])
    return found


@given(chains())
def test_best_path_has_the_highest_score(drawn: tuple[Chain, Floats, Ids]) -> None:
    chain, scores, lengths = drawn
    found = chain.best(scores, lengths)
    for row, length in enumerate(lengths):
        ways = paths(chain, scores[row, :length])
        assert ways[tuple(found[row, :length])] == pytest.approx(max(ways.values()), abs=1e-4)


@given(chains())
def test_marginals_sum_over_all_paths(drawn: tuple[Chain, Floats, Ids]) -> None:
    chain, scores, lengths = drawn
    found = chain.marginals(scores, lengths)
    for row, length in enumerate(lengths):
        ways = paths(chain, scores[row, :length])
        weights = np.exp(np.array(list(ways.values())))
        expected = np.zeros((length, _ROLES))
        for path, weight in zip(ways, weights / weights.sum(), strict=True):
            expected[np.arange(length), path] += weight
        np.testing.assert_allclose(found[row, :length], expected, atol=1e-4)
        np.testing.assert_allclose(found[row, :length].sum(axis=1), 1, atol=1e-4)


@given(chains(), st.integers(0, 6), st.floats(-50, 50, width=32))
def test_padding_changes_nothing(
    drawn: tuple[Chain, Floats, Ids], more: int, filling: float
) -> None:
    chain, scores, lengths = drawn
    count, most, _ = scores.shape
    padded = np.full((count, most + more, _ROLES), filling, dtype=np.float32)
    for row, length in enumerate(lengths):
        padded[row, :length] = scores[row, :length]
    best, sure = chain.best(padded, lengths), chain.marginals(padded, lengths)
    for row, length in enumerate(lengths):
        alone = scores[row : row + 1, :length]
        size = np.array([length])
        np.testing.assert_array_equal(best[row, :length], chain.best(alone, size)[0])
        np.testing.assert_array_equal(sure[row, :length], chain.marginals(alone, size)[0])


@given(chains(), st.integers(0, _MOST - 1))
def test_forced_cue_is_the_cue(drawn: tuple[Chain, Floats, Ids], at: int) -> None:
    chain, scores, lengths = drawn
    places = np.minimum(at, lengths - 1)
    rows = np.arange(len(lengths))
    before = scores.copy()
    held = force_cue(scores, places)
    assert (chain.best(held, lengths)[rows, places] == CUE).all()
    np.testing.assert_allclose(chain.marginals(held, lengths)[rows, places, CUE], 1, atol=1e-4)
    np.testing.assert_array_equal(scores, before)
    others = np.ones(scores.shape[:2], dtype=bool)
    others[rows, places] = False
    np.testing.assert_array_equal(held[others], scores[others])


def test_steps_affect_the_best_path() -> None:
    flat = np.zeros(_ROLES, dtype=np.float32)
    step = np.zeros((_ROLES, _ROLES), dtype=np.float32)
    step[SOURCE, CONTENT] = step[CONTENT, SOURCE] = -9
    scores = np.zeros((1, 3, _ROLES), dtype=np.float32)
    scores[0, 0, SOURCE] = scores[0, 2, SOURCE] = 2
    scores[0, 1, CONTENT] = 3
    shut, open_ = Chain(flat, step, flat), Chain(flat, step * 0, flat)
    size = np.array([3])
    assert open_.best(scores, size).tolist() == [[SOURCE, CONTENT, SOURCE]]
    assert shut.best(scores, size)[0, 0] == SOURCE
    assert CONTENT not in shut.best(scores, size)


def test_starts_and_ends_affect_the_best_path() -> None:
    flat = np.zeros(_ROLES, dtype=np.float32)
    step = np.zeros((_ROLES, _ROLES), dtype=np.float32)
    start, end = flat.copy(), flat.copy()
    start[SOURCE], end[CONTENT] = 3, 3
    scores = np.zeros((2, 3, _ROLES), dtype=np.float32)
    scores[..., NONE] = 1
    found = Chain(start, step, end).best(scores, np.array([3, 2]))
    assert found[0].tolist() == [SOURCE, NONE, CONTENT]
    assert found[1, :2].tolist() == [SOURCE, CONTENT]


def test_long_sequences_with_extreme_scores_stay_finite() -> None:
    rng = np.random.default_rng(3)
    scores = rng.normal(scale=40, size=(2, 200, _ROLES)).astype(np.float32)
    flat = np.zeros(_ROLES, dtype=np.float32)
    chain = Chain(flat, np.eye(_ROLES, dtype=np.float32), flat)
    sure = chain.marginals(force_cue(scores, np.array([0, 150])), np.array([200, 151]))
    assert np.isfinite(sure).all()
    np.testing.assert_allclose(sure[0].sum(axis=1), 1, atol=1e-2)
