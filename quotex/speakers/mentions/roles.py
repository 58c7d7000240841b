"""What the article calls a person besides the name: offices, appositions, "she is the mayor"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from quotex.languages import Language
from quotex.languages.word_lists import SpeakerWords, Words
from quotex.parse.grammar import phrase, prepositional
from quotex.parse.view import Token, View, position
from quotex.speakers.names.cluster import Cluster, Gender
from quotex.speakers.phrases import is_apposition, plain

_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod"})
_OF_OFFICE = frozenset({"compound", "nmod", "amod", "poss"})
_TIMES = frozenset({"DATE", "TIME"})
_LONGEST_OFFICE = 6  # tokens before a name
_LONGEST_SEAT = 30  # characters behind a name


class Role(NamedTuple):
    """What somebody is called: the lemma of a noun, and those of the words that modify it."""

    noun: str
    modifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Roles:
    """What an article calls its people and organizations, by the number of their clusters.

    ``genders`` holds those that only a role tells: "the actress".
    """

    of: Mapping[int, Sequence[Role]]
    genders: Mapping[int, Gender]


def learn_roles(view: View, language: Language, clusters: Iterable[Cluster]) -> Roles:
    """Return what the article calls each person and organization, and the genders that this tells.

    Roles come in the order in which the article tells them, each once.
    """
    reader = _RoleReader(view, language)
    roles: dict[int, list[Role]] = {}
    genders: dict[int, Gender] = {}
    for cluster in clusters:
        found = list(dict.fromkeys(reader.roles(cluster)))
        roles[cluster.number] = found
        gender = _gender_told(found, language.speakers)
        if not cluster.gender and gender:
            genders[cluster.number] = gender
    return Roles(roles, genders)


def stated_role(cluster: Cluster, view: View) -> str | None:
    """Return the office before a person's name, or the apposition after it, in the text's words."""
    if cluster.label != "PERSON":
        return None
    for first, last in cluster.runs:
        role = _office_before(view, first, last) or _apposition(view, last)
        if role:
            return role
    return None


def role_lemma(token: Token, words: SpeakerWords) -> str:
    """Return the lemma of a noun that tells a role: "senator" for "Sen."."""
    return words.abbreviations.get(token.lower, token.lemma)


def modifiers(noun: Token) -> frozenset[str]:
    """Return the lemmas of the words before a noun that modify it, and of its "of" phrase."""
    found = [t for c in noun.children if c.dep in _MODIFIERS and c.i < noun.i for t in c.subtree()]
    found += [t for _, below in prepositional(noun) for t in [below, *below.children]]
    return frozenset(t.lemma for t in found if t.pos in _NOMINAL)


class _RoleReader:
    def __init__(self, view: View, language: Language) -> None:
        self._view = view
        self._words = language.speakers
        self._seat = language.patterns.seat

    def roles(self, cluster: Cluster) -> Iterator[Role]:
        """Yield the roles of a person or an organization, run by run."""
        words = self._words
        if cluster.label not in {"PERSON", "ORG"}:
            return
        is_person = cluster.label == "PERSON"
        nouns = words.person if is_person else words.organization | words.government
        for first, last in cluster.runs:
            name = self._view.tokens[last - 1]
            yield from self._apposed(name, nouns)
            yield from self._predicated(name, nouns)
            if is_person:
                yield from self._before(first)
                yield from self._of_seat(first, last)

    def _before(self, first: int) -> Iterator[Role]:
        """Yield the office that stands right before a name: "Secretary of State", "Iowa Sen."."""
        tokens = self._view.tokens
        run: list[Token] = []
        i = first - 1
        while i >= 0 and len(run) < _LONGEST_OFFICE:
            token = tokens[i]
            is_of = token.is_a("of") and bool(run) and i > 0
            if token.sentence != tokens[first].sentence or not (token.pos in _NOMINAL or is_of):
                break
            run.insert(0, token)
            i -= 1
        split = next((n for n, t in enumerate(run) if t.is_a("of")), len(run))
        heads = [t for t in run[:split] if role_lemma(t, self._words) in self._words.person]
        if heads:
            head = heads[-1]
            others = frozenset(t.lemma for t in run if t is not head)
            yield Role(role_lemma(head, self._words), others)

    def _apposed(self, name: Token, known: Words) -> Iterator[Role]:
        """Yield the roles of "Ada Roe, the mayor" and of "the mayor, Ada Roe"."""
        nouns = [c for c in name.children if c.dep == "appos" and is_apposition(self._view, c)]
        if name.dep == "appos" and name.head.pos in {"NOUN", "PROPN"}:
            nouns.append(name.head)
        for noun in nouns:
            for part in [noun, *(c for c in noun.children if c.dep == "conj")]:
                yield from self._role(part, known)

    def _predicated(self, name: Token, known: Words) -> Iterator[Role]:
        """Yield the role of "Ada Roe is the mayor" or "the mayor is Ada Roe"."""
        if not name.head.is_a("copula") or name.dep not in {"nsubj", "attr"}:
            return
        noun = name.head.child("attr" if name.dep == "nsubj" else "nsubj")
        if noun is not None:
            yield from self._role(noun, known)

    def _role(self, noun: Token, known: Words) -> Iterator[Role]:
        lemma = role_lemma(noun, self._words)
        if lemma in known:
            yield Role(lemma, modifiers(noun))

    def _of_seat(self, first: int, last: int) -> Iterator[Role]:
        """Yield what "(R-Ohio)" behind a name tells: a Republican, and a senator of which state."""
        end = self._view.tokens[last - 1].end
        match = self._seat.match(self._view.text, end, end + _LONGEST_SEAT)
        if match is None:
            return
        state = self._words.states.get(re.sub(r"[\s.]", "", match["state"]).lower())
        party = self._words.parties.get(match["party"])
        if state is None or party is None:
            return
        where = frozenset(state.split())
        yield Role(party, where)
        for office in self._before(first):
            yield Role(office.noun, where)


def _gender_told(roles: Iterable[Role], words: SpeakerWords) -> Gender:
    """Return the gender that the first role to tell one tells."""
    for role in roles:
        if role.noun in words.masculine:
            return "m"
        if role.noun in words.feminine:
            return "f"
    return ""


def _office_before(view: View, first: int, last: int) -> str | None:
    found = [
        word
        for child in view.tokens[last - 1].children
        if child.i < first and child.dep in _OF_OFFICE
        for word in child.subtree()
        if word.i < first and word.entity not in _TIMES
    ]
    found.sort(key=position)
    return (plain(view, found).strip(" ,") or None) if found else None


def _apposition(view: View, last: int) -> str | None:
    noun = view.tokens[last - 1].child("appos")
    if noun is None or not is_apposition(view, noun) or noun.entity == "PERSON":
        return None
    if noun.pos not in {"NOUN", "PROPN"}:
        return None
    words = phrase(noun)
    return plain(view, words) if words and not any(t.text in "()" for t in words) else None
