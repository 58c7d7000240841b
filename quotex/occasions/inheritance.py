"""Which speech event a quotation belongs to: the rule of inheritance.

A *telling* is a quotation, or a *scene*: a clause that quotes nothing but tells of somebody's
appearing or speaking ("Roe came to Oslo on Monday"). What a telling says of day and venue beside
its own verb is its *own*. A *speech event* is the set of tellings that are of one occasion; each
of them holds its own day and venues, and inherits what its event has and it does not tell.
Paragraphs are counted without those that are no prose ("FULL TEXT").

1. Opening. A telling with a day or a venue of its own opens an event of its speaker, unless it
   is of one that is open. Of several who speak together it is the event of each. One that tells
   a day ahead ("will say on Friday") opens none.
   a. it speaks of an event or a document as known ("the rally", "his letter") that was told
      before under the same noun, by whomever, and the days do not disagree;
   b. an event of its speaker was on the same day, it names no other city, and no other event or
      medium that is new ("a rally", "on Twitter"); this goes before c where the open event has
      no day;
   c. its speaker's event is open, the days do not disagree, with the same proviso, except that
      an event of which only the day is known takes the first venue, in the same paragraph or the
      next. A telling that brings a day, and no month or year, to an event without one stands
      there too, or is a quotation and the event is the only one of its speaker.
2. Carrying. A quotation that tells neither day nor venue is of its speaker's open event if its
   cue is in the past tense, or goes along with the last one in the same sentence (", calling it
   a lie"). "Has said", "says" and "would say" tell no event: they inherit nothing; nor is what is
   written of an occasion on which people speak. An event lasts through the article, however much
   stands between; one of which only the day is known lasts five paragraphs, a scene that is no
   more than a dated act ("On Sunday, Roe struck back") to the next.
3. Returning. When a speaker's later event has been left for two paragraphs, the speaker's
   first event is open again: the interview is an aside, the rally is the story.
4. Looking ahead. A quotation without an event may take one that is told later, most of all in
   the headline and the lead; the clause stands in ``occasion_ahead``.
5. Labels. A speaker label of a transcript ("ROE:") is of the event that was told last.
6. Filling. A telling inherits the places, and the events and media, that its event had when it
   was told; where there were none, the first that are told later, except that what is written
   takes none of an occasion.
7. Sharing. An organ of a government that has no day by now may share its government's; the
   clause stands in ``occasion_sharing``.
8. Being there. An audience, whoever answers and whoever debates may be of an event that another
   tells; the clause stands in ``occasion_stage``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from quotex.occasions.ahead import look_ahead
from quotex.occasions.events import (
    GROUPS,
    WEEK,
    Event,
    Telling,
    length,
    of_other_kinds,
    order,
)
from quotex.occasions.occasion import Occasion
from quotex.records import Venue

__all__ = ["Timeline", "occasion_of"]

_JOINED = re.compile(r", | and (?:the )?")
_NEXT = 1
_LEFT = 2
_DAY_LASTS = 5
_RECENT = 5  # events


class Timeline:
    """Attaches the tellings of one article to speech events."""

    def __init__(self, tellings: list[Telling]) -> None:
        self._tellings = sorted(tellings, key=order)
        self._open: dict[str, Event] = {}
        self._of_speaker: dict[str, list[Event]] = defaultdict(list)
        self._of_head: dict[str, list[tuple[str | None, Event]]] = defaultdict(list)
        self._several: set[str | None] = set()
        self._last: Event | None = None
        self._heard = {t.speaker for t in tellings}

    def run(self) -> None:
        """Attach each telling; ``occasion_of`` then reads what it inherits."""
        for telling in self._tellings:
            self._attach(telling)
        look_ahead(self._tellings)

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
            own = self._of_speaker[name]
            if own and own[0] is not event:
                self._several.add(name)
            self._open[name] = event
            own.append(event)

    def _bearers(self, speaker: str | None) -> list[str]:
        """Return a speaker, and those heard alone of several who speak together."""
        if speaker is None:
            return []
        alone = (name for name in _JOINED.split(speaker) if name in self._heard)
        return [speaker, *(name for name in alone if name != speaker)]

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
        if current is not None:
            is_only = self._is_only(current, telling)
            if _goes_on(current, telling, is_only=is_only):
                return current
        return same_day

    def _is_only(self, event: Event, telling: Telling) -> bool:
        """Whether a quotation tells the day of the one event of which its speaker is."""
        day = telling.own.date
        is_day = day is not None and length(day) == 0
        is_one = telling.speaker not in self._several and bool(event.venues)
        return is_day and is_one and not telling.is_scene

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


def occasion_of(telling: Telling) -> Occasion:
    """Return what a telling says itself, filled with what its event had, or has later."""
    own, event = telling.own, telling.event
    if event is None:
        return Occasion(own.date or telling.shared, own.venues)
    date = own.date or telling.shared
    if date is None and event.day is not None and not telling.is_vague:
        date = event.day.model_copy(update={"scope": "inherited"})
    venues = own.venues + _inherited(of_other_kinds(telling.before, own.venues))
    is_elsewhere = telling.is_written and event.is_occasion
    for kinds in () if is_elsewhere else GROUPS:
        if not any(v.kind in kinds for v in venues):
            venues += _inherited(event.told.get(kinds, ()))
    if event.around is not None:
        known = {v.span for v in venues}
        venues += _inherited(v for v in event.around.venues if v.span not in known)
    return Occasion(date, venues)


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
    if day is not None and brings_day and length(day) > WEEK:
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


def _words(venue: Venue) -> set[str]:
    return set(venue.span.text.casefold().split())
