"""What follows quoted words in content but says when or where they were said.

She said it was “a sham” in an interview on Monday.
"""

from __future__ import annotations

from collections.abc import Sequence

from quotex.parse.grammar import AUXILIARIES, is_verb
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context

_LONGEST = 20  # tokens of a tail


def end_before_venue(context: Context, candidate: Candidate, start: int, end: int) -> int:
    """Return the end of content before a phrase that says in what or on which day it was said.

    Not if words of others are reported within the content, she said that Roe wrote of “a sham” in a
    letter, nor for the day of what was still to come: she said it would be “closed” on Monday.
    """
    quoted = [q for q in context.index.stretches_in(start, end) if q.end < end]
    is_led = all(t.end <= start for t in candidate.cue) and bool(candidate.cue)
    if not quoted or not is_led or not quoted[-1].closed:
        return end
    tail = context.index.between(quoted[-1].end, end)
    before = context.index.between(start, quoted[-1].end)
    outside = [t for t in before if context.index.stretch_at(t.start) is None]
    if any(_reports(context, word) for word in outside) or len(tail) > _LONGEST:
        return end
    is_done = not any(t.is_a("modal") for t in outside)
    is_apart = _opens_with_venue(context, tail) or (is_done and _is_day(context, tail))
    return quoted[-1].end if is_apart else end


def _opens_with_venue(context: Context, tail: Sequence[Token]) -> bool:
    """Whether a tail is only about an interview, a speech or something written."""
    noun = tail[0].child("pobj") if tail and tail[0].dep == "prep" else None
    if noun is None or any(is_verb(t) for t in tail if t.dep not in {"acl", "amod", "relcl"}):
        return False
    words = context.language.venues
    known = words.interviews | words.pieces | words.performance
    is_place = tail[0].lower in words.prepositions.event | words.prepositions.medium
    return is_place and noun.pos == "NOUN" and noun.lemma in known


def _is_day(context: Context, tail: Sequence[Token]) -> bool:
    """Whether a tail is only a day: "on Monday"."""
    words = context.language.venues
    is_on = len(tail) > 1 and tail[0].lower in words.prepositions.day
    return is_on and all(t.entity == "DATE" for t in tail[1:])


def _reports(context: Context, word: Token) -> bool:
    """Whether a verb of content reports somebody's words or an earlier event."""
    if word.dep in AUXILIARIES:
        return word.is_a("perfect_auxiliary")
    return is_verb(word) and bool(context.lexicon.frames("verb", word.lemma))
