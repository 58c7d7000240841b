"""A quotation: what was said, by whom, when and where, and why we think so."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from quotex.records.base import Evidence, Record, Span, Spans, joined, shown

Kind = Literal["direct", "mixed", "indirect"]
Mode = Literal["speech", "writing", "thought"]
Stance = Literal[
    "accuses",
    "agrees",
    "asks",
    "asserts",
    "criticises",
    "demands",
    "denies",
    "doubts",
    "expects",
    "opposes",
    "praises",
    "promises",
    "proposes",
    "refuses",
    "supports",
    "wants",
    "warns",
    "withholds",
]
SpeakerKind = Literal["person", "group", "organization", "government", "document", "unknown"]
VenueKind = Literal["place", "event", "medium"]
Scope = Literal["explicit", "inherited"]
Section = Literal[
    "body",
    "navigation",
    "caption",
    "credit",
    "appeal",
    "related",
    "link",
    "comment",
    "boilerplate",
]


class Speaker(Record):
    """Who speaks: ``name`` is the fullest form that the article gives.

    ``named`` is False for one who has no name in the article ("a spokesman"); ``role`` is the title
    or apposition that the text gives; ``mentions`` are the places where the article refers to the
    speaker, in text order. ``country`` is the ISO 3166-1 alpha-2 code of the country whose
    government speaks ("RU" for Moscow, Russia and the Kremlin alike), None for all others and
    where the article does not tell it. ``mentions_in`` is for the JSON form alone: more than 100
    mentions are listed with the first of the speaker's quotations, and this is its ``id`` in the
    others; reading the JSON as an ``Extraction`` puts them back.
    """

    name: str = Field(min_length=1)
    kind: SpeakerKind
    named: bool
    role: str | None = None
    country: str | None = None
    mentions: Spans = ()
    mentions_in: str | None = None

    def __repr__(self) -> str:
        named = "" if self.named else ", not named"
        return f"<Speaker {shown(self.name)}: {self.kind}{named}, {len(self.mentions)} mentions>"


class SpeechDate(Record):
    """The days on which the words were said, both included; ``evidence`` is the time expression."""

    from_: date = Field(alias="from")
    to: date
    evidence: Span
    scope: Scope

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"date runs backwards: from {self.from_} to {self.to}")
        return self


class Venue(Record):
    """Where, or through what, the words reached the public."""

    kind: VenueKind
    span: Span
    scope: Scope


class Anonymity(Record):
    """What the text says of a source's not being named, in its own words.

    ``span`` are the words that say so ("on condition of anonymity"). ``reason`` is why, with the
    word that leads to it ("because he was not authorised to speak"), None where the text gives no
    reason.
    """

    span: Span
    reason: Span | None = None


class Quotation(Record):
    """One attribution: content by a source, under a cue.

    ``kind``: all of the content in quotation marks (direct), a part (mixed) or none (indirect).
    ``mode``: said, written, or only thought (belief, intention, attitude).
    ``stance``: the speech act of the cue, so that a denial is not read as a claim; ``withholds``
    is a source reported not to have said it.
    ``content``, ``cue`` and ``source`` have several spans where other words stand between their
    parts; ``cue`` and ``source`` may be empty. ``confidence`` lies in [0, 1]. ``section`` is the
    part of the page that the content stands in, "body" for the article itself. ``within`` is the
    ``id`` of the quotation whose content holds this one, where nested ones are asked for.
    ``anonymity`` is what the text says of an unnamed speaker's wish not to be named; it stands in
    all of that speaker's quotations.
    """

    id: str
    kind: Kind
    mode: Mode
    stance: Stance
    content: Annotated[Spans, Field(min_length=1)]
    cue: Spans = ()
    cue_lemma: str | None = None
    source: Spans = ()
    speaker: Speaker | None = None
    anonymity: Anonymity | None = None
    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()
    section: Section = "body"
    within: str | None = None
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...] = ()

    def __repr__(self) -> str:
        who = "unknown speaker" if self.speaker is None else shown(self.speaker.name)
        facts = f"{self.kind} {self.mode}, {self.stance}"
        return f"<Quotation {self.id}: {who}, {facts}: {shown(self.text)}>"

    @property
    def text(self) -> str:
        """The content as one string, its parts joined by an ellipsis."""
        return joined(self.content)


def quotation_id(text_sha256: str, *roles: Spans) -> str:
    """Return an id that depends on the article's text and the offsets of the spans alone."""
    offsets = "|".join(",".join(f"{s.start}-{s.end}" for s in spans) for spans in roles)
    return "q-" + hashlib.sha256(f"{text_sha256}|{offsets}".encode()).hexdigest()[:16]
