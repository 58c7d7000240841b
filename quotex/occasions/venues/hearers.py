"""Hearers: an outlet, a court or a rally that is told something is the venue of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.phrases import body_of, is_indefinite, name_of
from quotex.parse.grammar import (
    agent,
    is_definite,
    is_familiar,
    is_infinitive,
    is_plural,
    prepositional,
)
from quotex.parse.view import Token

HearerPlace = Literal["nobody", "gathering", "court"]


class Hearers:
    """Finds the venues of those who hear or pass on words; ``words`` are the language's lists."""

    def __init__(self, words: VenueWords, outlets: Outlets) -> None:
        self._words = words
        self._outlets = outlets

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

    def quoted_by(self, verb: Token, source: Sequence[Token]) -> Iterator[VenueMention]:
        """Read who passes on the words: "the Planet quoted Roe as saying"."""
        if verb.dep == "pcomp":
            verb = verb.head.head  # "quoted … as saying"
        if verb.lemma not in self._words.quoting:
            return
        maker = agent(verb) or verb.child("nsubj")
        if maker is None or maker in source:
            return
        is_press = maker.pos == "NOUN" and maker.lemma in self._words.press
        is_document = maker.pos == "NOUN" and maker.lemma in self._words.written
        if is_press or is_document:
            yield VenueMention("medium", name_of(maker), is_familiar(maker))
        elif maker.entity != "PERSON" or self._outlets.is_outlet(maker):
            yield from self.outlets_of(maker)

    def asked_by(self, around: Sequence[Token]) -> Iterator[VenueMention]:
        """Read "asked by the Planet", "quoted by" and "published by the Planet" beside a cue."""
        for verb in around:
            asker = agent(verb) if verb.tag == "VBN" else None
            if asker is None:
                continue
            is_out = verb.lemma in self._words.publishing and self._outlets.is_outlet(asker)
            is_asked = verb.lemma in self._words.asking | self._words.quoting
            if is_out or is_asked:
                yield from self.outlets_of(asker)

    def outlets_of(self, hearer: Token) -> Iterator[VenueMention]:
        """Yield the outlets through which somebody is told something."""
        if not self._is_sitting(hearer):
            for name in self._outlets.names_for_hearer(hearer):
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


def hearers_at(cue: Sequence[Token], words: VenueWords) -> HearerPlace:
    """Return whether a cue names hearers who must be at a gathering or in court.

    "Told delegates", "said to the crowd", "told the parents", "told the judge"; not "told a crowd",
    which is a new one.
    """
    objects = (v.child("dobj", "dative") for v in cue if v.lemma in words.addressing)
    after = (n for v in cue for p, n in prepositional(v) if p.lower in words.prepositions.hearer)
    for hearer in (*objects, *after):
        if hearer is None or is_indefinite(hearer):
            continue
        is_crowd = is_plural(hearer) and is_definite(hearer)  # "told the parents"
        if hearer.lemma in words.present or (is_crowd and hearer.lemma in words.audience):
            return "gathering"
        if hearer.lemma in words.seated | words.court_offices:
            return "court"
    return "nobody"


def _is_order(verb: Token) -> bool:
    """Whether somebody is told to do something: "told Roe Ltd to stop"."""
    return any(c.dep == "xcomp" and is_infinitive(c) for c in verb.children)
