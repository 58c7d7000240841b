"""What several formats need from a record: its text, IRIs, and the identifiers of speakers."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import quote

from quotex.errors import InputError
from quotex.records import ArticleIdentity, ExtractionRecord, KnownSpeaker, SpeechDate
from quotex.records.given import single

NAMESPACE: Final = "urn:quotex:"
"""The prefix of the names of quotations, claims and utterances, and of the schema."""

Identifiers = Mapping[tuple[str, str], str]

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def text_of(extraction: ExtractionRecord, form: str) -> str:
    """Return the article's text, which ``form`` requires.

    Raises:
        InputError: it is not one extraction, was read back from JSON, or the article was
            unreadable.
    """
    if single(extraction).error is not None:
        raise InputError(
            f"article {extraction.article.id!r} could not be read ({extraction.error}); "
            f"{form} needs its text"
        )
    if extraction.text is None:
        raise InputError(
            f"{form} needs the article's text, which the JSON form leaves out; restore it with "
            "extraction.with_text(text)"
        )
    return extraction.text


def text_iri(article: ArticleIdentity) -> str:
    """Return an IRI for the exact text that was read: its hash, in the form of RFC 6920."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(article.text_sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def article_iri(article: ArticleIdentity) -> str:
    """Return the article's address, or an IRI for its text if it has none."""
    url = article.url or ""
    return url if _ABSOLUTE.fullmatch(url) else text_iri(article)


def iri(kind: str, *names: str) -> str:
    """Return an IRI made from a kind and the names that identify something in the records."""
    return NAMESPACE + ":".join(quote(name, safe="") for name in (kind, *names))


def quotation_iri(article: ArticleIdentity, quotation_id: str) -> str:
    """Return an IRI for a quotation; ids given by callers are unique only within an article."""
    return iri("quotation", article.text_sha256[:16], quotation_id)


def identifiers(people: Iterable[KnownSpeaker]) -> Identifiers:
    """Return the identifiers of speakers by the ids of the article and the quotation."""
    return {
        (said.article_id, said.quotation): known.id
        for known in people
        if known.id is not None
        for said in known.quotations
    }


def interval(day: SpeechDate) -> str:
    """Return the days in the form of ISO 8601: one day, or "first/last"."""
    first, last = day.from_.isoformat(), day.to.isoformat()
    return first if first == last else f"{first}/{last}"
