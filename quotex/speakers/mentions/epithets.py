"""Noun phrases that only describe somebody just named: "the 34-year-old", "the left-hander"."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.languages.word_lists import SpeakerWords
from quotex.parse.grammar import is_definite, is_plural
from quotex.parse.view import Token, View
from quotex.speakers.mentions.antecedents import Antecedents
from quotex.speakers.mentions.learned_roles import stated_age
from quotex.speakers.mentions.roles import Binding, Roles, belongs_elsewhere, role_lemma
from quotex.speakers.names.cluster import Cluster, Gender
from quotex.speakers.names.parts import is_national

_MODIFIERS = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_OF_PLACE = frozenset({"GPE", "LOC", "NORP", "FAC"})
_OTHERS = frozenset({"ORG", "PERSON"})
_LONGEST_EPITHET = 13  # characters after "the"
_FAR_BACK = 2  # paragraphs


class Epithets:
    """Finds the person in one article whom a description refers to."""

    def __init__(
        self, view: View, words: SpeakerWords, clusters: Sequence[Cluster], roles: Roles,
        antecedents: Antecedents,
    ) -> None:  # fmt: skip
        self._view = view
        self._words = words
        self._roles = roles
        self._antecedents = antecedents
        self._by_age: dict[int, list[Cluster]] = {}
        for cluster in clusters:
            if cluster.number in roles.ages:
                self._by_age.setdefault(roles.ages[cluster.number], []).append(cluster)
        people = [c.name.lower().split() for c in clusters if c.label == "PERSON"]
        self._surnames = frozenset(name[-1] for name in people if len(name) > 1)

    def person(self, noun: Token, *, is_introduced: bool, speaks: bool = False) -> Binding | None:
        """Return who a description refers to, or None if that is unclear.

        A noun that introduced somebody before (``is_introduced``) refers to that person. One that
        ``speaks`` may also refer to whoever spoke last.
        """
        is_aged = bool(self._roles.ages) and is_definite(noun)
        age = stated_age(self._words_before(noun), self._words) if is_aged else None
        if age is not None:
            aged = self._by_age.get(age, [])
            if len(aged) == 1 and aged[0].runs[0][0] < noun.i:
                return Binding(aged[0], f"who is {age}")
        is_new = is_epithet(noun, self._words)
        if is_introduced and not is_new:
            return None
        gender = self._gender(noun)
        if is_new:
            speaker = self._last_speaker(noun, gender) if speaks else None
            cluster = speaker or self._antecedents.best_for_epithet(noun, gender)
            of_age = age if age is not None else _age_of(cluster, self._roles)
            if cluster is None or self._roles.ages.get(cluster.number, of_age) != of_age:
                return None
            return Binding(cluster, "the last to be named")
        if self._is_description(noun):
            cluster = self._antecedents.only_speaker_before(noun, gender, speaks=speaks)
        elif speaks and self._may_avoid_repetition(noun):
            cluster = self._last_speaker(noun, gender)
        else:
            return None
        if cluster is None or not self._fits_age(cluster, noun):
            return None
        if belongs_elsewhere(noun) and self._roles.of.get(cluster.number):
            return None  # "Ada Roe, the mayor, said … The head of the union said"
        return Binding(cluster, "the only one who acted or spoke there")

    def aged(self, article: Token) -> Binding | None:
        """Return who "the 68-year-old" refers to, if the parser sees no noun in it."""
        after = self._view.text[article.end : article.end + _LONGEST_EPITHET]
        age = stated_age(after, self._words)
        if age is None:
            return None
        cluster = self._last_speaker(article, "")
        if cluster is None or self._roles.ages.get(cluster.number, age) != age:
            return None
        return Binding(cluster, "the only one who acted or spoke there")

    def _last_speaker(self, noun: Token, gender: Gender) -> Cluster | None:
        """Return the only person who spoke last, at most some paragraphs back."""
        cluster = self._antecedents.only_speaker_before(noun, gender, _FAR_BACK, speaks=True)
        return cluster if cluster is not None and self._fits_age(cluster, noun) else None

    def _may_avoid_repetition(self, noun: Token) -> bool:
        """Whether a noun that speaks may only avoid the repetition of a name: "the ecologist".

        Those who belong to a scene may speak in it without having been named: "the judge". A noun
        in capitals is an office, which somebody else may hold: "the CFO".
        """
        roles, lemma = self._words.roles, role_lemma(noun, self._words)
        is_person = self._words.is_person(lemma) or lemma in roles.parts
        if is_plural(noun) or not is_person or not is_definite(noun) or noun.text.isupper():
            return False
        if lemma in roles.of_the_scene or lemma in roles.relational:
            return False
        if noun.head.is_a("replying") or noun.head.is_a("asking"):
            return False
        below = (c for c in noun.children if c.dep == "prep" and c.i == noun.i + 1)
        if any(not c.is_a("of") for c in below):
            return False  # "the expert on torture" is somebody new
        before = [t for c in noun.children if c.i < noun.i for t in c.subtree()]
        return not any(t.lower in roles.contrasting for t in before)

    def _words_before(self, noun: Token) -> str:
        return self._view.text[noun.subtree()[0].start : noun.end]

    def _gender(self, noun: Token) -> Gender:
        known = self._words.gender_of(noun.lemma)
        if known:
            return known
        return next((g for e, g in self._endings().items() if noun.lower.endswith(e)), "")

    def _endings(self) -> dict[str, Gender]:
        return self._words.roles.endings_of_nationals

    def _fits_age(self, cluster: Cluster, noun: Token) -> bool:
        """Whether a noun is compatible with somebody's age, if it is known."""
        bounds = self._words.roles.ages.get(noun.lemma)
        age = self._roles.ages.get(cluster.number)
        return bounds is None or age is None or bounds[0] <= age <= bounds[1]

    def _is_description(self, noun: Token) -> bool:
        """Whether a definite noun phrase says what somebody is, not their part in the story."""
        previous = self._view.tokens[noun.i - 1] if noun.i else noun
        if is_plural(noun) or not (is_definite(noun) or previous.is_a("definite_article")):
            return False
        if self._is_national(noun):
            return True
        roles, lemma = self._words.roles, role_lemma(noun, self._words)
        joined = self._joined(noun)
        before = [c for c in noun.children if c.dep in _MODIFIERS and c.i < noun.i]
        is_from = lemma in roles.by_sex or lemma in roles.from_a_place
        if is_from and before and all(self._is_place(c) for c in before):
            return True
        if any(c.entity in _OTHERS for c in before):
            return False
        if lemma in roles.describing or joined in roles.describing:
            return True
        return not before and self._mentions_children(noun)

    def _is_place(self, word: Token) -> bool:
        """Whether a word before "man" may be where he is from; a surname means a family."""
        if word.entity in _OF_PLACE:
            return True
        return word.pos == "PROPN" and not word.children and word.lower not in self._surnames

    def _joined(self, noun: Token) -> str:
        """Return a noun with the words that hyphens join to it; the engine may split them off."""
        first = next(iter(noun.hyphenated()), noun)
        return self._view.text[first.start : noun.end].lower()

    def _mentions_children(self, noun: Token) -> bool:
        """Whether a word continues as in "dad-of-four" and "mother of three"."""
        after = self._view.tokens[noun.i + 1 : noun.i + 3]
        if noun.lemma in self._words.roles.parents and len(after) > 1 and after[0].is_a("of"):
            return after[1].pos == "NUM"
        is_joined = len(after) > 1 and after[0].text == "-" and after[0].start == noun.end
        return is_joined and after[1].is_a("of") and noun.lemma in self._words.roles.parents

    def _is_national(self, noun: Token) -> bool:
        """Whether a noun phrase is just "the Dane" or "the New Zealander"."""
        before = [c for c in noun.children if c.dep in _MODIFIERS and c.i < noun.i]
        if before and before != [self._view.tokens[noun.i - 1]]:
            return False
        return is_national([*before, noun], self._words)


def is_epithet(noun: Token, words: SpeakerWords) -> bool:
    """Whether a definite noun phrase says something new about one person.

    "the 34-year-old" and "the former minister" do so; "the judge" may well be somebody new.
    """
    if not noun.children or not is_definite(noun):
        return False
    if is_plural(noun) or not words.is_person(role_lemma(noun, words)):
        return noun.is_a("old") and noun.child("npadvmod") is not None
    before = [t for c in noun.children if c.i < noun.i for t in c.subtree()]
    age = tuple(words.age_endings)
    return any(t.is_a("former") or t.lower.endswith(age) for t in before)


def _age_of(cluster: Cluster | None, roles: Roles) -> int | None:
    return roles.ages.get(cluster.number) if cluster is not None else None
