"""Verbs with an object or an infinitive that holds no words: "thanked him", "declined to say"."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.parse.grammar import agent, is_infinitive, is_passive, is_verb
from quotex.parse.view import Token
from quotex.quotations.context import Context

_WITH_WORDS = frozenset({"ccomp", "xcomp", "advcl", "dobj", "acl", "pcomp", "prep", "oprd"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl"})


def is_empty(context: Context, word: Token) -> bool:
    """Whether a verb only names a deed, or that something was or was not said.

    "Thanked her rescuers" does not say for what, "convicted him of theft" is a deed of a court,
    "declined to say" withholds nothing in particular, and "the protest had been announced" does not
    say how.
    """
    if not is_verb(word):
        return False
    if word.is_a("sentencing"):
        return _object(word) is not None and not _quotes(context, word.subtree())
    if word.is_a("thanking"):
        return _has_bare_object(context, word)
    if word.is_a("withholding"):
        saying = word.child("xcomp")
        return saying is not None and saying.is_a("answering") and _is_bare_infinitive(saying)
    return word.is_a("publicising") and _has_bare_subject(context, word)


def _object(verb: Token) -> Token | None:
    return verb.child("dobj", "nsubjpass")


def _quotes(context: Context, words: Iterable[Token]) -> bool:
    """Whether any of the words is in quotation marks."""
    return any(context.index.stretch_at(t.start) is not None for t in words)


def _has_bare_object(context: Context, verb: Token) -> bool:
    """Whether a verb has an object without a reason: not "thanked him for “months of patience”"."""
    found = _object(verb)
    words = [*found.subtree(), *verb.children] if found is not None else []
    is_reasoned = any(t.is_a("reason_preposition") for t in words)
    return bool(words) and not is_reasoned and not _quotes(context, words)


def _is_bare_infinitive(verb: Token) -> bool:
    return is_infinitive(verb) and verb.child(*_WITH_WORDS) is None


def _has_bare_subject(context: Context, verb: Token) -> bool:
    """Whether a passive has a thing as its subject, and neither an agent nor a clause."""
    subject = verb.child("nsubjpass")
    if subject is None or not is_passive(verb) or agent(verb) is not None:
        return False
    has_clause = any(t.dep in _CLAUSES for t in (*verb.children, *subject.children))
    return not (has_clause or _quotes(context, subject.subtree()))
