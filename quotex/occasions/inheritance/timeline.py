"""The timeline of an article: which speech event each mention belongs to.

The clauses of the law write into it, one after another; nothing else changes its speech events.
"""

from __future__ import annotations

from dataclasses import dataclass

from quotex.occasions.inheritance.mention import EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent
from quotex.occasions.occasion import Ground
from quotex.records import SpeechDate, Venue


@dataclass(frozen=True, slots=True)
class Membership:
    """The event of a mention, and those of its venues that the mention may inherit.

    ``is_open``: if there are none of a group, the first ones stated later are inherited. ``ground``
    is the reason why the mention belongs to the event.
    """

    event: SpeechEvent
    venues: tuple[Venue, ...]
    is_open: bool = True
    ground: Ground = "event"


class Timeline:
    """Holds the memberships of one article's mentions."""

    def __init__(self) -> None:
        self._memberships: dict[EventMention, Membership] = {}

    def membership(self, mention: EventMention) -> Membership | None:
        """Return the membership of a mention, or None as long as it has no event."""
        return self._memberships.get(mention)

    def event_of(self, mention: EventMention) -> SpeechEvent | None:
        """Return the event of a mention, or None as long as it has none."""
        found = self._memberships.get(mention)
        return found.event if found is not None else None

    def join(
        self,
        mention: EventMention,
        event: SpeechEvent,
        venues: tuple[Venue, ...] | None = None,
        *,
        is_open: bool = True,
        ground: Ground = "event",
    ) -> None:
        """Add a mention to an event; it may inherit the venues that the event had before.

        Args:
            mention: what is added.
            event: the event to which it is added.
            venues: the venues that the mention may inherit, if not all of the event's.
            is_open: if there are none of a group, the first ones stated later are inherited.
            ground: the reason why the mention belongs to the event.
        """
        inherited = event.venues if venues is None else venues
        event.add(mention)
        self._memberships[mention] = Membership(event, inherited, is_open=is_open, ground=ground)

    def look_ahead(self, mention: EventMention, event: SpeechEvent) -> None:
        """Let a mention inherit from a later event, without adding anything to that event."""
        self._memberships[mention] = Membership(event, event.venues, ground="later")

    def join_document(
        self, mention: EventMention, event: SpeechEvent, venues: tuple[Venue, ...]
    ) -> None:
        """Let a mention inherit the day of an event and only these of its venues."""
        self._memberships[mention] = Membership(event, venues, is_open=False, ground="document")

    def join_likely(
        self, mention: EventMention, event: SpeechEvent, venues: tuple[Venue, ...]
    ) -> None:
        """Let a mention inherit the day of the event that is likeliest, and only these venues."""
        self._memberships[mention] = Membership(event, venues, is_open=False, ground="likely")

    def set_day(self, event: SpeechEvent, day: SpeechDate | None) -> None:
        """Record the day of an event that states none."""
        event.date = day

    def set_gathering(self, speech: SpeechEvent, gathering: SpeechEvent) -> None:
        """Record the gathering at which a speech was given."""
        speech.gathering = gathering
