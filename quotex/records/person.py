"""A speaker across articles: the names that are one, and why."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quotex.records.base import Record
from quotex.records.quotation import SpeakerKind


class NameUsed(Record):
    """A form of the name, and in how many quotations the speaker goes by it."""

    name: str
    quotations: int = Field(ge=1)


class QuotationOf(Record):
    """A quotation of the speaker, by its article and its id."""

    article_id: str
    quotation: str


class NameEvidence(Record):
    """Why two forms were merged, or why they were kept apart though they look alike."""

    first: str
    second: str
    merged: bool
    detail: str


class KnownSpeaker(Record):
    """One speaker of several articles: ``name`` is the fullest form that is used.

    ``id`` is that of the user's table, None where the table does not name the speaker.
    ``country`` is the code of the country whose government speaks. ``roles`` are those that the
    articles give, each once. ``evidence`` tells what was merged, and what was not.
    """

    name: str
    kind: SpeakerKind
    id: str | None = None
    country: str | None = None
    names: Annotated[tuple[NameUsed, ...], Field(min_length=1)]
    roles: tuple[str, ...] = ()
    quotations: tuple[QuotationOf, ...]
    evidence: tuple[NameEvidence, ...] = ()
