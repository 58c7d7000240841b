"""Sittings: clauses about a meeting, a trial or something similar that an article may be about.

"The committee voted against it at the Guildhall on Tuesday": it quotes nothing, and its subject is
a body or the sitting itself. Such a clause *holds* the sitting. "After the meeting" only *names*
it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass

from quotex.languages.word_lists import VenueWords
from quotex.occasions.clauses import ClauseReader, StatedOccasion
from quotex.occasions.days.times import FoundTime
from quotex.occasions.inheritance.mention import Sitting as SittingKind
from quotex.occasions.tense import tense_of_verb
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.phrases import body_of, name_of, preposition_of
from quotex.parse.grammar import SUBJECTS, is_familiar, is_plural, is_verb, phrase
from quotex.parse.view import NOUNS, Token, View

_NOUN_MODIFIERS = frozenset({"compound", "nmod", "poss"})
_PAST_TENSES = frozenset({"past", "perfect"})
_SUBORDINATE = frozenset({"relcl", "ccomp", "acl", "csubj"})


@dataclass(frozen=True, slots=True)
class Sitting:
    """What the words at token ``at`` state about a sitting, and in what way (``kind``)."""

    at: Token
    stated: StatedOccasion
    kind: SittingKind


class SittingReader:
    """Finds what an article says about sittings outside its quotations."""

    def __init__(self, view: View, words: VenueWords, clauses: ClauseReader) -> None:
        self._view = view
        self._words = words
        self._clauses = clauses
        self._at = words.prepositions.event_site

    def read(self, said: Set[int]) -> Iterator[Sitting]:
        """Yield them in text order; ``said`` holds the numbers of the tokens of all contents."""
        for token in self._view.tokens:
            if token.i in said and not self._is_heard(token, said):
                continue
            if token.pos not in NOUNS and token.dep not in SUBJECTS:
                continue
            is_sitting = self._is_sitting(token)
            verb = _verb_of(token)
            if verb is not None and verb.i not in said:
                yield from self._read_act(token, verb, is_sitting=is_sitting)
            elif is_sitting:
                yield from self._read_noun(token, said)
            elif self._is_court(token):
                yield from self._read_court(token, said)
            if token.lemma.lower() in self._words.seated and token.pos in NOUNS:
                yield Sitting(token, StatedOccasion(None, []), "seated")

    def _is_heard(self, noun: Token, said: Set[int]) -> bool:
        """Whether all that a cue says is what a sitting did: "evidence was heard on Monday"."""
        is_whole = noun.dep == "nsubjpass" and noun.head.i not in said
        return is_whole and noun.lemma.lower() in self._words.sitting_nouns

    def _is_sitting(self, noun: Token) -> bool:
        is_noun = noun.pos in NOUNS and noun.dep not in _NOUN_MODIFIERS
        return is_noun and noun.lemma.lower() in self._words.sittings

    def _read_act(self, subject: Token, verb: Token, *, is_sitting: bool) -> Iterator[Sitting]:
        """Read what a body or a sitting did: "councillors voted", "approved by the council"."""
        lemma = subject.lemma.lower()
        if is_sitting and self._is_other_sitting(subject):
            return
        is_all = lemma in self._words.speaking_together and verb.lemma in self._words.talking
        is_act = verb.lemma in self._words.sitting_acts and lemma in self._words.sitting_nouns
        is_act = is_act or (subject.dep == "nsubjpass" and verb.is_a("sentencing"))
        if not (is_all or is_act or is_sitting) or not is_verb(verb):
            return
        named = self._named(subject) if is_sitting else self._chamber(subject)
        time, venues = None, list[VenueMention]()
        is_past = verb.dep not in _SUBORDINATE and tense_of_verb(verb) == "past"
        is_past = is_past and not any(c.is_a("perfect_auxiliary") for c in verb.children)
        if is_past and verb.child("neg") is None:
            time, venues = self._clauses.read_verb(verb, phrase(subject))
            if time is not None and all(v.kind != "place" for v in venues):
                venues = [*venues, *self._within(verb, subject)]
        if time is None and is_sitting:
            time, beside = self._clauses.read_noun(subject, is_free=False)
            venues += beside
        rest = [v for v in venues if v.words[-1] is not subject]
        if named or time is not None or rest:
            yield Sitting(subject, StatedOccasion(time, [*named, *rest]), _kind(time))

    def _read_noun(self, noun: Token, said: Set[int]) -> Iterator[Sitting]:
        """Read "at Monday's ordinary meeting in the hall", "the trial", "an inquest heard"."""
        if self._is_other_sitting(noun):
            return
        time, venues = self._clauses.read_noun(noun, is_free=False)
        preposition, verb = self._around(noun)
        is_past = is_verb(verb) and verb.i not in said and tense_of_verb(verb) == "past"
        if time is None and is_past and verb.dep not in _SUBORDINATE:
            subject = verb.child(*SUBJECTS)
            time, beside = self._clauses.read_verb(verb, phrase(subject) if subject else [])
            known = {v.words[-1].i for v in venues}
            venues = [*venues, *(v for v in beside if v.words[-1].i not in known)]
        if time is None and tense_of_verb(verb) == "modal":
            return
        rest = [v for v in venues if v.words[-1] is not noun and v.kind != "medium"]
        kind = _kind(time, is_attended=self._is_attended(preposition))
        yield Sitting(noun, StatedOccasion(time, [*self._named(noun), *rest]), kind)

    def _around(self, noun: Token) -> tuple[Token | None, Token]:
        """Return the preposition and the verb of a phrase: "came at the end of the meeting"."""
        preposition, above = preposition_of(noun)
        while preposition is not None and preposition.is_a("of") and self._is_part(above):
            preposition, above = preposition_of(above)
        return preposition, above

    def _is_part(self, noun: Token) -> bool:
        return noun.lemma in self._words.edges or noun.is_a("event_day")

    def _is_attended(self, preposition: Token | None) -> bool:
        """Whether a sitting is where something happened: not "left for a hearing on Monday"."""
        return preposition is None or preposition.lower in self._words.prepositions.event

    def _named(self, noun: Token) -> list[VenueMention]:
        return [VenueMention("event", name_of(noun), is_familiar(noun))]

    def _chamber(self, body: Token) -> list[VenueMention]:
        """Return the place of a body that is called by where it sits: "the court", "parliament"."""
        if body.lemma.lower() not in self._words.courts:
            return []
        return [VenueMention("place", body_of(body), is_familiar(body))]

    def _is_court(self, noun: Token) -> bool:
        is_name = noun.pos == "PROPN" and noun.dep == "pobj" and noun.head.lower in self._at
        return is_name and noun.lemma.lower() in self._words.trials

    def _read_court(self, court: Token, said: Set[int]) -> Iterator[Sitting]:
        """Read "giving evidence at Lundby Crown Court on Tuesday"."""
        verb = court.head.head
        if not is_verb(verb) or verb.i in said or tense_of_verb(verb) not in _PAST_TENSES:
            return
        time, _ = self._clauses.read_verb(verb, [])
        yield Sitting(
            court, StatedOccasion(time, [VenueMention("place", _full_name(court))]), _kind(time)
        )

    def _within(self, verb: Token, subject: Token) -> list[VenueMention]:
        """Return the places attached to another word of a clause: "voted against it at"."""
        own = {t.i for t in phrase(subject)}
        return [
            venue
            for noun in verb.subtree()
            if noun.dep == "pobj" and noun.head.lower in self._at and noun.i not in own
            for venue in self._clauses.venues.venues_of_phrase(noun)
            if venue.kind == "place"
        ]

    def _is_other_sitting(self, noun: Token) -> bool:
        """Whether it is not the sitting that the article is about: "the next meeting"."""
        others = self._words.other_sitting
        return is_plural(noun) or any(c.lower in others for c in noun.children)


def _verb_of(actor: Token) -> Token | None:
    """Return the verb of which a noun is the subject or, in the passive, the agent."""
    if actor.dep == "pobj" and actor.head.dep == "agent":
        return actor.head.head
    return actor.head if actor.dep in SUBJECTS else None


def _full_name(court: Token) -> list[Token]:
    """Return the full name of a court, "Lundby Coroner's Court"."""
    words = [t for t in phrase(court) if t.i <= court.i]
    first = next((n for n, t in enumerate(words) if t.pos == "PROPN"), 0)
    return words[first:]


def _kind(time: FoundTime | None, *, is_attended: bool = True) -> SittingKind:
    if time is None:
        return "named"
    return "held" if is_attended else "dated"
