"""Which speech event a quotation belongs to: the rule of inheritance.

A *telling* is a quotation, or a *scene*: a clause that quotes nothing but tells of somebody's
appearing or speaking ("Roe came to Oslo on Monday"). What a telling says of day and venue beside
its own verb is its *own*. A *speech event* is the set of tellings that are of one occasion; each
of them holds its own day and venues, and inherits what its event has and it does not tell.

1. Opening. A telling with a day or a venue of its own opens an event of its speaker, unless it
   is of one that is open:
   a. it speaks of an event or a document as known ("the rally", "his letter") that was told
      before under the same noun, by whomever, and the days do not disagree;
   b. its speaker's event is open, the days do not disagree, it names no other city, and no
      other event or medium that is new ("a rally", "on Twitter"); if it brings a day to an event
      without one, it stands in the same paragraph or the next;
   c. an event of its speaker was on the same day, with the same proviso about venues.
2. Carrying. A quotation that tells neither day nor venue is of its speaker's open event if its
   cue is in the past tense. "Has said", "says" and "would say" tell no event: they inherit
   nothing. An event lasts through the article, however much stands between; one of which only
   the day is known lasts five paragraphs, a scene that is no more than a dated act ("On Sunday,
   Roe struck back") to the next.
3. Returning. When a speaker's later event has been left for two paragraphs, the speaker's
   first event is open again: the interview is an aside, the rally is the story.
4. Looking ahead. A quotation without an event takes its speaker's next one if it stands in the
   headline or the lead, in the same sentence, or, in the past tense, in the paragraph before.
5. Labels. A speaker label of a transcript ("ROE:") is of the event that was told last.
6. Filling. A telling inherits the places, and the events and media, that its event had when it
   was told; where there were none, the first that are told later.
7. Sharing. An organ of a government that has no day by now may share its government's; the
   clause stands in ``occasion_sharing``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from quotex.attribution.occasion_record import Occasion
from quotex.attribution.occasion_tense import Tense
from quotex.records import SpeechDate, Venue, VenueKind

Voice = Literal["person", "audience", "other"]

_JOINED = re.compile(r", | and (?:the )?")
_LEAD = 1  # paragraphs 0 and 1: headline and lead
_NEXT = 1
_LEFT = 2
_DAY_LASTS = 5
_RECENT = 5  # events
_WEEK = 7
_GROUPS: tuple[frozenset[VenueKind], ...] = (
    frozenset({"place"}),
    frozenset({"event", "medium"}),
)


@dataclass(slots=True, eq=False)
class Telling:
    """A quotation or a scene, as the rule sees it.

    ``at`` orders tellings in the text. ``known`` numbers the venues of ``own`` that the text
    takes for known, ``heads`` holds the nouns that head its events and media, by number,
    ``cities`` the names of the cities among its places. ``shared`` is a day by clause 7.
    """

    speaker: str | None
    at: int
    sentence: int
    paragraph: int
    own: Occasion
    tense: Tense = "past"
    known: frozenset[int] = frozenset()
    heads: dict[int, str] = field(default_factory=dict)
    cities: frozenset[str] = frozenset()
    is_scene: bool = False
    is_weak: bool = False
    is_label: bool = False
    is_thought: bool = False
    is_vague: bool = False
    is_reply: bool = False
    is_participle: bool = False
    is_written: bool = False
    content: frozenset[str] = frozenset()
    voice: Voice = "other"
    event: Event | None = None
    before: tuple[Venue, ...] = ()
    shared: SpeechDate | None = None

    @property
    def is_ahead(self) -> bool:
        """Whether a day is told on which words will be said."""
        return self.tense == "ahead" and self.own.date is not None


@dataclass(slots=True, eq=False)
class Event:
    """One speech event: its tellings in text order, and what they say of it so far.

    ``told`` holds the venues of each group that were told first.
    """

    tellings: list[Telling] = field(default_factory=list)
    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()
    paragraph: int = 0
    cities: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    is_weak: bool = True  # no more is known than that somebody acted on a day
    told: dict[frozenset[VenueKind], tuple[Venue, ...]] = field(default_factory=dict)

    def add(self, telling: Telling) -> None:
        """Take in a telling; the narrowest day holds, and the last venues of each kind."""
        telling.event = self
        telling.before = self.venues
        self.tellings.append(telling)
        self.paragraph = telling.paragraph
        self.cities |= telling.cities
        self.heads |= set(telling.heads.values())
        self.is_weak = self.is_weak and (telling.is_weak or telling.own.is_empty)
        for kinds in _GROUPS:
            if found := tuple(v for v in telling.own.venues if v.kind in kinds):
                self.told.setdefault(kinds, found)
        day = telling.own.date
        if day is not None and (self.date is None or _length(day) < _length(self.date)):
            self.date = day
        self.venues = telling.own.venues + _of_other_kinds(self.venues, telling.own.venues)

    @property
    def is_occasion(self) -> bool:
        """Whether people come together: a rally is one, a letter is none."""
        return any(v.kind == "event" for v in self.venues)

    @property
    def is_bare_day(self) -> bool:
        """Whether no more is known than a single day."""
        return not self.venues and self.date is not None and _length(self.date) == 0

    @property
    def is_vague(self) -> bool:
        """Whether no more is known than a month or a year."""
        return not self.venues and self.date is not None and _length(self.date) > _WEEK


class Timeline:
    """Attaches the tellings of one article to speech events."""

    def __init__(self, tellings: list[Telling]) -> None:
        self._tellings = sorted(tellings, key=_order)
        self._open: dict[str, Event] = {}
        self._of_speaker: dict[str, list[Event]] = defaultdict(list)
        self._of_head: dict[str, list[tuple[str | None, Event]]] = defaultdict(list)
        self._last: Event | None = None
        self._heard = {t.speaker for t in tellings}

    def run(self) -> None:
        """Attach each telling; ``occasion_of`` then reads what it inherits."""
        for telling in self._tellings:
            self._attach(telling)
        self._look_ahead()

    def _attach(self, telling: Telling) -> None:
        if (telling.is_vague and telling.own.is_empty) or telling.is_ahead:
            return
        current = self._current(telling)
        if telling.own.is_empty:
            event = self._last if current is None and telling.is_label else current
            if event is not None and _carries(event, telling):
                event.add(telling)
            return
        event = self._event_of(telling, current) or Event()
        event.add(telling)
        if telling.speaker is not None or not telling.is_scene:
            self._last = event
        for head in telling.heads.values():
            self._of_head[head].append((telling.speaker, event))
        for name in self._bearers(telling.speaker):
            self._open[name] = event
            self._of_speaker[name].append(event)

    def _bearers(self, speaker: str | None) -> list[str]:
        """Return a speaker, and those heard alone of several who speak together."""
        if speaker is None:
            return []
        return [speaker, *(n for n in _JOINED.split(speaker) if n in self._heard and n != speaker)]

    def _current(self, telling: Telling) -> Event | None:
        """Return the open event of the speaker; an aside closes when it has been left."""
        event = self._open.get(telling.speaker) if telling.speaker is not None else None
        if event is None or telling.speaker is None:
            return None
        gap = telling.paragraph - event.paragraph
        if event.is_weak and gap > _NEXT:
            return None
        first = self._of_speaker[telling.speaker][0]
        is_main = first.date is not None and not first.is_weak and len(first.tellings) > 1
        return first if gap >= _LEFT and is_main else event

    def _event_of(self, telling: Telling, current: Event | None) -> Event | None:
        """Return the event that a telling with a day or a venue of its own still is of."""
        named = self._named_before(telling)
        if named is not None and _days_agree(telling.own, named):
            return named
        same_day = self._on_the_day(telling)
        if same_day is not None and (current is None or current.date is None):
            return same_day
        if current is not None and _goes_on(current, telling, is_only=self._is_only(current, telling)):
            return current
        return same_day

    def _is_only(self, event: Event, telling: Telling) -> bool:
        """Whether a quotation's speaker has been heard at one event, a venue, only."""
        own = self._of_speaker[telling.speaker or ""]
        day = telling.own.date
        is_one = day is not None and day.from_ == day.to
        return is_one and not telling.is_scene and all(known is event for known in own) and bool(event.venues)

    def _on_the_day(self, telling: Telling) -> Event | None:
        """Return the last event of the speaker on the day that a telling names."""
        day = telling.own.date
        if day is None or telling.speaker is None:
            return None
        for event in reversed(self._of_speaker[telling.speaker][-_RECENT:]):
            same_day = event.date is not None and event.date.from_ == day.from_
            if same_day and _fits(event, telling):
                return event
        return None

    def _named_before(self, telling: Telling) -> Event | None:
        """Return the last event that goes by a name taken for known, the speaker's own first."""
        for number in sorted(telling.known & telling.heads.keys()):
            told = self._of_head[telling.heads[number]]
            own = [event for speaker, event in told[-_RECENT:] if speaker == telling.speaker]
            if told:
                return own[-1] if own else told[-1][1]
        return None

    def _look_ahead(self) -> None:
        later: dict[str, list[Telling]] = defaultdict(list)
        for telling in self._tellings:
            if telling.speaker is not None and not telling.own.is_empty:
                later[telling.speaker].append(telling)
        for telling in self._tellings:
            if telling.event is not None or telling.is_scene or telling.is_vague:
                continue
            if telling.paragraph <= _LEAD and (said := _restated(telling, self._tellings)) is not None:
                telling.event, telling.before = said, said.venues
                continue
            if telling.speaker is None:
                continue
            own = later[telling.speaker]
            number = bisect_right(own, telling.at, key=_order)
            if number < len(own):
                _restate(telling, own[number])


