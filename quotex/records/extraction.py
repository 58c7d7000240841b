"""What an extractor returns for one article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final, Literal, Self, overload

from pydantic import BeforeValidator, PrivateAttr, field_validator

from quotex.records.article import Article, ArticleIdentity
from quotex.records.base import Record, Span, shown, text_hash
from quotex.records.provenance import Provenance
from quotex.records.quotation import Quotation
from quotex.records.sharing import with_mentions_restored, without_repeated_mentions

_VERSION: Final = re.compile(r"1\.\d+")
SCHEMA_VERSION: Final = "1.4"

NoticeCode = Literal[
    "unpaired-mark",
    "not-english",
    "unread-day",
    "no-day",
    "duplicate-id",
    "duplicate-text",
    "no-text",
    "not-text",
]


def _current_version(version: object) -> object:
    """Return this version of the schema for any 1.x version; reject all others."""
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise ValueError(
            f"schema_version={version!r} cannot be read; expected 1.x (this quotex writes "
            f"{SCHEMA_VERSION}); upgrade quotex, or extract the quotations again"
        )
    return SCHEMA_VERSION


class Notice(Record):
    """Something about the article that a reader of the result should know.

    The codes from "unread-day" to "duplicate-text" concern articles from tables: a day of
    publication that cannot be read ("unread-day"), no such day although the text names weekdays
    ("no-day"), the same id or text as an earlier article ("duplicate-id", "duplicate-text"). Any
    article may have no text at all ("no-text"), or something other than an article's text, such
    as a path or HTML ("not-text").
    """

    code: NoticeCode
    """The kind of notice."""
    message: str
    """The notice in plain English."""
    span: Span | None = None
    """The place in the text that the notice is about, if there is one."""


class ExtractionRecord(Record):
    """The quotations of one article, in text order; iterable and indexable.

    The text itself is not part of the JSON form (``article.text_sha256`` identifies it), but an
    extraction fresh from an extractor still shows it in a notebook.
    """

    schema_version: Annotated[Literal["1.4"], BeforeValidator(_current_version)] = SCHEMA_VERSION
    """The version of the schema. JSON of any 1.x version can be read and becomes this version."""
    article: ArticleIdentity
    """The article that was read."""
    quotations: tuple[Quotation, ...] = ()
    """The quotations found, in text order."""
    notices: tuple[Notice, ...] = ()
    """What a reader of the result should know about the article."""
    error: str | None = None
    """Why an article in a batch could not be read; it then has no quotations."""
    made_by: Provenance | None = None
    """The software and models that read the article; null in JSON from before schema version 1.3.
    """

    _text: str | None = PrivateAttr(default=None)

    @field_validator("quotations")
    @classmethod
    def _restore_mentions(cls, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
        return tuple(with_mentions_restored(quotations))

    @classmethod
    def of(
        cls,
        article: Article,
        quotations: Iterable[Quotation] = (),
        *,
        notices: Iterable[Notice] = (),
        error: str | None = None,
        made_by: Provenance | None = None,
    ) -> Self:
        """Bind quotations to their article.

        Raises:
            ValueError: the text of a span is not the article's text at its offsets.
        """
        ordered = sorted(quotations, key=lambda q: (q.content[0].start, q.content[-1].end, q.id))
        checked: set[int] = set()
        for quotation in ordered:
            for span in spans_of(quotation, checked):
                if article.text[span.start : span.end] != span.text:
                    raise ValueError(
                        f"quotation {quotation.id}: {span!r} is not the article's text"
                    )
        made = cls(
            article=article.identity(),
            quotations=tuple(ordered),
            notices=tuple(notices),
            error=error,
            made_by=made_by,
        )
        made._text = article.text
        return made

    @classmethod
    def failed(cls, article_id: str, error: str, *, made_by: Provenance | None = None) -> Self:
        """Return the record of an article in a batch that could not be read."""
        identity = ArticleIdentity(id=article_id, text_sha256=text_hash(""), characters=0)
        return cls(article=identity, error=error, made_by=made_by)

    @property
    def text(self) -> str | None:
        """The article's text, or None if the extraction was read back from JSON."""
        return self._text

    def with_text(self, text: str) -> Self:
        """Return the extraction with its text, which it lacks after being read from JSON.

        Raises:
            ValueError: ``text`` is not the text that the extraction was made from.
        """
        article = Article(
            text=text, **self.article.model_dump(exclude={"text_sha256", "characters"})
        )
        if article.identity() != self.article:
            raise ValueError(
                f"text of {len(text)} characters is not that of article {self.article.id!r} "
                f"({self.article.characters} characters, sha256 {self.article.text_sha256[:12]}…)"
            )
        return self.of(
            article,
            self.quotations,
            notices=self.notices,
            error=self.error,
            made_by=self.made_by,
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form as plain dicts, lists and strings."""
        written = self.model_copy(
            update={"quotations": tuple(without_repeated_mentions(self.quotations))}
        )
        return written.model_dump(mode="json", by_alias=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON form as a string."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def __repr__(self) -> str:
        count = len(self.quotations)
        counted = f"{count} quotation" if count == 1 else f"{count} quotations"
        summary = counted if self.error is None else f"not read: {shown(self.error)}"
        return f"<{type(self).__name__} of {shown(self.article.id)}: {summary}>"

    def __iter__(self) -> Iterator[Quotation]:  # type: ignore[override]
        return iter(self.quotations)

    def __len__(self) -> int:
        return len(self.quotations)

    @overload
    def __getitem__(self, index: int) -> Quotation: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Quotation, ...]: ...
    def __getitem__(self, index: int | slice) -> Quotation | tuple[Quotation, ...]:
        return self.quotations[index]

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ExtractionRecord) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash(self.article)


def spans_of(quotation: Quotation, passed: set[int] | None = None) -> Iterator[Span]:
    """Yield every span of a quotation.

    Quotations share the records of their speakers. The mentions of a speaker whose ``id()`` is in
    ``passed`` are skipped; the ids of all other speakers are added to it.
    """
    yield from quotation.content
    yield from quotation.cue
    yield from quotation.source
    passed = set() if passed is None else passed
    if quotation.speaker is not None and id(quotation.speaker) not in passed:
        passed.add(id(quotation.speaker))
        yield from quotation.speaker.mentions
    if quotation.anonymity is not None:
        yield quotation.anonymity.span
        if quotation.anonymity.reason is not None:
            yield quotation.anonymity.reason
    if quotation.date is not None:
        yield quotation.date.evidence
    for venue in quotation.venues:
        yield venue.span
