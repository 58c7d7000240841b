"""Clause 8 of the rule of inheritance: those who are heard at an event that another one tells.

A quotation in the past tense that tells neither day nor venue and has no event by the other
clauses is of the event that was told or carried last, by whomever, in its paragraph or the one
before, if people come together there (a rally, no tweet) and

a. an audience is heard: "the crowd", "supporters", "cheers"; or
b. somebody answers where several speak, at a meeting or a debate: "Voss replied", "the moderator
   asked"; or
c. a person is heard at an event that is all talk between several: a debate, a hearing, a panel.

By b and c it shares no speech that another held there.

What is told of somebody else's letter or interview ends it, and so does another day.

d. A speech that is told without a day ("in her remarks") was held at the gathering that the
   article dates, if by then it has dated one only, and shares its day and venues.
"""

from __future__ import annotations

from quotex.languages.word_lists import VenueWords
from quotex.occasions.events import Event, Telling
from quotex.records import Venue

_NEAR = 1


def share_stage(tellings: list[Telling], words: VenueWords) -> None:
    """Let those without an event join the one before them, where they are heard there.

    ``tellings`` are those of one article, scenes among them, in text order.
    """
    stage: Event | None = None
    gatherings: list[Event] = []
    for telling in tellings:
        if telling.event is not None:
            stage = telling.event if telling.event.is_occasion else None
            _gather(telling, telling.event, gatherings, words)
        elif stage is not None and _is_heard(telling, stage, words):
            stage.add(telling)
            if telling.voice != "audience":
                telling.before = tuple(v for v in telling.before if not _is_solo(v, words))


def _gather(telling: Telling, event: Event, gatherings: list[Event], words: VenueWords) -> None:
    """Note a dated gathering, or set a speech into the only one."""
    is_shared = bool(event.heads & words.shared)
    if is_shared and event.date is not None and event not in gatherings[:2]:
        gatherings.append(event)
    if is_shared or event.date is not None or len(gatherings) != 1:
        return
    known = (telling.own.venues[n] for n in telling.known if n < len(telling.own.venues))
    if any(_is_solo(venue, words) for venue in known):
        event.around = gatherings[0]


def _is_solo(venue: Venue, words: VenueWords) -> bool:
    """Whether an event is what one person does: a speech, at a debate."""
    return venue.span.text.casefold().split()[-1] in words.performance


def _is_heard(telling: Telling, stage: Event, words: VenueWords) -> bool:
    if telling.is_scene or telling.is_vague or telling.paragraph - stage.paragraph > _NEAR:
        return False
    if telling.voice == "audience":
        return telling.tense in {"past", "none"}
    if telling.tense != "past":
        return False
    if telling.is_reply and stage.heads & words.shared:
        return True
    return telling.voice == "person" and bool(stage.heads & words.debating)
