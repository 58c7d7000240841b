"""Clause 7 of the law of inheritance: a government and its organ speak on the same day.

Right after "Norway denied on Monday that …", what the Foreign Ministry of Norway said is the same
news. A quotation of an organ of a government, in the past tense and without a day by the other
clauses, shares the day of the last quotation attributed to that country, or to its seat of
government, if that states the day beside its own cue and is in the same paragraph or the one
before. Only a single day is shared, no venue, and it is not carried on to the organ's later
quotations. Which country an organ belongs to must follow from the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotex.languages.countries import Countries
from quotex.occasions.inheritance.mention import EventMention
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import SpeechDate

_NEAR = 1  # paragraphs


def government_days(
    mentions: Sequence[EventMention],
    timeline: Timeline,
    governments: Mapping[str, str],
    countries: Countries,
) -> dict[EventMention, SpeechDate]:
    """Return the government's day for each mention of an organ that shares it.

    Args:
        mentions: all mentions of one article, in text order.
        timeline: the events that they belong to by the other clauses.
        governments: the code of the country whose government a speaker is, by the speaker's name.
        countries: distinguishes a government's own names from those of its organs.
    """
    last: dict[str, EventMention] = {}
    shared: dict[EventMention, SpeechDate] = {}
    for mention in mentions:
        name = mention.speaker or ""
        code = governments.get(name)
        if code is None:
            continue
        if countries.place(name) is not None:
            last[code] = mention
        elif code in last and _lacks_day(mention, timeline):
            day = _day_near(last[code], mention)
            if day is not None:
                shared[mention] = day
    return shared


def _lacks_day(mention: EventMention, timeline: Timeline) -> bool:
    event = timeline.event_of(mention)
    is_dated = mention.stated.date is not None or (event is not None and event.date is not None)
    return mention.tense == "past" and not is_dated


def _day_near(government: EventMention, organ: EventMention) -> SpeechDate | None:
    day = government.stated.date
    if day is None or day.from_ != day.to or organ.paragraph - government.paragraph > _NEAR:
        return None
    return day.model_copy(update={"scope": "inherited"})
