"""Quotations within other quotations: "“I told him to go,” she said"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotex.occasions.verb_chain import is_naming
from quotex.quotations.candidate import Candidate

_MAX_TRIED = 8  # contents that begin before a cue, any of which may contain it


def quoted_within(
    candidates: Sequence[Candidate], names: Sequence[str | None]
) -> frozenset[Candidate]:
    """Return the candidates that are quoted within others, and so were said on an earlier occasion.

    This does not include what speakers say that they think, or what they call something: they do
    that as they speak ("he said that he hoped", "outlined a plan for what he called a new deal").

    Args:
        candidates: the candidates of one article.
        names: the name of the speaker of each.
    """
    contents = sorted(
        (start, end, number)
        for number, candidate in enumerate(candidates)
        for start, end in candidate.content
    )
    starts = [start for start, _, _ in contents]
    found = set[Candidate]()
    for number, candidate in enumerate(candidates):
        if not candidate.cue:
            continue
        at = candidate.cue[0].start
        last = bisect_right(starts, at)
        around = contents[max(last - _MAX_TRIED, 0) : last]
        outer = {n for _, end, n in around if end > at and n != number}
        if outer and not _is_simultaneous(candidate, names[number], {names[n] for n in outer}):
            found.add(candidate)
    return frozenset(found)


def _is_simultaneous(candidate: Candidate, name: str | None, outer: set[str | None]) -> bool:
    """Whether speakers say what they think, or what they call something, as they speak."""
    is_own = candidate.sense.mode == "thought" or any(is_naming(t) for t in candidate.cue)
    return is_own and name in outer
