"""Introductions of transcripts: the paragraph that says when and where the talk below was held.

"She spoke to us by telephone from Lundby last Thursday. An edited transcript follows." Then come
the turns, each under the label of its speaker.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from quotex.languages.word_lists import VenueWords
from quotex.occasions.clauses import ClauseReader, StatedOccasion
from quotex.occasions.days.times import WEEK, FoundTime
from quotex.occasions.tense import tense_of_verb
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.phrases import name_of
from quotex.parse.grammar import AUXILIARIES, SUBJECTS, is_verb, phrase
from quotex.parse.view import NOUNS, PLACES, Sentence, Token, View

_MIN_TURNS = 3  # in a transcript
_SHORT = 4  # tokens
_NOUN_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})


class IntroductionReader:
    """Reads what precedes the first turn of a transcript."""

    def __init__(self, view: View, words: VenueWords, clauses: ClauseReader) -> None:
        self._view = view
        self._words = words
        self._clauses = clauses

    def read(self, turns: Sequence[Token], quoted: Set[int]) -> tuple[Token, StatedOccasion] | None:
        """Return the introduction's first token and what it states, or None if it states nothing.

        Args:
            turns: the first token of each turn, in text order.
            quoted: the numbers of the tokens of cues and contents.
        """
        turns = turns[1:] if self._begins_with_headline(turns) else turns
        if len({self._view.paragraph(turn) for turn in turns}) < _MIN_TURNS:
            return None
        before = self._view.sentences[: turns[0].sentence]
        number = self._view.paragraph(turns[0])
        sentences: list[Sentence] = []
        for sentence in reversed(before):
            is_long = sentence.last - sentence.first > _SHORT
            if sentence.paragraph == number or not (sentences or is_long):
                continue
            if sentences and sentence.paragraph != sentences[0].paragraph:
                break
            sentences.insert(0, sentence)
        clauses = [c for s in sentences for c in self._read_sentence(s, quoted)]
        time, venues = _joined(clauses)
        transcripts = self._words.transcripts
        stated = StatedOccasion(time, [v for v in venues if v.words[-1].lemma not in transcripts])
        if stated.time is None and not stated.venues:
            return None
        return self._view.tokens[sentences[0].first], stated

    def _begins_with_headline(self, turns: Sequence[Token]) -> bool:
        """Whether a headline reads like the first turn: "Floods: what the minister told us"."""
        paragraphs = [self._view.paragraph(turn) for turn in turns[:2]]
        return len(paragraphs) == 2 and paragraphs[0] == 0 and paragraphs[1] > 1

    def _read_sentence(self, sentence: Sentence, quoted: Set[int]) -> list[StatedOccasion]:
        """Return what each clause of a sentence states."""
        tokens = self._view.tokens[sentence.first : sentence.last]
        verbs = [t for t in tokens if is_verb(t) and t.dep not in AUXILIARIES and t.i not in quoted]
        if not verbs:
            return [self._read_heading(tokens)]
        found = [StatedOccasion(None, [v for t in tokens for v in self._transcribed_event(t)])]
        for verb in verbs:
            is_aside = verb.dep == "relcl" and verb.lemma not in self._words.scene_verbs
            if tense_of_verb(verb) != "modal" and not is_aside:  # "Roe, who won in Oslo"
                subject = verb.child(*SUBJECTS)
                words = phrase(subject) if subject is not None else []
                found.append(self._clauses.read_verb(verb, words))
        return found

    def _read_heading(self, tokens: Sequence[Token]) -> StatedOccasion:
        """Read a line without a verb: "Crown Court at Lundby, Monday, 3 March 2014."."""
        time = self._clauses.read_noun(tokens[0], is_free=True).time
        nouns = [t for t in tokens if t.pos in NOUNS and t.dep not in _NOUN_MODIFIERS]
        venues = [VenueMention("place", name_of(t)) for t in nouns if self._is_place(t)]
        venues += [
            v for t in nouns for v in self._clauses.venues.venues_of_noun(t) if v.kind == "event"
        ]
        return StatedOccasion(time, venues)

    def _is_place(self, noun: Token) -> bool:
        return noun.entity in PLACES or noun.lemma.lower() in self._words.facility

    def _transcribed_event(self, noun: Token) -> list[VenueMention]:
        """Return the event that was transcribed: "excerpts of an interview"."""
        above = noun.head.head
        if noun.dep != "pobj" or above.lemma not in self._words.transcripts:
            return []
        return [v for v in self._clauses.venues.venues_of_noun(noun) if v.kind == "event"]


def _joined(clauses: Sequence[StatedOccasion]) -> StatedOccasion:
    """Return the day on which the talk was held, and its venues.

    A day stated with a venue is preferred to one without; venues of another day are left out.
    """
    dated = [c for c in clauses if c.time is not None and c.time.length <= WEEK]
    held = [c for c in dated if c.venues] or [c for c in dated if _days(c.time) == 0] or dated
    time = held[-1].time if held else None
    venues = {v.words[-1].i: v for c in clauses if _agree(c.time, time) for v in c.venues}
    return StatedOccasion(time, list(venues.values()))


def _days(time: FoundTime | None) -> int:
    return time.length if time is not None else 0


def _agree(time: FoundTime | None, held: FoundTime | None) -> bool:
    return time is None or held is None or time.days == held.days
