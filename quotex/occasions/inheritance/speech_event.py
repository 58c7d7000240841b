"""Speech events: what the mentions of one occasion together say about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from quotex.occasions.days.times import MONTH, WEEK
from quotex.occasions.inheritance.mention import EventMention, VenueNoun
from quotex.records import SpeechDate, Venue, VenueKind

VENUE_GROUPS: tuple[frozenset[VenueKind], ...] = (
    frozenset({"place"}),
    frozenset({"event", "medium"}),
)


@dataclass(slots=True, eq=False)
class SpeechEvent:
    """One speech event, which the timeline builds up; two are never equal.

    ``mentions`` are in the order in which the clauses added them. ``date`` is the narrowest that is
    stated, ``venues`` holds the last ones of each kind, ``first_venues`` the first ones of each
    group, ``documents`` the bounds of venues that are documents; ``cities`` and ``heads`` are those
    of all mentions. ``gathering`` is the one at which a speech was given.
    ``is_dated_act``: all that is known is an act on a day; ``is_interview``: the author met
    somebody; ``is_court``: it is a court in session.
    """

    mentions: list[EventMention] = field(default_factory=list)
    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()
    cities: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    gathering: SpeechEvent | None = None
    is_dated_act: bool = True
    is_interview: bool = False
    is_court: bool = False
    documents: set[tuple[int, int]] = field(default_factory=set)
    first_venues: dict[frozenset[VenueKind], tuple[Venue, ...]] = field(default_factory=dict)

    def add(self, mention: EventMention) -> None:
        """Add a mention."""
        stated = mention.stated
        self.mentions.append(mention)
        self.cities |= mention.cities
        self.heads |= set(mention.heads)
        self.is_interview = self.is_interview or mention.is_interview
        self.is_court = self.is_court or mention.is_court
        spans = (venue.span for venue, noun in mention.venues() if noun.is_document)
        self.documents |= {(span.start, span.end) for span in spans}
        self.is_dated_act = self.is_dated_act and (mention.is_dated_act or stated.is_empty)
        lasting = tuple(v for v, noun in mention.venues() if not noun.is_single_use)
        for kinds in VENUE_GROUPS:
            if found := tuple(v for v in lasting if v.kind in kinds):
                self.first_venues.setdefault(kinds, found)
        day = stated.date
        if day is not None and (self.date is None or length(day) < length(self.date)):
            self.date = day
        kept = tuple(v for v, noun in mention.venues() if not self._adds_nothing(v, noun))
        if not {v.span.start for v in kept} <= {v.span.start for v in self.venues}:
            self.venues = kept + of_other_kinds(self.venues, kept)  # else both mention the same

    def _adds_nothing(self, venue: Venue, noun: VenueNoun) -> bool:
        """Whether a venue does not replace those before it: "the conference", "the event".

        A definite noun does not replace a name, and a generic one does not replace anything. A
        venue of one quotation only is never a venue of the occasion.
        """
        before = [v for v in self.venues if v.kind == venue.kind]
        if noun.is_single_use:
            return True
        if not before or not noun.is_known or is_named(venue):
            return False
        return noun.is_generic or any(is_named(v) for v in before)

    @property
    def paragraph(self) -> int:
        """The paragraph of the mention that was added last."""
        return self.mentions[-1].paragraph

    @property
    def day(self) -> SpeechDate | None:
        """The day of the event, or else that of the gathering at which it was held."""
        return self.date or (self.gathering.date if self.gathering is not None else None)

    @property
    def is_gathering(self) -> bool:
        """Whether people come together, as at a rally but not for a letter."""
        return any(v.kind == "event" for v in self.venues)

    @property
    def settings(self) -> set[str]:
        """The nouns of its events, media and places, such as "debate" and "parliament"."""
        places = (v.span.text for v in self.venues if v.kind == "place")
        return self.heads | {place.casefold().split()[-1] for place in places}

    @property
    def is_writing(self) -> bool:
        """Whether all its known venues are documents."""
        return bool(self.venues) and all(self.is_document(v) for v in self.venues)

    def is_document(self, venue: Venue) -> bool:
        """Whether one of its venues is a document."""
        return (venue.span.start, venue.span.end) in self.documents

    @property
    def has_only_day(self) -> bool:
        """Whether only a single day is known."""
        return not self.venues and self.date is not None and length(self.date) == 0

    @property
    def has_only_city(self) -> bool:
        """Whether only places are known, among them a city."""
        is_place = bool(self.venues) and all(v.kind == "place" for v in self.venues)
        return is_place and self.date is None and bool(self.cities)

    @property
    def has_only_period(self) -> bool:
        """Whether only a period of more than a week is known, such as a month or a year."""
        return not self.venues and self.date is not None and length(self.date) > WEEK

    def is_city_of(self, mention: EventMention) -> bool:
        """Whether it only names the city of a mention: "In Oslo, Roe … At a meeting, he said"."""
        is_beside = mention.paragraph == self.paragraph
        is_elsewhere = any(v.kind == "place" for v in mention.stated.venues)
        return is_beside and self.has_only_city and not is_elsewhere

    def agrees_with(self, day: SpeechDate | None) -> bool:
        """Whether a day may be that of the event, as far as both are known.

        What was "announced on Friday" was not said "at a forum earlier this year".
        """
        if day is None or self.date is None:
            return True
        shorter, longer = sorted((length(day), length(self.date)))
        is_other = shorter <= WEEK and longer > MONTH
        return not is_other and day.from_ <= self.date.to and self.date.from_ <= day.to

    def fits(self, mention: EventMention) -> bool:
        """Whether a mention names no other city and no new event or medium."""
        if mention.cities and self.cities and not mention.cities & self.cities:
            return False
        names = [_words(v) for v in self.venues if v.kind != "place"]
        has_outlet = any(v.kind == "medium" and not self.is_document(v) for v in self.venues)
        for venue, noun in mention.venues():
            if noun.is_outlet and not has_outlet:
                return False
            if self.is_court and mention.is_court:
                continue  # an inquiry holds hearings
            if venue.kind == "event" and self.is_writing:
                return False  # what is said at a launch is not in the letter
            if venue.kind == "place" or noun.is_known or noun.is_single_use:
                continue
            if venue.kind == "event" and self._is_talk_at(mention) and not noun.is_talk:
                continue  # "said in a speech on Monday … Addressing a conference, she said"
            words = _words(venue)
            if not any(words <= name or name <= words for name in names):
                return False
        return True

    def _is_talk_at(self, mention: EventMention) -> bool:
        """Whether it is a talk, and a mention right after may say at which event it was given."""
        is_talk = any(noun.is_talk for earlier in self.mentions for noun in earlier.nouns)
        is_near = mention.paragraph - self.paragraph <= 1
        return is_talk and is_near and mention.stated.date is None


def is_named(venue: Venue) -> bool:
    """Whether a venue has a name: "the Lundby Conference"."""
    return venue.span.text.split()[-1][:1].isupper()


def length(date: SpeechDate) -> int:
    """Return the number of days from the first day to the last: 0 for a single day."""
    return (date.to - date.from_).days


def of_other_kinds(venues: tuple[Venue, ...], stated: tuple[Venue, ...]) -> tuple[Venue, ...]:
    """Return the venues of kinds that are not in ``stated``."""
    kinds = {v.kind for v in stated}
    return tuple(v for v in venues if v.kind not in kinds)


def _words(venue: Venue) -> set[str]:
    return set(venue.span.text.casefold().split())
