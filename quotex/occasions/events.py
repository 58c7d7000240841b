"""Tellings and speech events: what the rule of inheritance reasons about.

The words are explained in ``occasion_inheritance``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from quotex.occasions.occasion import Occasion
from quotex.occasions.tense import Tense
from quotex.records import SpeechDate, Venue, VenueKind

Voice = Literal["person", "audience", "other"]

WEEK = 7
GROUPS: tuple[frozenset[VenueKind], ...] = (
    frozenset({"place"}),
    frozenset({"event", "medium"}),
)


@dataclass(slots=True, eq=False)
class Telling:
    """A quotation or a scene, as the rule sees it.

    ``at`` orders tellings in the text. ``known`` numbers the venues of ``own`` that the text
    takes for known, ``heads`` holds the nouns that head its events and media, by number,
    ``cities`` the names of the cities among its places, ``content`` the lemmas of what is said.
    ``voice`` tells a person from those who listen. ``shared`` is a day by clause 7.
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
    around: Event | None = None  # the gathering at which a speech was held
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
        for kinds in GROUPS:
            if found := tuple(v for v in telling.own.venues if v.kind in kinds):
                self.told.setdefault(kinds, found)
        day = telling.own.date
        if day is not None and (self.date is None or length(day) < length(self.date)):
            self.date = day
        self.venues = telling.own.venues + of_other_kinds(self.venues, telling.own.venues)

    @property
    def day(self) -> SpeechDate | None:
        """The day of the event, or else of the gathering around it."""
        return self.date or (self.around.date if self.around is not None else None)

    @property
    def is_occasion(self) -> bool:
        """Whether people come together: a rally is one, a letter is none."""
        return any(v.kind == "event" for v in self.venues)

    @property
    def is_bare_day(self) -> bool:
        """Whether no more is known than a single day."""
        return not self.venues and self.date is not None and length(self.date) == 0

    @property
    def is_vague(self) -> bool:
        """Whether no more is known than a month or a year."""
        return not self.venues and self.date is not None and length(self.date) > WEEK


def length(date: SpeechDate) -> int:
    """Return how many days lie between the first and the last."""
    return (date.to - date.from_).days


def of_other_kinds(venues: tuple[Venue, ...], own: tuple[Venue, ...]) -> tuple[Venue, ...]:
    """Return the venues of kinds that ``own`` has none of."""
    kinds = {v.kind for v in own}
    return tuple(v for v in venues if v.kind not in kinds)


def order(telling: Telling) -> int:
    """Return what puts tellings in text order."""
    return telling.at
