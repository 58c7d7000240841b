"""Gold articles: one JSON object per line, with attributions as character offsets."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictInt,
    ValidationError,
    model_validator,
)

from quotex.errors import InputError
from quotex.records import Article, Mode, Scope, VenueKind
from quotex.validation import Problem, first_problem

Offsets = tuple[StrictInt, StrictInt]

_FORM = '{"id", "text", "attributions": [{"content": [[start, end], …]}, …]}'
_SPANS = "a list of [start, end] offsets"
_VENUES = 'a list of {"kind": "place", "event" or "medium", "text"}'
_STRING = "a non-empty string"
_CORRECTIONS = {  # by field: what to write when correcting the file
    "id": _STRING,
    "text": _STRING,
    "title": "a string, or null",
    "publisher": "a string, or null",
    "attributions": 'a list of {"content"} objects, with any other known fields',
    "source": _SPANS,
    "cue": _SPANS,
    "content": _SPANS,
    "content_alt": _SPANS,
    "mode": '"speech", "writing" or "thought"',
    "optional": "true or false",
    "nested": "true or false",
    "named": "true or false",
    "speaker": "a name, or null",
    "aliases": "a list of names",
    "kind": '"place", "event" or "medium"',
    "venues": _VENUES,
    "venues_allowed": _VENUES,
    "skip": "a list of field names",
}
_OBJECT = re.compile(r"a valid dictionary or instance of \w+")  # what pydantic calls one
_DAY = 'a day like "2021-03-05"'
_DAYS = '{"from", "to"}, each a day like "2021-03-05", or null'


class Gold(BaseModel):
    """Base of the gold models: immutable; fields that the scorers do not read are ignored."""

    model_config = ConfigDict(
        frozen=True, extra="ignore", validate_by_name=True, validate_by_alias=True
    )


class GoldDate(Gold):
    """The period in which the words were said, including its first and last day."""

    from_: datetime.date = Field(alias="from")
    to: datetime.date
    scope: Scope = "explicit"

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if self.to < self.from_:
            raise ValueError(f"date runs backwards, from {self.from_} to {self.to}; swap the two")
        return self


class GoldVenue(Gold):
    """Where, or through what, the words reached the public."""

    kind: VenueKind
    text: str


class GoldAttribution(Gold):
    """One attribution. Only ``content`` is required; facts that are left out are not scored.

    ``aliases`` are other correct names of the speaker; ``named`` is False for one who has no name.
    An ``optional`` quotation may be found or not, as may a ``nested`` one, which is inside another
    quotation. Where two labellers differ, ``content_alt`` is as right as ``content``,
    ``venues_allowed`` holds the venues that either saw, and ``skip`` names fields not to score.
    """

    id: str = ""
    source: tuple[Offsets, ...] = ()
    cue: tuple[Offsets, ...] = ()
    content: tuple[Offsets, ...]
    speaker: str | None = None
    aliases: tuple[str, ...] = ()
    named: bool = True
    date: GoldDate | None = None
    venues: tuple[GoldVenue, ...] = ()
    mode: Mode | None = None
    optional: StrictBool = False
    nested: StrictBool = False
    content_alt: tuple[Offsets, ...] | None = None
    venues_allowed: tuple[GoldVenue, ...] | None = None
    skip: tuple[str, ...] = ()

    @property
    def required(self) -> bool:
        """Whether an extractor has to find it."""
        return not self.optional and not self.nested

    def gives(self, field: str) -> bool:
        """Return whether the file has the field; null and an empty list count as answers."""
        return field in self.model_fields_set


class GoldArticle(Gold):
    """A text and its gold attributions; ``published`` is the field "date" in the file."""

    id: Annotated[str, Field(min_length=1)]
    text: Annotated[str, Field(min_length=1)]
    attributions: tuple[GoldAttribution, ...]
    title: str | None = None
    publisher: str | None = None
    published: datetime.date | None = Field(default=None, alias="date")

    @model_validator(mode="after")
    def _check_attributions(self) -> Self:
        for attribution in self.attributions:
            for role in ("source", "cue", "content", "content_alt"):
                spans = getattr(attribution, role) or ()
                _check_spans(spans, len(self.text), attribution.id, role)
        ids = Counter(attribution.id for attribution in self.attributions if attribution.id)
        repeated = [id_ for id_, times in ids.items() if times > 1]
        if repeated:
            raise ValueError(
                f"attribution id {repeated[0]!r} appears twice in an article; rename one"
            )
        return self

    def article(self) -> Article:
        """Return the article without its gold, as an extractor reads it."""
        return Article(
            text=self.text,
            id=self.id,
            published=self.published,
            title=self.title,
            publisher=self.publisher,
        )


def read_gold(path: str | Path) -> list[GoldArticle]:
    """Read a gold file: UTF-8, one article per line; blank lines are skipped.

    Raises:
        InputError: the file is missing or empty, a line is not a gold article, or an id occurs
            twice. The message gives the file, the line and the fix.
    """
    try:
        lines = Path(path).read_bytes().split(b"\n")
    except OSError as error:
        raise InputError(
            f"{path}: cannot be read ({error.strerror}); "
            f"give a gold file with one article per line: {_FORM}"
        ) from error
    articles: dict[str, GoldArticle] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        where = f"{path}, line {number}"
        article = _read_line(line, where)
        if article.id in articles:
            raise InputError(
                f"{where}: article id {article.id!r} was already used; "
                "each article needs its own id"
            )
        articles[article.id] = article
    if not articles:
        raise InputError(f"{path}: contains no articles; expected one per line: {_FORM}")
    return list(articles.values())


def has_events(articles: Iterable[GoldArticle]) -> bool:
    """Return whether any attribution says who spoke, when or where."""
    return _any_gives(articles, "speaker", "date", "venues")


def has_news(articles: Iterable[GoldArticle]) -> bool:
    """Return whether any attribution has a field by which world news is scored."""
    return _any_gives(articles, "optional", "nested", "mode")


def _any_gives(articles: Iterable[GoldArticle], *fields: str) -> bool:
    return any(
        attribution.gives(field)
        for article in articles
        for attribution in article.attributions
        for field in fields
    )


def _check_spans(spans: Iterable[Offsets], length: int, id_: str, role: str) -> None:
    for start, end in spans:
        if not 0 <= start < end <= length:
            raise ValueError(
                f"{role} of attribution {id_!r} has the span [{start}, {end}), out of range; "
                f"expected 0 <= start < end <= {length}, in characters of the text"
            )


def _read_line(line: bytes, where: str) -> GoldArticle:
    try:
        values = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            f"{where}: not UTF-8 (byte 0x{line[error.start]:02x} at {error.start}); "
            "save the file as UTF-8"
        ) from error
    except (ValueError, RecursionError) as error:  # not JSON; too deep; too long a number
        raise InputError(
            f"{where}: not JSON ({_reason(error)}); expected one article per line: {_FORM}"
        ) from error
    if not isinstance(values, dict):
        raise InputError(f"{where}: a JSON {type(values).__name__}, expected an object: {_FORM}")
    try:
        return GoldArticle.model_validate(values)
    except ValidationError as error:
        problem = first_problem(error)
        message = str(problem).replace("a valid tuple", "a list")
        message = _OBJECT.sub("an object", message)
        raise InputError(f"{where}: {message}{_fix(problem)}") from error


def _fix(problem: Problem) -> str:
    """Return what to write instead, if the problem does not say so itself."""
    if problem.kind == "missing":
        return f"; expected {_FORM}"
    if problem.kind == "value_error":
        return ""
    path = problem.place.split(".")
    if "date" in path:
        return f"; write {_DAYS if path[0] == 'attributions' else _DAY}"
    field = next((name for name in reversed(path) if name in _CORRECTIONS), None)
    return f"; write {_CORRECTIONS[field]}" if field else ""


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos}"
    return str(error).partition(";")[0]
