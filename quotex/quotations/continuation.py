"""Quotations without a cue of their own, which go on from the one before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

from quotex.document.marks import Quoted
from quotex.document.normalise import normalise
from quotex.quotations.candidate import Bounds, Candidate, Context
from quotex.quotations.surroundings import at_sentence_edge, inner_text

_WORD = re.compile(r"\w+")
_FULL_STOP = re.compile(r"[.!?]\s")
_SENTENCE_END = frozenset(".!?…,—–-")
_WORDS_AT_LEAST = 3
_FAR = 400


Allowed = Callable[[int], bool]


def continued(context: Context, kept: list[Candidate], allowed: Allowed) -> list[Candidate]:
    """Give whole quoted sentences that no rule took to the quotation that they go on from.

    That is the last one before them in the same paragraph or, where they open a paragraph, in
    the paragraph before, if nothing but their own kind stands between. Content grows in place, and
    never over what is content already or begins where it is not ``allowed``.
    """
    starts = [c.start for c in kept]
    taken = Covered(bounds for c in kept for bounds in c.content)
    for stretch in context.outer:
        after = bisect_right(starts, stretch.start)
        last = kept[after - 1] if after else None
        if last is None or last.end > stretch.start:
            continue
        if not allowed(stretch.start) or taken.touches(stretch.start, stretch.end):
            continue
        if _is_sentence(context, stretch) and _is_next(context, last, stretch):
            last.content.append((stretch.start, stretch.end))
            last.extra_evidence.append(
                ("quote-goes-on", "a quoted sentence without a cue goes on from it")
            )
    return kept


class Covered:
    """Stretches of text, asked whether one of them shares a character with another stretch."""

    def __init__(self, bounds: Iterable[Bounds]) -> None:
        ordered = sorted(bounds)
        self._starts = [start for start, _ in ordered]
        self._reached = list(accumulate((end for _, end in ordered), max))

    def touches(self, start: int, end: int) -> bool:
        """Whether one of the stretches overlaps ``[start, end)``."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reached[before - 1] > start


def _is_sentence(context: Context, stretch: Quoted) -> bool:
    """Whether a stretch is one or more whole sentences, by its marks and its place."""
    inner = inner_text(context, stretch)
    closes = not stretch.closed or (bool(inner) and inner[-1] in _SENTENCE_END)
    return (
        closes
        and at_sentence_edge(context, stretch)
        and len(_WORD.findall(inner)) >= _WORDS_AT_LEAST
    )


def _is_next(context: Context, last: Candidate, stretch: Quoted) -> bool:
    """Whether nothing but the end of the cue's own clause stands between the two."""
    if last.sense.mode == "thought":
        return False
    end = max(
        last.end, last.cue[-1].end if last.cue else 0, last.source[-1].end if last.source else 0
    )
    if stretch.start - end > _FAR:
        return False
    parts = _by_paragraph(context, end, stretch.start)
    sentences = [s for part in parts for s in _FULL_STOP.split(part) if _WORD.search(s)]
    return len(sentences) <= 1 and len(parts) <= 2


def _by_paragraph(context: Context, start: int, end: int) -> list[str]:
    """Return ``text[start:end]``, tidy, cut at the bounds of paragraphs."""
    view, index = context.view, context.index
    first = view.paragraph(view.tokens[max(0, index.first_at(start) - 1)])
    last = view.paragraph(view.tokens[min(index.first_at(end), len(view.tokens) - 1)])
    bounds = view.paragraphs[first : last + 1]
    return [normalise(view.text, max(a, start), max(start, min(b, end))).text for a, b in bounds]
