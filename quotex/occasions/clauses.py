"""What one clause states of when and where: the day of a verb, and the venues around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from quotex.languages.word_lists import VenueWords
from quotex.occasions.days.times import TimeFound
from quotex.occasions.modifiers import Modifiers, inside, opening_of, tail_of
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.programmes import ProgrammeTitle
from quotex.occasions.venues.reader import VenueReader
from quotex.parse.grammar import is_verb
from quotex.parse.view import Token, View, position
from quotex.quotations.candidate import Bounds, Candidate

_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON"})
_LABEL_MARKS = frozenset({":", "–", "—", "-", "--"})
_LABEL = 8  # tokens
_OF_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_ASIDE = frozenset({"relcl", "appos", "ccomp"})
_BESIDE_EVENT = frozenset({"acl", "relcl", "appos", "conj"})


class Stated(NamedTuple):
    """The day that a clause states, None without one, and the venues."""

    time: TimeFound | None
    venues: list[VenueMention]


@dataclass(frozen=True, slots=True)
class ArticleClues:
    """What holds for all clauses: titles, the place of "here", vague times, the tokens of cues."""

    titles: list[ProgrammeTitle]
    here: list[Token]
    vague: list[Bounds] = field(default_factory=list)
    cues: frozenset[int] = frozenset()


class ClauseReader:
    """Reads the days and venues of clauses; ``times`` are the article's, in text order."""

    def __init__(
        self, view: View, words: VenueWords, times: list[TimeFound], clues: ArticleClues
    ) -> None:
        self._view = view
        self._words = words
        self._times = times
        self._time_starts = [time.start for time in times]
        self._clues = clues
        self._vague_starts = [start for start, _ in clues.vague]
        self._by_lead: dict[int, list[ProgrammeTitle]] = {}
        for title in clues.titles:
            self._by_lead.setdefault(title.lead.i, []).append(title)
        self.venues = VenueReader(words)

    def of_cue(self, candidate: Candidate) -> Stated:
        """Return the day and the venues that are stated in the sentence of a candidate's cue."""
        source, content = candidate.source, candidate.content
        verb = _main_verb(candidate.cue)
        around = self._modifiers(verb, candidate)
        tail = [t for t in tail_of(candidate, verb) if self._is_of_scene(t)]
        if tail:
            around, content = sorted([*around, *tail], key=position), ()
        venues = self._venues(verb, around, source, content)
        venues += self._in_cue(candidate.cue, venues)
        venues += self.of_label(candidate) if verb.text in _LABEL_MARKS else []
        own_words = [t for t in around if _is_under(t, verb)]
        time = self._time(own_words) or self._time(around) or self._counted(verb, content)
        time = time or self._time(self._beside_event(verb))
        if time is None and not venues:
            opening = opening_of(self._view.sentence(verb), verb, content)
            return Stated(self._time(opening), self.venues.read(verb, opening, source))
        return Stated(time, venues)

    def of_label(self, candidate: Candidate) -> list[VenueMention]:
        """Return what stands between a name and the mark that lets it speak: "Roe, on Twitter:"."""
        first = candidate.source[-1].i + 1 if candidate.source else len(self._view.tokens)
        words = self._view.tokens[first : first + _LABEL]
        mark = next((n for n, t in enumerate(words) if t.text in _LABEL_MARKS), 0)
        if not mark or words[0].text != "," or words[mark].start > candidate.end:
            return []
        return [v for t in words[:mark] for v in self.venues.led_to(t)]

    def of_signature(self, candidate: Candidate) -> TimeFound | None:
        """Return the day behind a name without a cue: "— Ada Roe (@adaroe) January 7, 2020"."""
        if not candidate.source:
            return None
        name = candidate.source[-1]
        end = self._view.paragraphs[self._view.paragraph(name)][1]
        begins = [start for start, _ in candidate.content if start >= name.end]
        first = bisect_left(self._time_starts, name.end)
        times = self._times[first : bisect_left(self._time_starts, min([end, *begins]))]
        return next((time for time in times if time.is_day), None)

    def of_verb(self, verb: Token, subject: Sequence[Token]) -> Stated:
        """Return the day and the venues that a clause without a quotation states."""
        around = Modifiers(verb, self._words, (), {verb.i}, {t.i for t in subject}).tokens
        return Stated(self._time(around), self._venues(verb, around, subject, ()))

    def of_noun(self, noun: Token, *, is_free: bool) -> Stated:
        """Return the day and the venues that are stated of an event or a document.

        ``is_free``: the whole sentence is about it, not only its own phrase.
        """
        words = self._view.sentence(noun) if is_free else noun.subtree()
        around = [
            t
            for t in words
            if t is noun or not any(_is_aside(a, noun) for a in [t, *t.ancestors()])
        ]
        return Stated(self._time(around), self.venues.read(noun, around, ()))

    def is_vague(self, candidate: Candidate) -> bool:
        """Whether a cue is put in the past without a day: "the following week, Roe said"."""
        if not candidate.cue:
            return False
        source = {t.i for t in candidate.source}
        around = self._modifiers(_main_verb(candidate.cue), candidate)
        return any(token.i not in source and self._is_vague_time(token) for token in around)

    def _modifiers(self, verb: Token, candidate: Candidate) -> list[Token]:
        cue, source = {t.i for t in candidate.cue}, {t.i for t in candidate.source}
        cues = self._clues.cues
        return Modifiers(verb, self._words, candidate.content, cue, source, cues).tokens

    def _is_vague_time(self, token: Token) -> bool:
        number = bisect_right(self._vague_starts, token.start) - 1
        return number >= 0 and token.start < self._clues.vague[number][1]

    def _beside_event(self, verb: Token) -> list[Token]:
        """Return what hangs on the event that a cue hangs on: "Monday's debate, where Roe said"."""
        noun = verb.head
        if verb.dep not in {"acl", "relcl"} or is_verb(noun) or not self.venues.is_dated(noun):
            return []
        beside = (c for c in noun.children if c.dep not in _BESIDE_EVENT)
        return sorted((t for child in beside for t in child.subtree()), key=position)

    def _venues(
        self,
        verb: Token,
        around: Sequence[Token],
        source: Sequence[Token],
        content: Sequence[Bounds],
    ) -> list[VenueMention]:
        venues = self.venues.read(verb, around, source)
        spoken = {t.i for t in source}
        for title in self._titles({t.i for t in around} - spoken, content):
            words = {t.i for t in title.words}
            venues = [v for v in venues if words.isdisjoint(t.i for t in v.words)]
            named = {t.i for v in venues for t in v.words}
            venues.append(VenueMention("medium", title.words))
            venues += [v for v in self.venues.broadcaster(title) if v.words[-1].i not in named]
        here = self._clues.here
        if here and any(t.is_a("here") and t.dep == "advmod" for t in around):
            venues.append(VenueMention("place", here))
        return venues

    def _titles(self, leads: set[int], content: Sequence[Bounds]) -> list[ProgrammeTitle]:
        return [
            title
            for lead in sorted(leads & self._by_lead.keys())
            for title in self._by_lead[lead]
            if not inside(title.words[0], content)
        ]

    def _in_cue(self, cue: Sequence[Token], venues: list[VenueMention]) -> list[VenueMention]:
        """Return the documents and events that a cue itself names: "issued a statement"."""
        named = {t.i for v in venues for t in v.words}
        nouns = [t for t in cue if t.dep in {"compound", "dobj"} and t.i not in named]
        found = [venue for noun in nouns for venue in self.venues.of_noun(noun)]
        if any(t.is_a("document_verb") for t in cue):
            return [v for v in found if v.kind != "medium"]  # "made a statement"
        return found

    def _is_of_scene(self, token: Token) -> bool:
        """Whether a word is of a phrase like "in an interview", "on Monday" or "Monday"."""
        while token.dep not in {"prep", "npadvmod"}:
            if token.head is token or is_verb(token):
                return False
            token = token.head
        if token.dep == "prep" and self._is_scene_above(token.head):
            return True  # "at a rally in Oslo"
        if token.dep == "npadvmod":
            return token.entity == "DATE"
        noun = token.child("pobj")
        return noun is not None and self.venues.is_scene(token, noun)

    def _is_scene_above(self, noun: Token) -> bool:
        """Whether a noun is the occasion of a phrase that says where: "at a rally"."""
        led = noun.dep == "pobj" and noun.head.dep == "prep"
        return led and self.venues.is_dated(noun) and self.venues.is_scene(noun.head, noun)

    def _time(self, around: Sequence[Token]) -> TimeFound | None:
        """Return the first time among words, in text order, that dates a clause."""
        if not around:
            return None
        first = bisect_left(self._time_starts, around[0].start)
        last = bisect_left(self._time_starts, around[-1].end)
        return next((t for t in self._times[first:last] if self._dates_clause(t, around)), None)

    def _counted(self, verb: Token, content: Sequence[Bounds]) -> TimeFound | None:
        """Return a day counted from an event: "two days after the storm hit on Sunday"."""
        words = {t.start: t for t in self._view.sentence(verb)}
        first = bisect_left(self._time_starts, min(words))
        last = bisect_right(self._time_starts, max(words))
        for time in self._times[first:last]:
            amount = words.get(time.start)
            if amount is None or not time.is_counted or inside(amount, content):
                continue
            clause = next((a for a in amount.ancestors() if a.dep == "advcl"), None)
            if clause is not None and clause.head is verb:
                return time
        return None

    def _dates_clause(self, time: TimeFound, around: Sequence[Token]) -> bool:
        """Whether a time stands among the words and, as a possessive, belongs to an event."""
        within = [t for t in around if time.start <= t.start < time.end]
        if not within or within[-1].entity in _NAMES:
            return False
        last = within[-1]
        if self.venues.is_outlet(last):
            return False  # "USA Today"
        if time.is_counted:
            return True  # "the day before Friday's vote"
        if time.is_bare_year:
            return last.dep == "pobj" or self.venues.is_dated(last.head)
        led = next((t for t in last.ancestors() if t.pos in {"ADP", "SCONJ"}), None)
        if led is not None and led.is_a("time_bound"):
            return False
        top = _top(last, {t.i for t in within})
        owned = top.head
        while owned.dep in {"compound", "nmod"} and owned.head.i > owned.i:
            owned = owned.head
        if top.dep not in _OF_NOUN or owned.pos not in {"NOUN", "PROPN"}:
            return True
        if owned.entity == "PERSON" and top.dep != "poss":
            return True  # "yesterday Ada Roe said"
        return self.venues.is_dated(owned) or self.venues.is_outlet(owned)


def _top(token: Token, within: set[int]) -> Token:
    """Return the highest word above a token that is one of those ``within``."""
    while token.head.i in within and token.head is not token:
        token = token.head
    return token


def _is_aside(token: Token, noun: Token) -> bool:
    return token.dep in _ASIDE and token.i > noun.i


def _is_under(token: Token, verb: Token) -> bool:
    return token is verb or any(above is verb for above in token.ancestors())


def _main_verb(cue: Sequence[Token]) -> Token:
    """Return the verb that heads a cue, its last word if it has none."""
    own = {t.i for t in cue}
    verbs = [t for t in cue if is_verb(t)]
    return next((t for t in verbs if t.head.i not in own), verbs[-1] if verbs else cue[-1])
