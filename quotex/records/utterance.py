"""An utterance: what was said once and is reported in several quotations."""

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
    """One difference between two wordings: the words before, and those in their place."""

    kind: ChangeKind
    before: str
    after: str


class Member(Record):
    """A quotation that reports the utterance, by its article and its id.

    ``wording`` tells how its words stand to the fullest wording, and ``changes`` what differs; an
    indirect report has no changes, since it does not claim the words. ``probability`` is that of
    the surest of the links that hold it in the group.
    """

    article_id: str
    quotation: str
    kind: Kind
    publisher: str | None = None
    published: date | None = None
    text: str
    wording: Wordings
    changes: tuple[WordChange, ...] = ()
    probability: float = Field(ge=0, le=1)


class LinkedSpeaker(Record):
    """A name under which the utterance is reported, and how it stands to the fullest name.

    ``relation`` is "same" for the name itself, "same name" for a form of it, "same country" where
    both stand for one government, "same identity" where the user's table says so, "related" where
    one belongs to the other, "unclear" where nothing in the records tells. ``id`` is that of the
    user's table.
    """

    name: str
    kind: SpeakerKind
    relation: Relation
    quotations: int = Field(ge=1)
    id: str | None = None


class AgreedDate(Record):
    """The days on which all dated members agree, both included."""

    from_: date = Field(alias="from")
    to: date

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"date runs backwards: from {self.from_} to {self.to}")
        return self


class LinkedVenue(Record):
    """Where, or through what, the words reached the public, and how many members say so."""

    kind: VenueKind
    text: str
    scope: Scope
    quotations: int = Field(ge=1)


class Conflict(Record):
    """Something on which the members do not agree, in a sentence for a person to read."""

    field: ConflictField
    detail: str


class LinkEvidence(Record):
    """Why two quotations were linked: what of them agrees, and how much it counts."""

    first: str
    second: str
    probability: float = Field(ge=0, le=1)
    detail: str


class Utterance(Record):
    """What was said once: the quotations, within and across articles, that report it.

    ``text`` is the fullest wording that is given in quotation marks, or the fullest report where
    none is. ``date`` are the days on which all members agree, None where no member has a day or
    they do not agree; ``conflicts`` then says so. ``score`` is the probability that the least sure
    of the links that hold the group together is right. ``id`` depends on the members alone.
    """

    id: str
    text: str
    members: Annotated[tuple[Member, ...], Field(min_length=2)]
    speakers: tuple[LinkedSpeaker, ...] = ()
    date: AgreedDate | None = None
    venues: tuple[LinkedVenue, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    score: float = Field(ge=0, le=1)
    evidence: tuple[LinkEvidence, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that report it, each once, in the order of the members."""
        return tuple(dict.fromkeys(member.article_id for member in self.members))
