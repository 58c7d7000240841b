"""Look-ups by offset, at and next to each edge."""

from __future__ import annotations

import pytest

from tests.quotations.model.fake import plain_context

TEXT = "Ada “said no” to “Bo”"
INDEX = plain_context(TEXT).index


@pytest.mark.parametrize(
    ("offset", "number"), [(0, 0), (1, 1), (4, 1), (5, 2), (20, 8), (21, 9), (99, 9)]
)
def test_the_first_token_at_or_after_an_offset(offset: int, number: int) -> None:
    assert INDEX.first_at(offset) == number


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [(0, 5, ["Ada", "“"]), (0, 4, ["Ada"]), (1, 4, []), (5, 5, []), (5, 12, ["said", "no"])],
)
def test_the_tokens_that_start_between(start: int, end: int, words: list[str]) -> None:
    assert [t.text for t in INDEX.between(start, end)] == words


@pytest.mark.parametrize(
    ("offset", "start"), [(3, None), (4, 4), (12, 4), (13, None), (16, None), (17, 17), (21, None)]
)
def test_the_stretch_at_an_offset(offset: int, start: int | None) -> None:
    found = INDEX.stretch_at(offset)
    assert (found.start if found else None) == start


@pytest.mark.parametrize(
    ("start", "end", "starts"),
    [
        (0, 4, []),
        (0, 5, [4]),
        (12, 13, [4]),
        (13, 17, []),
        (13, 18, [17]),
        (5, 18, [4, 17]),
        (4, 17, [4]),
    ],
)
def test_the_stretches_that_overlap(start: int, end: int, starts: list[int]) -> None:
    assert [q.start for q in INDEX.stretches_in(start, end)] == starts
