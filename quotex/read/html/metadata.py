"""What a page says about its article: day, title, publisher, authors, language, address."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from quotex.document.publication import is_likely
from quotex.read.html.json_ld import ArticleFacts, article_facts, plain_text
from quotex.timex.expressions import time_expressions

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DAY = re.compile(r"\s*(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?!\d)")
_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_NO_DAY: Final = date(1970, 1, 1)  # what an empty database field turns into
_MAX_NAME: Final = 100
_MAX_DAY: Final = 80
_NOT_A_NAME = re.compile(r"https?:|www\.|@|/")
_BY = re.compile(r"^(?:written\s+)?by:?\s+", re.IGNORECASE)
_BETWEEN_NAMES = re.compile(r"\s*;\s*|,?\s+(?:and|&)\s+|,\s+(?=\S+\s+\S)")
_SITE_AFTER_TITLE = re.compile(r"\s+[|–—·»:-]{1,2}\s+")
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]\w*)*")
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)
_META_KEYS: Final = ("property", "name", "itemprop", "http-equiv")

Names = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts found; those that the page does not give are None or empty."""

    published: date | None = None
    title: str | None = None
    publisher: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None


def page_metadata(tree: HtmlElement, url: str | None = None) -> Metadata:
    """Read metadata from JSON-LD, meta tags and, failing those, other markup; fetch nothing."""
    meta = _meta(tree)
    address = url or _canonical(tree, meta)
    scripts = [e.text for e in tree.iter("script") if e.text]
    facts = article_facts(scripts, _table()["json_ld"]["articles"], address)
    publisher = facts.publisher or _first(meta, "publisher")
    return Metadata(
        published=_published(tree, facts, meta, address),
        title=facts.title or _first(meta, "title") or _heading(tree, publisher),
        publisher=publisher,
        language=_language(tree, facts, meta),
        authors=_authors(tree, facts, meta, publisher),
        url=address,
    )


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("quotex.read.html").joinpath("metadata.toml").read_text("utf-8"))


def _meta(tree: HtmlElement) -> Names:
    """Return the contents of the meta tags by their names in lower case."""
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = plain_text(element.get("content") or "")
        for key in _META_KEYS:
            name = (element.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return {name: tuple(contents) for name, contents in found.items()}


def _values(meta: Names, field: str) -> list[str]:
    names: list[str] = _table()["meta"][field]
    return [content for name in names for content in meta.get(name, ())]


def _first(meta: Names, field: str) -> str | None:
    return next(iter(_values(meta, field)), None)


def _canonical(tree: HtmlElement, meta: Names) -> str | None:
    links = [e.get("href") for e in tree.iter("link") if e.get("rel", "").lower() == "canonical"]
    given = (link.strip() for link in [*links, *_values(meta, "url")] if link)
    return next((link for link in given if _WEB.fullmatch(link)), None)


def _published(tree: HtmlElement, facts: ArticleFacts, meta: Names, url: str | None) -> date | None:
    marked = [
        e.get("datetime") or e.get("content") or _words(e)
        for e in tree.xpath('//*[@itemprop="datePublished"]')[:3]
    ]
    for value in (facts.published, *_values(meta, "published"), *marked):
        if (day := read_day(value)) is not None:
            return day
    return _found_day(tree, url)


def read_day(value: str) -> date | None:
    """Return the day in a value as it is written: the day where the publisher is."""
    match = _DAY.match(value)
    if match is not None:
        days = ["-".join(match.groups())]
    else:
        days = [(e.value or "")[:10] for e in time_expressions(value[:_MAX_DAY])]
    for text in days:
        if _CALENDAR_DAY.fullmatch(text):
            try:
                day = date.fromisoformat(text)
            except ValueError:
                continue
            if day != _NO_DAY and is_likely(day):
                return day
    return None


def _found_day(tree: HtmlElement, url: str | None) -> date | None:
    """Return the day that htmldate finds in the address and the markup, without guessing."""
    from htmldate import find_date

    try:
        day = find_date(tree, extensive_search=False, original_date=True, url=url)
    except Exception:  # noqa: BLE001  # a day that cannot be found is just unknown
        return None
    return read_day(day) if day else None


def _heading(tree: HtmlElement, publisher: str | None) -> str | None:
    headings = [words for e in tree.iter("h1") if (words := _words(e))]
    if len(headings) == 1:
        return headings[0]
    title = next((words for e in tree.iter("title") if (words := _words(e))), None)
    if title is None:
        return None
    *before, last = _SITE_AFTER_TITLE.split(title)
    if before and publisher is not None and last.casefold() == publisher.casefold():
        return title[: -len(last)].rstrip(" |–—·»:-")
    return title


def _language(tree: HtmlElement, facts: ArticleFacts, meta: Names) -> str | None:
    declared = [e.get("lang") for e in tree.iter("html")]
    for value in (*declared, facts.language, *_values(meta, "language")):
        match = _LANGUAGE.fullmatch((value or "").strip())
        if match is not None:
            return match[1].lower()
    return None


def _authors(
    tree: HtmlElement, facts: ArticleFacts, meta: Names, publisher: str | None
) -> tuple[str, ...]:
    marked = tree.xpath('//*[@itemprop="author" or @rel="author"]')[:20]
    candidates: tuple[Iterable[str], ...] = (
        facts.authors,
        _values(meta, "authors"),
        (_words(element) for element in marked),
    )
    for values in candidates:
        names = _names(values, publisher)
        if names:
            return names
    return ()


def _names(values: Iterable[str], publisher: str | None) -> tuple[str, ...]:
    """Return the names in values such as "By Ada Roe and Lena Voss", each once."""
    nobody = {*_table()["authors"]["nobody"], (publisher or "").casefold(), ""}
    found: dict[str, str] = {}
    for value in values:
        if _NOT_A_NAME.search(value):
            continue
        for name in _BETWEEN_NAMES.split(_BY.sub("", value)):
            name = name.strip(" ,;")
            if name.casefold() not in nobody and len(name) <= _MAX_NAME:
                found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())
