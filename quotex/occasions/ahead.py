"""Clause 4 of the rule of inheritance: who looks ahead for an event.

A quotation that has no event by the clauses before it takes one that is told later:

a. in the headline or the lead, that of the quotation whose words it repeats, whoever is named:
   most of its nouns, verbs and adjectives, and three at least. A headline restates one quotation;
b. else its speaker's next one, if it stands in the headline or the lead, in the same sentence or,
   in the past tense, in the paragraph before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from quotex.occasions.events import Event, Telling, order

_LEAD = 1  # paragraphs 0 and 1: headline and lead
_NEXT = 1
_COMMON, _SHARE = 3, 0.6
_READ = 60  # quotations: what a headline restates stands near the top


def look_ahead(tellings: list[Telling]) -> None:
    """Give those of ``tellings``, in text order, without an event one that is told later."""
    later: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.speaker is not None and not telling.own.is_empty:
            later[telling.speaker].append(telling)
    told = [t for t in tellings if t.event is not None and t.content][:_READ]
    for telling in tellings:
        if telling.event is not None or telling.is_scene or telling.is_vague:
            continue
        event = _repeated(telling, told) if telling.paragraph <= _LEAD else None
        if event is None and telling.speaker is not None:
            own = later[telling.speaker]
            number = bisect_right(own, telling.at, key=order)
            event = _next(telling, own[number]) if number < len(own) else None
        if event is not None:
            telling.event, telling.before = event, event.venues


def _repeated(headline: Telling, told: list[Telling]) -> Event | None:
    """Return the event of the later quotation that shares most words with a headline."""
    best: tuple[int, Event] | None = None
    for telling in told:
        if telling.paragraph <= headline.paragraph or telling.event is None:
            continue
        common = len(headline.content & telling.content)
        enough = common >= max(_COMMON, _SHARE * len(headline.content))
        if enough and (best is None or common > best[0]):
            best = common, telling.event
    return best[1] if best is not None else None


def _next(telling: Telling, later: Telling) -> Event | None:
    """Return the event of the speaker's next telling, if this one restates or opens it."""
    event = later.event
    is_past = telling.tense == "past"
    if event is None or telling.tense == "ahead" or (telling.is_thought and not is_past):
        return None
    is_next = later.paragraph - telling.paragraph <= _NEXT
    is_near = is_past and is_next and not event.is_weak and not event.is_vague
    is_beside = later.sentence == telling.sentence and telling.tense in {"past", "perfect"}
    return event if telling.paragraph <= _LEAD or is_near or is_beside else None
