"""When and where words were said: beside the cue, or where the same speech event is told."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from quotex.attribution.venues import Setting, VenueReader
from quotex.attribution.when import TimeFound, times_of
from quotex.attribution.words import VenueWords
from quotex.detection.candidate import Bounds, Candidate, Context
from quotex.detection.grammar import is_verb
from quotex.engine.view import Token
from quotex.records import Article, Scope, Span, SpeechDate, Venue


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where, as far as the text tells."""

    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told."""
        return self.date is None and not self.venues

    @property
    def date_ground(self) -> str:
        """Why the date holds, for a person to read."""
        inherited = self.date is not None and self.date.scope == "inherited"
        return "where the same speech event is told" if inherited else "beside the cue"

    def inherited(self) -> Occasion:
        """Return the same occasion as one that another sentence tells."""
        return Occasion(
            self.date.model_copy(update={"scope": "inherited"}) if self.date else None,
            tuple(v.model_copy(update={"scope": "inherited"}) for v in self.venues),
        )


class OccasionFinder:
    """Finds the occasions of one article's candidates, which it wants in text order."""

    def __init__(self, article: Article, context: Context, words: VenueWords) -> None:
        self._view = context.view
        self._venues = VenueReader(words)
        self._times = [
            time
            for time in times_of(article.text, article.published)
            if context.index.stretch_at(time.start) is None  # “This Week” is a title, or content
        ]
        self._time_starts = [time.start for time in self._times]

    def find(self, candidates: list[Candidate], speakers: list[str | None]) -> list[Occasion]:
        """Return the occasion of each candidate; ``speakers`` are the names resolved for them.

        The rule of inheritance: a speech event goes on as long as one speaker does. A quotation
        without a day or a venue of its own takes those of the quotation before it if that is by
        the same speaker and stands in the same paragraph or the next, so that nobody else is
        heard between and the article has not left the scene.
        """
        found: list[Occasion] = []
        for number, candidate in enumerate(candidates):
            own = self._explicit(candidate)
            if number and self._goes_on(candidates, speakers, number):
                own = _completed(own, found[number - 1])
            found.append(own)
        return found

    def _goes_on(
        self, candidates: list[Candidate], speakers: list[str | None], number: int
    ) -> bool:
        if speakers[number] is None or speakers[number] != speakers[number - 1]:
            return False
        before, this = (self._paragraph(candidates[n]) for n in (number - 1, number))
        return this - before <= 1

    def _paragraph(self, candidate: Candidate) -> int:
        token = candidate.cue[-1] if candidate.cue else None
        if token is None:
            starts = [start for start, _ in self._view.paragraphs]
            return max(bisect_left(starts, candidate.start + 1) - 1, 0)
        return self._view.paragraph(token)

    def _explicit(self, candidate: Candidate) -> Occasion:
        if not candidate.cue:
            return Occasion()
        around = self._clause_words(candidate)
        times = [
            time
            for bounds in self._free(candidate)
            for time in self._times_in(bounds)
            if self._dates_the_words(time, around)
        ]
        verb = next((t for t in candidate.cue if is_verb(t)), candidate.cue[-1])
        settings = self._venues.read(verb, around, candidate.source)
        return Occasion(
            self._date(times[0], "explicit") if times else None,
            tuple(self._venue(setting) for setting in settings),
        )

    def _dates_the_words(self, time: TimeFound, around: list[Token]) -> bool:
        """Whether a time stands in the cue's clause and, as a possessive, belongs to an event."""
        inside = [t for t in around if time.start <= t.start < time.end]
        if not inside:
            return False
        owner = inside[-1]
        if time.is_bare_year:
            return owner.dep in {"pobj", "obl"} or self._venues.carries(owner.head)
        return owner.dep != "poss" or self._venues.is_event(owner.head)

    def _times_in(self, bounds: Bounds) -> list[TimeFound]:
        first = bisect_left(self._time_starts, bounds[0])
        last = bisect_left(self._time_starts, bounds[1])
        return self._times[first:last]

    def _date(self, time: TimeFound, scope: Scope) -> SpeechDate:
        evidence = Span.of(self._view.text, time.start, time.end)
        return SpeechDate(from_=time.days[0], to=time.days[1], evidence=evidence, scope=scope)

    def _venue(self, setting: Setting) -> Venue:
        span = Span.of(self._view.text, setting.words[0].start, setting.words[-1].end)
        return Venue(kind=setting.kind, span=span, scope="explicit")

    def _free(self, candidate: Candidate) -> list[Bounds]:
        """Return the parts of the cue's sentence that are not content."""
        sentence = self._view.sentence(candidate.cue[-1])
        start, end = sentence[0].start, sentence[-1].end
        free: list[Bounds] = []
        for content_start, content_end in sorted(candidate.content):
            if content_start >= end:
                break
            if start < content_start:
                free.append((start, content_start))
            start = max(start, content_end)
        if start < end:
            free.append((start, end))
        return free

    def _clause_words(self, candidate: Candidate) -> list[Token]:
        """Return the words that modify the cue or its subject, without the content."""
        verb = next((t for t in candidate.cue if is_verb(t)), candidate.cue[-1])
        words = [
            t
            for t in verb.subtree()
            if not _inside(t, candidate.content) and not _describes(t, verb)
        ]
        if verb.dep in {"advcl", "xcomp", "conj"} and is_verb(verb.head):
            words += [t for t in verb.head.subtree() if not _inside(t, candidate.content)]
        return sorted({t.i: t for t in words}.values(), key=lambda t: t.i)


def _describes(token: Token, verb: Token) -> bool:
    """Whether a word stands in a relative clause or an apposition.

    It then tells of somebody, not of the saying: "Small, who came on Wednesday, said …".
    """
    while token is not verb and token.head is not token:
        if token.dep in {"relcl", "appos"}:
            return True
        token = token.head
    return False


def _completed(own: Occasion, before: Occasion) -> Occasion:
    """Fill what an occasion leaves open from the one before it, unless it is a new one."""
    if own.is_empty:
        return before.inherited()
    carried = before.inherited()
    if own.date is not None and before.date is not None and own.date.from_ != before.date.from_:
        return own
    return replace(own, date=own.date or carried.date, venues=own.venues or carried.venues)


def _inside(token: Token, content: list[Bounds]) -> bool:
    return any(start <= token.start < end for start, end in content)
