"""Questions of the writer: "has the mayor admitted that the bridge was unsafe?"."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.parse.grammar import is_verb
from quotex.parse.view import Token
from quotex.quotations.context import Context
from quotex.quotations.unsaid.inversion import fronted_auxiliary

_CLAUSES = frozenset({"conj", "xcomp"})
_QUESTION = "?"


def is_asked(context: Context, word: Token) -> bool:
    """Whether a sentence only asks whether something was said.

    "Why did she say that it was safe?" does not: she said it.
    """
    if not is_verb(word):
        return False
    clause = word
    while clause.dep in _CLAUSES and is_verb(clause.head):
        clause = clause.head
    sentence = context.view.sentence(word)
    return clause.is_root and _is_open_question(clause, sentence) and _ends_in_question(sentence)


def _is_open_question(clause: Token, sentence: Sequence[Token]) -> bool:
    """Whether a clause is inverted, with no "why" before its auxiliary."""
    auxiliary = fronted_auxiliary(clause)
    if auxiliary is None:
        return False
    return not any(t.tag.startswith("W") for t in sentence if t.i < auxiliary.i)


def _ends_in_question(sentence: Sequence[Token]) -> bool:
    marks = [t.text for t in sentence[-2:] if not t.is_word]
    return _QUESTION in marks
