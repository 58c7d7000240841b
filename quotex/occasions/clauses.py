"""What one clause tells of when and where: the day of a verb, and the settings around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotex.languages.word_lists import VenueWords
from quotex.occasions.days.days import TimeFound
from quotex.occasions.modifiers import WordsAround, inside, opening_of, tail_of
from quotex.occasions.venues.reader import Setting, VenueReader
from quotex.occasions.venues.titles import Title
from quotex.parse.grammar import is_verb
from quotex.parse.view import Token, View, position
from quotex.quotations.candidate import Bounds, Candidate

_NAMES = frozenset({"ORG", "WORK_OF_ART", "PRODUCT", "PERSON"})
_LABELLING = frozenset({":", "–", "—", "-", "--"})
_LABEL = 8  # tokens
_OF_NOUN = frozenset({"amod", "compound", "nmod", "nummod", "poss"})
_ASIDE = frozenset({"relcl", "appos", "ccomp"})

Told = tuple[TimeFound | None, list[Setting]]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the whole article gives a clause: quoted titles, where "here" is, vague times."""

    titles: list[Title]
    here: list[Token]
    vague: list[Bounds] = field(default_factory=list)


class ClauseReader:
    """Reads the days and settings of clauses; ``times`` are the article's, in text order."""

    def __init__(
        self, view: View, words: VenueWords, times: list[TimeFound], surroundings: Surroundings
    ) -> None:
        self._view = view
        self._words = words
        self._times = times
        self._time_starts = [time.start for time in times]
        self._surroundings = surroundings
        self._vague_starts = [start for start, _ in surroundings.vague]
        self._by_lead: dict[int, list[Title]] = {}
        for title in surroundings.titles:
            self._by_lead.setdefault(title.lead.i, []).append(title)
        self.venues = VenueReader(words)

    def of_cue(self, candidate: Candidate) -> Told:
        """Return the day and the settings told in the sentence of a candidate's cue."""
        source, content = candidate.source, candidate.content
        own = {t.i for t in candidate.cue}
        verb = _main_verb(candidate.cue, own)
        around = WordsAround(verb, self._words, content, own, {t.i for t in source}).tokens
        tail = [t for t in tail_of(candidate, verb) if self._is_of_scene(t)]
        if tail:
            around, content = sorted([*around, *tail], key=position), []
        settings = self._settings(verb, around, source, content)
        settings += self._in_cue(candidate.cue, settings)
        settings += self.of_label(candidate) if verb.text in _LABELLING else []
        own_words = [t for t in around if _is_under(t, verb)]
        time = self._time(own_words) or self._time(around) or self._counted(verb, content)
        time = time or self._time(self._of_carrier(verb))
        if time is None and not settings:
            opening = opening_of(self._view.sentence(verb), verb, content)
            return self._time(opening), self.venues.read(verb, opening, source)
        return time, settings

    def _of_carrier(self, verb: Token) -> list[Token]:
        """Return what hangs on the event that a cue hangs on: "Monday's debate, where Roe said"."""
        noun = verb.head
        if verb.dep not in {"acl", "relcl"} or is_verb(noun) or not self.venues.is_told(noun):
            return []
        beside = (c for c in noun.children if c.dep not in {"acl", "relcl", "appos", "conj"})
        return sorted((t for child in beside for t in child.subtree()), key=position)

    def is_vague(self, candidate: Candidate) -> bool:
        """Whether a cue is put in the past without a day: "the following week, Roe said"."""
        if not candidate.cue:
            return False
        own = {t.i for t in candidate.cue}
        source = {t.i for t in candidate.source}
        verb = _main_verb(candidate.cue, own)
        around = WordsAround(verb, self._words, candidate.content, own, source).tokens
        return any(token.i not in source and self._tells_vaguely(token) for token in around)

    def _tells_vaguely(self, token: Token) -> bool:
        number = bisect_right(self._vague_starts, token.start) - 1
        return number >= 0 and token.start < self._surroundings.vague[number][1]

    def of_verb(self, verb: Token, subject: list[Token]) -> Told:
        """Return the day and the settings that a clause without a quotation tells."""
        around = WordsAround(verb, self._words, [], {verb.i}, {t.i for t in subject}).tokens
        return self._time(around), self._settings(verb, around, subject, [])

    def of_noun(self, noun: Token, is_free: bool) -> Told:
        """Return the day and the settings told of an event or a document.

        ``is_free``: the whole sentence tells of it, not only its own phrase.
        """
        words = self._view.sentence(noun) if is_free else noun.subtree()
        around = [
            t
            for t in words
            if t is noun or not any(_is_aside(a, noun) for a in [t, *t.ancestors()])
        ]
        return self._time(around), self.venues.read(noun, around, [])

    def _settings(
        self, verb: Token, around: list[Token], source: Sequence[Token], content: Sequence[Bounds]
    ) -> list[Setting]:
        settings = self.venues.read(verb, around, source)
        spoken = {t.i for t in source}
        for title in self._titles({t.i for t in around} - spoken, content):
            words = {t.i for t in title.words}
            settings = [s for s in settings if words.isdisjoint(t.i for t in s.words)]
            named = {t.i for s in settings for t in s.words}
            settings.append(Setting("medium", title.words))
            settings += [s for s in self.venues.broadcaster(title) if s.words[-1].i not in named]
        here = self._surroundings.here
        if here and any(t.is_a("here") and t.dep == "advmod" for t in around):
            settings.append(Setting("place", here))
        return settings

    def _titles(self, leads: set[int], content: Sequence[Bounds]) -> list[Title]:
        return [
            title
            for lead in sorted(leads & self._by_lead.keys())
            for title in self._by_lead[lead]
            if not inside(title.words[0], content)
        ]

    def _in_cue(self, cue: Sequence[Token], settings: list[Setting]) -> list[Setting]:
        """Return the documents and events that a cue itself names: "issued a statement"."""
        named = {t.i for s in settings for t in s.words}
        nouns = [t for t in cue if t.dep in {"compound", "dobj"} and t.i not in named]
        found = [setting for noun in nouns for setting in self.venues.told_by(noun)]
        if any(t.is_a("document_verb") for t in cue):
            found = [
                s for s in found if s.kind != "medium"
            ]  # "made a statement", "tells the story"
        return found

    def of_label(self, candidate: Candidate) -> list[Setting]:
        """Return what stands between a name and the mark that lets it speak: "Roe, on Twitter:"."""
        first = candidate.source[-1].i + 1 if candidate.source else len(self._view.tokens)
        words = self._view.tokens[first : first + _LABEL]
        mark = next((n for n, t in enumerate(words) if t.text in _LABELLING), 0)
        if not mark or words[0].text != "," or words[mark].start > candidate.end:
            return []
        return [s for t in words[:mark] for s in self.venues.leading(t)]

    def _is_of_scene(self, token: Token) -> bool:
        """Whether a word is of a phrase like "in an interview", "on Monday" or "Monday"."""
        while token.dep not in {"prep", "npadvmod"}:
            if token.head is token or is_verb(token):
                return False
            token = token.head
        if token.dep == "npadvmod":
            return token.entity == "DATE"
        noun = token.child("pobj")
        return noun is not None and self.venues.is_scene(token, noun)

    def _time(self, around: list[Token]) -> TimeFound | None:
        if not around:
            return None
        first = bisect_left(self._time_starts, around[0].start)
        last = bisect_left(self._time_starts, around[-1].end)
        return next((t for t in self._times[first:last] if self._dates_the_words(t, around)), None)

    def _counted(self, verb: Token, content: Sequence[Bounds]) -> TimeFound | None:
        """Return a day told by what happened then: "two days after the storm hit on Sunday"."""
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

    def _dates_the_words(self, time: TimeFound, around: list[Token]) -> bool:
        """Whether a time stands among the words and, as a possessive, belongs to an event."""
        within = [t for t in around if time.start <= t.start < time.end]
        if not within or within[-1].entity in _NAMES:
            return False
        owner = within[-1]
        if self.venues.is_outlet(owner):
            return False  # "USA Today"
        if time.is_counted:
            return True  # "the day before Friday's vote"
        is_object = owner.dep == "pobj"
        if time.is_bare_year:
            return is_object or self.venues.is_told(owner.head)
        led = next((t for t in owner.ancestors() if t.pos in {"ADP", "SCONJ"}), None)
        if led is not None and led.is_a("time_bound"):
            return False
        inside_time = {t.i for t in within}
        top = owner
        while top.head.i in inside_time and top.head is not top:
            top = top.head
        owned = top.head
        while owned.dep in {"compound", "nmod"} and owned.head.i > owned.i:
            owned = owned.head
        if top.dep not in _OF_NOUN or owned.pos not in {"NOUN", "PROPN"}:
            return True
        if owned.entity == "PERSON" and top.dep != "poss":
            return True  # "yesterday Ada Roe said"
        return self.venues.is_told(owned) or self.venues.is_outlet(owned)


def _is_aside(token: Token, noun: Token) -> bool:
    return token.dep in _ASIDE and token.i > noun.i


def _is_under(token: Token, verb: Token) -> bool:
    return token is verb or any(above is verb for above in token.ancestors())


def _main_verb(cue: Sequence[Token], own: set[int]) -> Token:
    """Return the verb that heads a cue, its last word if it has none."""
    verbs = [t for t in cue if is_verb(t)]
    return next((t for t in verbs if t.head.i not in own), verbs[-1] if verbs else cue[-1])
