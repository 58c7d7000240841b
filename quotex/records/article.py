"""An article: the text to read and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, Literal, Self

from pydantic import ConfigDict, model_validator

from quotex.records.base import Record, shown, text_hash

PublishedFrom = Literal["caller", "page", "byline", "dateline"]


class About(Record):
    """What is known about a text."""

    id: str = ""
    """The id of the article; derived from the text if none is given."""
    published: date | None = None
    """The day of publication, against which words like "Tuesday" are resolved."""
    published_from: PublishedFrom | None = None
    """Where that day comes from: the caller, the markup of the page, or a byline or dateline in the
    text.
    """
    title: str | None = None
    """The headline."""
    url: str | None = None
    """The address of the page."""
    publisher: str | None = None
    """The publisher of the article."""
    language: str | None = None
    """The language, as an ISO 639-1 code."""
    authors: tuple[str, ...] = ()
    """The names in the byline."""
    extracted_by: str | None = None
    """The tool and version that extracted the text from a page, if one did."""

    @model_validator(mode="after")
    def _check_published_from(self) -> Self:
        if self.published is None and self.published_from is not None:
            raise ValueError(f"published_from={self.published_from!r} without published")
        return self


class Article(About):
    """A text to read. ``published`` anchors words like "Tuesday"; it is never itself a result.

    Callers write this record themselves, so an unknown field is an error.
    """

    model_config = ConfigDict(extra="forbid")

    text: str
    """The text to read, to which all offsets refer."""

    @model_validator(mode="after")
    def _set_default_id(self) -> Self:
        if not self.id:
            self.__dict__["id"] = self._derived_id()
            self.__pydantic_fields_set__.add("id")
        return self

    @cached_property
    def text_sha256(self) -> str:
        """The SHA-256 of the text."""
        return text_hash(self.text)

    def __repr__(self) -> str:
        return f"<Article {shown(self.id)}: {len(self.text):,} characters>"

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields changed; a new text gets a new hash.

        An id that was derived from the old text is derived again; one that was given is kept.
        """
        copy = super().model_copy(update=update, deep=deep)
        if update and "text" in update:
            copy.__dict__.pop("text_sha256", None)
            if "id" not in update and self.id == self._derived_id():
                copy.__dict__["id"] = copy._derived_id()
        return copy

    def _derived_id(self) -> str:
        return f"a-{self.text_sha256[:16]}"

    def identity(self) -> ArticleIdentity:
        """Return everything but the text, with its hash and length in its place."""
        return ArticleIdentity(
            **self.model_dump(exclude={"text"}),
            text_sha256=self.text_sha256,
            characters=len(self.text),
        )


class ArticleIdentity(About):
    """The text that an extraction was made from, identified by its hash and length."""

    id: str
    """The id of the article, as given or derived from the text."""
    text_sha256: str
    """The SHA-256 of the text in UTF-8, in hexadecimal digits."""
    characters: int
    """The length of the text in characters (code points)."""
