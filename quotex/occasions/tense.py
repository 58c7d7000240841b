"""The tense of a cue: news uses the past for what was said once, other tenses for background."""

from __future__ import annotations

from typing import Literal

from quotex.parse.grammar import AUXILIARIES, is_verb
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate

Tense = Literal["past", "perfect", "present", "modal", "none"]

_DEPTH = 6  # verbs above a participle that are tried


def tense_of_verb(verb: Token) -> Tense:
    """Return the tense of a verb; a participle or infinitive has that of the verb above it."""
    return _tense(verb, _DEPTH)


def tense_of(candidate: Candidate) -> Tense:
    """Return the tense of a candidate's cue, or "none" if it has no verb."""
    verb = next((t for t in reversed(candidate.cue) if is_verb(t)), None)
    return tense_of_verb(verb) if verb is not None else "none"


def is_participle(candidate: Candidate) -> bool:
    """Whether a cue accompanies another act: "…, calling it a lie"."""
    verbs = [t for t in candidate.cue if is_verb(t)]
    return bool(verbs) and verbs[0].tag == "VBG" and verbs[0].child("aux") is None


def is_future(verb: Token) -> bool:
    """Whether a verb is about something still to happen: "will say", "is expected to say"."""
    auxiliaries = [c for c in verb.children if c.dep in AUXILIARIES]
    if any(c.is_a("future_auxiliary") for c in auxiliaries):
        return True
    is_infinitive = verb.tag == "VB" and any(c.tag == "TO" for c in auxiliaries)
    is_planned = verb.dep == "xcomp" and verb.head.is_a("planning")
    return is_infinitive and is_planned and tense_of_verb(verb.head) == "present"


def _tense(verb: Token, depth: int) -> Tense:
    auxiliaries = [c for c in verb.children if c.dep in AUXILIARIES]
    is_contracted = any(c.is_a("contracted_auxiliary") for c in auxiliaries)
    if any(c.is_a("perfect_auxiliary") for c in auxiliaries) or (
        verb.tag == "VBN" and is_contracted
    ):
        return "perfect"
    if any(c.is_a("modal") for c in auxiliaries):
        return "past" if _is_done(verb) else "modal"
    if verb.tag == "VBD" or any(c.is_a("past_auxiliary") for c in auxiliaries):
        return "past"
    if verb.tag in {"VBZ", "VBP"} or any(c.is_a("present_auxiliary") for c in auxiliaries):
        return "present"
    above = next((t for t in verb.ancestors() if is_verb(t)), None)
    return _tense(above, depth - 1) if above is not None and depth else "none"


def _is_done(verb: Token) -> bool:
    """Whether a modal verb tells of a deed: "could not resist adding", "would say only"."""
    is_past = any(c.is_a("past_modal") for c in verb.children)
    is_unwilling = any(c.is_a("unwilling_modal") for c in verb.children)
    is_limited = verb.child("neg") is not None or any(c.is_a("focus") for c in verb.children)
    return is_limited and (is_unwilling or (is_past and verb.is_a("resisting")))
