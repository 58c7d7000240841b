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
from quotex.records.sharing import listed_again, listed_once

_VERSION: Final = re.compile(r"1\.\d+")
SCHEMA_VERSION: Final = "1.3"

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


def _readable(version: object) -> object:
    """Return the version as which a version of the schema is read: this one, for all of 1."""
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise ValueError(
            f"schema_version is {version!r}; this quotex reads 1.0 to {SCHEMA_VERSION} and what is "
            "newer in 1; upgrade quotex, or make the extraction again"
        )
    return SCHEMA_VERSION


class Notice(Record):
    """Something about the article that a reader of the result should know.

    The codes from "unread-day" on are of articles from tables: a day of publication that cannot
    be read, none though the text names weekdays, the id or the text of an article before it, no
    text at all, and what is none (a path, a page in HTML).
    """

    code: NoticeCode
    """What kind of notice it is."""
    message: str
    """The same in words for a person to read."""
    span: Span | None = None
    """The place in the text, where there is one."""


class ExtractionRecord(Record):
    """The quotations of one article, in text order; iterable and indexable.

    The text itself is not part of the JSON form (``article.text_sha256`` identifies it), but an
    extraction fresh from an extractor still shows it in a notebook.
    """

    schema_version: Annotated[Literal["1.3"], BeforeValidator(_readable)] = SCHEMA_VERSION
    """The version of this form. JSON of every version that begins with "1." is read, as one of this
    version.
    """
    article: ArticleIdentity
    """Which text was read."""
    quotations: tuple[Quotation, ...] = ()
    """What was found, in text order."""
    notices: tuple[Notice, ...] = ()
    """What a reader of the result should know about the article."""
    error: str | None = None
    """Why an article of a batch could not be read; it then has no quotations."""
    made_by: Provenance | None = None
    """What read the article; null in what a version of the schema before 1.3 wrote."""

    _text: str | None = PrivateAttr(default=None)

    @field_validator("quotations")
    @classmethod
    def _list_again(cls, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
        return tuple(listed_again(quotations))

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
            ValueError: a span is not the article's text at its offsets.
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
        """Return what stands for an article of a batch that could not be read."""
        identity = ArticleIdentity(id=article_id, text_sha256=text_hash(""), characters=0)
        return cls(article=identity, error=error, made_by=made_by)

    @property
    def text(self) -> str | None:
        """The article's text, or None for an extraction that was read back from JSON."""
        return self._text

    def with_text(self, text: str) -> Self:
        """Return the same extraction bound to its text again, after it was read from JSON.

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
        written = self.model_copy(update={"quotations": tuple(listed_once(self.quotations))})
        return written.model_dump(mode="json", by_alias=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON form as a string."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def __repr__(self) -> str:
        count = len(self.quotations)
        said = f"{count} quotation" if count == 1 else f"{count} quotations"
        told = said if self.error is None else f"not read: {shown(self.error)}"
        return f"<{type(self).__name__} of {shown(self.article.id)}: {told}>"

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
    """Yield every span that a quotation holds.

    Quotations share the records of their speakers. The mentions of a speaker are yielded once:
    not if its ``id`` is in ``passed``, to which it is added.
    """
    yield from quotation.content
    yield from quotation.cue
    yield from quotation.source
    passed = set() if passed is None else passed
    if quotation.speaker is not None and id(quotation.speaker) not in passed:
        passed.add(id(quotation.speaker))
        yield from quotation.speaker.mentions
    if quotation.date is not None:
        yield quotation.date.evidence
    for venue in quotation.venues:
        yield venue.span
