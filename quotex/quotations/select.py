"""Keeps one of the candidates that clash."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.intervals import TakenSpans

_UTTERANCE_TOKENS = 6
_SURE = 0.9
_LIKELY = 0.8


def select(context: Context, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates to keep, in text order.

    Their contents never overlap: direct speech takes precedence over a reading of the same words
    by the parse; of two nested quotations the outer one is kept, and of two readings of one cue
    the surer one.
    """
    kept: list[Candidate] = []
    taken = TakenSpans()
    for candidate in sorted(candidates, key=rank):
        if not _has_quoted_cue(context, candidate) and not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    kept.sort(key=lambda c: (c.start, c.end))
    return kept


def _has_quoted_cue(context: Context, candidate: Candidate) -> bool:
    """Whether the cue is inside quotation marks, and so is part of somebody else's words."""
    if not candidate.cue:
        return False
    around = context.index.stretch_at(candidate.cue[0].start)
    if around is None:
        return False
    if any(around.start < token.start < around.end for token in candidate.source):
        return True
    if candidate.cue[0].is_a("infinitive_marker"):  # it was only “to mock” her
        return True
    return len(context.index.between(around.start, around.end)) >= _UTTERANCE_TOKENS


def rank(candidate: Candidate) -> tuple[float, int, int]:
    """Return a sort key: sure ones, then likely ones, outermost first, then the rest by weight."""
    weight = candidate.weight
    level = 1.0 if weight >= _SURE else 0.9 if weight >= _LIKELY else weight
    return (-level, candidate.start - candidate.end, candidate.start)
