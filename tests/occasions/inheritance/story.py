"""Hand-made event mentions, and what they inherit, in a short notation.

A mention is written as its paragraph, its speaker and what it states: "2 Roe: 13; event rally,
place Oslo" states a day of October 2014 and two venues. "13/20" is a range of days, "2013" a year,
"-" no day; a star marks a venue mentioned as known: "event *rally"; brackets say more about it:
"medium letter (document)", "(generic)", "(single use)". "?" is an unknown speaker.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import Any

from quotex.occasions.inheritance.law import occasions_of
from quotex.occasions.inheritance.mention import EventMention, VenueNoun
from quotex.occasions.occasion import Occasion
from quotex.records import Span, SpeechDate, Venue, VenueKind
from tests.trees import ENGLISH

KINDS: tuple[VenueKind, ...] = ("place", "event", "medium")
_offsets = count(0, 1000)


def mention(notation: str, **fields: Any) -> EventMention:
    """Return a mention; ``fields`` sets what the notation does not cover."""
    where, _, stated = notation.partition(":")
    paragraph, _, speaker = where.partition(" ")
    day, _, venues = (stated.strip() or "-").partition(";")
    read = [v.strip().partition(" ") for v in venues.split(",") if v.strip()]
    names = [(kind, _name(name)) for kind, _, name in read]
    made = EventMention(
        speaker=None if speaker == "?" else speaker,
        at=0,
        sentence=-1,
        paragraph=int(paragraph),
        stated=Occasion(
            _date(day) if day != "-" else None, tuple(_venue(kind, name) for kind, name in names)
        ),
        nouns=tuple(_noun(kind, name) for kind, _, name in read),
        cities=frozenset(name.lower() for kind, name in names if kind == "place"),
    )
    return replace(made, **fields)


def inherited(
    *mentions: str | EventMention, governments: Mapping[str, str] | None = None
) -> list[str]:
    """Return the occasion of each mention in the notation; the mentions are in text order."""
    made = in_order(mentions)
    found = occasions_of(made, governments or {}, ENGLISH)
    return [shown(found[m]) for m in made]


def last(*mentions: str | EventMention, governments: Mapping[str, str] | None = None) -> str:
    """Return the occasion of the last mention in the notation."""
    return inherited(*mentions, governments=governments)[-1]


def in_order(mentions: Sequence[str | EventMention]) -> list[EventMention]:
    """Return mentions with their numbers; each has its own sentence unless it sets one."""
    made = [mention(m) if isinstance(m, str) else m for m in mentions]
    return [
        replace(m, at=10 * n, sentence=m.sentence if m.sentence >= 0 else 100 + n)
        for n, m in enumerate(made)
    ]


def shown(occasion: Occasion) -> str:
    """Return an occasion in the notation, with its venues in alphabetical order."""
    day = occasion.date.evidence.text if occasion.date is not None else "-"
    venues = ", ".join(sorted(f"{v.kind} {v.span.text}" for v in occasion.venues))
    return f"{day}; {venues}" if venues else day


def _date(day: str) -> SpeechDate:
    first, _, end = day.partition("/")
    is_year = len(first) == len("2013")
    return SpeechDate(
        from_=date(int(first), 1, 1) if is_year else date(2014, 10, int(first)),
        to=date(int(first), 12, 31) if is_year else date(2014, 10, int(end or first)),
        evidence=_span(day),
        scope="explicit",
    )


def _name(written: str) -> str:
    """Return the name in "*rally (generic)"."""
    return written.removeprefix("*").partition(" (")[0]


def _noun(kind: str, written: str) -> VenueNoun:
    return VenueNoun(
        head=_name(written).split()[-1] if kind != "place" else "",
        is_known=written.startswith("*"),
        is_generic="(generic)" in written,
        is_single_use="(single use)" in written,
        is_document="(document)" in written,
    )


def _venue(kind: str, name: str) -> Venue:
    known = next(k for k in KINDS if k == kind)
    return Venue(kind=known, span=_span(name), scope="explicit")


def _span(text: str) -> Span:
    start = next(_offsets)
    return Span(start=start, end=start + len(text), text=text)
