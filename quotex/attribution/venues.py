"""The venues that a clause names: places, events and media, each with its span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotex.attribution.words import VenueWords
from quotex.detection.grammar import is_verb, phrase, prepositional
from quotex.engine.view import Token
from quotex.records import VenueKind

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TIMES = frozenset({"DATE", "TIME"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_NAMED_MEDIA = frozenset({"ORG", "WORK_OF_ART", "PRODUCT"})


@dataclass(frozen=True, slots=True)
class Setting:
    """A venue before it becomes a record: its kind and its words."""

    kind: VenueKind
    words: list[Token]


class VenueReader:
    """Reads venues off the words of a clause; ``words`` are the lists of the language."""

    def __init__(self, words: VenueWords) -> None:
        self._words = words

    def read(self, verb: Token, around: Iterable[Token], source: list[Token]) -> list[Setting]:
        """Return the venues among ``around``, the clause of a cue without its content.

        What hangs on the source describes the speaker ("the mayor of Oslo") and is no venue.
        """
        inside = {t.i for t in around}
        speaker = {t.i for t in source}
        found: list[Setting] = []
        for token in around:
            if token.i in speaker and not self._is_document(token):
                continue
            for preposition, noun in prepositional(token):
                if noun.i in inside:
                    found.extend(self._settings(preposition.lower, noun, token))
        found.extend(self._addressed(verb))
        found.extend(self._source_medium(source))
        unique = {(s.kind, s.words[0].i): s for s in found if s.words}
        return sorted(unique.values(), key=lambda s: s.words[0].i)

    def is_event(self, noun: Token) -> bool:
        """Whether a noun is an occasion on which people speak."""
        return noun.lemma in self._words.event

    def _settings(self, preposition: str, noun: Token, above: Token) -> Iterator[Setting]:
        """Yield what a prepositional phrase names: "at an Iowa rally" is an event and a place."""
        words = self._words
        if not (is_verb(above) or self.carries(above)):
            return
        if noun.lemma in words.event and preposition in words.event_prepositions:
            yield Setting("event", _name(noun))
            yield from (
                Setting("place", _name(c)) for c in noun.children if _is_place_before(c, noun)
            )
        elif self._is_medium(preposition, noun):
            yield Setting("medium", _name(noun))
            yield from self._outlets_before(noun)
        elif preposition == "on" and (outlets := list(self._outlets_before(noun))):
            yield from outlets
        elif (
            noun.entity in _PLACES
            and (
                preposition in words.place_prepositions
                or (preposition == "to" and above.lemma in words.event)
            )
        ) or (preposition == "at" and noun.pos == "PROPN" and noun.entity not in _TIMES):
            yield Setting("place", _name(noun))

    def _outlets_before(self, noun: Token) -> Iterator[Setting]:
        """Yield the outlets that a noun belongs to: "a Gazette essay", "Channel Nine's show"."""
        for child in noun.children:
            if (
                child.i < noun.i
                and child.dep in {"poss", "compound", "nmod"}
                and self._is_outlet(child)
            ):
                yield Setting("medium", [t for t in _name(child) if t.lower not in _POSSESSIVE])

    def carries(self, noun: Token) -> bool:
        """Whether a noun is an occasion, a medium or an audience: its place is the words'."""
        words = self._words
        return (
            noun.lemma in words.event or noun.lemma in words.audience or noun.lemma in words.medium
        )

    def _is_medium(self, preposition: str, noun: Token) -> bool:
        words = self._words
        if self._is_outlet(noun):
            return preposition in words.outlet_prepositions
        return noun.lemma in words.medium and preposition in words.medium_prepositions

    def _is_outlet(self, noun: Token) -> bool:
        name = " ".join(t.lower for t in _name(noun))
        if name in self._words.outlets or noun.lower in self._words.outlets:
            return True
        return (
            noun.entity in _NAMED_MEDIA
            and name.split()[-1:] != []
            and (name.split()[-1] in self._words.outlet_words)
        )

    def _addressed(self, verb: Token) -> Iterator[Setting]:
        """Read "told The Daily Planet" as said through that paper."""
        if verb.lemma not in self._words.addressing:
            return
        hearer = verb.child("dobj", "dative")
        if hearer is None or hearer.i < verb.i:
            return
        if self._is_outlet(hearer) or hearer.entity == "ORG":
            yield Setting("medium", _name(hearer))

    def _source_medium(self, source: list[Token]) -> Iterator[Setting]:
        """Read a document that speaks for its issuer as the medium of its words."""
        inside = {t.i for t in source}
        for token in source:
            if token.lemma in self._words.issued and token.head.i not in inside:
                yield Setting("medium", _name(token))

    def _is_document(self, token: Token) -> bool:
        return token.lemma in self._words.issued


def _is_place_before(child: Token, noun: Token) -> bool:
    return child.entity == "GPE" and child.i < noun.i and child.dep in {"compound", "nmod", "amod"}


def _name(noun: Token) -> list[Token]:
    """Return a venue's words: no article, possessive or date, nothing behind its head."""
    words = [t for t in phrase(noun) if t.i <= noun.i and t.dep not in {"det", "poss", "case"}]
    if noun.entity not in _TIMES:
        words = [t for t in words if t.entity not in _TIMES]
    return words or [noun]
