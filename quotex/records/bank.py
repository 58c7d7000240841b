"""What a quote bank gives back."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from quotex.records.article import ArticleIdentity
from quotex.records.base import Record
from quotex.records.quotation import Quotation


class BankQuotation(Record):
    """A quotation of a bank, with its article."""

    article: ArticleIdentity
    """The article that it is in."""
    quotation: Quotation
    """The quotation as the extractor returned it."""
    speaker_id: str | None = None
    """The identifier of the speaker in the user's table of identities."""
    context: str
    """How the article gives the words, with source and cue."""
    score: float = Field(ge=0, le=1)
    """Of a search, how well it matches beside the best match; of a check, the part of the words
    that it holds in any order, rare words counting more."""

    @property
    def days(self) -> tuple[date, date] | None:
        """The days on which the words were said, else the article's day, None without either."""
        if self.quotation.date is not None:
            return self.quotation.date.from_, self.quotation.date.to
        published = self.article.published
        return None if published is None else (published, published)


class BankAdded(Record):
    """What became of articles that were given to a bank."""

    added: int = 0
    """New articles."""
    replaced: int = 0
    """Articles of which an older version was there."""
    unchanged: int = 0
    """Articles that were there already."""
    failed: int = 0
    """Articles of a batch that could not be read; they are not kept."""


class BankStats(Record):
    """What a bank holds."""

    version: int
    """The version of its schema."""
    articles: int
    """How many articles it has."""
    quotations: int
    """How many quotations."""
    speakers: int
    """How many names of speakers."""
    publishers: int
    """How many publishers."""
    first: date | None = None
    """The first day of publication."""
    last: date | None = None
    """The last one."""
    bytes: int
    """The size of the file."""
