"""Candidates are immutable; interval look-ups give the same answers as a plain search."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.intervals import Intervals, TakenSpans
from tests.quotations.model.fake import SAY, candidate_of, plain_context

CONTEXT = plain_context("Ada said it rained and Bo denied that it snowed all day.")
FIRST = candidate_of(CONTEXT, ["it rained"], "said", "Ada")


@pytest.mark.parametrize("name", [field.name for field in fields(Candidate)])
def test_it_is_frozen(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(FIRST, name, getattr(FIRST, name))


def test_lists_become_tuples() -> None:
    content, cue, source = [(3, 5), (7, 9)], [*CONTEXT.view.tokens[1:2]], [*FIRST.source]
    made = Candidate(content, cue, source, SAY, "a", "", 0.5)
    content.clear()
    cue.clear()
    source.clear()
    assert (made.content, made.cue, made.source) == (((3, 5), (7, 9)), FIRST.cue, FIRST.source)
    assert (made.start, made.end) == (3, 9)
    assert (made.negated, made.confidence, made.notes) == (False, None, ())


def test_replace_makes_a_new_candidate() -> None:
    other = replace(FIRST, content=[(0, 3)])
    assert (other.content, FIRST.start) == (((0, 3),), CONTEXT.view.text.index("it"))


def test_equality_is_identity() -> None:
    assert replace(FIRST) != FIRST
    assert len({FIRST, replace(FIRST)}) == 2


@st.composite
def owned(draw: st.DrawFn) -> list[tuple[Bounds, int]]:
    """Draw spans that do not overlap, each with an owner; some touch."""
    found, at = [], 0
    for _ in range(draw(st.integers(0, 8))):
        start = at + draw(st.integers(0, 3))
        at = start + draw(st.integers(1, 4))
        found.append(((start, at), draw(st.integers(0, 2))))
    return draw(st.permutations(found))


asked = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda b: (b[0], b[0] + b[1]))


@given(owned(), st.sets(st.integers(0, 7)), asked, st.none() | st.integers(0, 3))
def test_intervals_agree_with_a_linear_search(
    taken: list[tuple[Bounds, int]], given_back: set[int], ask: Bounds, except_owner: int | None
) -> None:
    intervals = Intervals()
    for bounds, owner in taken:
        intervals.add([bounds], owner)
    for bounds, owner in (pair for n, pair in enumerate(taken) if n in given_back):
        intervals.remove([bounds], owner)
    left = [pair for n, pair in enumerate(taken) if n not in given_back]
    expected = any(a < ask[1] and ask[0] < b for (a, b), owner in left if owner != except_owner)
    assert intervals.overlaps(*ask, except_owner=except_owner) is expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 3, False), (0, 4, True), (3, 5, True), (5, 6, True), (6, 9, False), (1, 99, True)],
)
def test_adjacent_spans_do_not_overlap(start: int, end: int, expected: bool) -> None:
    intervals = Intervals()
    intervals.add([(3, 6)])
    assert intervals.overlaps(start, end) is expected


@pytest.mark.parametrize(
    ("content", "cue", "expected"),
    [
        ("Bo denied", "snowed", False),
        ("rained", "denied", True),  # it shares words
        ("all day", "said", True),  # it shares the cue
        ("all day", "rained", True),  # its cue is already content
        ("all day", "", False),
        ("said", "denied", False),  # content may include the cue of another
    ],
)
def test_clashes_with_taken_spans(content: str, cue: str, expected: bool) -> None:
    taken = TakenSpans()
    taken.take(FIRST)
    assert taken.clashes(candidate_of(CONTEXT, [content], cue)) is expected


def test_nothing_clashes_if_nothing_is_taken() -> None:
    assert not TakenSpans().clashes(FIRST)
