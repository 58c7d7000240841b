"""Settles which of the model's and the rules' candidates stand."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from quotex.quotations.candidate import Bounds, Candidate, Context
from quotex.quotations.confidence import confidence_of as share_of
from quotex.quotations.select import Occupied

_QUOTE_RULES = "quote-before"  # rules on quoted speech with its cue behind it
_TRUSTED = 0.85  # the share of right ones from which a rule on quoted speech stands by itself


def merged(
    context: Context,
    found: list[Candidate],
    listed: list[Candidate],
    sure: Sequence[Candidate] = (),
) -> list[Candidate]:
    """Return the candidates that stand, in text order.

    What is ``sure`` stands: turns of a transcript, signed words, what ``is_led_over``. The model's
    follow, the surest of two that clash. Where it found the cue of a rule on quoted speech,
    content takes in all that the rule says is quoted. Those of the rules on quoted speech that
    clash with none come last.
    """
    taken = Occupied()
    kept: list[Candidate] = []
    for candidate in sure:
        if not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    for candidate in sorted(found, key=lambda c: (-c.weight, c.start)):
        if not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    quoted = [c for c in listed if _is_trusted(c)]
    by_cue = {c.cue[0].i: c for c in quoted if c.cue}
    owned = Owned(kept)
    for candidate in kept:
        rule = next((by_cue[t.i] for t in candidate.cue if t.i in by_cue), None)
        if rule is not None and _overlaps(candidate, rule):
            owned.replace(candidate, _union(candidate, rule, owned))
    for candidate in quoted:
        if not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    kept.sort(key=lambda c: (c.start, c.end))
    return kept


def is_led_over(context: Context, candidate: Candidate) -> bool:
    """Whether the paragraph before introduces what a rule found: "Roe added:", and a new line.

    The network looks at one paragraph at a time, and so never sees such words with their cue.
    """
    introduction = [*candidate.cue, *candidate.source]
    begins = context.index.between(candidate.start, candidate.end)
    if not introduction or not begins:
        return False
    last = max(introduction, key=lambda token: token.i)
    return context.view.paragraph(last) < context.view.paragraph(begins[0])


def _is_trusted(candidate: Candidate) -> bool:
    return candidate.rule.startswith(_QUOTE_RULES) and share_of(candidate.rule) >= _TRUSTED


def _overlaps(one: Candidate, other: Candidate) -> bool:
    return any(a < d and c < b for a, b in one.content for c, d in other.content)


class Owned:
    """Whose content stands where; that of one candidate never overlaps that of another."""

    def __init__(self, candidates: list[Candidate]) -> None:
        self._bounds = sorted((*bounds, id(c)) for c in candidates for bounds in c.content)

    def is_others(self, bounds: Bounds, candidate: Candidate) -> bool:
        """Whether another candidate's content overlaps the bounds."""
        number = bisect_left(self._bounds, (bounds[1], 0, 0)) - 1
        while number >= 0:
            _, end, owner = self._bounds[number]
            if owner != id(candidate):
                return end > bounds[0]
            number -= 1
        return False

    def replace(self, candidate: Candidate, content: list[Bounds]) -> None:
        """Give a candidate other content."""
        for bounds in candidate.content:
            del self._bounds[bisect_left(self._bounds, (*bounds, id(candidate)))]
        candidate.content = content
        for bounds in content:
            insort(self._bounds, (*bounds, id(candidate)))


def _union(candidate: Candidate, rule: Candidate, owned: Owned) -> list[Bounds]:
    """Return the content of both, less what other candidates or the source occupy."""
    words = [(t.start, t.end) for t in (*candidate.cue, *candidate.source)]
    joined: list[Bounds] = []
    free = [
        b
        for b in rule.content
        if not owned.is_others(b, candidate) and not any(b[0] < d and c < b[1] for c, d in words)
    ]
    for start, end in sorted([*candidate.content, *free]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
