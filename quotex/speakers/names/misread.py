"""Names whose label or bounds the recogniser gets wrong, and what the sentence shows instead."""

from __future__ import annotations

from quotex.languages import Language
from quotex.languages.word_lists import SpeakerWords
from quotex.parse.view import Entity, Token, View
from quotex.speakers.names.cluster import Run
from quotex.speakers.names.parts import (
    is_given_name,
    is_national,
    is_noun_in_capitals,
    is_of_relative,
)
from quotex.speakers.phrases import is_apposition

_SUSPECT_LABELS = frozenset({"ORG", "FAC", "GPE", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"})
_LONGEST_NAME = 4  # words of a person's name, including first names
_MODIFYING = frozenset({"compound", "nmod"})
_DASHES = frozenset({"-", "–"})
_OWNER_AND = 3  # words of "Seafarers' and"
_MIN_TWO_NAMES = 3  # words that may hold two names
_AFTER_AGE = frozenset({",", "."})
_TRAILING_MARKS = frozenset({".", ",", ";"})


class Misread:
    """Judges the names that the recogniser finds in one article."""

    def __init__(self, view: View, language: Language) -> None:
        self._view = view
        self._words = language.speakers
        self._names = language.names

    def is_person(self, entity: Entity) -> bool:
        """Whether the sentence shows that a name is a person's: "her lawyer, Bodil Lind", "who".

        Firms' names may have first names, too ("Morgan Stanley"), and firms may be owners or
        partners; if a noun may describe either, the name must begin with a first name.
        """
        first, last = trimmed(self._view, entity.first, entity.last)
        words = self._view.tokens[first:last]
        if entity.label in _SUSPECT_LABELS and len(words) == 1:
            is_aged = self._is_name_part(words[0]) and self._has_age_after(last)
            return is_aged or is_of_relative(words[0], self._words)
        if entity.label not in _SUSPECT_LABELS or not 1 < len(words) <= _LONGEST_NAME:
            return False
        if not all(self._is_name_part(t) for t in words):
            return False
        if any(self._is_body_word(t) for t in words) or first != entity.first:
            return False
        if self._has_age_after(last):
            return True
        name = words[-1]
        is_given = is_given_name(words[0].lower, self._words)
        noun = name.head
        if name.dep == "appos" and is_apposition(self._view, name):
            if self._is_one_person(noun):
                return is_given or noun.lemma not in self._names.either
            if is_given and noun.dep == "pobj" and self._is_one_person(noun.head.head):
                return True  # "the strategist for the bank, Ada Roe"
        return is_given and is_described(name, self._words)

    def _has_age_after(self, end: int) -> bool:
        """Whether an age follows a name: "Stelios Lund, 58, said", "said Stelios Lund, 58."."""
        after = self._view.tokens[end : end + 3]
        if len(after) < 3 or after[0].text != "," or after[2].text not in _AFTER_AGE:
            return False
        age = after[1].text
        return age.isdecimal() and len(age) == 2

    def _has_body_noun_before(self, first: int) -> bool:
        """Whether a noun for a body directly precedes a name: "the group Adria Metals"."""
        noun = self._view.tokens[first - 1] if first else None
        if noun is None or noun.tag != "NN" or not noun.text.islower():
            return False
        return self._words.is_body(noun.lemma) and not self._words.is_person(noun.lemma)

    def _is_name_part(self, token: Token) -> bool:
        is_name = token.pos == "PROPN" and token.text[:1].isupper()
        return is_name or token.text in _DASHES or token.lower in self._names.particles

    def _is_one_person(self, noun: Token) -> bool:
        """Whether a noun refers to one person: "the lawyer", "one of the lawyers"."""
        lemma = noun.lemma.lower()
        if self._words.is_person(lemma) or lemma in self._names.offices:
            return noun.tag != "NNS"
        below = [c for c in noun.children if c.is_a("of")]
        return noun.is_a("one_of_several") and any(
            c.is_a("plural_pronoun") or self._words.is_person(c.lemma)
            for of in below
            for c in of.children
        )

    def _is_body_word(self, token: Token) -> bool:
        word, words = token.lower.rstrip("."), self._words
        kinds = (words.organization, words.government, words.groups, self._names.firm_endings)
        return any(word in kind for kind in kinds)

    def is_not_a_name(self, entity: Entity) -> bool:
        """Whether only capitals suggest a name: "Ada Roe QC", "A BARMAN", "the Home Secretary".

        "the Welshman" is not a name, either, and a name with a "The" of its own is not a person's:
        "The Salt Book".
        """
        first, last = trimmed(self._view, entity.first, entity.last)
        if self._is_demonym(first, last) or self._is_common_noun(first, last):
            return True
        if entity.label == "PERSON" and self._is_title_of_work(first):
            return True
        token = self._view.tokens[first]
        is_office = last - first > 1 and self._is_office_with_article(first, last)
        if is_office and (entity.label == "PERSON" or self._is_held_by_name_after(last)):
            return True
        if last - first > 1 or first == 0 or not token.text.isupper():
            return False
        before = self._view.tokens[first - 1]
        if token.lower in self._names.behind:
            return before.pos == "PROPN"
        return before.pos == "DET" and is_noun_in_capitals(token, self._words)

    def _is_title_of_work(self, first: int) -> bool:
        """Whether "The" precedes a name within a sentence, capitalised as in a title."""
        article = self._view.tokens[first - 1] if first else None
        if article is None or not article.is_a("definite_article") or article.text.isupper():
            return False
        is_inside = article.i > self._view.sentences[article.sentence].first
        return is_inside and article.text[0].isupper()

    def _is_common_noun(self, first: int, last: int) -> bool:
        """Whether there is only a noun for a body, in lower case: "the ministry"."""
        noun = self._view.tokens[last - 1]
        is_body = self._words.is_body(noun.lemma)
        return is_body and last - first == 1 and noun.text.islower()

    def _is_demonym(self, first: int, last: int) -> bool:
        words, before = self._view.tokens[first:last], self._view.tokens[first - 1 : first]
        has_determiner = any(t.pos == "DET" for t in before)
        is_whole = words[-1].dep not in _MODIFYING
        return has_determiner and is_whole and is_national(words, self._words)

    def _is_office_with_article(self, first: int, last: int) -> bool:
        """Whether an article precedes words that end in an office: "the Home Secretary"."""
        tokens = self._view.tokens
        article = tokens[first - 1] if first else None
        if article is None or not article.is_a("definite_article"):
            return False
        is_given = is_given_name(tokens[first].lower, self._words)
        return tokens[last - 1].lower in self._words.person and not is_given

    def _is_held_by_name_after(self, last: int) -> bool:
        """Whether a person's name is set off after an office: "the Press Officer, DSP Ada Roe,"."""
        office = self._view.tokens[last - 1]
        beside = office.child("appos")
        return beside is not None and beside.i > office.i and beside.entity == "PERSON"

    def corrected(self, entity: Entity) -> Entity:
        """Return the person inside an organization's name, or else the entity, its label corrected.

        "Ada Roe for Lund" is two names in one, and so is "Council Ada Roe" after "chair of the".
        """
        first, last = trimmed(self._view, entity.first, entity.last)
        tokens = self._view.tokens
        if entity.label == "PERSON" and self._is_body(first, last):
            return Entity(entity.first, entity.last, "ORG")
        linked = next((i for i in range(first, last) if tokens[i].pos == "ADP"), last)
        if entity.label != "ORG" or last - first < _MIN_TWO_NAMES:
            return entity
        is_linked = linked == first + 2 and not tokens[linked].is_a("of")
        runs = [(first, linked)] if is_linked else []
        if first > 1 and self._follows_office(entity.first):
            runs.append((last - 2, last))
        return next((Entity(*run, "PERSON") for run in runs if self._is_full_name(*run)), entity)

    def _is_body(self, first: int, last: int) -> bool:
        """Whether the last word shows that a supposed person is a body: "Lundby United"."""
        given, name = self._view.tokens[first], self._view.tokens[last - 1]
        if last - first < 2 or is_given_name(given.lower, self._words):
            return False
        return name.lower in self._names.body_endings or self._has_body_noun_before(first)

    def _is_full_name(self, first: int, last: int) -> bool:
        given, *_, surname = self._view.tokens[first:last]
        is_name = is_given_name(given.lower, self._words) and surname.pos == "PROPN"
        return is_name and not self._is_body_word(surname)

    def _follows_office(self, first: int) -> bool:
        """Whether an office and "of" precede a name: "Secretary of the …"."""
        link, office = self._view.tokens[first - 1], self._view.tokens[first - 2]
        if link.pos == "DET" and first > 2:
            link, office = self._view.tokens[first - 2], self._view.tokens[first - 3]
        word, words = office.lower, self._words
        is_office = words.is_person(word) or word in words.honorifics | self._names.offices
        return link.pos == "ADP" and is_office

    def body(self, first: int, last: int) -> Run:
        """Return the run of an organization's name, with the "LLC" that the recogniser leaves out.

        The kind of a place is not part of its name: "city of Lundby".
        """
        first, last = trimmed(self._view, first, last)
        tokens = self._view.tokens
        if last - first > 2 and tokens[first].text in self._names.places:  # "city of Lundby"
            first += 2 if tokens[first + 1].is_a("of") else 0
        if self._follows_joined_owner(first, last):  # "Seafarers' and Dockers' Association"
            first -= _OWNER_AND
        end = last + 1 if last < len(tokens) and tokens[last].text == "," else last
        if end < len(tokens) and tokens[end].text[:1].isupper():
            word = tokens[end].lower.rstrip(".")
            last = end + 1 if word in self._names.firm_endings else last
        return first, last

    def _follows_joined_owner(self, first: int, last: int) -> bool:
        """Whether "Seafarers' and" precedes "Dockers' Association"."""
        tokens = self._view.tokens
        if first < _OWNER_AND or last - first < _OWNER_AND:
            return False
        noun, mark, link = tokens[first - _OWNER_AND : first]
        are_owners = all(t.is_a("possessive_ending") for t in (mark, tokens[first + 1]))
        return are_owners and noun.text[:1].isupper() and link.pos == "CCONJ"


def trimmed(view: View, first: int, last: int) -> Run:
    """Return a run without articles, lower-case adjectives, possessive endings or outer marks."""
    tokens = view.tokens
    while last - first > 1 and _is_trailing(tokens[last - 1]):
        last -= 1
    while last - first > 1 and (
        tokens[first].pos == "DET"
        or tokens[first].is_a("definite_article")
        or (tokens[first].pos == "ADJ" and tokens[first].text.islower())
    ):
        first += 1
    return first, last


def is_described(name: Token, words: SpeakerWords) -> bool:
    """Whether a modifier of a name is one for people: an age, "who …", "a diver"."""
    for child in name.children:
        if child.dep == "appos" and (child.pos == "NUM" or words.is_person(child.lemma)):
            return True
        if child.dep == "relcl" and any(t.is_a("person_relative") for t in child.children):
            return True
    return any(c.pos == "NUM" and c.i > name.i for c in name.children)


def _is_trailing(token: Token) -> bool:
    is_mark = token.text in _TRAILING_MARKS or token.is_a("possessive_ending")
    return is_mark or (token.dep == "prep" and token.text.islower())  # "the ministry on" Friday