def occasion_of(telling: Telling) -> Occasion:
    """Return what a telling says itself, filled with what its event had, or has later."""
    own, event = telling.own, telling.event
    if event is None:
        return Occasion(own.date or telling.shared, own.venues)
    date = own.date or telling.shared
    if date is None and event.date is not None and not telling.is_vague:
        date = event.date.model_copy(update={"scope": "inherited"})
    venues = own.venues + _inherited(_of_other_kinds(telling.before, own.venues))
    for kinds in _GROUPS:
        if not any(v.kind in kinds for v in venues):
            venues += _inherited(event.told.get(kinds, ()))
    return Occasion(date, venues)


def _restated(headline: Telling, tellings: list[Telling]) -> Event | None:
    """Return the event of the quotation that a headline repeats most words of."""
    best: tuple[int, Event] | None = None
    for telling in tellings:
        if telling.paragraph <= headline.paragraph or telling.event is None:
            continue
        common = len(headline.content & telling.content)
        if common >= 3 and common >= 0.6 * len(headline.content) and (best is None or common > best[0]):
            best = common, telling.event
    return best[1] if best is not None else None


def _restate(telling: Telling, later: Telling) -> None:
    """Give a telling the event of the speaker's next one, if it restates or opens it."""
    event = later.event
    is_past = telling.tense == "past"
    if event is None or telling.tense == "ahead" or (telling.is_thought and not is_past):
        return
    is_next = later.paragraph - telling.paragraph <= _NEXT
    is_near = is_past and is_next and not event.is_weak and not event.is_vague
    is_beside = later.sentence == telling.sentence and telling.tense in {"past", "perfect"}
    if telling.paragraph <= _LEAD or is_near or is_beside:
        telling.event = event
        telling.before = event.venues


