"""The name beside the noun of a source: "the chairman, Ada Roe", "the security firm Lund"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from quotex.languages import Language
from quotex.parse.view import NOMINAL, TIMES, Token
from quotex.speakers.given_name import name_given
from quotex.speakers.mentions.roles import role_lemma
from quotex.speakers.names.cluster import Cluster
from quotex.speakers.names.names import Names

_BODIES = frozenset({"ORG", "FAC"})
_OPENING = frozenset({"(", "["})
_OF_OFFICES = frozenset({"ADJ", "NOUN", "VERB", "CCONJ"})


def _is_of_role(token: Token) -> bool:
    return token.pos in {"ADJ", "NOUN", "PROPN"}  # "the Beninese judge"


class AppositiveNames:
    """Finds the name beside the noun of a source, in one article."""

    def __init__(self, names: Names, language: Language) -> None:
        self._names = names
        self._words = language.speakers
        self._lists = language.names

    def name(self, source: Sequence[Token], head: Token) -> Cluster | None:
        """Return the name that a source gives for its noun ``head``, or None.

        Also None if the words list several, or if the name may be somebody else's: in "a spokesman
        for the publisher, Lund & Co" it is the publisher's.
        """
        parts = _between_commas(source)
        first = parts[0]
        if first[-1].lower in self._lists.behind and len(first) > 1:  # "Ada Roe MP"
            name = self._names.covering(first[-2])
            if name is not None and name.label == "PERSON":
                return name
        given = name_given(head, self._names)
        if given is not None and self._names.covering(head) is None:
            return given
        noun = head if any(t is head for t in first) else None
        if noun is None or head.tag == "NNS" or self._names.covering(head) is not None:
            return self._after_office_phrase(first)
        found = self._after_comma(parts, noun) if len(parts) > 1 else None
        return found or self._next_to_noun(first, noun) or self._after_office_phrase(first)

    def _after_comma(self, parts: Sequence[Sequence[Token]], noun: Token) -> Cluster | None:
        """Return the name between commas: "one of the passengers, Ada Roe, who …"."""
        if any(self._continues_list(part) for part in parts[1:]):
            return None
        name = self._whole_name(parts[1])
        if name is None or any(self._whole_name(part) is not None for part in parts[2:]):
            return None
        return name if self._fits(name, noun, parts[0]) else None

    def _continues_list(self, part: Sequence[Token]) -> bool:
        return bool(part) and part[0].dep == "cc"

    def _whole_name(self, words: Sequence[Token]) -> Cluster | None:
        """Return the name between two commas, if only titles, a role and brackets are beside it."""
        opened = next((n for n, t in enumerate(words) if t.text in _OPENING), len(words))
        words = [t for t in words[:opened] if t.is_word and t.entity not in TIMES]
        described = next((n for n, t in enumerate(words) if n and t.pos == "ADP"), len(words))
        words = words[:described]  # "Ada Roe of the Harbour Institute"
        if len(words) > 1 and words[-1].lower in self._lists.behind:
            words = words[:-1]  # "Ada Roe KC"
        cluster = self._names.covering(words[-1]) if words else None
        if cluster is None:
            return None
        before = [t for t in words if t.i < self._names.start_of(words[-1])]
        is_role = cluster.label == "PERSON" and any(self._words.is_person(t.lemma) for t in before)
        is_alone = all(self._is_title(t) or (is_role and _is_of_role(t)) for t in before)
        return cluster if is_alone else None

    def _is_title(self, token: Token) -> bool:
        word = token.lower
        lists = (self._words.honorifics, self._lists.perhaps, self._lists.peerage)
        return token.pos == "DET" or any(word in kind for kind in lists)

    def _fits(self, name: Cluster, noun: Token, before: Sequence[Token]) -> bool:
        """Whether a name may belong to a noun, and to no other noun before it."""
        last = [t for t in before if t.is_word][-1]
        is_person = self._is_of_person(noun, before)
        if name.label == "PERSON":
            is_near = last is noun or is_person
            return is_near and not self._is_document(noun)
        if is_person and noun.lemma not in self._lists.either:
            return False
        if last is not noun or self._is_document(noun):
            return False
        return name.label in _BODIES or self._is_settlement_or_body(name, noun)

    def _is_settlement_or_body(self, name: Cluster, noun: Token) -> bool:
        is_body = self._words.is_body(noun.lemma)
        return name.label == "GPE" and (is_body or noun.lemma in self._lists.places)

    def _is_document(self, noun: Token) -> bool:
        return noun.lemma in self._words.documents

    def _is_of_person(self, noun: Token, phrase: Sequence[Token]) -> bool:
        """Whether a noun refers to one person: "the diver", "one of the divers"."""
        if self._is_person(noun):
            return True
        below = [t for c in noun.children if c.is_a("of") for t in c.children if t in phrase]
        may_speak = (t.is_a("plural_pronoun") or self._words.is_person(t.lemma) for t in below)
        if noun.is_a("one_of_several") and any(may_speak):
            return True
        office = takewhile(lambda t: t.pos != "ADP", phrase)  # "vice-president" is several words
        return any(t.dep == "appos" and self._is_office(t) for t in office)

    def _next_to_noun(self, words: Sequence[Token], noun: Token) -> Cluster | None:
        """Return the name right after a noun: "the firm Lund.com", "the city of Lund".

        Or right before it: "the Lund Herald newspaper".
        """
        words = [t for t in words if t.is_word]
        if words[-1] is noun and noun.lemma in self._lists.appended and len(words) > 1:
            name = self._names.covering(words[-2])
            return name if name is not None and name.label in _BODIES else None
        name = self._names.covering(words[-1])
        of = words[-1].head
        if name is not None and of.is_a("of") and of.head is noun:
            is_place = noun.lemma in self._lists.places and name.label in {"GPE", "ORG"}
            return name if is_place else None
        if name is None or name.label not in _BODIES:
            return None
        first = self._names.start_of(words[-1])
        before = [t for t in words if t.i < first and not t.is_a("definite_article")]
        if not before or before[-1] is not noun:
            return None
        is_body = self._words.is_body(noun.lemma)
        return name if is_body or noun.lemma in self._lists.either else None

    def _after_office_phrase(self, words: Sequence[Token]) -> Cluster | None:
        """Return who holds an office of several words: "CEO of the Lundby Council Ada Roe".

        In "a spokesman for Mayor Ada Roe" she is somebody else, and also where her name directly
        follows the preposition.
        """
        words = [t for t in words if t.is_word]
        name = self._names.covering(words[-1]) if words else None
        if name is None or name.label != "PERSON":
            return None
        before = [t for t in words if t.i < self._names.start_of(words[-1])]
        if self._are_joined_offices(before):
            return name
        linked = [n for n, t in enumerate(before) if t.pos == "ADP"]
        if not linked or not all(t.pos in NOMINAL | {"ADJ", "ADP", "DET", "CCONJ"} for t in before):
            return None
        if not any(self._is_office(t) for t in before[: linked[0]]):
            return None
        body = [t for t in before[linked[-1] + 1 :] if t.pos != "DET"]
        heads = [before[n - 1] for n in linked[1:]] + body[-1:]  # "for Secretary of State Ada Roe"
        if not all(t.text[:1].isupper() for t in body) or any(map(self._is_of_people, heads)):
            return None
        return name if body else None

    def _are_joined_offices(self, words: Sequence[Token]) -> bool:
        """Whether words are two offices of one person: "director and chief executive".

        Articles would show that they are two people's.
        """
        at = next((n for n, t in enumerate(words) if t.pos == "CCONJ"), 0)
        ends = [words[at - 1], words[-1]] if 0 < at < len(words) - 1 else []
        is_plain = all(t.pos in _OF_OFFICES and t.text.islower() for t in words)
        return is_plain and bool(ends) and all(t.tag == "NN" and self._is_person(t) for t in ends)

    def _is_office(self, token: Token) -> bool:
        return self._is_person(token) or token.lower in self._words.honorifics

    def _is_person(self, noun: Token) -> bool:
        word = role_lemma(noun, self._words).lower()
        return self._words.is_person(word) or word in self._lists.offices

    def _is_of_people(self, token: Token) -> bool:
        return self._is_office(token) or self._is_title(token) or token.entity == "NORP"


def _between_commas(words: Sequence[Token]) -> list[Sequence[Token]]:
    """Return the parts of a source between its commas."""
    marks = [-1, *(n for n, t in enumerate(words) if t.text == ","), len(words)]
    parts = [words[a + 1 : b] for a, b in pairwise(marks)]
    return [part for part in parts if any(t.is_word for t in part)] or [words]
