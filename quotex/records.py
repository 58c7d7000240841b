"""The typed records that quotex returns, and their one JSON form.

All offsets are half-open character offsets (Python code points) into the text that the caller
gave: ``text[span.start:span.end] == span.text``. What is unknown is null, never a placeholder.
"""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    model_validator,
)

from quotex.limits import MAX_HTML_CHARS

SCHEMA_VERSION: Final = "1.2"

Kind = Literal["direct", "mixed", "indirect"]
Mode = Literal["speech", "writing", "thought"]
Stance = Literal[
    "accuses",
    "agrees",
    "asks",
    "asserts",
    "criticises",
    "demands",
    "denies",
    "doubts",
    "expects",
    "opposes",
    "praises",
    "promises",
    "proposes",
    "refuses",
    "supports",
    "wants",
    "warns",
    "withholds",
]
SpeakerKind = Literal["person", "group", "organization", "government", "document", "unknown"]
VenueKind = Literal["place", "event", "medium"]
Scope = Literal["explicit", "inherited"]
Section = Literal[
    "body",
    "navigation",
    "caption",
    "credit",
    "appeal",
    "related",
    "link",
    "comment",
    "boilerplate",
]
PublishedFrom = Literal["caller", "page", "byline", "dateline"]
EvidenceField = Literal["quotation", "speaker", "date", "venues"]


