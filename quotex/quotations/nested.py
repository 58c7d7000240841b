"""Quotations inside the content of others: "Roe said that Voss denied it"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.intervals import TakenSpans
from quotex.quotations.select import rank

_MAX_DEPTH = 3

Nested = tuple[Candidate, Candidate]


def nested(outer: Sequence[Candidate], proposed: Sequence[Candidate]) -> list[Nested]:
    """Return the candidates proposed inside the content of ``outer``, each with its outer one.

    Source, cue and content must all be inside one span of the outer candidate's content. The
    candidates in ``outer`` do not overlap; those returned overlap only where one is nested in
    another, up to three levels deep.
    """
    found: list[Nested] = []
    level = list(outer)
    complete = [c for c in proposed if c.cue and c.source]
    complete.sort(key=rank)
    for _ in range(_MAX_DEPTH):
        inside = list(_inside(level, complete))
        found.extend(inside)
        level = [candidate for candidate, _ in inside]
        complete = [c for c in complete if all(c is not taken for taken in level)]
        if not level or not complete:
            break
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    return found


def _inside(level: Sequence[Candidate], proposed: Sequence[Candidate]) -> Iterator[Nested]:
    stretches = sorted((b, n) for n, c in enumerate(level) for b in c.content)
    starts = [bounds[0] for bounds, _ in stretches]
    cues = {t.i for c in level for t in c.cue}
    taken = TakenSpans()
    for candidate in proposed:
        first, last = _extent(candidate)
        at = bisect_right(starts, first) - 1
        if at < 0 or last > stretches[at][0][1] or candidate.cue[0].i in cues:
            continue
        if not taken.clashes(candidate):
            taken.take(candidate)
            yield candidate, level[stretches[at][1]]


def _extent(candidate: Candidate) -> Bounds:
    """Return the bounds of all of a candidate's words."""
    words = [(t.start, t.end) for t in (*candidate.cue, *candidate.source)]
    starts, ends = zip(*candidate.content, *words, strict=True)
    return min(starts), max(ends)
