"""Settles which of the model's and the rules' candidates stand."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.detection.candidate import Bounds, Candidate, Context
from quotex.detection.confidence import confidence_of as share_of
from quotex.detection.select import Occupied

_QUOTE_RULES = "quote-before"  # rules on quoted speech with its cue behind it
_TRUSTED = 0.85  # the share of right ones from which a rule on quoted speech stands by itself


def merged(
    context: Context,
    found: list[Candidate],
    listed: list[Candidate],
    spoken: Sequence[Candidate] = (),
) -> list[Candidate]:
    """Return the candidates that stand, in text order.

    The turns ``spoken`` in a transcript stand. The model's follow, the surest of two that clash.
    Where it found the cue of a rule on quoted speech, content takes in all that the rule says is
    quoted. Those of the rules on quoted speech that clash with none come last.
    """
    taken = Occupied()
    kept: list[Candidate] = []
    for turn in spoken:
        taken.take(turn)
        kept.append(turn)
    for candidate in sorted(found, key=lambda c: (-c.weight, c.start)):
        if not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    quoted = [c for c in listed if _is_trusted(c)]
    by_cue = {c.cue[0].i: c for c in quoted if c.cue}
    for candidate in kept:
        rule = next((by_cue[t.i] for t in candidate.cue if t.i in by_cue), None)
        if rule is not None and _overlaps(candidate, rule):
            candidate.content = _union(candidate, rule, kept)
    for candidate in quoted:
        if not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    kept.sort(key=lambda c: (c.start, c.end))
    return kept


def _is_trusted(candidate: Candidate) -> bool:
    return candidate.rule.startswith(_QUOTE_RULES) and share_of(candidate.rule) >= _TRUSTED


def _overlaps(one: Candidate, other: Candidate) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


def _union(candidate: Candidate, rule: Candidate, kept: list[Candidate]) -> list[Bounds]:
    """Return the content of both, less what other candidates or the source occupy."""
    others = [bounds for c in kept if c is not candidate for bounds in c.content]
    words = [(t.start, t.end) for t in (*candidate.cue, *candidate.source)]
    joined: list[Bounds] = []
    free = [b for b in rule.content if not any(b[0] < d and c < b[1] for c, d in others + words)]
    for start, end in sorted([*candidate.content, *free]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
