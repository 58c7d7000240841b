"""What rules out a day as that of a cue: it is a limit, a purpose, a topic, or still open."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.occasions.tense import is_future, tense_of_verb
from quotex.parse.grammar import is_verb
from quotex.parse.view import Token


def is_limit(preposition: Token, *, is_nearest: bool) -> bool:
    """Whether a preposition above a day makes it a limit, a purpose or part of the topic.

    ``is_nearest``: there is no other preposition between it and the day.
    """
    if preposition.is_a("time_limit") or preposition.is_a("time_topic"):
        return True
    if preposition.is_a("time_purpose"):
        noun = preposition.child("pobj")
        return noun is not None and noun.entity == "DATE"
    return is_nearest and preposition.is_a("time_bound")


def follows_plan(words: Sequence[Token], verb: Token) -> bool:
    """Whether the last verb of ``words``, which lie between ``verb`` and a day, is of the future.

    "Entered the race in Oslo, where voters will decide on February 1."
    """
    last = next((t for t in reversed(words) if is_verb(t)), verb)
    return last is not verb and is_future(last)


def is_open(verb: Token) -> bool:
    """Whether a verb is about what will or would happen, or is introduced by "since" or "until"."""
    marks = (c for c in verb.children if c.dep in {"mark", "prep"} and c.i < verb.i)
    if any(c.is_a("time_limit") for c in marks):
        return True
    return is_future(verb) or tense_of_verb(verb) == "modal"
