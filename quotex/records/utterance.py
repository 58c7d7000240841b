"""An utterance: something that was said once and is reported in several quotations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from quotex.records.base import Record
from quotex.records.quotation import Kind, Scope, SpeakerKind, VenueKind

ChangeKind = Literal[
    "typography",
    "spelling",
    "cut",
    "insertion",
    "order",
    "splice",
    "number",
    "name",
    "modal",
    "negation",
    "wording",
]
Relation = Literal["same", "same name", "same country", "same identity", "related", "unclear"]
Wordings = Literal["verbatim", "cut", "respelled", "partly quoted", "reworded"]
ConflictField = Literal["date", "speaker", "wording"]


class WordChange(Record):
    """One difference between two wordings."""

    kind: ChangeKind
    """The kind of change."""
    before: str
    """The words in the fuller wording; empty if words were added."""
    after: str
    """The words in their place; empty if words were left out."""


class Member(Record):
    """A quotation that reports the utterance."""

    article_id: str
    """The id of the article."""
    quotation: str
    """The id of the quotation in that article."""
    kind: Kind
    """Whether it is a direct, mixed or indirect quotation."""
    publisher: str | None = None
    """The publisher of the article."""
    published: date | None = None
    """The day of publication of the article."""
    text: str
    """The content as one string, with an ellipsis between its parts."""
    wording: Wordings
    """How its wording compares with the fullest wording."""
    changes: tuple[WordChange, ...] = ()
    """How it differs from the fullest wording; empty for an indirect quotation, which claims no
    exact words.
    """
    probability: float = Field(ge=0, le=1)
    """The probability of the surest link that connects it to the group."""


class LinkedSpeaker(Record):
    """A name under which the utterance is reported."""

    name: str
    """The name as the articles give it."""
    kind: SpeakerKind
    """The kind of speaker."""
    relation: Relation
    """How it relates to the fullest name: the same name ("same"), another form of it ("same name"),
    another name for the same government ("same country"), the same speaker in the user's table
    ("same identity"), a speaker of the same body ("related"), or not known from the records
    ("unclear").
    """
    quotations: int = Field(ge=1)
    """The number of members that give this name."""
    id: str | None = None
    """The id in the user's table; null if the table does not list the name."""


class AgreedDate(Record):
    """The days on which all dated members agree, from the first to the last."""

    from_: date = Field(alias="from")
    """The first day on which all dated members agree."""
    to: date
    """The last such day."""

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"date runs backwards: from {self.from_} to {self.to}")
        return self


class LinkedVenue(Record):
    """Where, or through which medium, the words reached the public, and how many members say so."""

    kind: VenueKind
    """A place, an event or a medium."""
    text: str
    """The words in the text that name the venue."""
    scope: Scope
    """Whether the text gives the venue with the quotation or it is inherited from the context."""
    quotations: int = Field(ge=1)
    """The number of members that name this venue."""


class Conflict(Record):
    """A point on which the members disagree."""

    field: ConflictField
    """What the members disagree on."""
    detail: str
    """The disagreement in plain English."""


class LinkEvidence(Record):
    """Why two quotations were linked: what they have in common, and how much it counts."""

    first: str
    """The first quotation, as its article and id."""
    second: str
    """The second quotation, as its article and id."""
    probability: float = Field(ge=0, le=1)
    """The probability that both report the same utterance."""
    detail: str
    """What they have in common, in plain English."""


class Utterance(Record):
    """Something said once, with the quotations, in one or more articles, that report it."""

    id: str
    """The id, derived only from the members."""
    text: str
    """The fullest wording in quotation marks or, if there is none, the fullest report."""
    members: Annotated[tuple[Member, ...], Field(min_length=2)]
    """The quotations that report it."""
    speakers: tuple[LinkedSpeaker, ...] = ()
    """The names under which it is reported, the fullest first."""
    date: AgreedDate | None = None
    """The days on which all dated members agree; null if no member has a date or they disagree."""
    venues: tuple[LinkedVenue, ...] = ()
    """Where, or through which medium, the words reached the public."""
    conflicts: tuple[Conflict, ...] = ()
    """The points on which the members disagree."""
    score: float = Field(ge=0, le=1)
    """The probability that the least certain link holding the group together is right."""
    evidence: tuple[LinkEvidence, ...] = ()
    """Why each pair was linked."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that report it, in the order of the members, each once."""
        return tuple(dict.fromkeys(member.article_id for member in self.members))
