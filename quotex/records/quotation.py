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
    """The speaker of a quotation."""

    name: str = Field(min_length=1)
    """The fullest form of the name in the article, or the words for a speaker who is not named."""
    kind: SpeakerKind
    """The kind of speaker."""
    named: bool
    """Whether the article names the speaker; false for "a spokesman"."""
    role: str | None = None
    """The title or apposition that the text gives ("the harbour master")."""
    country: str | None = None
    """The ISO 3166-1 alpha-2 code of the country whose government speaks ("RU" for Moscow, Russia
    and the Kremlin alike); null for all other speakers, and if the article does not say which
    country it is.
    """
    mentions: Spans = ()
    """The places where the article refers to the speaker, in text order."""
    mentions_in: str | None = None
    """Only in the JSON form: the id of the quotation that lists this speaker's mentions. More than
    100 mentions are listed only once, with the first of the speaker's quotations.
    """

    def __repr__(self) -> str:
        named = "" if self.named else ", not named"
        return f"<Speaker {shown(self.name)}: {self.kind}{named}, {len(self.mentions)} mentions>"


class SpeechDate(Record):
    """The days on which the words may have been said, from the first to the last."""

    from_: date = Field(alias="from")
    """The first day on which the words may have been said."""
    to: date
    """The last such day; equal to the first if the exact day is known."""
    evidence: Span
    """The time expression in the text."""
    scope: Scope
    """Whether the text gives the date with this quotation or it is inherited from the context."""

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"date runs backwards: from {self.from_} to {self.to}")
        return self


class Venue(Record):
    """Where, or through which medium, the words reached the public."""

    kind: VenueKind
    """A place, an event (a rally, a hearing), or a medium (a newspaper, a statement, Twitter)."""
    span: Span
    """The words in the text that name the venue."""
    scope: Scope
    """Whether the text gives the venue with this quotation or it is inherited from the context."""


class Anonymity(Record):
    """The text's own statement that a source is not named."""

    span: Span
    """The words that say so ("on condition of anonymity")."""
    reason: Span | None = None
    """The reason, with the word that introduces it ("because he was not authorised to speak"); null
    if the text gives no reason.
    """


class Quotation(Record):
    """One attribution: content, its source, and the cue that links them."""

    id: str
    """The id, derived from the text and the offsets; the same words in the same text always have
    the same id.
    """
    kind: Kind
    """Whether all of the content is in quotation marks (direct), some of it (mixed), or none
    (indirect).
    """
    mode: Mode
    """Whether the content was said, written, or only thought (belief, intention, attitude)."""
    stance: Stance
    """The speech act that the cue expresses, so that a denial is not taken for a claim; `withholds`
    means that the source is reported not to have said it.
    """
    content: Annotated[Spans, Field(min_length=1)]
    """What was said; several spans if other words interrupt it."""
    cue: Spans = ()
    """The words that report it ("said", "according to"); empty if only quotation marks show that it
    is a quotation.
    """
    cue_lemma: str | None = None
    """The dictionary form of the cue; null if there is no cue."""
    source: Spans = ()
    """The words, next to the cue, that name the source; may be empty."""
    speaker: Speaker | None = None
    """Who spoke; null if the text does not say."""
    anonymity: Anonymity | None = None
    """What the text says about an unnamed speaker's wish not to be named, repeated in all of that
    speaker's quotations; null if it says nothing.
    """
    date: SpeechDate | None = None
    """When the words were said; null if the text does not say."""
    venues: tuple[Venue, ...] = ()
    """Where, or through which medium, they reached the public; empty if the text does not say."""
    section: Section = "body"
    """The part of the page that contains the content; `body` is the article itself."""
    within: str | None = None
    """The id of the quotation whose content contains this one; only set if nested quotations were
    asked for.
    """
    confidence: float = Field(ge=0, le=1)
    """The expected share of such quotations that annotators agree with, in [0, 1]."""
    evidence: tuple[Evidence, ...] = ()
    """Why each field has its value."""

    def __repr__(self) -> str:
        who = "unknown speaker" if self.speaker is None else shown(self.speaker.name)
        facts = f"{self.kind} {self.mode}, {self.stance}"
        return f"<Quotation {self.id}: {who}, {facts}: {shown(self.text)}>"

    @property
    def text(self) -> str:
        """The content as one string, with an ellipsis between its parts."""
        return joined(self.content)


def quotation_id(text_sha256: str, *roles: Spans) -> str:
    """Return an id that depends only on the article's text and the offsets of the spans."""
    offsets = "|".join(",".join(f"{s.start}-{s.end}" for s in spans) for spans in roles)
    return "q-" + hashlib.sha256(f"{text_sha256}|{offsets}".encode()).hexdigest()[:16]
