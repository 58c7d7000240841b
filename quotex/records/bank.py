"""What a quote bank gives back."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from quotex.records.article import ArticleIdentity
from quotex.records.base import Record
from quotex.records.quotation import Quotation


class BankQuotation(Record):
    """A quotation of a bank, with its article.

    ``speaker_id`` is that of the user's table of identities. ``context`` is how the article gives
    the words, with source and cue. ``score`` lies in [0, 1]: of a search, how much of the best
    match it has; of a check, the part of the words that it holds, rare words counting more.
    """

    article: ArticleIdentity
    quotation: Quotation
    speaker_id: str | None = None
    context: str
    score: float = Field(ge=0, le=1)

    @property
    def days(self) -> tuple[date, date] | None:
        """The days on which the words were said, else the article's day, None without either."""
        if self.quotation.date is not None:
            return self.quotation.date.from_, self.quotation.date.to
        published = self.article.published
        return None if published is None else (published, published)


class BankAdded(Record):
    """How many articles came to a bank: new, in place of an older version, unchanged, unread.

    ``failed`` are those of a batch that could not be read; they are not kept.
    """

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: int = 0


class BankStats(Record):
    """What a bank holds. ``first`` and ``last`` are days of publication."""

    version: int
    articles: int
    quotations: int
    speakers: int
    publishers: int
    first: date | None = None
    last: date | None = None
    bytes: int
