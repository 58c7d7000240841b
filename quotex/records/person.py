"""A speaker across articles: the forms of the name that belong together, and why."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quotex.records.base import Record
from quotex.records.quotation import SpeakerKind


class NameUsed(Record):
    """A form of the name, and the number of quotations that use it."""

    name: str
    """The form of the name."""
    quotations: int = Field(ge=1)
    """The number of the speaker's quotations that use this form."""


class QuotationOf(Record):
    """A reference to a quotation of the speaker."""

    article_id: str
    """The id of the article."""
    quotation: str
    """The id of the quotation in that article."""


class NameEvidence(Record):
    """Why two forms of a name were merged, or kept apart although they look alike."""

    first: str
    """The first form."""
    second: str
    """The second form."""
    merged: bool
    """Whether the two forms were taken to be one speaker."""
    detail: str
    """The explanation in plain English."""


class KnownSpeaker(Record):
    """A speaker across several articles."""

    name: str
    """The name in the user's table, or the fullest form that the articles use."""
    kind: SpeakerKind
    """The kind of speaker."""
    id: str | None = None
    """The id in the user's table; null if the table does not list the speaker."""
    country: str | None = None
    """The ISO 3166-1 alpha-2 code of the country whose government speaks, else null."""
    names: Annotated[tuple[NameUsed, ...], Field(min_length=1)]
    """The forms of the name, the most frequent first."""
    roles: tuple[str, ...] = ()
    """The roles that the articles give, without duplicates."""
    quotations: tuple[QuotationOf, ...]
    """The quotations of this speaker."""
    evidence: tuple[NameEvidence, ...] = ()
    """Why forms of the name were merged, or kept apart although they look alike."""
