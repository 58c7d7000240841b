"""An utterance: what was said once and is reported in several quotations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from quotex.records.base import Record
from quotex.records.quotation import Kind, Scope, SpeakerKind, VenueKind

ChangeKind = Literal[
    "typography", "spelling", "cut", "insertion", "number", "name", "negation", "wording"
]
Relation = Literal["same", "same name", "same country", "same identity", "related", "unclear"]
Wordings = Literal["verbatim", "cut", "respelled", "partly quoted", "reworded"]
ConflictField = Literal["date", "speaker", "wording"]


class WordChange(Record):
    """One difference between two wordings."""

    kind: ChangeKind
    """What kind of change it is."""
    before: str
    """The words of the fuller wording; empty where words were put in."""
    after: str
    """Those in their place; empty where words were left out."""


class Member(Record):
    """A quotation that reports the utterance."""

    article_id: str
    """The id of the article."""
    quotation: str
    """The id of the quotation in it."""
    kind: Kind
    """Whether it is quoted directly, in part, or indirectly."""
    publisher: str | None = None
    """Who published the article."""
    published: date | None = None
    """On which day."""
    text: str
    """The content, its parts joined by an ellipsis."""
    wording: Wordings
    """How its words stand to the fullest wording."""
    changes: tuple[WordChange, ...] = ()
    """What differs from that; an indirect report has none, since it does not claim the words."""
    probability: float = Field(ge=0, le=1)
    """That of the surest of the links that hold it in the group."""


class LinkedSpeaker(Record):
    """A name under which the utterance is reported."""

    name: str
    """The name as this article gives it."""
    kind: SpeakerKind
    """What kind of speaker it is."""
    relation: Relation
    """How it stands to the fullest name: itself ("same"), a form of it ("same name"), of the same
    government ("same country"), one by the user's table ("same identity"), of the same body
    ("related"), or nothing in the records tells ("unclear").
    """
    quotations: int = Field(ge=1)
    """How many members give this name."""
    id: str | None = None
    """The id in the user's table; null where it has none."""


class AgreedDate(Record):
    """The days on which all dated members agree, both included."""

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
    """Where, or through what, the words reached the public, and how many members say so."""

    kind: VenueKind
    """A place, an event or a medium."""
    text: str
    """The words in the text."""
    scope: Scope
    """Whether they stand with the quotation or are inherited."""
    quotations: int = Field(ge=1)
    """How many members say so."""


class Conflict(Record):
    """Something on which the members do not agree, in a sentence for a person to read."""

    field: ConflictField
    """On what the members do not agree."""
    detail: str
    """The same in words for a person to read."""


class LinkEvidence(Record):
    """Why two quotations were linked: what of them agrees, and how much it counts."""

    first: str
    """One quotation, as article and id."""
    second: str
    """The other."""
    probability: float = Field(ge=0, le=1)
    """How likely it is that they report the same utterance."""
    detail: str
    """What of them agrees, in words."""


class Utterance(Record):
    """What was said once: the quotations, within and across articles, that report it."""

    id: str
    """Made from the members alone."""
    text: str
    """The fullest wording that is given in quotation marks, or the fullest report where none is."""
    members: Annotated[tuple[Member, ...], Field(min_length=2)]
    """The quotations that report it."""
    speakers: tuple[LinkedSpeaker, ...] = ()
    """The names under which it is reported, the fullest first."""
    date: AgreedDate | None = None
    """The days on which all dated members agree; null where none has a day or they do not agree."""
    venues: tuple[LinkedVenue, ...] = ()
    """Where, or through what, the words reached the public."""
    conflicts: tuple[Conflict, ...] = ()
    """On what the members do not agree."""
    score: float = Field(ge=0, le=1)
    """The probability that the least sure of the links that hold the group together is right."""
    evidence: tuple[LinkEvidence, ...] = ()
    """Why each pair was linked."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that report it, each once, in the order of the members."""
        return tuple(dict.fromkeys(member.article_id for member in self.members))
