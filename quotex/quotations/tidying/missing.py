"""Words that belong to the content, but that a model leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotex.parse.grammar import is_passive, is_verb, particle
from quotex.parse.view import TIMES, Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context

_STANCES_ON_FUTURE: Final = frozenset({"demands", "expects", "promises", "proposes"})


def with_missing_words(context: Context, candidate: Candidate) -> list[Bounds]:
    """Return content with the people asked, "urged *the crew* to wait", and with the deadline."""
    content = list(candidate.content)
    words = context.index.between(*content[0]) if content else []
    if words:
        who = _person_asked(context, candidate, words[0])
        content[0] = (who[0].start if who else content[0][0], content[0][1])
        content[-1] = (content[-1][0], _end_with_deadline(context, candidate, content[-1]))
    return content


def _person_asked(context: Context, candidate: Candidate, first: Token) -> Sequence[Token]:
    """Return the object of a verb of asking that comes right before its infinitive.

    With a verb of telling or warning, the object is not part of what is said.
    """
    if not first.is_a("infinitive_marker"):
        return []
    for verb in candidate.cue:
        if not is_verb(verb) or verb.is_a("telling") or verb.is_a("advising") or is_passive(verb):
            continue
        if "obj-to" not in context.lexicon.frames("verb", verb.lemma):
            continue
        between = context.view.tokens[candidate.cue[-1].i + 1 : first.i]
        noun = verb.child("dobj", "dative") or first.head.child("nsubj")
        if noun is None or particle(verb) is not None or not between:
            continue
        if between == [t for t in noun.subtree() if t.i < first.i]:
            return between
    return []


def _end_with_deadline(context: Context, candidate: Candidate, part: Bounds) -> int:
    """Return where content ends, including a deadline after it: "a vote by Friday"."""
    end = part[1]
    after = context.index.first_at(end)
    words = context.index.between(*part)
    if candidate.sense.stance not in _STANCES_ON_FUTURE or not words:
        return end
    following = context.view.tokens[after : after + 1]
    if not following or not following[0].is_a("time_bound") or following[0].i != words[-1].i + 1:
        return end
    noun = following[0].child("pobj")
    if (
        noun is None
        or noun.entity not in TIMES
        or following[0].head not in {*candidate.cue, *words}
    ):
        return end
    return noun.subtree()[-1].end
