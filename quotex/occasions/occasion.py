"""What is known of when and where words were said."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.records import SpeechDate, Venue


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
