"""What is known of when and where words were said."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.records import SpeechDate, Venue


@dataclass(frozen=True, slots=True)
class Occasion:
    """When and where, as far as the text says."""

    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether neither day nor venue is known."""
        return self.date is None and not self.venues

    @property
    def date_ground(self) -> str:
        """Why the date holds, for a person to read."""
        is_inherited = self.date is not None and self.date.scope == "inherited"
        return "where the same speech event is told" if is_inherited else "beside the cue"
