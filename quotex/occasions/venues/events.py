"""Events: which nouns are occasions on which people speak, and which phrases introduce one."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.languages.word_lists import VenueWords
from quotex.occasions.tense import tense_of_verb
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.phrases import (
    NO_PLACES,
    full_name,
    is_bare,
    is_indefinite,
    is_place_before,
    name_of,
    preposition_of,
    term_of,
)
from quotex.parse.grammar import SUBJECTS, is_familiar, is_verb, prepositional
from quotex.parse.view import NOUNS, Token


class Events:
    """Distinguishes events from other nouns; ``words`` are the lists of the language."""

    def __init__(self, words: VenueWords) -> None:
        self._words = words
        self._prepositions = words.prepositions

    def is_event(self, noun: Token) -> bool:
        """Whether a noun is an event: "a town hall", but not "the town hall", a building."""
        if noun.pos not in NOUNS and not noun.hyphenated():
            return False
        if noun.lemma.lower() in self._words.event or term_of(noun) in self._words.event:
            return True
        is_hall = noun.lemma.lower() in self._words.facility  # "Lundby Town Hall"
        return (is_indefinite(noun) or not is_hall) and self.is_paired(noun)

    def held_by(self, noun: Token) -> Token:
        """Return the event that a body holds, "a hearing of the committee", or else the noun."""
        preposition, above = preposition_of(noun)
        is_held = self.is_event(above) or self.is_occasion(above)
        return above if preposition is not None and preposition.is_a("of") and is_held else noun

    def is_paired(self, noun: Token) -> bool:
        """Whether a noun is an event together with the word before it: "press conference"."""
        beside = (c for c in noun.children if c.dep == "compound" and c.i == noun.i - 1)
        return any(f"{c.lower} {noun.lemma}" in self._words.event for c in beside)

    def is_loose(self, preposition: str, noun: Token) -> bool:
        """Whether a phrase names an event, whatever it modifies: "at a rally", "at a wedding"."""
        is_known = noun.lemma in self._words.event or self.is_occasion(noun)
        return is_known and preposition in self._prepositions.loose_event

    def is_occasion(self, noun: Token) -> bool:
        """Whether a noun is an event only after "at": "at a wedding"."""
        return noun.lemma.lower() in self._words.occasions and noun.pos in NOUNS

    def is_attended(self, noun: Token) -> bool:
        """Whether an event is one that somebody took part in: "held a rally", not "would hold"."""
        verb = noun.head
        is_at_another = any(self.is_event(below) for _, below in prepositional(noun))
        is_past = tense_of_verb(verb) != "modal"
        return verb.lemma in self._words.attending and is_past and not is_at_another

    def is_in_progress(self, noun: Token) -> bool:
        """Whether an event begins, goes on or ends: "said as a hearing opened".

        The parser may take that for "as a hearing".
        """
        verb = noun.head
        if noun.dep == "pobj" and noun.head.is_a("meanwhile") and noun.view is not None:
            verb = noun.view.tokens[min(noun.i + 1, len(noun.view.tokens) - 1)]
        elif noun.dep not in SUBJECTS or verb.dep != "advcl":
            return False
        return verb.lemma in self._words.in_progress and is_verb(verb) and self.is_event(noun)

    def introduces(self, preposition: str, noun: Token, above: Token) -> bool:
        """Whether a phrase names an event: "at a rally", "spoke to a rally"."""
        words, prepositions = self._words, self._prepositions
        if preposition in prepositions.loose_event and self.is_occasion(noun):
            return True
        if preposition in prepositions.broadcast and term_of(noun) in words.online:
            return False  # "on a forum"
        if preposition in prepositions.meal:
            return is_bare(noun) and noun.lemma in words.meals  # "over lunch"
        is_addressed = preposition in prepositions.hearer and above.lemma in words.talking
        is_named = noun.pos == "PROPN" and preposition not in prepositions.named_event
        is_named = is_named and not is_indefinite(noun)
        is_introduced = is_addressed or preposition in prepositions.event
        return self.is_event(noun) and not is_named and is_introduced

    def is_mentioned(self, preposition: str, noun: Token) -> bool:
        """Whether a phrase means the event itself, not the time after it, and is not an idiom."""
        if preposition in self._prepositions.after:
            # "After the rally" is when it was over, and so is "after a meeting with the envoy".
            return not is_familiar(noun) and noun.lemma not in self._words.closed
        is_idiom = (
            preposition in self._prepositions.idiom and term_of(noun) not in self._words.uncounted
        )
        return not (is_idiom and is_bare(noun))  # "in protest"

    def venues_of(self, noun: Token) -> Iterator[VenueMention]:
        """Yield an event, and the place before it: "an Oslo rally"."""
        is_other = any(c.is_a("own") for c in noun.children)  # "at her own press conference"
        yield VenueMention("event", full_name(noun), is_familiar(noun) and not is_other)
        places = [_with_town(c, noun) for c in noun.children if is_place_before(c, noun)]
        for number, words in enumerate(places):
            if not any(words[0] in others for others in places[number + 1 :]):
                yield VenueMention("place", words)


def _with_town(place: Token, noun: Token) -> list[Token]:
    """Return the words of a place before an event, with its town: "a Lundby, Norland rally"."""
    words = name_of(place)
    near = {t.i: t for t in (*noun.children, *place.children)}
    town = near.get(words[0].i - 2)
    if town is None or town.pos != "PROPN" or town.entity in NO_PLACES:
        return words
    mark = (near | {t.i: t for t in town.children}).get(words[0].i - 1)
    return [*name_of(town), mark, *words] if mark is not None and mark.text == "," else words
