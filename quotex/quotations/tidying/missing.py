"""What belongs to the words of a source, and a model leaves out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotex.parse.grammar import is_passive, is_verb, particle
from quotex.parse.view import TIMES, Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context

_STANCES_ON_FUTURE: Final = frozenset({"demands", "expects", "promises", "proposes"})


def with_missing_words(context: Context, candidate: Candidate) -> list[Bounds]:
    """Return content with who is to do it, "urged *the crew* to wait", and by when."""
    content = list(candidate.content)
    words = context.index.between(*content[0]) if content else []
    if words:
        who = _person_asked(context, candidate, words[0])
        content[0] = (who[0].start if who else content[0][0], content[0][1])
        content[-1] = (content[-1][0], _end_with_deadline(context, candidate, content[-1]))
    return content


def _person_asked(context: Context, candidate: Candidate, first: Token) -> Sequence[Token]:
    """Return the object of a verb of asking that stands right before its infinitive.

    Who is told or warned to do something is not part of what is said.
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
    """Return where content ends with the day until which it is to be: "a vote by Friday"."""
    end = part[1]
    after = context.index.first_at(end)
    words = context.index.between(*part)
    if candidate.sense.stance not in _STANCES_ON_FUTURE or not words:
        return end
    led = context.view.tokens[after : after + 1]
    if not led or not led[0].is_a("time_bound") or led[0].i != words[-1].i + 1:
        return end
    noun = led[0].child("pobj")
    if noun is None or noun.entity not in TIMES or led[0].head not in {*candidate.cue, *words}:
        return end
    return noun.subtree()[-1].end
