"""The venues that a clause names: places, events and media, each with its span."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.phrases import (
    city_of,
    is_bare,
    is_known,
    is_met,
    is_of_title,
    is_place_before,
    is_where,
    name_of,
    names_issuer,
    preposition_of,
    term_of,
    without_possessive,
)
from quotex.occasions.venues.titles import Title
from quotex.parse.grammar import is_verb, prepositional
from quotex.parse.view import Token
from quotex.records import VenueKind

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_BY_BUILDINGS = frozenset({"aboard", "at", "inside", "outside"})
_UNCOUNTED = frozenset({"interview", "testimony"})
_NO_PLACES = frozenset({"DATE", "TIME", "PERSON", "NORP"})
_AFTER = frozenset({"after", "following"})
_MOMENTS = frozenset(
    {"beginning", "close", "end", "hour", "moment", "outset", "point", "start", "time"}
)
_BODIES = frozenset({"caucus", "panel", "party"})  # whoever tells them something told people


@dataclass(frozen=True, slots=True)
class Setting:
    """A venue before it becomes a record: its kind and its words, the last one its head.

    ``is_known`` says that the text speaks of it as of one that the reader knows already: "the
    rally", "his speech".
    """

    kind: VenueKind
    words: Sequence[Token]
    is_known: bool = False


class VenueReader:
    """Reads venues off the words of a clause; ``words`` are the lists of the language."""

    def __init__(self, words: VenueWords) -> None:
        self._words = words
        self._outlets = Outlets(words)

    def read(self, verb: Token, around: Iterable[Token], source: Sequence[Token]) -> list[Setting]:
        """Return the venues among ``around``, the words that modify ``verb``, in text order.

        What hangs on the source inside its phrase describes the speaker ("the mayor of Oslo")
        and is no venue.
        """
        inside = {t.i for t in around}
        speaker = {t.i for t in source}
        found: list[Setting] = []
        for noun in around:
            if noun.i in speaker:
                continue
            if noun.dep == "dobj" and noun.head.i not in speaker:
                found.extend(self._object(noun))
            preposition, above = preposition_of(noun)
            if preposition is not None and preposition.is_a("of") and self._is_event(noun):
                preposition, above = _beyond(above)  # "in her State of the Union address"
            if preposition is None or preposition.i in speaker or preposition.i not in inside:
                continue
            if above.i not in inside or (above.i in speaker and above.i > verb.i):
                above = verb  # "said Roe in Oslo"; or the content ended before the preposition
            found.extend(self._settings(preposition.lower, noun, above))
        found.extend(self._addressed(verb))
        found.extend(self._carrier(verb))
        found.extend(self._source_medium(source))
        unique = {s.words[-1].i: s for s in found if s.words}
        return sorted(unique.values(), key=_first)

    def leading(self, noun: Token) -> list[Setting]:
        """Return what a noun behind a preposition tells of, whatever that hangs on."""
        preposition, _ = preposition_of(noun)
        if preposition is None:
            return []
        return list(self._settings(preposition.lower, noun, noun))

    def is_scene(self, preposition: Token, noun: Token) -> bool:
        """Whether a phrase is of a speech event, whatever it hangs on: "in an interview"."""
        before = preposition.lower
        if self._is_event(noun):
            return before in {"at", "during", "in"}
        if noun.lemma in self._words.issued or self.is_outlet(noun):
            return before in {"in", "on"}
        return before == "on" and noun.entity == "DATE"

    def is_told(self, noun: Token) -> bool:
        """Whether a noun is an occasion or a document: its day is the day of the words."""
        words = self._words
        beside = (c for c in noun.children if c.dep == "compound" and c.i == noun.i - 1)
        paired = any(f"{c.lower} {noun.lemma}" in words.event for c in beside)
        return paired or noun.lemma in words.event | words.dated | words.told

    def _is_event(self, noun: Token) -> bool:
        """Whether a noun is an occasion; "the town hall" is a building, "a town hall" is none."""
        if noun.pos not in {"NOUN", "PROPN"}:
            return False
        if noun.lemma.lower() in self._words.event:
            return True
        beside = (c for c in noun.children if c.dep == "compound" and c.i == noun.i - 1)
        paired = any(f"{c.lower} {noun.lemma}" in self._words.event for c in beside)
        return paired and any(c.is_a("indefinite_article") for c in noun.children)

    def broadcaster(self, title: Title) -> list[Setting]:
        """Return whose programme is named, "CBN" of "on CBN's “Morning Table”"."""
        owner = title.lead.head
        preposition, _ = preposition_of(owner.head)
        if title.lead.dep != "case" or owner.entity != "ORG" or preposition is None:
            return []
        named = without_possessive(name_of(owner))
        return [Setting("medium", named)] if preposition.lower in {"on", "with"} else []

    def carries(self, noun: Token) -> bool:
        """Whether a noun is an occasion, a medium or an audience: its place is the words'."""
        words = self._words
        return (
            noun.lemma in words.event
            or noun.lemma in words.audience
            or noun.lemma in words.medium
            or noun.lemma in words.facility
            or noun.entity in _PLACES
        )

    def told_by(self, noun: Token) -> list[Setting]:
        """Return the event or document that a noun is: "his speech", "a letter"."""
        words = self._words
        if noun.lemma in words.event:
            if noun.lemma in words.modified and noun.child("compound") is None:
                return []  # "a call for calm" is no telephone call
            return [*self._event(noun), *self._outlets_before(noun)]
        if noun.lemma in words.issued or (noun.lemma in words.medium and noun.pos == "NOUN"):
            return [Setting("medium", name_of(noun), is_known(noun)), *self._outlets_before(noun)]
        return []

    def _object(self, noun: Token) -> list[Setting]:
        """Read "addressed a rally" and "issued a statement"."""
        words, verb = self._words, noun.head
        if noun.lemma in words.event:
            is_at = any(self._is_event(below) for _, below in prepositional(noun))
            is_told = verb.lemma in words.attending and not is_at  # "an appearance at a rally"
            return self.told_by(noun) if is_told else []
        return self.told_by(noun) if verb.lemma in words.issuing else []

    def _settings(self, preposition: str, noun: Token, above: Token) -> Iterator[Setting]:
        """Yield what a prepositional phrase names: "at an Iowa rally" is an event and a place."""
        if noun.lemma in self._words.edges and preposition in {"at", "on"}:
            yield from self._beside(noun)
        elif self._leads(above) or self._is_loose(preposition, noun):
            if self._is_occasion(preposition, noun, above):
                yield from self._at_event(preposition, noun)
            else:
                yield from self._through(preposition, noun, above)

    def _is_occasion(self, preposition: str, noun: Token, above: Token) -> bool:
        addressed = preposition == "to" and above.lemma in {"speak", "talk"}
        is_named = noun.pos == "PROPN" and preposition not in {"at", "to"}
        led = addressed or preposition in self._words.event_prepositions
        return self._is_event(noun) and not is_named and led

    def _at_event(self, preposition: str, noun: Token) -> Iterator[Setting]:
        if preposition in _AFTER and is_known(noun):
            return  # "after the meeting" is when it was over
        if preposition in {"in", "on"} and is_bare(noun) and noun.lemma not in _UNCOUNTED:
            return  # "in protest"
        yield from self._event(noun)
        yield from self._outlets_before(noun)

    def _through(self, preposition: str, noun: Token, above: Token) -> Iterator[Setting]:
        """Yield the medium or the place that a prepositional phrase names."""
        noun = self._outlets.called(noun)
        if self._is_medium(preposition, noun) and not is_of_title(noun):
            yield Setting("medium", name_of(noun), is_known(noun))
            yield from self._outlets_before(noun)
        elif preposition == "on" and (outlets := list(self._outlets_before(noun))):
            yield from outlets
            if noun.pos == "PROPN":
                yield Setting("medium", name_of(noun))
        elif self._is_place(preposition, noun, above):
            yield Setting("place", name_of(city_of(noun) or noun))
        elif preposition == "on" and self._is_platform(noun, above):
            yield Setting("medium", name_of(noun))

    def _beside(self, noun: Token) -> Iterator[Setting]:
        """Read "on the sidelines of the summit" as at it."""
        for preposition, below in prepositional(noun):
            if preposition.is_a("of") and self._is_event(below):
                yield from self._event(below)

    def _leads(self, above: Token) -> bool:
        """Whether what hangs on a word may tell of where it was said."""
        return is_verb(above) or is_met(above) or self.carries(above)

    def _is_loose(self, preposition: str, noun: Token) -> bool:
        """Whether a phrase tells of the saying whatever it hangs on: "at a rally", "on Twitter"."""
        if noun.lemma in self._words.event:
            return preposition in {"at", "during", "throughout"}
        return noun.lower in self._words.outlets and noun.lower in self._words.medium

    def _event(self, noun: Token) -> Iterator[Setting]:
        yield Setting("event", name_of(noun), is_known(noun))
        yield from (Setting("place", name_of(c)) for c in noun.children if is_place_before(c, noun))

    def _is_place(self, preposition: str, noun: Token, above: Token) -> bool:
        words = self._words
        if noun.entity in _PLACES or city_of(noun) is not None:
            reached = above.lemma in words.event or above.lemma in {"travel", "come"}
            return preposition in words.place_prepositions or (preposition == "to" and reached)
        if preposition == "from" and noun.lemma.lower() in words.facility:
            return noun.pos == "PROPN" or is_known(noun)  # "from the Oval Office"
        if preposition == "in" and noun.lower in words.chambers:
            return above.lemma in words.scene_verbs  # "speaking in the House of Commons"
        is_ground = noun.lemma.lower() in words.ground and preposition == "on"
        if is_ground and not is_bare(noun):
            return True  # "on the Senate floor"
        if preposition not in _BY_BUILDINGS or self.is_outlet(noun):
            return False
        if noun.pos == "PROPN":
            return noun.entity not in _NO_PLACES or noun.child("case") is not None  # "at Rosie's"
        if noun.pos != "NOUN":
            return False
        if noun.lemma in words.facility or preposition == "aboard":
            return True
        is_of_event = preposition == "at" and above.pos != "VERB" and above.lemma in words.event
        return is_of_event and noun.lemma not in words.event | _MOMENTS

    def _is_platform(self, noun: Token, above: Token) -> bool:
        """Whether a name is where something was posted: "in a post on Chirper"."""
        is_name = noun.pos == "PROPN" and noun.entity not in _NO_PLACES | _PLACES
        return is_name and above.pos == "NOUN" and above.lemma in self._words.issued

    def _outlets_before(self, noun: Token) -> Iterator[Setting]:
        yield from (Setting("medium", name) for name in self._outlets.before(noun))

    def _is_medium(self, preposition: str, noun: Token) -> bool:
        words = self._words
        if self.is_outlet(noun):
            return preposition in words.outlet_prepositions
        return term_of(noun) in words.medium and preposition in words.medium_prepositions

    def is_outlet(self, noun: Token) -> bool:
        """Whether a name is that of a newspaper, a broadcaster or a platform."""
        return self._outlets.is_outlet(noun)

    def _addressed(self, verb: Token) -> Iterator[Setting]:
        """Read "told The Daily Planet" as said through that paper, "told a rally" as at it."""
        if verb.lemma not in self._words.addressing:
            return
        hearer = verb.child("dobj", "dative")
        if hearer is None or hearer.i < verb.i:
            return
        if self._is_event(hearer) and hearer.pos == "NOUN" and hearer.lemma not in _BODIES:
            yield from self._event(hearer)
        else:
            yield from (Setting("medium", name) for name in self._outlets.of_hearer(hearer))

    def _carrier(self, verb: Token) -> list[Setting]:
        """Read the document or speech that a cue hangs on: "a letter urging her to go"."""
        noun = verb.head
        if verb.dep not in {"acl", "relcl"} or is_verb(noun):
            return []
        if noun.entity in _PLACES and is_where(verb, self._words):
            return [Setting("place", name_of(noun))]
        return self.told_by(noun)

    def _source_medium(self, source: Sequence[Token]) -> Iterator[Setting]:
        """Read a document that speaks for its issuer as the medium of its words."""
        inside = {t.i for t in source}
        for token in source:
            if token.head.i in inside or token.pos == "PROPN":
                continue
            if token.lemma in self._words.findings:
                if names_issuer(token):
                    yield Setting("medium", name_of(token))
            elif token.lemma in self._words.issued:
                yield Setting("medium", name_of(token), is_known(token))


def _beyond(noun: Token) -> tuple[Token | None, Token]:
    return preposition_of(noun) if noun.pos == "PROPN" else (None, noun)


def _first(setting: Setting) -> int:
    return setting.words[0].i
