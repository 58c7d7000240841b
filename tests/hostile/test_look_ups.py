"""What is looked up in long articles is what a search of the whole article would find."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.document.normalise import Normalised
from quotex.languages.lexicon import Sense
from quotex.parse.spacy import _batches, _readable
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.continuation import Covered
from quotex.quotations.detectors.merge import Owned
from quotex.speakers.mentions.offices import OfficeHolders
from quotex.speakers.names.cluster import Cluster

bounds = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda b: (b[0], b[0] + b[1]))


def candidate(content: Sequence[Bounds]) -> Candidate:
    sense = Sense("verb", "", "that", "speech", "asserts")
    return Candidate(list(content), [], [], sense, "rule", "", 1.0)


def overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(st.lists(bounds), bounds)
def test_covered_tells_what_a_search_tells(stretches: list[Bounds], asked: Bounds) -> None:
    assert Covered(stretches).touches(*asked) == any(overlap(asked, b) for b in stretches)


@given(st.lists(st.integers(0, 2), max_size=12), st.integers(0, 2), bounds)
def test_owned_tells_what_a_search_tells(owners: list[int], who: int, asked: Bounds) -> None:
    contents: list[list[Bounds]] = [[], [], []]
    for place, owner in enumerate(owners):
        contents[owner].append((3 * place, 3 * place + 2))
    made = [candidate(content) for content in contents]
    owned = Owned(made)
    others = [b for one in made if one is not made[who] for b in one.content]
    assert owned.is_others(asked, made[who]) == any(overlap(asked, b) for b in others)
    if not any(overlap(asked, b) for b in (*others, *made[who].content)):
        owned.replace(made[who], [*made[who].content, asked])
        assert owned.is_others(asked, made[(who + 1) % 3])
        assert not owned.is_others(asked, made[who])


@given(st.lists(st.sets(st.integers(0, 60), min_size=1, max_size=4), min_size=1, max_size=5))
def test_office_holders_tell_who_was_named_last(places: list[set[int]]) -> None:
    taken: set[int] = set()
    clusters = []
    for number, starts in enumerate(places):
        free = sorted(starts - taken)
        taken |= starts
        if free:
            runs = tuple((i, i + 1) for i in free)
            clusters.append(Cluster(number, str(number), "PERSON", runs))
    holders = OfficeHolders(clusters)
    for at in range(62):
        known = [c for c in clusters if c.runs[0][0] < at]
        assert len(holders.named_before(at)) == min(len(known), 2)
        if known:
            first, cluster = holders.last_named_before(at)
            assert first == max(i for c in known for i, _ in c.runs if i < at)
            assert (first, first + 1) in cluster.runs


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He said so.", ["He said so."]),
        ("a" * 999, ["a" * 999]),
        ("“" * 299 + "Yes”", ["“" * 299 + "Yes”"]),
        ("No. " + "* " * 400 + "Yes.", ["No. *", "* * Yes."]),
        ("_" * 400 + "Yes", ["___", "___Yes"]),
        ("a" * 2_500, ["a" * 1_000, "a" * 1_000, "a" * 500]),
        ("The" + " " * 5_000 + "end", ["The" + " " * 5_000 + "end"]),
        (". . .\n" * 20, [". . .\n" * 20]),
    ],
    ids=lambda given: repr(given)[:16],
)
def test_walls_of_marks_are_passed_over(text: str, read: list[str]) -> None:
    assert [text[start:end] for start, end in _readable(text, 0, len(text))] == read


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([], []),
        ([10] * 64, [64]),
        ([10] * 65, [64, 1]),
        ([6_000] * 20, [10, 10]),
        ([70_000, 1, 64_000], [1, 1, 1]),
    ],
)
def test_batches_are_of_bounded_size(lengths: list[int], sizes: list[int]) -> None:
    pieces = (Normalised("x" * length, 0, None) for length in lengths)
    assert [len(batch) for batch in _batches(pieces)] == sizes
