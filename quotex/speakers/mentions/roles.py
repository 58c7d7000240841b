"""What the article calls a person besides the name: offices, appositions, "she is the mayor"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import is_plural, phrase, prepositional
from quotex.parse.view import NOUNS, TIMES, Token, View, position
from quotex.speakers.names.cluster import Cluster, Gender
from quotex.speakers.phrases import is_apposition, plain

_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_CLOSING = frozenset({")", "]"})
_DASHES = frozenset({"-", "–", "—", "--"})
_OF_OFFICE = frozenset({"compound", "nmod", "amod", "poss"})


class Role(NamedTuple):
    """What somebody is called: the lemma of a noun, and those of the words that modify it."""

    noun: str
    modifiers: frozenset[str]


class Binding(NamedTuple):
    """Who a noun refers to, and what in the article shows it."""

    cluster: Cluster
    why: str


@dataclass(frozen=True, slots=True)
class Roles:
    """What an article calls its people and organizations, by the number of their clusters.

    ``genders`` holds those known only from a role: "the actress". ``ages`` holds those given in
    figures; ``appositive_names`` holds, by the number of a noun, the one whose name is beside it.
    """

    of: Mapping[int, Sequence[Role]]
    genders: Mapping[int, Gender]
    ages: Mapping[int, int] = field(default_factory=dict)
    appositive_names: Mapping[int, Cluster] = field(default_factory=dict)


def stated_role(cluster: Cluster, view: View, words: SpeakerWords) -> str | None:
    """Return the office before a person's name, or its apposition, in the text's words."""
    if cluster.label != "PERSON":
        return None
    for first, last in cluster.runs:
        role = _office_before(view, first, last) or _apposition(view, last)
        role = role or _apposed_to(view, first, last, words)
        if role:
            return role
    return None


def role_lemma(token: Token, words: SpeakerWords) -> str:
    """Return the lemma of a noun for a role: "senator" for "Sen."."""
    known = words.abbreviations
    return known.get(token.lower) or known.get(f"{token.lower}.") or token.lemma.lower()


def modifiers(noun: Token) -> frozenset[str]:
    """Return the lemmas of the words before a noun that modify it, and of its "of" phrase."""
    found = [t for c in noun.children if c.dep in _MODIFIERS and c.i < noun.i for t in c.subtree()]
    found += [t for _, below in prepositional(noun) for t in [below, *below.children]]
    nouns = {t.lemma.lower() for t in found if t.pos in _NOMINAL}
    return frozenset(nouns | {t.lower for t in found if t.dep == "amod" or is_plural(t)})


def belongs_elsewhere(noun: Token) -> bool:
    """Whether a noun says what somebody belongs to: "of the union", not "the mother of three"."""
    below = (c for of in noun.children if of.is_a("of") for c in of.children)
    return any(c.pos in NOUNS for c in below)


def _office_before(view: View, first: int, last: int) -> str | None:
    found = [
        word
        for child in view.tokens[last - 1].children
        if child.i < first and child.dep in _OF_OFFICE
        for word in child.subtree()
        if word.i < first and word.entity not in TIMES
    ]
    found.sort(key=position)
    found = _after_dateline(found)
    if not found or found[-1].is_a("possessive_ending"):
        return None  # "the union's Ada Roe" says where she belongs, but gives no office
    return plain(view, found).strip(" ,") or None


def _after_dateline(words: list[Token]) -> list[Token]:
    """Return the words after a bracket or a dash with spaces: "OSLO (ANB) - Prime Minister"."""
    last = -1
    for n, word in enumerate(words):
        is_spaced = n > 0 and words[n - 1].end < word.start
        if word.text in _CLOSING or (word.text in _DASHES and is_spaced):
            last = n
    return words[last + 1 :]


def _apposition(view: View, last: int) -> str | None:
    noun = view.tokens[last - 1].child("appos")
    if noun is None or not is_apposition(view, noun) or noun.entity == "PERSON":
        return None
    if noun.pos not in NOUNS:
        return None
    words = phrase(noun)
    return plain(view, words) if words and not any(t.text in "()" for t in words) else None


def _apposed_to(view: View, first: int, last: int, words: SpeakerWords) -> str | None:
    """Return the office that a name is an apposition to: "the chairman" in "the chairman, Roe"."""
    name = view.tokens[last - 1]
    noun = name.head
    if name.dep != "appos" or noun.i > first or not words.is_person(role_lemma(noun, words)):
        return None
    office = [t for t in phrase(noun) if t.i < first]
    while office and not office[-1].is_word:
        office.pop()
    is_plain = office and noun in office and not any(t.text in "()," for t in office)
    return plain(view, office) if is_plain else None