def _carries(event: Event, telling: Telling) -> bool:
    """Whether an open event takes in a telling without a day or a venue."""
    if telling.is_label:
        return True
    if telling.is_written and event.is_occasion:
        return False  # what was said at a rally was not written there
    if telling.is_participle and telling.sentence == event.tellings[-1].sentence:
        return True  # "she said on Monday, calling it a lie"
    gap = telling.paragraph - event.paragraph
    return telling.tense == "past" and (bool(event.venues) or gap <= _DAY_LASTS)


def _goes_on(event: Event, telling: Telling, *, is_only: bool) -> bool:
    """Whether a telling with a day or a venue of its own is of the open event."""
    is_next = telling.paragraph - event.paragraph <= _NEXT
    is_open = event.is_bare_day and is_next  # "On Sunday, Roe struck back." "…," she told a rally
    if not _days_agree(telling.own, event) or not (is_open or _fits(event, telling)):
        return False
    day = telling.own.date
    brings_day = day is not None and event.date is None
    if day is not None and brings_day and _length(day) > _WEEK:
        return False
    return not brings_day or is_only or is_next


def _fits(event: Event, telling: Telling) -> bool:
    """Whether a telling names no other city, and no other event or medium that is new."""
    if telling.cities and event.cities and not telling.cities & event.cities:
        return False
    names = [_words(v) for v in event.venues if v.kind != "place"]
    for number, venue in enumerate(telling.own.venues):
        if venue.kind == "place" or number in telling.known:
            continue
        words = _words(venue)
        if not any(words <= name or name <= words for name in names):
            return False
    return True


def _days_agree(own: Occasion, event: Event) -> bool:
    a, b = own.date, event.date
    return a is None or b is None or (a.from_ <= b.to and b.from_ <= a.to)


def _inherited(venues: Iterable[Venue]) -> tuple[Venue, ...]:
    return tuple(v.model_copy(update={"scope": "inherited"}) for v in venues)


def _of_other_kinds(venues: tuple[Venue, ...], own: tuple[Venue, ...]) -> tuple[Venue, ...]:
    kinds = {v.kind for v in own}
    return tuple(v for v in venues if v.kind not in kinds)


def _words(venue: Venue) -> set[str]:
    return set(venue.span.text.casefold().split())


def _length(date: SpeechDate) -> int:
    return (date.to - date.from_).days


def _order(telling: Telling) -> int:
    return telling.at
