"""The name that a phrase or its verb gives for a noun: "a baker named Ada Roe"."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.parse.grammar import NOUN_CLAUSES, is_definite, prepositional
from quotex.parse.view import Token
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names

_PASSIVE = frozenset({"VBN", "VBD"})  # the second by mistake
_COMPLEMENTS = ("oprd", "attr", "ccomp")


def name_given(noun: Token, names: Names) -> Cluster | None:
    """Return who a noun refers to by the name that its phrase or its verb gives, or None.

    "A group calling itself the Black Heron", "a baker named Ada Roe", "a witness who gave her name
    as Ada", "a baker by the name of Ada Roe".
    """
    found = (names.covering(word) for word in _names_in_phrase(noun))
    given = next((cluster for cluster in found if cluster is not None), None)
    return given or _named_in_predicate(noun, names)


def _named_in_predicate(noun: Token, names: Names) -> Cluster | None:
    """Return who "the first witness was Ada Roe" or "… was her sister, Ada Roe" says it was."""
    verb = noun.head
    attribute = verb.child("attr") if noun.dep == "nsubj" and is_definite(noun) else None
    if attribute is None or attribute.i < verb.i or verb.child("neg") is not None:
        return None
    for word in (attribute, attribute.child("appos")):
        cluster = names.covering(word) if word is not None else None
        if cluster is not None:
            return cluster if cluster.label == "PERSON" else None
    return None


def _names_in_phrase(noun: Token) -> Iterator[Token]:
    for clause in noun.children:
        if clause.dep in NOUN_CLAUSES:
            yield from _named_by_clause(clause)
    for _, below in prepositional(noun):
        if below.is_a("name_noun"):
            yield from (name for link, name in prepositional(below) if link.is_a("of"))


def _named_by_clause(clause: Token) -> Iterator[Token]:
    itself = next((c for c in clause.children if c.is_a("reflexive_pronoun")), None)
    if clause.is_a("naming") and itself is not None:
        complement = clause.child(*_COMPLEMENTS)
        yield from [complement] if complement is not None else _names_after(itself)
    elif clause.is_a("naming") and clause.dep == "acl" and clause.tag in _PASSIVE:
        yield from _names_after(clause)
    given = clause.child("dobj")
    gives_name = itself is not None or (given is not None and given.is_a("name_noun"))
    if clause.is_a("naming_as") and (gives_name or clause.dep == "acl"):
        yield from (name for link, name in prepositional(clause) if link.is_a("comparison"))


def _names_after(word: Token) -> Iterator[Token]:
    after = word.view.tokens[word.i + 1 : word.i + 2] if word.view is not None else []
    yield from (t for t in after if t.pos == "PROPN")
