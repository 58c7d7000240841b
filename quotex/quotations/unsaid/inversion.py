"""Inverted clauses: "has the mayor said", "should the court rule"."""

from __future__ import annotations

from quotex.parse.grammar import AUXILIARIES, NOUN_SUBJECTS
from quotex.parse.view import Token

_QUESTION = "?"


def fronted_auxiliary(clause: Token) -> Token | None:
    """Return the auxiliary that precedes the subject of a clause: "had she said"."""
    noun = clause.child(*NOUN_SUBJECTS)
    auxiliary = next((c for c in clause.children if c.dep in AUXILIARIES), None)
    if noun is None or auxiliary is None or auxiliary.i > noun.subtree()[0].i:
        return None
    return auxiliary


def is_inverted_condition(clause: Token) -> bool:
    """Whether a clause is a condition by the order of its words: "had he said so, we would …".

    The parser takes many of these for main clauses.
    """
    auxiliary = _supposing_auxiliary(clause)
    if auxiliary is None or clause.view is None:
        return False
    sentence = clause.view.sentence(clause)
    before = [t for t in sentence if t.i < auxiliary.i][-1:]
    opens = all(not t.is_word or t.dep == "cc" for t in before)
    follows = any(t.dep == "advcl" for t in (clause, auxiliary))
    return (opens or follows) and all(t.text != _QUESTION for t in sentence[-2:])


def _supposing_auxiliary(clause: Token) -> Token | None:
    """Return the "had", "should" or "were" before the subject of a clause."""
    found = fronted_auxiliary(clause)
    noun = clause.child(*NOUN_SUBJECTS)
    if found is None and noun is not None:  # it is the verb itself, or the one above
        above = clause.head if clause.dep == "ccomp" else clause
        is_fronted = above.i < noun.subtree()[0].i and above.child(*NOUN_SUBJECTS) in {None, noun}
        found = above if is_fronted else None
    return found if found is not None and found.is_a("supposing_auxiliary") else None
