"""Inverted clauses: "has the mayor said", "should the court rule"."""

from __future__ import annotations

from quotex.parse.grammar import AUXILIARIES, NOUN_SUBJECTS
from quotex.parse.view import Token


def fronted_auxiliary(clause: Token) -> Token | None:
    """Return the auxiliary that precedes the subject of a clause: "had she said"."""
    noun = clause.child(*NOUN_SUBJECTS)
    auxiliary = next((c for c in clause.children if c.dep in AUXILIARIES), None)
    if noun is None or auxiliary is None or auxiliary.i > noun.subtree()[0].i:
        return None
    return auxiliary
