"""What is known about when and where words were said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quotex.records import Scope, SpeechDate, Venue

Ground = Literal[
    "event",
    "later",
    "gathering",
    "court",
    "document",
    "transcript",
    "government",
    "story",
    "likely",
]
_NEXT_TO_CUE = "next to the cue"
_WHERE: dict[Ground, str] = {
    "event": "mentioned with the same speech event",
    "later": "mentioned later with the same speech event",
    "gathering": "mentioned with the gathering at which others spoke",
    "court": "mentioned with the court in which the speaker holds office",
    "document": "where the article says that the document came out",
    "transcript": "in the introduction to the transcript",
    "story": "mentioned with the sitting that the article is about",
    "likely": "mentioned with the event at which it was probably said",
    "government": "mentioned with other words of the same government",
}


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where, as far as the text says; ``ground`` is the reason for what is inherited."""

    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()
    ground: Ground = "event"

    @property
    def is_empty(self) -> bool:
        """Whether neither a day nor a venue is known."""
        return self.date is None and not self.venues

    @property
    def date_ground(self) -> str:
        """The reason for the date, in words."""
        return self._ground_of(self.date.scope) if self.date is not None else _NEXT_TO_CUE

    def venue_ground(self, venue: Venue) -> str:
        """Return the reason for one of the venues, in words."""
        is_shared = self.ground == "government"  # which shares only its day
        is_inherited = venue.scope == "inherited"
        return _WHERE["event"] if is_shared and is_inherited else self._ground_of(venue.scope)

    def _ground_of(self, scope: Scope) -> str:
        return _WHERE[self.ground] if scope == "inherited" else _NEXT_TO_CUE
