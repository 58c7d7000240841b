"""Quoted sentences without a cue of their own, which continue the quotation before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotex.document.marks import Quoted
from quotex.document.normalise import normalise
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.quotations.intervals import Intervals
from quotex.quotations.surroundings import (
    at_sentence_edge,
    inner_text,
    person_named,
    sentence_before,
    words_of_person,
)

_WORD = re.compile(r"\w+")
_FULL_STOP = re.compile(r"[.!?]\s")
_SENTENCE_END = frozenset(".!?…,—–-")
_INNER_MARKS = "\"'”’»"  # of a quotation at the end of a quotation
_MIN_WORDS = 3
_MAX_GAP = 400


def continued(context: Context, kept: Sequence[Candidate]) -> list[Candidate]:
    """Add whole quoted sentences that no rule took to the quotation that they continue.

    That is the last quotation before them in the same paragraph or, where they open a paragraph,
    in the previous one, with only other such sentences in between. Nothing is added that is
    already content, or that begins where the context allows no content.
    """
    found = list(kept)
    starts = [c.start for c in kept]
    taken = Intervals()
    taken.add(bounds for c in kept for bounds in c.content)
    for stretch in context.outer:
        number = bisect_right(starts, stretch.start) - 1
        if number < 0 or found[number].end > stretch.start:
            continue
        if not context.allows_content_at(stretch.start) or taken.overlaps(
            stretch.start, stretch.end
        ):
            continue
        inner = _INNER_MARKS if context.index.stretch_at(found[number].start) else ""
        if _is_sentence(context, stretch, inner) and _follows_directly(
            context, found[number], stretch
        ):
            found[number] = _extended(found[number], stretch)
    return found


def _extended(candidate: Candidate, stretch: Quoted) -> Candidate:
    note = ("quote-goes-on", "a quoted sentence without a cue continues it")
    content = (*candidate.content, (stretch.start, stretch.end))
    return replace(candidate, content=content, notes=(*candidate.notes, note))


def _is_sentence(context: Context, stretch: Quoted, marks: str) -> bool:
    """Whether a stretch is one or more whole sentences, judging by its marks and position.

    It may end with ``marks`` that close a quotation inside it.
    """
    inner = inner_text(context, stretch)
    closes = not stretch.closed or (inner.rstrip(marks) if marks else inner)[-1:] in _SENTENCE_END
    return closes and at_sentence_edge(context, stretch) and len(_WORD.findall(inner)) >= _MIN_WORDS


def _follows_directly(context: Context, last: Candidate, stretch: Quoted) -> bool:
    """Whether there is nothing but the end of the cue's own clause between the two."""
    if last.sense.mode == "thought":
        return False
    if not last.source and context.index.stretch_at(last.start) is None:
        return False  # nobody is named who might go on speaking
    end = max(
        last.end, last.cue[-1].end if last.cue else 0, last.source[-1].end if last.source else 0
    )
    if stretch.start - end > _MAX_GAP or _follows_another_person(context, last, stretch, end):
        return False
    parts = _by_paragraph(context, end, stretch.start)
    sentences = [s for part in parts for s in _FULL_STOP.split(part) if _WORD.search(s)]
    return len(sentences) <= 1 and len(parts) <= 2


def _follows_another_person(context: Context, last: Candidate, stretch: Quoted, end: int) -> bool:
    """Whether the sentence right before a stretch is about a person other than the last source."""
    sentence = sentence_before(context, stretch)
    noun = person_named(context, sentence) if sentence and sentence[0].start >= end else None
    if noun is None:
        return False
    if any(c.is_a("indefinite_article") for c in noun.children):
        return True
    named = {t.lower for t in words_of_person(noun) if t.pos == "PROPN"}
    known = {t.lower for t in last.source if t.pos == "PROPN"}
    return bool(named and known) and named.isdisjoint(known)


def _by_paragraph(context: Context, start: int, end: int) -> list[str]:
    """Return ``text[start:end]``, normalised and split at paragraph boundaries."""
    view, index = context.view, context.index
    first = view.paragraph(view.tokens[max(0, index.first_at(start) - 1)])
    last = view.paragraph(view.tokens[min(index.first_at(end), len(view.tokens) - 1)])
    bounds = view.paragraphs[first : last + 1]
    return [normalise(view.text, max(a, start), max(start, min(b, end))).text for a, b in bounds]