class Record(BaseModel):
    """Base of all records: immutable, and no field that the schema lacks."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True
    )


class Span(Record):
    """``text[start:end]`` of the article; never empty."""

    start: int = Field(ge=0)
    end: int = Field(gt=0)
    text: str

    @model_validator(mode="after")
    def _check_length(self) -> Self:
        if self.end <= self.start or len(self.text) != self.end - self.start:
            raise ValueError(
                f"span [{self.start}, {self.end}) has a text of {len(self.text)} characters"
            )
        return self

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Self:
        """Cut the span ``[start, end)`` out of ``text``."""
        return cls(start=start, end=end, text=text[start:end])


Spans = tuple[Span, ...]


class Speaker(Record):
    """Who speaks: ``name`` is the fullest form that the article gives.

    ``named`` is False for one who has no name in the article ("a spokesman"); ``role`` is the title
    or apposition that the text gives; ``mentions`` are the places where the article refers to the
    speaker, in text order. ``country`` is the ISO 3166-1 alpha-2 code of the country whose
    government speaks ("RU" for Moscow, Russia and the Kremlin alike), None for all others and
    where the article does not tell it. ``mentions_in`` is for the JSON form alone: more than 100
    mentions are listed with the first of the speaker's quotations, and this is its ``id`` in the
    others; reading the JSON as an ``Extraction`` puts them back.
    """

    name: str = Field(min_length=1)
    kind: SpeakerKind
    named: bool
    role: str | None = None
    country: str | None = None
    mentions: Spans = ()
    mentions_in: str | None = None


class SpeechDate(Record):
    """The days on which the words were said, both included; ``evidence`` is the time expression."""

    from_: date = Field(alias="from")
    to: date
    evidence: Span
    scope: Scope

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"date runs backwards: from {self.from_} to {self.to}")
        return self


class Venue(Record):
    """Where, or through what, the words reached the public."""

    kind: VenueKind
    span: Span
    scope: Scope


class Evidence(Record):
    """Why a field holds what it holds: which rule or model, and a sentence for a person to read."""

    field: EvidenceField
    by: Literal["rule", "model"]
    name: str
    detail: str


class Quotation(Record):
    """One attribution: content by a source, under a cue.

    ``kind``: all of the content in quotation marks (direct), a part (mixed) or none (indirect).
    ``mode``: said, written, or only thought (belief, intention, attitude).
    ``stance``: the speech act of the cue, so that a denial is not read as a claim; ``withholds``
    is a source reported not to have said it.
    ``content``, ``cue`` and ``source`` have several spans where other words stand between their
    parts; ``cue`` and ``source`` may be empty. ``confidence`` lies in [0, 1]. ``section`` is the
    part of the page that the content stands in, "body" for the article itself. ``within`` is the
    ``id`` of the quotation whose content holds this one, where nested ones are asked for.
    """

    id: str
    kind: Kind
    mode: Mode
    stance: Stance
    content: Annotated[Spans, Field(min_length=1)]
    cue: Spans = ()
    cue_lemma: str | None = None
    source: Spans = ()
    speaker: Speaker | None = None
    date: SpeechDate | None = None
    venues: tuple[Venue, ...] = ()
    section: Section = "body"
    within: str | None = None
    confidence: float = Field(ge=0, le=1)
    evidence: tuple[Evidence, ...] = ()

    @property
    def text(self) -> str:
        """The content as one string, its parts joined by an ellipsis."""
        return joined(self.content)


class Notice(Record):
    """Something about the article that a reader of the result should know."""

    code: Literal["unpaired-mark", "not-english"]
    message: str
    span: Span | None = None


class About(Record):
    """What is known about a text.

    ``id`` is taken from the text where none is given. ``published`` anchors words like "Tuesday";
    ``published_from`` tells who gave it: the caller, the markup of the page, or a byline or
    dateline in the text. ``language`` is an ISO 639-1 code. ``authors`` are those of the byline.
    ``extracted_by`` names the tool and version that took the text out of a page, if one did.
    """

    id: str = ""
    published: date | None = None
    published_from: PublishedFrom | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    extracted_by: str | None = None

    @model_validator(mode="after")
    def _check_published_from(self) -> Self:
        if self.published is None and self.published_from is not None:
            raise ValueError(f"published_from={self.published_from!r} without published")
        return self


class Article(About):
    """A text to read. ``published`` anchors words like "Tuesday"; it is never itself a result."""

    text: str

    @model_validator(mode="before")
    @classmethod
    def _give_id(cls, values: object) -> object:
        if (
            isinstance(values, dict)
            and not values.get("id")
            and isinstance(values.get("text"), str)
        ):
            return {**values, "id": "a-" + text_hash(values["text"])[:16]}
        return values

    @classmethod
    def from_html(
        cls, html: str | bytes, url: str | None = None, *, max_chars: int = MAX_HTML_CHARS
    ) -> Article:
        """Return the article of a news page (needs ``pip install "quotex[html]"``).

        The text is what trafilatura takes for the article, without menus and comments; offsets
        point into it. Day, title, publisher, authors and language are what the page says in its
        markup. Nothing is fetched and no script is run.

        Args:
            html: the page, as text or as bytes in any encoding that it declares.
            url: where it stands; else the address that the page gives itself.
            max_chars: the longest page that is read.

        Raises:
            InputError: the page is empty, too long, no HTML, or has no article in it.
            OptionError: the extra is not installed.
        """
        from quotex.read.html.article import article_from_html

        return article_from_html(html, url, max_chars=max_chars)

    def identity(self) -> ArticleIdentity:
        """Return all but the text, and the text's hash and length in its place."""
        return ArticleIdentity(
            **self.model_dump(exclude={"text"}),
            text_sha256=text_hash(self.text),
            characters=len(self.text),
        )


class ArticleIdentity(About):
    """Which text an extraction is about: enough to tell whether a text at hand is the same."""

    id: str
    text_sha256: str
    characters: int


def text_hash(text: str) -> str:
    """Return the SHA-256 of ``text`` in UTF-8, as hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def quotation_id(text_sha256: str, *roles: Spans) -> str:
    """Return an id that depends on the article's text and the offsets of the spans alone."""
    offsets = "|".join(",".join(f"{s.start}-{s.end}" for s in spans) for spans in roles)
    return "q-" + hashlib.sha256(f"{text_sha256}|{offsets}".encode()).hexdigest()[:16]


def joined(spans: Spans) -> str:
    """Return the spans' texts as one string, with an ellipsis where words are left out."""
    return " … ".join(span.text for span in spans)
