"""What stands around the cue, outside of any quotation: the day and the venue of the words."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from quotex.attribution.when import TimeFound, times_of
from quotex.attribution.words import VenueWords
from quotex.detection.candidate import Bounds, Candidate
from quotex.detection.grammar import is_verb, phrase, prepositional
from quotex.engine.view import Token, View
from quotex.records import Article, Scope, Span, SpeechDate, Venue, VenueKind

_ADDRESSING = frozenset({"tell", "inform"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_GOES_ON = frozenset({"add", "continue", "go on"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where, as far as the text tells."""

    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()

    @property
    def date_ground(self) -> str:
        """Why the date holds, for a person to read."""
        inherited = self.date is not None and self.date.scope == "inherited"
        return "as the same speaker goes on" if inherited else "beside the cue"


class OccasionFinder:
    """Finds the occasions of one article's candidates, which it wants in text order."""

    def __init__(self, article: Article, view: View, words: VenueWords) -> None:
        self._article = article
        self._view = view
        self._words = words
        self._times = times_of(article.text, article.published)
        self._time_starts = [time.start for time in self._times]

    def find(self, candidates: list[Candidate], speakers: list[str | None]) -> list[Occasion]:
        """Return the occasion of each candidate; ``speakers`` are the names resolved for them.

        A quotation without a date or venue of its own inherits them from the one before it if
        the same speaker goes on in the same paragraph, or if its cue says so ("he added").
        """
        found: list[Occasion] = []
        for number, candidate in enumerate(candidates):
            own = self._explicit(candidate)
            if number and self._is_same_event(candidates, speakers, number):
                own = _inherit(own, found[number - 1])
            found.append(own)
        return found

    def _explicit(self, candidate: Candidate) -> Occasion:
        if not candidate.cue:
            return Occasion()
        times = [t for bounds in self._free(candidate) for t in self._times_in(bounds)]
        around = self._clause_words(candidate)
        own = {t.i for t in around}
        times = [t for t in times if any(w.i in own and t.start <= w.start < t.end for w in around)]
        return Occasion(
            self._date(times[0], "explicit") if times else None, self._venues(candidate, around)
        )

    def _times_in(self, bounds: Bounds) -> list[TimeFound]:
        first = bisect_left(self._time_starts, bounds[0])
        last = bisect_left(self._time_starts, bounds[1])
        return self._times[first:last]

    def _date(self, time: TimeFound, scope: Scope) -> SpeechDate:
        evidence = Span.of(self._view.text, time.start, time.end)
        return SpeechDate(from_=time.days[0], to=time.days[1], evidence=evidence, scope=scope)

    def _free(self, candidate: Candidate) -> list[Bounds]:
        """Return the parts of the cue's sentence that are not content."""
        sentence = self._view.sentence(candidate.cue[-1])
        start, end = sentence[0].start, sentence[-1].end
        free: list[Bounds] = []
        for content_start, content_end in sorted(candidate.content):
            if start < content_start < end:
                free.append((start, content_start))
            start = max(start, content_end)
        if start < end:
            free.append((start, end))
        return free

    def _clause_words(self, candidate: Candidate) -> list[Token]:
        """Return the words that modify the cue or its subject, without the content."""
        verb = next((t for t in candidate.cue if is_verb(t)), candidate.cue[-1])
        words = [t for t in verb.subtree() if not _inside(t, candidate.content)]
        if verb.dep in {"advcl", "xcomp", "conj"} and is_verb(verb.head):
            words += [t for t in verb.head.subtree() if not _inside(t, candidate.content)]
        return sorted({t.i: t for t in words}.values(), key=lambda t: t.i)

    def _venues(self, candidate: Candidate, around: list[Token]) -> tuple[Venue, ...]:
        source = {t.i for t in candidate.source}
        found: list[Venue] = []
        for token in around:
            if (
                not is_verb(token)
                and token.i not in source
                and token.lemma not in self._words.event
            ):
                continue
            for preposition, noun in prepositional(token):
                kind = self._kind(preposition.lower, noun)
                if kind is not None and not _inside(noun, candidate.content):
                    found.append(self._venue(kind, noun))
        found.extend(self._addressed(candidate))
        found.extend(self._source_medium(candidate))
        unique = {(v.kind, v.span.start): v for v in found}
        return tuple(sorted(unique.values(), key=lambda v: v.span.start))

    def _kind(self, preposition: str, noun: Token) -> VenueKind | None:
        words = self._words
        if noun.entity in _PLACES and preposition in words.place_prepositions:
            return "place"
        if noun.lemma in words.event and preposition in words.event_prepositions:
            return "event"
        if noun.lemma in words.medium and preposition in words.medium_prepositions:
            return "medium"
        return None

    def _venue(self, kind: VenueKind, noun: Token) -> Venue:
        words = [t for t in phrase(noun) if t.i <= noun.i and t.dep not in {"det", "poss", "case"}]
        if kind != "place":
            words = [t for t in words if t.entity not in {"DATE", "TIME"}]
        words = words or [noun]
        return Venue(
            kind=kind,
            span=Span.of(self._view.text, words[0].start, words[-1].end),
            scope="explicit",
        )

    def _addressed(self, candidate: Candidate) -> list[Venue]:
        """Read "told The Daily Planet" as said through that paper."""
        verb = candidate.cue[-1]
        if verb.lemma not in _ADDRESSING:
            return []
        addressee = verb.child("dobj", "dative")
        if addressee is None or addressee.entity != "ORG":
            return []
        return [self._venue("medium", addressee)]

    def _source_medium(self, candidate: Candidate) -> list[Venue]:
        """A document that speaks for its issuer is the medium of its words."""
        inside = {t.i for t in candidate.source}
        return [
            self._venue("medium", token)
            for token in candidate.source
            if token.lemma in self._words.issued and token.head.i not in inside
        ]

    def _is_same_event(
        self, candidates: list[Candidate], speakers: list[str | None], number: int
    ) -> bool:
        this, before = candidates[number], candidates[number - 1]
        if (
            speakers[number] is None
            or speakers[number] != speakers[number - 1]
            or not this.cue
            or not before.cue
        ):
            return False
        if this.cue[-1].lemma in _GOES_ON or this.cue[0].lemma in _GOES_ON:
            return True
        return self._view.paragraph(this.cue[-1]) == self._view.paragraph(before.cue[-1])


def _inherit(own: Occasion, before: Occasion) -> Occasion:
    day = own.date
    if day is None and before.date is not None:
        day = before.date.model_copy(update={"scope": "inherited"})
    venues = own.venues or tuple(v.model_copy(update={"scope": "inherited"}) for v in before.venues)
    return Occasion(day, venues)


def _inside(token: Token, content: list[Bounds]) -> bool:
    return any(start <= token.start < end for start, end in content)
