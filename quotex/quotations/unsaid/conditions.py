"""Conditions: "if he says that it rained", "should the court rule that it may"."""

from __future__ import annotations

from quotex.parse.grammar import is_verb
from quotex.parse.view import Token
from quotex.quotations.unsaid.inversion import fronted_auxiliary, is_inverted_condition


def is_in_condition(word: Token) -> bool:
    """Whether a verb is in a condition, so that its content may never have been said.

    A plain object does not count: somebody who does not recognise a danger still faces one.
    """
    has_object = word.child("dobj") is not None and word.child("ccomp", "xcomp") is None
    if not is_verb(word) or has_object:
        return False
    clause = word
    while clause.dep in {"conj", "xcomp"} and is_verb(clause.head):
        clause = clause.head
    if is_inverted_condition(clause):
        return True
    if clause.dep not in {"advcl", "csubj"}:
        return False
    mark = clause.child("mark")
    if mark is None:
        return clause.dep == "advcl" and fronted_auxiliary(clause) is not None
    return mark.is_a("supposing") and not _is_set_off(mark)


def _is_set_off(mark: Token) -> bool:
    """Whether a comma follows: in "if, he said, it rained" the condition is what he said."""
    after = mark.view.tokens[mark.i + 1 : mark.i + 2] if mark.view is not None else []
    return any(not t.is_word for t in after)
