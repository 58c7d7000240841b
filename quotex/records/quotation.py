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
    """Who speaks."""

    name: str = Field(min_length=1)
    """The fullest form of the name that the article gives, or the words for one who has none."""
    kind: SpeakerKind
    """What kind of speaker it is."""
    named: bool
    """Whether the article names the speaker; false for "a spokesman"."""
    role: str | None = None
    """The title or apposition that the text gives ("the harbour master")."""
    country: str | None = None
    """The ISO 3166-1 alpha-2 code of the country whose government speaks ("RU" for Moscow, Russia
    and the Kremlin alike); null for all others, and where the article does not tell it.
    """
    mentions: Spans = ()
    """The places where the article refers to the speaker, in text order."""
    mentions_in: str | None = None
    """In the JSON form alone: more than 100 mentions are listed with the first of the speaker's
    quotations, whose id this is in the others.
    """

    def __repr__(self) -> str:
        named = "" if self.named else ", not named"
        return f"<Speaker {shown(self.name)}: {self.kind}{named}, {len(self.mentions)} mentions>"


class SpeechDate(Record):
    """The days on which the words were said, both included."""

    from_: date = Field(alias="from")
    """The first day on which the words may have been said."""
    to: date
    """The last such day; the same one where the day is known."""
    evidence: Span
    """The time expression in the text."""
    scope: Scope
    """Whether it stands with this quotation or is inherited from what is told around it."""

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"date runs backwards: from {self.from_} to {self.to}")
        return self


class Venue(Record):
    """Where, or through what, the words reached the public."""

    kind: VenueKind
    """A place, an event (a rally, a hearing), or a medium (a newspaper, a statement, Twitter)."""
    span: Span
    """The words in the text."""
    scope: Scope
    """Whether it stands with this quotation or is inherited from what is told around it."""


class Quotation(Record):
    """One attribution: content by a source, under a cue."""

    id: str
    """Made from the text and the offsets; the same for the same words of the same text."""
    kind: Kind
    """Whether all of the content stands in quotation marks (direct), a part (mixed), or none
    (indirect).
    """
    mode: Mode
    """Said, written, or only thought (belief, intention, attitude)."""
    stance: Stance
    """The speech act of the cue, so that a denial is not read as a claim; `withholds` is a source
    reported not to have said it.
    """
    content: Annotated[Spans, Field(min_length=1)]
    """What was said; several spans where other words stand between its parts."""
    cue: Spans = ()
    """The words that report it ("said", "according to"); empty where marks alone tell it."""
    cue_lemma: str | None = None
    """The dictionary form of the cue; null where there is none."""
    source: Spans = ()
    """The words that name who said it, beside the cue; may be empty."""
    speaker: Speaker | None = None
    """Who spoke; null where the text does not tell."""
    date: SpeechDate | None = None
    """On which days the words were said; null where the text does not tell."""
    venues: tuple[Venue, ...] = ()
    """Where, or through what, they reached the public; empty where the text does not tell."""
    section: Section = "body"
    """The part of the page that the content stands in; `body` is the article itself."""
    within: str | None = None
    """The id of the quotation whose content holds this one, where nested ones are asked for."""
    confidence: float = Field(ge=0, le=1)
    """The share of such quotations with which annotators agree, in [0, 1]."""
    evidence: tuple[Evidence, ...] = ()
    """Why each field holds what it holds."""

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
