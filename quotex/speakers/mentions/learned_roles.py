"""What an article says about the roles and ages of those whom it names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from quotex.languages import Language
from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import is_plural
from quotex.parse.view import NOUNS, Token, View
from quotex.speakers.mentions.roles import Role, Roles, modifiers, role_lemma
from quotex.speakers.mentions.set_off_names import noun_before
from quotex.speakers.mentions.verbal_roles import VerbalRoles
from quotex.speakers.names.cluster import Cluster, Gender
from quotex.speakers.phrases import is_apposition

_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST_OFFICE = 6  # tokens before a name
_LONGEST_SEAT = 30  # characters after a name
_LONGEST_AGE = 30  # characters after a name
_AGE = re.compile(r"\s*[,(]\s*(?P<age>[1-9]\d)\s*[,).]")
_OLDEST = 119


def learn_roles(view: View, language: Language, clusters: Iterable[Cluster]) -> Roles:
    """Return what the article calls each person and organization, with their genders and ages.

    Each role appears once, in text order.
    """
    clusters = list(clusters)
    reader = _RoleReader(view, language, clusters)
    roles: dict[int, list[Role]] = {}
    genders: dict[int, Gender] = {}
    ages: dict[int, int] = {}
    for cluster in clusters:
        found = list(dict.fromkeys(reader.roles(cluster)))
        roles[cluster.number] = list(dict.fromkeys([*found, *reader.verbal_roles(cluster)]))
        gender = _gender_of_roles(found, language.speakers)
        if not cluster.gender and gender:
            genders[cluster.number] = gender
        age = reader.age(cluster)
        if age is not None:
            ages[cluster.number] = age
    return Roles(roles, genders, ages, reader.appositive_names)


def stated_age(text: str, words: SpeakerWords) -> int | None:
    """Return the age that a phrase like "the 34-year-old diver" gives in figures."""
    if not any(letter.isdigit() for letter in text):
        return None
    endings = "|".join(re.escape(e) for e in sorted(words.age_endings) if e[:1] == "-")
    match = re.search(rf"\b(\d{{1,3}})(?:{endings})", text)
    return int(match[1]) if match is not None and int(match[1]) <= _OLDEST else None


class _RoleReader:
    def __init__(self, view: View, language: Language, clusters: Iterable[Cluster]) -> None:
        self._view = view
        self._words = language.speakers
        self._seat = language.patterns.seat
        self._verbal_roles = VerbalRoles(view, language, clusters)
        self.appositive_names: dict[int, Cluster] = {}

    def roles(self, cluster: Cluster) -> Iterator[Role]:
        """Yield the roles of a person or an organization, run by run."""
        if cluster.label not in {"PERSON", "ORG"}:
            return
        is_person = cluster.label == "PERSON"
        for first, last in cluster.runs:
            name = self._view.tokens[last - 1]
            if self._view.tokens[first].pos == "ADP":
                continue  # "of Prisons": not a name, but the recogniser takes it for one
            yield from self._apposed(name, is_person)
            yield from self._set_off(cluster, first, last)
            yield from self._predicated(name, is_person)
            if is_person:
                yield from self._office_before(first)
                yield from self._of_title(first, last)
                yield from self._of_seat(first, last)
            else:
                yield from self._kind_before(cluster, first)

    def verbal_roles(self, cluster: Cluster) -> Iterator[Role]:
        """Yield the roles that a person's verbs and relatives show."""
        if cluster.label == "PERSON":
            yield from self._verbal_roles.roles(cluster)

    def age(self, cluster: Cluster) -> int | None:
        """Return the age that the article gives in figures after a person's name."""
        if cluster.label != "PERSON":
            return None
        tokens = self._view.tokens
        for _, last in cluster.runs:
            end = tokens[last - 1].end
            match = _AGE.match(self._view.text, end, end + _LONGEST_AGE)
            if match is not None:
                return int(match["age"])
        return None

    def _is_known(self, lemma: str, *, is_person: bool) -> bool:
        words = self._words
        if is_person:
            return words.is_person(lemma) or lemma in words.roles.parts
        return words.is_body(lemma)

    def _office_before(self, first: int) -> Iterator[Role]:
        """Yield the office right before a name: "Secretary of State", "Iowa Sen."."""
        tokens = self._view.tokens
        run: list[Token] = []
        i = first - 1
        sentence = tokens[first].sentence
        while i >= 0 and len(run) < _LONGEST_OFFICE:
            token = tokens[i]
            if token.text == "." and not run and self._is_abbreviation(i - 1):
                sentence, i = token.sentence, i - 1  # "Sgt." may seem to end a sentence
                continue
            is_of = token.is_a("of") and bool(run) and i > 0
            if token.sentence != sentence or not (token.pos in _NOMINAL or is_of):
                break
            run.insert(0, token)
            i -= 1
        split = next((n for n, t in enumerate(run) if t.is_a("of")), len(run))
        heads = [t for t in run[:split] if self._is_office(t)]
        if heads:
            head = heads[-1]
            rest = [t for t in run if t is not head]
            others = {t.lemma.lower() for t in rest} | {t.lower for t in rest if is_plural(t)}
            yield Role(role_lemma(head, self._words), frozenset(others))

    def _is_abbreviation(self, i: int) -> bool:
        return i >= 0 and f"{self._view.tokens[i].lower}." in self._words.abbreviations

    def _is_office(self, token: Token) -> bool:
        return not is_plural(token) and self._is_known(
            role_lemma(token, self._words), is_person=True
        )

    def _of_title(self, first: int, last: int) -> Iterator[Role]:
        """Yield the role of a title that is taken for part of the name: "Lord Roe"."""
        title, words = self._view.tokens[first].lower, self._words
        if last - first > 1 and title in words.honorifics and title in words.roles.alternatives:
            yield Role(title, frozenset())

    def _kind_before(self, cluster: Cluster, first: int) -> Iterator[Role]:
        """Yield the kind of organization right before a name: "the airline Roe"."""
        tokens = self._view.tokens
        i = first - 1
        if i > 0 and tokens[i].is_a("definite_article"):
            i -= 1
        if i < 0 or tokens[i].sentence != tokens[first].sentence or tokens[i].pos != "NOUN":
            return
        if not is_plural(tokens[i]):
            for role in self._role(tokens[i], is_person=False):
                self.appositive_names[i] = cluster
                yield role

    def _apposed(self, name: Token, is_person: bool) -> Iterator[Role]:
        """Yield the roles of "Ada Roe, the mayor" and of "the mayor, Ada Roe"."""
        nouns = [c for c in name.children if c.dep == "appos" and is_apposition(self._view, c)]
        if name.dep == "appos" and name.head.pos in NOUNS:
            nouns.append(name.head)
        for noun in nouns:
            for part in [noun, *(c for c in noun.children if c.dep == "conj")]:
                yield from self._role(part, is_person=is_person)

    def _set_off(self, cluster: Cluster, first: int, last: int) -> Iterator[Role]:
        """Yield the role of "the mayor, Ada Roe," however the parser reads it."""
        noun = noun_before(self._view, self._words, first, last)
        if noun is None:
            return
        is_person = cluster.label == "PERSON"
        if self._is_known(role_lemma(noun, self._words), is_person=is_person):
            self.appositive_names[noun.i] = cluster
            yield from self._role(noun, is_person=is_person)

    def _predicated(self, name: Token, is_person: bool) -> Iterator[Role]:
        """Yield the role of "Ada Roe is the mayor" or "the mayor is Ada Roe"."""
        verb = name.head
        if verb.is_a("copula") and name.dep in {"nsubj", "attr"}:
            noun = verb.child("attr" if name.dep == "nsubj" else "nsubj")
        else:
            noun = self._verbal_roles.noun_after_becoming(name)
        if noun is not None:
            yield from self._role(noun, is_person=is_person)

    def _role(self, noun: Token, *, is_person: bool) -> Iterator[Role]:
        lemma = role_lemma(noun, self._words)
        if not is_plural(noun) and self._is_known(lemma, is_person=is_person):
            yield Role(lemma, modifiers(noun))

    def _of_seat(self, first: int, last: int) -> Iterator[Role]:
        """Yield the roles in "(R-Ohio)" after a name: a Republican, and a senator for Ohio."""
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
        for office in self._office_before(first):
            yield Role(office.noun, where)


def _gender_of_roles(roles: Iterable[Role], words: SpeakerWords) -> Gender:
    """Return the gender of the first role that has one."""
    genders = (words.gender_of(role.noun) for role in roles)
    return next((gender for gender in genders if gender), "")
