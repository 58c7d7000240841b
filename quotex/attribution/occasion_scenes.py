"""Sentences that tell of a speech event without quoting: "Roe came to Oslo on Monday"."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quotex.attribution.occasion_clause import ClauseReader
from quotex.attribution.occasion_tense import tense_of_verb
from quotex.attribution.profile import kind_of_noun
from quotex.attribution.venues import Setting
from quotex.attribution.when import TimeFound
from quotex.attribution.words import AttributionWords
from quotex.detection.grammar import is_verb, phrase
from quotex.engine.view import Token, View

_PERSONAL = frozenset({"he", "she", "his", "her"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BESIDE = frozenset({"relcl", "ccomp", "acl", "appos", "parataxis", "csubj"})
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Heard:
    """Who is heard at token ``at``."""

    at: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What a clause at token ``at`` tells of ``speaker``'s appearing or speaking.

    ``is_weak``: no more than that the speaker did something on a day.
    """

    speaker: str
    at: Token
    time: TimeFound | None
    settings: list[Setting]
    is_weak: bool = False


class SceneReader:
    """Finds the scenes of those who are ``heard`` among the sentences of an article."""

    def __init__(
        self, view: View, words: AttributionWords, clauses: ClauseReader, heard: Iterable[Heard]
    ) -> None:
        self._view = view
        self._words = words.venue
        self._nouns = words.speaker
        self._clauses = clauses
        self._heard = sorted(heard, key=_at)
        self._names: dict[str, str] = {}
        for name, _ in Counter(h.speaker for h in self._heard).most_common():
            self._names.setdefault(name.split()[-1].casefold(), name)

    def read(self, quoted: set[int]) -> Iterator[Scene]:
        """Yield the scenes of all sentences; ``quoted`` are the tokens of cues and contents."""
        last: str | None = None
        for sentence in self._view.sentences:
            free = quoted.isdisjoint(range(sentence.first, sentence.last))
            for token in self._view.tokens[sentence.first : sentence.last]:
                who = self._who(token, last)
                if who is None:
                    continue
                if token.dep in _SUBJECTS and token.i not in quoted:
                    last = who
                    if is_verb(token.head) and token.head.i not in quoted:
                        yield from self._of_verb(who, token)
                elif (noun := _owned(token)) is not None and (free or token.dep == "pobj"):
                    yield from self._of_noun(who, noun, free)

    def _who(self, noun: Token, last: str | None) -> str | None:
        if noun.lower in _PERSONAL:
            return last
        if noun.text[0].isupper() and noun.lower in self._names:
            return self._names[noun.lower]
        is_somebody = noun.dep == "nsubj" and _is_definite(noun) and self._may_speak(noun)
        return self._next(noun) if is_somebody else None

    def _may_speak(self, noun: Token) -> bool:
        """Whether a noun may speak: "the mayor" and "the letter", not "the crane"."""
        return kind_of_noun(noun, self._nouns) != "unknown"

    def _next(self, noun: Token) -> str | None:
        """Return who is heard next in the paragraph: "The mayor came to Oslo. …, Roe said"."""
        number = bisect_right(self._heard, noun.i, key=_at)
        if number == len(self._heard):
            return None
        heard = self._heard[number]
        paragraph = self._view.paragraph(self._view.tokens[heard.at])
        return heard.speaker if paragraph == self._view.paragraph(noun) else None

    def _of_verb(self, who: str, subject: Token) -> Iterator[Scene]:
        """Read a clause in the past tense that stands by itself and is no plan ("was to speak")."""
        verb = subject.head
        is_plan = verb.child("xcomp") is not None
        if verb.dep in _BESIDE or is_plan or tense_of_verb(verb) != "past":
            return
        time, settings = self._clauses.of_verb(verb, phrase(subject))
        if time is not None and _is_long(time):
            return
        is_scene = verb.lemma in self._words.scene_verbs or any(s.kind != "place" for s in settings)
        if is_scene and (time is not None or settings):
            yield Scene(who, verb, time, settings)
        elif time is not None:
            yield Scene(who, verb, time, [], is_weak=True)

    def _of_noun(self, who: str, noun: Token, is_free: bool) -> Iterator[Scene]:
        """Read a sentence about somebody's speech or document: "Roe's speech on Monday was …".

        Where somebody else is quoted in it, only the noun's own phrase counts: "the ministry
        denied a statement made by Roe on Monday".
        """
        told = self._clauses.venues.told_by(noun)
        is_event = noun.lemma in self._words.event
        if not told and noun.lemma not in self._words.told:
            return
        time, settings = self._clauses.of_noun(noun, is_free)
        if time is None and not (is_event and is_free):
            return
        if time is not None and _is_long(time):
            return
        if any(c.lemma == "make" for c in noun.children):
            told = []  # a statement that is made was spoken, one that is issued was written
        yield Scene(who, noun, time, [*told, *(s for s in settings if s.words[-1] is not noun)])


def _owned(name: Token) -> Token | None:
    """Return the noun that belongs to a name: "Roe's speech", "a letter from Roe"."""
    if name.dep == "poss":
        return name.head
    above = name.head
    if name.dep != "pobj" or above.lower not in {"from", "by"}:
        return None
    noun = above.head
    return noun.head if is_verb(noun) and noun.dep == "acl" else noun


def _is_definite(noun: Token) -> bool:
    return noun.tag == "NN" and any(c.lower in {"the", "this"} for c in noun.children)


def _is_long(time: TimeFound) -> bool:
    return (time.days[1] - time.days[0]).days > _WEEK


def _at(heard: Heard) -> int:
    return heard.at
