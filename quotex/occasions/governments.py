"""Clause 7 of the rule of inheritance: a government and its organ speak on the same day.

Right after "Norway denied on Monday that …", what the Foreign Ministry of Norway said is the same
news. A quotation of an organ of a government, in the past tense and without a day by the other
clauses, shares the day that the last quotation of that country's government, under the name of
the country or the seat of its government, tells beside its own cue; that one stands before it, in
the same paragraph or the one before. Only a single day is shared, no venue, and it is not carried
on: the organ's later quotations stay without. Which country an organ belongs to the article must
tell.
"""

from __future__ import annotations

from collections.abc import Mapping

from quotex.languages.countries import Countries
from quotex.occasions.events import Telling
from quotex.records import SpeechDate

_NEAR = 1


def share_days(tellings: list[Telling], codes: Mapping[str, str], table: Countries) -> None:
    """Give organs without a day that of their government.

    Args:
        tellings: those of one article, in text order, attached to events.
        codes: the country whose government a speaker is, by the speaker's name.
        table: tells a government's own names from those of its organs.
    """
    last: dict[str, Telling] = {}
    for telling in tellings:
        code = codes.get(telling.speaker or "")
        if code is None:
            continue
        if table.place(telling.speaker or "") is not None:
            last[code] = telling
        elif _is_dateless(telling) and (government := last.get(code)) is not None:
            telling.shared = _shared(government, telling)


def _is_dateless(telling: Telling) -> bool:
    dated = telling.own.date is not None
    event = telling.event
    return telling.tense == "past" and not dated and (event is None or event.date is None)


def _shared(government: Telling, telling: Telling) -> SpeechDate | None:
    day = government.own.date
    if day is None or day.from_ != day.to or telling.paragraph - government.paragraph > _NEAR:
        return None
    return day.model_copy(update={"scope": "inherited"})
