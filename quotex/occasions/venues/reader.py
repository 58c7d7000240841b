"""The venues that a clause names: places, events and media, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.documents import Documents
from quotex.occasions.venues.events import Events
from quotex.occasions.venues.hearers import Hearers
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.phrases import (
    event_term,
    follows_aside,
    is_answered,
    is_arrival,
    is_bare,
    is_indefinite,
    is_of_title,
    is_own,
    is_person_met,
    is_speaker_there,
    name_of,
    outer_phrase,
    outlet_name,
    pair_of,
    preposition_of,
    speaks_at_destination,
    speech_before,
    term_of,
)
from quotex.occasions.venues.places import Places
from quotex.parse.grammar import NOUN_CLAUSES, SUBJECTS, is_familiar, is_verb, prepositional
from quotex.parse.view import NOUNS, PLACES, Token


class VenueReader:
    """Finds venues among the words of a clause.

    ``words`` are the lists of the language; ``agency`` is the one that the dateline names.
    """

    def __init__(self, words: VenueWords, agency: str | None = None) -> None:
        self._words = words
        self._prepositions = words.prepositions
        self._pieces = words.medium | words.pieces | words.issued
        self._carriers = self._pieces | words.event | words.audience
        self._carriers |= words.facility | words.rooms
        self._dated = words.event | words.dated | words.utterances | words.occasions
        self._near = self._prepositions.edge | self._prepositions.origin
        self._events = Events(words)
        self._outlets = Outlets(words, agency)
        self._places = Places(words, self._outlets)
        self._hearers = Hearers(words, self._outlets, self._events, self._places)
        self._documents = Documents(words, self._outlets, self._hearers, self._events)

    def read(
        self, verb: Token, around: Sequence[Token], source: Sequence[Token]
    ) -> list[VenueMention]:
        """Return the venues among ``around``, the words that modify ``verb``, in text order.

        A modifier inside the source's phrase describes the speaker: "the mayor of Oslo".
        """
        inside = {t.i for t in around}
        speaker = {t.i for t in source}
        free = inside - speaker
        found: list[VenueMention] = []
        for noun in around:
            if noun.i in speaker:
                continue
            if noun.dep == "dobj" and noun.head.i not in speaker:
                found.extend(self._read_object(noun))
            elif self._events.is_in_progress(noun):
                found.extend(self.venues_of_noun(noun))
            elif noun.dep in SUBJECTS and self._hearers.is_caller(noun):
                found.extend(self._hearers.outlets_of(noun))
            preposition, above = preposition_of(noun)
            above = self._events.held_by(speech_before(above, self._words))
            if preposition is not None and preposition.is_a("of") and self._events.is_event(noun):
                preposition, above = outer_phrase(above)  # "in her State of the Union address"
            is_others = self._documents.is_printed_in(noun, above)
            if preposition is None or preposition.i not in free or is_others:
                continue
            is_there = is_speaker_there(preposition, noun, self._words)
            if preposition.lower in self._prepositions.origin and is_own(noun):
                is_there = above in verb.children  # "told the channel from his hospital bed"
            if is_there or above.i not in inside or (above.i in speaker and above.i > verb.i):
                above = verb  # "said Roe in Oslo"; or the content ended before the preposition
            found.extend(self._read_phrase(preposition.lower, noun, above))
        found.extend(self._read_detached(source, verb))
        told = [*self._hearers.addressed(verb, source), *self._hearers.gathered(verb)]
        found.extend(v for v in told if v.words[-1].i in inside or not is_indefinite(v.words[-1]))
        found.extend(self._hearers.quoted_by(verb, source))
        found.extend(self._hearers.asked_by(around))
        found.extend(self._read_modified_noun(verb, source))
        found.extend(self._documents.venues_of_source(source))
        found.extend(self._documents.outlets_of(found))
        found.extend(self._places.around(found, free))
        is_at_event = any(v.kind == "event" for v in found)
        unique = {
            venue.words[-1].i: venue
            for venue in found
            if venue.words and not (is_at_event and self._places.is_bare_stage(venue.words[-1]))
        }
        return sorted(unique.values(), key=lambda venue: venue.words[0].i)

    def venues_of_phrase(self, noun: Token) -> list[VenueMention]:
        """Return the venues that a noun with its preposition names, whatever they modify."""
        preposition, _ = preposition_of(noun)
        if preposition is None:
            return []
        return list(self._read_phrase(preposition.lower, noun, noun))

    def venues_of_noun(self, noun: Token, *, is_issued: bool = False) -> list[VenueMention]:
        """Return the event or document that a noun names, and its outlet: "his speech".

        ``is_issued``: the text says that somebody issued it, so any kind of document counts.
        """
        words = self._words
        if noun.lemma in words.event:
            if noun.lemma in words.modified and noun.child("compound") is None:
                return []  # "a call for calm" is not a telephone call
            return [*self._events.venues_of(noun), *self._outlets_before(noun)]
        is_piece = noun.lemma in self._pieces or (is_issued and noun.lemma in words.written)
        if is_piece and (noun.pos == "NOUN" or noun.lemma in words.issued):
            medium = VenueMention("medium", name_of(noun), is_familiar(noun))
            return [medium, *self._outlets_before(noun)]
        return []

    def is_scene(self, preposition: Token, noun: Token) -> bool:
        """Whether a phrase is about a speech event, whatever it modifies: "in an interview"."""
        before = preposition.lower
        if self._events.is_event(noun):
            return before in self._prepositions.scene
        if self._places.is_court(noun):
            return before in self._prepositions.scene
        is_new = self._documents.is_written(noun) and is_indefinite(noun)
        if is_new or noun.lemma in self._words.issued or self.is_outlet(noun):
            return before in self._prepositions.document
        return before in self._prepositions.day and noun.entity == "DATE"

    def is_dated(self, noun: Token) -> bool:
        """Whether a noun is an event or a document, whose day is that of the words."""
        return noun.lemma in self._dated or self._events.is_paired(noun)

    def is_outlet(self, noun: Token) -> bool:
        """Whether a name is that of a newspaper, a broadcaster or a platform."""
        return self._outlets.is_outlet(noun)

    def _read_detached(self, source: Sequence[Token], verb: Token) -> Iterator[VenueMention]:
        """Read "said Roe outside the school" and "from her bed", which the tree attaches to her."""
        for token in source:
            preposition, _ = preposition_of(token)
            if preposition is None:
                continue
            if token.lemma in self._words.channels and is_bare(token):
                yield VenueMention("medium", [token])  # "a resident reached by telephone"
            if preposition.i < verb.i:
                continue
            before = preposition.lower
            is_possessed = is_own(token) and before in self._prepositions.origin
            is_person = preposition.head.pos in NOUNS and preposition.head.dep != "dobj"
            is_inner = verb.dep != "prep" and self._places.is_inner(token)
            is_inside = is_person and (is_inner or follows_aside(preposition))
            if before in self._prepositions.apart or is_possessed or is_inside:
                yield from self._read_venue(before, token, verb)
            elif is_person and before in self._near:
                yield from self._read_edge(token)

    def _is_carrier(self, noun: Token) -> bool:
        """Whether a noun is an event, a medium or an audience, whose place is that of the words."""
        preposition, above = preposition_of(noun)
        if preposition is not None and self._events.is_loose(preposition.lower, noun):
            return True
        is_over = preposition is not None and preposition.lower in self._prepositions.meal
        if is_over and noun.lemma in self._words.drinks:
            return True  # "over coffee in Oslo"
        if above.lemma in self._words.edges and self._events.is_occasion(noun):
            return True  # "on the sidelines of a festival in Oslo"
        if preposition is not None and preposition.child("npadvmod") is not None:
            return False  # "hours after the ceremony in Oslo"
        is_known = not self._carriers.isdisjoint((term_of(noun), event_term(noun, self._words)))
        is_known = is_known or pair_of(noun) in self._words.medium
        is_known = is_known or (noun.dep in {"dobj", "dative"} and noun.lower in self._words.courts)
        return is_known or noun.entity in PLACES

    def _read_object(self, noun: Token) -> list[VenueMention]:
        """Read "addressed a rally", "addressed parliament" and "issued a statement"."""
        words, verb = self._words, noun.head
        sitting = list(self._hearers.venues_before(noun)) if verb.lemma in words.assuring else []
        if sitting and noun.i > verb.i:
            return sitting
        if noun.lemma in words.event:
            return self.venues_of_noun(noun) if self._events.is_attended(noun) else []
        is_issued = verb.lemma in words.issuing and not any(c.is_a("away") for c in verb.children)
        passed = [VenueMention("place", name_of(noun))] if self._places.is_passed(noun) else []
        return self.venues_of_noun(noun, is_issued=True) if is_issued else passed

    def _read_phrase(self, preposition: str, noun: Token, above: Token) -> Iterator[VenueMention]:
        """Yield what a prepositional phrase names: "at an Iowa rally" is an event and a place."""
        is_heard = preposition in self._prepositions.hearer and above.lemma in self._words.evidence
        if is_heard or (preposition in self._prepositions.presence and is_verb(above)):
            yield from self._hearers.venues_before(noun)
        elif self._hearers.is_spoken_to(preposition, noun, above):
            yield from self._hearers.spoken_to(noun, above)
        elif preposition in self._near and (beside := list(self._read_edge(noun))):
            yield from beside
        elif preposition in self._prepositions.apart and self._places.is_spot(above):
            return  # "in the hallway outside the room": the hallway is the place
        elif above.is_a("targeting") and preposition in self._prepositions.day:
            return  # "called on the parties"
        elif self._may_locate(preposition, above) or self._is_loose(preposition, noun, above):
            is_event = self._events.introduces(preposition, noun, above)
            if not is_event or self._places.is_possessed_room(noun):
                yield from self._read_venue(preposition, noun, above)
            elif self._events.is_mentioned(preposition, noun):
                yield from self._events.venues_of(noun)
                yield from self._outlets_before(noun)

    def _may_locate(self, preposition: str, above: Token) -> bool:
        """Whether the modifiers of a word may say where something was said."""
        words = self._words
        is_scene = is_verb(above) or is_person_met(above, words) or is_answered(above, words)
        is_coming = is_arrival(above, words) and preposition not in self._prepositions.origin
        return is_scene or is_coming or self._is_carrier(above)

    def _is_loose(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a phrase says where, whatever it modifies: "at a rally", "on Twitter"."""
        loose = self._events.is_loose(preposition, noun)
        if loose or self._places.is_loose(preposition, noun, above):
            return True
        is_made = above.dep != "dobj" or above.head.lemma in self._words.issuing
        if is_made and noun.lemma in self._words.online and self._documents.is_document(above):
            return preposition in self._prepositions.broadcast  # "in a notice on its website"
        if term_of(above) in self._words.printed and preposition in self._prepositions.outlet:
            return noun.pos == "PROPN" and self.is_outlet(noun)  # "a paper in Stones"
        is_used = preposition not in self._prepositions.meal or self._is_hearer(above)
        return is_used and self._outlets.is_platform(noun)

    def _is_hearer(self, noun: Token) -> bool:
        """Whether words are said to a noun: "spoke to the singer over WhatsApp"."""
        preposition, above = preposition_of(noun)
        is_told = preposition is not None and preposition.lower in self._prepositions.told
        return is_verb(above) and (noun.dep == "dobj" or is_told)

    def _read_venue(self, preposition: str, noun: Token, above: Token) -> Iterator[VenueMention]:
        """Yield the medium or the place that a prepositional phrase names."""
        noun, original = self._outlets.name_or_noun(noun), noun
        is_on = preposition in self._prepositions.broadcast
        is_medium = self._is_medium(preposition, noun, above)
        is_medium = is_medium or self._documents.published_in(preposition, noun, above)
        is_medium = is_medium or (noun is not original and preposition in self._prepositions.outlet)
        if is_medium and not is_of_title(noun):
            yield VenueMention("medium", outlet_name(noun), is_familiar(noun))
            yield from self._outlets_before(noun)
        elif is_on and (outlets := list(self._outlets_before(noun))):
            yield from outlets
            if noun.pos == "PROPN":
                yield VenueMention("medium", name_of(noun))
        elif self._places.is_place(preposition, noun, above):
            yield VenueMention("place", self._places.words(self._places.around_it(noun)))
        elif is_on and self._places.is_platform(noun, above):
            yield VenueMention("medium", name_of(noun))

    def _read_edge(self, noun: Token) -> Iterator[VenueMention]:
        """Read "on the sidelines of the summit" and "in front of the museum" as if "at" it."""
        if noun.lemma not in self._words.edges:
            return
        for preposition, below in prepositional(noun):
            is_event = self._events.is_event(below) or self._events.is_occasion(below)
            if preposition.is_a("of") and is_event:
                yield from self._events.venues_of(below)
            elif self._places.is_site(below) and not self._events.is_occasion(noun):
                yield VenueMention("place", name_of(below))

    def _outlets_before(self, noun: Token) -> Iterator[VenueMention]:
        yield from (VenueMention("medium", name) for name in self._outlets.owners_of(noun))

    def _is_medium(self, preposition: str, noun: Token, above: Token) -> bool:
        if self.is_outlet(noun):
            is_over = preposition in self._prepositions.meal and self._outlets.is_platform(noun)
            is_used = preposition in self._prepositions.outlet or is_over  # "over WhatsApp"
            return is_used and not self._outlets.is_partner(noun, above)
        if self._documents.is_numbered_page(noun):
            return False
        is_known = term_of(noun) in self._words.medium or pair_of(noun) in self._words.medium
        is_medium = is_known and preposition in self._prepositions.medium
        return is_medium or self._documents.introduces(preposition, noun, above)

    def _read_modified_noun(self, verb: Token, source: Sequence[Token]) -> list[VenueMention]:
        """Read the document or speech that a cue modifies: "a letter urging her to go"."""
        noun = verb.head
        if verb.dep not in NOUN_CLAUSES or is_verb(noun):
            return []
        if noun in source and self._documents.is_document(noun):
            return []  # whether that is a venue depends on the speaker
        if noun.entity in PLACES and speaks_at_destination(verb, self._words):
            return [VenueMention("place", name_of(noun))]
        return self.venues_of_noun(noun, is_issued=True)
