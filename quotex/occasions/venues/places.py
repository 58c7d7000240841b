"""Places: which phrases say where the words were said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from quotex.languages.role_words import Words
from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.phrases import (
    NO_PLACES,
    body_of,
    city_of,
    event_term,
    has_name_after_of,
    is_answered,
    is_bare,
    is_indefinite,
    is_own,
    name_of,
    pair_of,
    term_of,
    towns_of,
)
from quotex.parse.grammar import NOUN_CLAUSES, is_familiar, is_verb, prepositional
from quotex.parse.view import NOUNS, PLACES, Token

_MISLABELLED = frozenset({"", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})  # some places have these
_AMOUNTS = frozenset({"CARDINAL", "MONEY", "ORDINAL", "PERCENT", "QUANTITY"})


class Places:
    """Distinguishes places from other nouns; ``words`` are the lists of the language."""

    def __init__(self, words: VenueWords, outlets: Outlets) -> None:
        self._words = words
        self._prepositions = words.prepositions
        self._outlets = outlets
        self._inner = words.rooms - words.facility
        self._seats = words.courts & words.facility

    def is_place(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a prepositional phrase that modifies ``above`` says where."""
        words, prepositions = self._words, self._prepositions
        if noun.lower in words.clocks or noun.entity in _AMOUNTS:
            return False  # "at 0800 UTC"
        lemma = noun.lemma.lower()
        is_missed = above.dep == "dobj" and above.head.lemma in words.missing
        if above.lemma in words.visits and preposition in prepositions.visited and not is_missed:
            # "a visit to the mill"
            is_known = noun.entity in PLACES or city_of(noun) is not None or self.is_site(noun)
            return is_known or self._is_room(lemma, noun) or self._is_place_visited(noun)
        if noun.entity in PLACES or city_of(noun) is not None:
            is_ground = preposition in prepositions.ground and (
                lemma in words.ground or self._is_street(noun, above)
            )
            is_reached = above.lemma in words.event | words.travelling | words.arrivals
            is_destination = (
                preposition in prepositions.destination and is_reached and not is_missed
            )
            return preposition in prepositions.place or is_destination or is_ground
        if preposition in prepositions.origin and self._is_where_people_speak(noun, words.facility):
            # "under questioning from the floor", but "an interview from the Oval Office"
            is_question = above.lemma in words.asking - words.interviews
            is_known = noun.pos == "PROPN" or is_familiar(noun) or self.around_it(noun) is not noun
            is_known = is_known or self._is_sickbed(noun)
            return is_known and not is_question
        if preposition in prepositions.chamber and noun.lower in words.chambers:
            is_scene = above.lemma in words.scene_verbs | words.saying
            is_scene = is_scene or event_term(above, words) in words.event  # "question time"
            is_scene = is_scene or is_answered(above, words)  # "a speech in the House"
            return is_scene and not is_indefinite(noun)
        if self._is_unrecognised(preposition, noun, above):
            return True
        is_ground = lemma in words.ground and preposition in prepositions.ground
        if is_ground and not is_bare(noun):
            return True  # "on the Senate floor"
        if preposition in prepositions.ground and lemma in words.bare_ground and is_bare(noun):
            return True  # "on stage"
        if preposition in prepositions.room and self._is_room(lemma, noun):
            return True
        return self._is_building_or_site(preposition, noun, above)

    def is_platform(self, noun: Token, above: Token) -> bool:
        """Whether a name is where something was posted or shown: "appearing on Harbour Talk"."""
        is_posting = above.lemma in self._words.posting  # on what is no person, whatever its label
        is_posting = is_posting or above.is_a("appearing")
        no_platforms = (NO_PLACES | PLACES) - ({"PERSON"} if is_posting else frozenset())
        is_post = above.pos == "NOUN" and above.lemma in self._words.issued
        return noun.pos == "PROPN" and noun.entity not in no_platforms and (is_post or is_posting)

    def around(self, venues: Iterable[VenueMention], within: Set[int]) -> Iterator[VenueMention]:
        """Yield the towns of places, "at the parsonage in Oslo", among the words ``within``.

        And the places of events: "the meeting, which was held at the school".
        """
        for venue in venues:
            noun = venue.words[-1]
            if venue.kind == "place":
                towns = towns_of(noun, self._words)
                yield from (VenueMention("place", name_of(t)) for t in towns if t.i in within)
            elif venue.kind == "event":
                yield from self._places_held(noun)

    def _places_held(self, event: Token) -> Iterator[VenueMention]:
        """Yield where a clause says that an event was held."""
        for clause in event.children:
            if clause.dep in NOUN_CLAUSES and clause.is_a("holding"):
                for preposition, noun in prepositional(clause):
                    if self.is_place(preposition.lower, noun, clause):
                        yield VenueMention("place", self.words(city_of(noun) or noun))

    def words(self, noun: Token) -> list[Token]:
        """Return the words of a place; a court has its full name: "Lundby Magistrates' Court"."""
        has_long_name = self.is_court(noun) or has_name_after_of(noun)
        return body_of(noun) if has_long_name else name_of(noun)

    def is_loose(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a phrase names a court, or a site of hearers, whatever it modifies.

        "In a trial at the High Court"; "told farmers in the Lundby Hall".
        """
        if preposition in self._prepositions.loose_event and self.is_court(noun):
            return True
        is_told = above.dep in {"dobj", "dative"} and above.head.is_a("telling")
        return is_told and above.tag == "NNS" and noun.lemma.lower() in self._words.facility

    def is_site(self, noun: Token) -> bool:
        """Whether a noun is a building or grounds: "a hall"."""
        return noun.pos == "NOUN" and noun.lemma in self._words.facility

    def is_spot(self, noun: Token) -> bool:
        """Whether a noun in a phrase is a room or a building: "in the hallway"."""
        is_known = noun.lemma in self._inner or self.is_site(noun)
        return noun.dep == "pobj" and noun.pos == "NOUN" and is_known

    def is_bare_stage(self, noun: Token) -> bool:
        """Whether somebody is "on stage", which is part of an event."""
        return noun.is_a("stage") and is_bare(noun)

    def is_passed(self, noun: Token) -> bool:
        """Whether somebody is at a place while doing something to it.

        "As she left the court"; "she was touring a dairy".
        """
        verb = noun.head
        mark = verb.child("mark", "advmod")
        is_then = verb.dep == "advcl" and mark is not None and mark.is_a("meanwhile")
        is_site = self.is_site(noun) or noun.lemma in self._words.rooms
        subject = verb.child("nsubj")
        is_met = subject is not None and subject.entity == "ORG"  # "when the Planet visited Oslo"
        is_site = is_site or (is_met and noun.entity in PLACES)
        is_visit = verb.is_root and verb.is_a("touring") and self.is_site(noun)
        return is_visit or (is_then and is_site and verb.lemma in self._words.passing)

    def is_hall(self, hearer: Token) -> bool:
        """Whether a hearer is a building's audience: "a packed hall", not "a radio station"."""
        is_outlet = hearer.lemma in self._words.press
        return self.is_site(hearer) and is_indefinite(hearer) and not is_outlet

    def around_it(self, noun: Token) -> Token:
        """Return the city that a noun names, the place of a piece of furniture, or the noun."""
        if noun.lemma not in self._words.furniture or self._is_sickbed(noun):
            return city_of(noun) or noun
        below = (c for p, c in prepositional(noun) if p.lower in self._prepositions.place)
        sites = self._words.rooms | self._words.facility
        places = (c for c in below if c.entity in PLACES or c.lemma.lower() in sites)
        return next(places, noun)

    def _is_sickbed(self, noun: Token) -> bool:
        """Whether a piece of furniture is that of a building: "from a hospital bed"."""
        owner = noun.child("compound") if noun.lemma in self._words.furniture else None
        return owner is not None and owner.lemma in self._words.facility

    def is_court(self, noun: Token) -> bool:
        """Whether a noun is a court as a place: "in court", "at Lundby Crown Court"."""
        is_seat = noun.lemma.lower() in self._seats
        return is_seat and (noun.pos == "PROPN" or is_bare(noun))

    def _is_building_or_site(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a building, a site or a name follows "at", "outside" or "aboard"."""
        words, prepositions = self._words, self._prepositions
        is_station = noun.lemma in words.facility and preposition in prepositions.apart
        is_station = is_station or pair_of(noun) in words.facility  # "at Lundby police station"
        is_outlet = self._outlets.is_outlet(noun) and not is_station  # "outside Oslo station"
        if preposition not in prepositions.building or is_outlet:
            return False
        if preposition in prepositions.apart and noun.lower in words.chambers:
            return True  # "outside parliament"
        if noun.pos == "PROPN":
            is_house = noun.lemma.lower() in words.facility  # "at Lundby Coroner's Court"
            is_shop = noun.child("case") is not None  # "at Rosie's"
            return noun.entity not in NO_PLACES or is_house or is_shop
        if noun.pos != "NOUN" or (noun.is_a("domestic") and is_bare(noun)):
            return False  # "at home, the opposition said" is in the country, not in a house
        is_known = noun.lemma in words.facility or pair_of(noun) in words.facility
        if is_known or preposition in prepositions.vehicle:
            return True
        if noun.lemma in words.furniture and noun.child("poss") is not None:
            return True  # "at her kitchen table"
        if noun.lemma in self._inner and preposition in prepositions.apart and not is_bare(noun):
            return True  # "outside the committee room"
        is_of_event = above.pos != "VERB" and above.lemma in words.event
        is_site = noun.lemma not in words.event and noun.lemma not in words.moments
        return preposition in prepositions.event_site and is_of_event and is_site

    def _is_unrecognised(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a name is that of a place although the recogniser does not say so."""
        if preposition in self._prepositions.origin and above.lemma in self._words.interviews:
            is_name = noun.pos == "PROPN" and noun.entity in _MISLABELLED
            return is_name and not self._outlets.is_outlet(noun)  # "an interview from Oslo"
        if preposition in self._prepositions.ground:
            return self._is_where_outdoors(noun, above)
        is_in = preposition in self._prepositions.room
        if is_in and is_verb(above) and self._is_named_site(noun):
            return True
        return is_in and (self._is_where_event(noun, above) or self._is_where_spoken(noun, above))

    def _is_named_area(self, noun: Token) -> bool:
        """Whether a noun is an area that has a name: "the Harbour district"."""
        is_area = noun.pos in NOUNS and noun.lemma.lower() in self._words.areas
        return is_area and any(c.text[:1].isupper() and c.i == noun.i - 1 for c in noun.children)

    def _is_named_site(self, noun: Token) -> bool:
        """Whether a noun is a site with a name before it: "in Lundby harbour"."""
        named = noun.child("compound")
        is_site = self.is_site(noun) and not self._outlets.is_outlet(noun)
        return is_site and named is not None and named.pos == "PROPN"

    def _is_where_outdoors(self, noun: Token, above: Token) -> bool:
        """Whether an unknown name is that of a street or a square: "at a rally on the Damrak"."""
        is_name = noun.pos == "PROPN" and noun.entity in _MISLABELLED
        return is_name and self._is_outdoors(above)

    def _is_street(self, noun: Token, above: Token) -> bool:
        """Whether a name is that of a street: "a barbershop on Two Notch Road", "a rally on"."""
        is_site = is_verb(above) or above.lemma in self._words.facility | self._words.rooms
        return self._is_outdoors(above) or (noun.entity == "FAC" and is_site)

    def _is_outdoors(self, above: Token) -> bool:
        return above.pos == "NOUN" and above.lemma in self._words.outdoors

    def _is_where_event(self, noun: Token, above: Token) -> bool:
        """Whether an unknown name is where an event takes place: "at a rally in Lundby"."""
        is_name = noun.pos == "PROPN" and noun.entity in {"", "ORG", "PERSON"}
        is_name = is_name or self._is_named_area(noun)
        if not is_name or above.pos != "NOUN" or above.lemma in self._words.interviews:
            return False
        words = self._words
        term = term_of(above).lower()
        is_event = term in words.event or term in words.occasions
        is_site = is_event or above.lemma in words.facility | words.arrivals
        return is_site and not self._outlets.is_outlet(noun)

    def _is_where_spoken(self, noun: Token, above: Token) -> bool:
        """Whether an unknown name is where somebody speaks: "speaking in Lundby"."""
        words = self._words
        is_name = noun.pos == "PROPN" and noun.entity in _MISLABELLED and not noun.text.isupper()
        is_unmodified = is_name and not any(
            c.i < noun.i and c.dep != "compound" for c in noun.children
        )
        is_spoken = above.lemma in words.talking or above.lemma in words.addressing
        is_spoken = is_spoken or above.lemma in words.travelling
        is_known = noun.lower in words.bodies or self._outlets.is_outlet(noun)
        return is_unmodified and is_spoken and not is_known

    def _is_place_visited(self, noun: Token) -> bool:
        """Whether an unknown name is that of a place: "a visit to Lundby", "her trip to Oslo"."""
        is_name = noun.pos in NOUNS and noun.entity in _MISLABELLED - {"PERSON"}
        return is_name and noun.text.istitle() and not self._outlets.is_outlet(noun)

    def _is_room(self, lemma: str, noun: Token) -> bool:
        """Whether a noun is a room, a court or a seat: "in the lobby", "in court"."""
        words = self._words
        if lemma in words.courts or pair_of(noun) in words.rooms:
            return True  # "in court", "in the mixed zone"
        is_room = lemma in words.rooms or lemma in words.speaking_positions
        return is_room and noun.pos in NOUNS and not is_bare(noun)

    def is_inner(self, noun: Token) -> bool:
        """Whether a noun is where people are, not an institution: "the gallery", not "school"."""
        return noun.pos == "NOUN" and self._is_where_people_speak(noun, self._inner)

    def is_possessed_room(self, noun: Token) -> bool:
        """Whether a noun that may be an event is a building here: "in his workshop"."""
        words = self._words
        return is_own(noun) and noun.lemma in words.rooms

    def _is_where_people_speak(self, noun: Token, others: Words) -> bool:
        words, lemma = self._words, noun.lemma.lower()
        return lemma in others or lemma in words.speaking_positions or lemma in words.ground
