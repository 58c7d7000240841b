"""Decides which of the model's and the rules' candidates to keep."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from quotex.quotations.authority import authority_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.confidence import confidence_of
from quotex.quotations.context import Context
from quotex.quotations.intervals import Intervals, TakenSpans


def merged(
    found: Iterable[Candidate],
    rule_candidates: Sequence[Candidate],
    overriding: Iterable[Candidate] = (),
) -> list[Candidate]:
    """Return the candidates to keep, in text order.

    Args:
        found: the model's candidates; of two that clash, the surer one is kept.
        rule_candidates: what the rules alone would keep. One whose rule ``fills`` adds its content
            to the candidate with the same cue; if it clashes with none, it is kept itself.
        overriding: candidates that take precedence over the model's.
    """
    taken = TakenSpans()
    kept = _take_free(overriding, taken)
    filling = [c for c in rule_candidates if authority_of(c.rule).authority == "fills"]
    holders = _holders([*kept, *filling])
    left = [_without_parts(c, holders) for c in found]
    kept += _take_free(sorted(left, key=lambda c: (-c.weight, c.start)), taken)
    kept = _filled(kept, filling)
    kept += _take_free(filling, taken)
    kept.sort(key=lambda c: (c.start, c.end))
    return kept


def is_introduced_by_previous_paragraph(context: Context, candidate: Candidate) -> bool:
    """Whether the previous paragraph introduces what a rule found: "Roe added:" and a new line.

    The network looks at one paragraph at a time, so it never sees such content with its cue.
    """
    introduction = [*candidate.cue, *candidate.source]
    begins = context.index.between(candidate.start, candidate.end)
    if not introduction or not begins:
        return False
    last = max(introduction, key=lambda token: token.i)
    return context.view.paragraph(last) < context.view.paragraph(begins[0])


def _holders(ruled: Iterable[Candidate]) -> dict[Bounds, list[Candidate]]:
    """Return the candidates that have a part, by its bounds."""
    holders: dict[Bounds, list[Candidate]] = defaultdict(list)
    for candidate in ruled:
        for bounds in candidate.content:
            holders[bounds].append(candidate)
    return holders


def _without_parts(
    candidate: Candidate, holders: Mapping[Bounds, Sequence[Candidate]]
) -> Candidate:
    """Return a candidate without later parts of its content that a rule gives to another cue.

    In “We won,” said Roe. Lind nodded. “At last.” the second part is not Roe's. If the rule gives
    the first part to that cue as well, both mean the same quotation, which stays whole.
    """
    first, *later = candidate.content
    content = [first, *(b for b in later if not _is_anothers(holders.get(b, ()), candidate))]
    changed = len(content) < len(candidate.content)
    return replace(candidate, content=content) if changed else candidate


def _is_anothers(holders: Iterable[Candidate], candidate: Candidate) -> bool:
    first = candidate.content[0]
    return any(not _have_common_cue(h, candidate) and not _covers(h, first) for h in holders)


def _covers(candidate: Candidate, part: Bounds) -> bool:
    return any(start < part[1] and part[0] < end for start, end in candidate.content)


def _have_common_cue(one: Candidate, other: Candidate) -> bool:
    words = {token.i for token in one.cue}
    return any(token.i in words for token in other.cue)


def _take_free(candidates: Iterable[Candidate], taken: TakenSpans) -> list[Candidate]:
    """Return the candidates that clash neither with what is taken nor with one another."""
    kept = []
    for candidate in candidates:
        if not taken.clashes(candidate):
            taken.take(candidate)
            kept.append(candidate)
    return kept


def _filled(kept: Sequence[Candidate], filling: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, extended by the content of a rule's candidate with the same cue.

    If a model's cue is only a later part of the rule's, "words" of "in Roe's words", its content
    stays; either way it is at least as sure as the rule.
    """
    by_cue = {token.i: c for c in reversed(filling) for token in reversed(c.cue)}
    owned = Intervals()
    for number, candidate in enumerate(kept):
        owned.add(candidate.content, number)
    found = list(kept)
    for number, candidate in enumerate(kept):
        rule = next((by_cue[t.i] for t in candidate.cue if t.i in by_cue), None)
        if rule is not None and _overlaps(candidate, rule):
            owned.remove(candidate.content, number)
            is_same = rule.cue[0] in candidate.cue
            found[number] = replace(
                candidate,
                content=_union(candidate, rule, owned) if is_same else candidate.content,
                confidence=max(candidate.confidence or 0, confidence_of(rule.rule)),
            )
            owned.add(found[number].content, number)
    return found


def _overlaps(one: Candidate, other: Candidate) -> bool:
    return any(_covers(other, part) for part in one.content)


def _union(candidate: Candidate, rule: Candidate, others: Intervals) -> list[Bounds]:
    """Return the content of both, without what others, the cue or the source occupy."""
    words = [(t.start, t.end) for t in (*candidate.cue, *candidate.source)]
    free = [
        b
        for b in rule.content
        if not others.overlaps(*b) and not any(b[0] < d and c < b[1] for c, d in words)
    ]
    joined: list[Bounds] = []
    for start, end in sorted([*candidate.content, *free]):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
