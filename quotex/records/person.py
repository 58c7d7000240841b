"""A speaker across articles: the names that are one, and why."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quotex.records.base import Record
from quotex.records.quotation import SpeakerKind


class NameUsed(Record):
    """A form of the name, and in how many quotations the speaker goes by it."""

    name: str
    """The form of the name."""
    quotations: int = Field(ge=1)
    """In how many quotations the speaker goes by it."""


class QuotationOf(Record):
    """A quotation of the speaker, by its article and its id."""

    article_id: str
    """The id of the article."""
    quotation: str
    """The id of the quotation in it."""


class NameEvidence(Record):
    """Why two forms were merged, or why they were kept apart though they look alike."""

    first: str
    """One form."""
    second: str
    """The other."""
    merged: bool
    """Whether they were taken for one speaker."""
    detail: str
    """Why, in words for a person to read."""


class KnownSpeaker(Record):
    """One speaker of several articles."""

    name: str
    """The fullest form of the name that is used."""
    kind: SpeakerKind
    """What kind of speaker it is."""
    id: str | None = None
    """The id in the user's table; null where the table does not name the speaker."""
    country: str | None = None
    """The ISO 3166-1 alpha-2 code of the country whose government speaks, else null."""
    names: Annotated[tuple[NameUsed, ...], Field(min_length=1)]
    """The forms of the name, the most frequent first."""
    roles: tuple[str, ...] = ()
    """The roles that the articles give, each once."""
    quotations: tuple[QuotationOf, ...]
    """The quotations of this speaker."""
    evidence: tuple[NameEvidence, ...] = ()
    """What was merged, and what was kept apart though it looks alike."""
