"""Windows: whole paragraphs if they fit, and each word owned by exactly one window."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.encoder.windows import Window, windows

Ranges = list[tuple[int, int]]


@pytest.mark.parametrize(
    ("paragraphs", "lengths", "capacity", "expected"),
    [
        ([], [], 5, []),
        ([(0, 2)], [1, 1], 5, [Window(0, 2, 0, 2)]),
        ([(0, 2), (2, 4)], [1] * 4, 4, [Window(0, 4, 0, 4)]),  # packed together
        ([(0, 2), (2, 4)], [1] * 4, 3, [Window(0, 2, 0, 2), Window(2, 4, 2, 4)]),
        ([(0, 2), (2, 4)], [1, 1, 2, 1], 4, [Window(0, 2, 0, 2), Window(2, 4, 2, 4)]),  # pieces
        ([(0, 1), (1, 2), (2, 3)], [2] * 3, 4, [Window(0, 2, 0, 2), Window(2, 3, 2, 3)]),
        (  # too long: windows overlap, and each owns its middle
            [(0, 10)],
            [1] * 10,
            4,
            [Window(0, 4, 0, 3), Window(2, 6, 3, 5), Window(4, 8, 5, 7), Window(6, 10, 7, 10)],
        ),
        (  # the paragraphs beside a long one are not read with it
            [(0, 1), (1, 6), (6, 7)],
            [1] * 7,
            4,
            [Window(0, 1, 0, 1), Window(1, 5, 1, 4), Window(3, 6, 4, 6), Window(6, 7, 6, 7)],
        ),
        ([(0, 3)], [1, 9, 1], 4, [Window(0, 1, 0, 1), Window(1, 2, 1, 2), Window(2, 3, 2, 3)]),
        ([(0, 1)], [9], 4, [Window(0, 1, 0, 1)]),  # one word longer than a window
    ],
)
def test_windows(
    paragraphs: Ranges, lengths: list[int], capacity: int, expected: list[Window]
) -> None:
    assert windows(paragraphs, lengths, capacity) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [((0, 20), (4, 9)), ((5, 7), (5, 7)), ((0, 5), (4, 5)), ((8, 20), (8, 9)), ((4, 9), (4, 9))],
)
def test_a_window_cuts_words(given: tuple[int, int], expected: tuple[int, int]) -> None:
    assert Window(4, 9, 5, 8).cut(*given) == expected


@st.composite
def articles(draw: st.DrawFn, longest: int = 9) -> tuple[Ranges, list[int], int]:
    """Draw paragraphs, the number of pieces of each word, and a capacity."""
    sizes = draw(st.lists(st.integers(1, 30), max_size=6))
    count = sum(sizes)
    lengths = draw(st.lists(st.integers(1, longest), min_size=count, max_size=count))
    ends = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
    return list(pairwise(ends)), lengths, draw(st.integers(3, 40))


@given(articles())
def test_every_word_is_owned_once_and_in_order(article: tuple[Ranges, list[int], int]) -> None:
    found = windows(*article)
    owned = [word for w in found for word in range(w.own_first, w.own_last)]
    assert owned == list(range(len(article[1])))
    assert all(w.first <= w.own_first and w.own_last <= w.last for w in found)


@given(articles())
def test_no_window_is_too_long_unless_it_has_one_word(
    article: tuple[Ranges, list[int], int],
) -> None:
    _, lengths, capacity = article
    for window in windows(*article):
        size = sum(lengths[window.first : window.last])
        assert size <= capacity or window.last - window.first == 1


@given(articles())
def test_windows_are_in_text_order(article: tuple[Ranges, list[int], int]) -> None:
    found = windows(*article)
    assert all(a.first < b.first and a.last <= b.last for a, b in pairwise(found))
    assert all(w.first < w.last for w in found)


@given(articles())
def test_paragraphs_stay_whole_unless_too_long(article: tuple[Ranges, list[int], int]) -> None:
    paragraphs, lengths, capacity = article
    found = windows(*article)
    for start, end in paragraphs:
        touching = [w for w in found if w.first < end and start < w.last]
        if sum(lengths[start:end]) <= capacity:
            assert len(touching) == 1
            assert touching[0].first <= start
            assert end <= touching[0].last
        else:
            assert len(touching) > 1 or end - start == 1
            assert all(start <= w.first and w.last <= end for w in touching)


@given(articles())
def test_no_two_adjacent_windows_fit_into_one(article: tuple[Ranges, list[int], int]) -> None:
    paragraphs, lengths, capacity = article
    opens, closes = {start for start, _ in paragraphs}, {end for _, end in paragraphs}
    for one, other in pairwise(windows(*article)):
        whole = one.last in closes and other.first in opens and one.first in opens
        if whole and other.last in closes:
            following = next(end for start, end in paragraphs if start == other.first)
            assert sum(lengths[one.first : following]) > capacity


@given(st.integers(1, 120), st.integers(4, 30))
def test_a_word_is_owned_by_the_window_that_cuts_farthest_from_it(
    count: int, capacity: int
) -> None:
    found = windows([(0, count)], [1] * count, capacity)

    def margin(window: Window, word: int) -> int:
        left = word - window.first if window.first > 0 else count
        right = window.last - 1 - word if window.last < count else count
        return min(left, right)

    for owner in found:
        for word in range(owner.own_first, owner.own_last):
            others = [margin(w, word) for w in found if w.first <= word < w.last]
            assert margin(owner, word) == max(others)
