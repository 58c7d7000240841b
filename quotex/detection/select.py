"""Keeps one of the candidates that clash."""

from __future__ import annotations

from quotex.detection.candidate import Candidate, Context

_UTTERANCE_TOKENS = 6


def select(context: Context, candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that stand, in text order.

    Content of one never overlaps content of another: the outer of two nested quotations stays,
    direct speech goes before a reading of the same words by the parse, and of two readings of
    one cue the surer one stays.
    """
    kept: list[Candidate] = []
    taken = _Occupied()
    for candidate in sorted(candidates, key=_rank):
        if _is_quoted_speech(context, candidate):
            continue
        if not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    kept.sort(key=lambda c: (c.start, c.end))
    return kept


def _is_quoted_speech(context: Context, candidate: Candidate) -> bool:
    """Whether the cue stands inside quotation marks: its speaker is then reported, not reporting."""
    if not candidate.cue:
        return False
    around = context.index.stretch_at(candidate.cue[0].start)
    return around is not None and len(context.index.between(around.start, around.end)) >= _UTTERANCE_TOKENS


def _rank(candidate: Candidate) -> tuple[float, int, int]:
    return (-candidate.weight, candidate.start - candidate.end, candidate.start)


class _Occupied:
    """The stretches of text that are content already, and the tokens that are cues."""

    def __init__(self) -> None:
        self._content: list[tuple[int, int]] = []
        self._cues: set[int] = set()

    def clashes(self, candidate: Candidate) -> bool:
        if candidate.cue and candidate.cue[0].i in self._cues:
            return True
        marks = [(t.start, t.end) for t in candidate.cue]
        return any(
            start < other_end and other_start < end
            for start, end in [*candidate.content, *marks]
            for other_start, other_end in self._content
        )

    def take(self, candidate: Candidate) -> None:
        self._content.extend(candidate.content)
        self._cues.update(t.i for t in candidate.cue)
