"""Look-ups in long articles find what a search of the whole article would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotex.quotations.candidate import Bounds
from quotex.quotations.intervals import Intervals
from quotex.speakers.mentions.offices import OfficeHolders
from quotex.speakers.names.cluster import Cluster

bounds = st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda b: (b[0], b[0] + b[1]))


def overlap(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@given(st.lists(bounds), bounds)
def test_intervals_agree_with_a_linear_search(drawn: list[Bounds], query: Bounds) -> None:
    apart: list[Bounds] = []
    for one in drawn:
        if not any(overlap(one, other) for other in apart):
            apart.append(one)
    taken = Intervals()
    taken.add(apart)
    assert taken.overlaps(*query) == any(overlap(query, b) for b in apart)


@given(st.lists(st.sets(st.integers(0, 60), min_size=1, max_size=4), min_size=1, max_size=5))
def test_office_holders_agree_with_a_linear_search(places: list[set[int]]) -> None:
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
