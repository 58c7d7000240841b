"""Hearers: an outlet, a court or a rally that is told something is the venue of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.events import Events
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.phrases import body_of, is_indefinite, name_of
from quotex.occasions.venues.places import Places
from quotex.parse.grammar import (
    agent,
    is_definite,
    is_familiar,
    is_infinitive,
    is_plural,
    prepositional,
)
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate, inside

HearerPlace = Literal["nobody", "gathering", "court"]


class Hearers:
    """Finds the venues of those who hear or pass on words; ``words`` are the language's lists."""

    def __init__(self, words: VenueWords, outlets: Outlets, events: Events, places: Places) -> None:
        self._words = words
        self._outlets = outlets
        self._events = events
        self._places = places

    def addressed(self, verb: Token, source: Sequence[Token]) -> Iterator[VenueMention]:
        """Read "told The Daily Planet", "told the court", "the inquest heard", "asked by CNN"."""
        words = self._words
        if verb.lemma in words.addressing:
            hearer = verb.child("dobj", "dative") or verb.child("appos")
            if hearer is not None and hearer.i > verb.i and hearer not in source:
                yield from self._sitting(hearer)
                if not _is_order(verb):
                    yield from self.outlets_of(hearer)
            listener = verb.child("nsubjpass")
            if listener is not None:
                yield from self._sitting(listener)
        elif verb.lemma in words.being_told:
            listener = verb.child("nsubj")
            if listener is not None:
                yield from self._sitting(listener)
        elif verb.lemma in words.assuring:
            hearer = verb.child("dobj", "dative")
            if hearer is not None and hearer.i > verb.i:
                yield from self._sitting(hearer)
                if verb.is_a("reassuring") and self._outlets.is_outlet(hearer):
                    yield from self.outlets_of(hearer)  # "assured the Planet that it was safe"

    def gathered(self, verb: Token) -> Iterator[VenueMention]:
        """Read "told a rally" and "assured a rally that" as said at the rally."""
        is_assured = verb.lemma in self._words.assuring and verb.child("ccomp") is not None
        is_told = verb.lemma in self._words.addressing or is_assured
        hearer = verb.child("dobj", "dative") if is_told else None
        if hearer is None or hearer.i < verb.i or (is_assured and not is_indefinite(hearer)):
            return
        is_noun = hearer.pos == "NOUN" and hearer.lemma not in self._words.gathered_bodies
        if is_noun and self._events.is_event(hearer):
            yield from self._events.venues_of(hearer)
        elif self._places.is_hall(hearer):
            yield VenueMention("place", name_of(hearer))  # "told a packed hall"

    def is_spoken_to(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a phrase names hearers: "speaking to the Planet", "confirmed to the Planet"."""
        words, prepositions = self._words, self._words.prepositions
        if preposition not in prepositions.told:
            return False
        if above.lemma in words.saying and preposition in prepositions.hearer:
            return self._outlets.is_outlet(noun)
        if above.lemma in words.talking | words.interviews | words.performance:
            return True
        held = above.child("dobj")  # "gave a speech to the conference"
        return held is not None and held.lemma in words.performance

    def spoken_to(self, noun: Token, above: Token) -> Iterator[VenueMention]:
        """Read "an interview with the Planet", "speaking to the Planet", "spoke to a rally"."""
        if self._events.is_event(noun) and noun.lemma not in self._words.gathered_bodies:
            yield from self._events.venues_of(noun)
            return
        is_interview = above.lemma in self._words.interviews
        is_host = is_interview and (noun.text.isupper() or noun.entity == "ORG")
        if is_host or self._outlets.is_outlet_told(noun) or noun.pos == "NOUN":
            yield from self.outlets_of(noun)

    def quoted_by(self, verb: Token, source: Sequence[Token]) -> Iterator[VenueMention]:
        """Read who passes on the words: "the Planet quoted Roe as saying"."""
        inner = verb if verb.dep == "pcomp" else _quoted_as(verb)
        maker = agent(inner) if inner is not None else None  # "quoted as saying by the Planet"
        if verb.dep == "pcomp":
            verb = verb.head.head  # "quoted … as saying"
        if verb.lemma not in self._words.quoting:
            return
        maker = maker or agent(verb) or verb.child("nsubj")
        if maker is None or maker in source:
            return
        if self._outlets.name_or_noun(maker) is not maker:
            yield from self.outlets_of(maker)  # "quoted by the newspaper Stones"
            return
        is_press = maker.pos == "NOUN" and maker.lemma in self._words.press
        is_document = maker.pos == "NOUN" and maker.lemma in self._words.written
        if is_press or is_document:
            yield VenueMention("medium", name_of(maker), is_familiar(maker))
        elif maker.entity != "PERSON" or self._outlets.is_outlet(maker):
            yield from self.outlets_of(maker)

    def asked_by(self, around: Sequence[Token]) -> Iterator[VenueMention]:
        """Read "asked by the Planet", "quoted by" and "published by the Planet" beside a cue.

        And "in answer to questions from the Planet".
        """
        for verb in around:
            if verb.is_a("enquiry") and verb.dep == "pobj":
                senders = (noun for p, noun in prepositional(verb) if p.is_a("origin"))
                yield from (v for noun in senders for v in self.outlets_of(noun))
            asker = agent(verb) if verb.tag == "VBN" else None
            if asker is None:
                continue
            is_out = verb.lemma in self._words.publishing and self._outlets.is_outlet(asker)
            is_asked = verb.lemma in self._words.asking | self._words.quoting
            if is_out or is_asked:
                yield from self.outlets_of(asker)

    def is_caller(self, subject: Token) -> bool:
        """Whether somebody calls the speaker: "said when the Planet called"."""
        verb, called = subject.head, subject.head.child("dobj")
        is_person = called is None or called.pos == "PRON" or called.entity == "PERSON"
        return verb.dep == "advcl" and verb.lemma in self._words.calling and is_person

    def outlets_of(self, hearer: Token) -> Iterator[VenueMention]:
        """Yield the outlets through which somebody is told something."""
        if not self._is_sitting(hearer):
            names = list(self._outlets.names_for_hearer(hearer))
            for name in names:
                if any(name is not other and name[-1] in other for other in names):
                    continue  # "Planet" in "the Planet newspaper"
                is_known = name[-1].pos == "NOUN" and is_familiar(name[-1])
                yield VenueMention("medium", name, is_known)

    def venues_before(self, noun: Token) -> Iterator[VenueMention]:
        """Read "testified before the committee", "before Congress"."""
        yield from self._sitting(noun)

    def _is_sitting(self, noun: Token) -> bool:
        return noun.lower in self._words.courts or self._is_panel(noun)

    def _is_panel(self, noun: Token) -> bool:
        is_new = noun.lower in self._words.new_panels and is_indefinite(noun)
        return is_new or noun.lower in self._words.panels

    def _sitting(self, noun: Token) -> Iterator[VenueMention]:
        """Yield a court as a place, an inquiry as an event."""
        if noun.lower in self._words.courts:
            yield VenueMention("place", body_of(noun), is_familiar(noun))
        elif self._is_panel(noun):
            yield VenueMention("event", name_of(noun), is_familiar(noun))


def is_known_outlet(venue: VenueMention, words: VenueWords) -> bool:
    """Whether an outlet is mentioned as one that the reader knows: "told the newspaper"."""
    head = venue.words[-1]
    return venue.is_definite and head.pos == "NOUN" and head.lemma in words.press


def hearers_at(candidate: Candidate, words: VenueWords) -> HearerPlace:
    """Return whether a cue names hearers who must be at a gathering or in court.

    "Told delegates", "said to the crowd", "told the parents", "told the judge"; not "told a crowd",
    which is a new one.
    """
    cue = candidate.cue
    objects = (v.child("dobj", "dative") for v in cue if v.lemma in words.addressing)
    after = (n for v in cue for p, n in prepositional(v) if p.lower in words.prepositions.hearer)
    for hearer in (*objects, *after):
        if hearer is None or is_indefinite(hearer) or inside(hearer, candidate.content):
            continue
        is_crowd = is_plural(hearer) and is_definite(hearer)  # "told the parents"
        if hearer.lemma in words.present or (is_crowd and hearer.lemma in words.audience):
            return "gathering"
        if hearer.lemma in words.seated | words.court_offices:
            return "court"
    return "nobody"


def _quoted_as(verb: Token) -> Token | None:
    """Return the second verb of "was quoted as saying"."""
    below = (c for p in verb.children if p.dep == "prep" for c in p.children)
    return next((c for c in below if c.dep == "pcomp"), None)


def _is_order(verb: Token) -> bool:
    """Whether somebody is told to do something: "told Roe Ltd to stop"."""
    return any(c.dep == "xcomp" and is_infinitive(c) for c in verb.children)
