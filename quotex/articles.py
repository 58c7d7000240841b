"""Turns what callers give into an ``Article``, or says why it is not one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pydantic import ValidationError

from quotex.errors import InputError
from quotex.records import Article
from quotex.validation import first_problem

ArticleLike = str | Article | Mapping[str, Any]


def as_article(given: ArticleLike, fields: Mapping[str, Any] | None = None) -> Article:
    """Return an ``Article`` for what a caller gave; ``fields`` override those it has.

    Raises:
        InputError: it is not text, a mapping or an ``Article``, or a field has the wrong type.
    """
    fields = fields or {}
    if isinstance(given, Article):
        data: dict[str, Any] = {**given.model_dump(), **fields}
        if "published" in fields:  # the caller's date, whatever the article's own came from
            data["published_from"] = fields.get("published_from")
    elif isinstance(given, Mapping):
        data = {**given, **fields}
    elif isinstance(given, str):
        data = {"text": given, **fields}
    else:
        raise InputError(
            f"expected text as str, an Article or a mapping with 'text', got {type(given).__name__}"
        )
    _check_unicode(data.get("text"))
    if "published" in data:
        data["published"] = without_time(data["published"])
    try:
        return Article.model_validate(data)
    except ValidationError as error:
        problem = first_problem(error)
        if problem.place == "published":
            raise InputError(
                f"not an article: published: {problem.given} is not a day; give a date, or write "
                "it as YYYY-MM-DD"
            ) from None
        raise InputError(f"not an article: {problem}") from None


def without_time(given: object) -> object:
    """Return the day of a ``datetime``, in its own time zone; anything else unchanged."""
    return given.date() if isinstance(given, datetime) else given


def check_length(article: Article, max_chars: int) -> None:
    """Reject an article that is too long.

    Raises:
        InputError: it has more than ``max_chars`` characters.
    """
    if len(article.text) > max_chars:
        raise InputError(
            f"article {article.id!r} has {len(article.text):,} characters, more than "
            f"max_chars={max_chars:,}; split it or raise max_chars"
        )


def _check_unicode(text: object) -> None:
    if not isinstance(text, str):
        return
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InputError(
            f"text contains a lone surrogate at offset {error.start}: decode the bytes it came "
            "from as UTF-8 with errors='replace'"
        ) from None
