"""The results of a quote bank."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from quotex.records.article import ArticleIdentity
from quotex.records.base import Record
from quotex.records.quotation import Quotation


class BankQuotation(Record):
    """A quotation from a bank, with its article."""

    article: ArticleIdentity
    """The article that contains the quotation."""
    quotation: Quotation
    """The quotation as the extractor returned it."""
    speaker_id: str | None = None
    """The identifier of the speaker in the user's table of identities."""
    context: str
    """The passage of the article with the content, source and cue."""
    score: float = Field(ge=0, le=1)
    """In a search, how well the quotation matches relative to the best match; in a check, the share
    of the words it contains, in any order, with rare words weighted more."""

    @property
    def days(self) -> tuple[date, date] | None:
        """The days on which the words were said, else the day of publication; None if unknown."""
        if self.quotation.date is not None:
            return self.quotation.date.from_, self.quotation.date.to
        published = self.article.published
        return None if published is None else (published, published)


class BankAdded(Record):
    """What happened to the articles that were given to a bank."""

    added: int = 0
    """The number of new articles."""
    replaced: int = 0
    """The number of articles that replaced an older version."""
    unchanged: int = 0
    """The number of articles that were already in the bank."""
    failed: int = 0
    """The number of articles in a batch that could not be read; they are not kept."""


class BankStats(Record):
    """What a bank contains."""

    version: int
    """The version of the bank's schema."""
    articles: int
    """The number of articles."""
    quotations: int
    """The number of quotations."""
    speakers: int
    """The number of distinct speakers; a name counts again as another kind of speaker, for example
    a government and an organization, and as the government of another country."""
    publishers: int
    """The number of publishers."""
    first: date | None = None
    """The first day of publication."""
    last: date | None = None
    """The last day of publication."""
    bytes: int
    """The size in bytes of the file, and of the log next to it (`-wal`) with the latest changes."""
