"""What the JSON-LD of a page says about its article (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

_WRAPPED = re.compile(r"^\s*(?:<!--|(?://)?\s*<!\[CDATA\[)|(?:-->|(?://)?\s*\]\]>)\s*;?\s*$")
_MAX_NODES: Final = 20_000
_MARKUP = re.compile(r"<[^<>]{0,200}>")


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """The facts about one article; those not stated are empty."""

    title: str = ""
    published: str = ""
    publisher: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()


def article_facts(scripts: Sequence[str], types: Sequence[str], url: str | None) -> ArticleFacts:
    """Return what is stated about the page's article.

    If there are several articles, it is the one with the page's address, else the first.
    """
    nodes = [node for script in scripts for node in _nodes(script)][:_MAX_NODES]
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and "name" in n}
    found = [_article(n, by_id) for n in nodes if _has_type(n, types)]
    here = [one for one in found if url and url in one.urls]
    return next(iter(here or found), ArticleFacts())


def _nodes(script: str) -> Iterator[dict[str, Any]]:
    """Yield the objects of a script, each before those inside it."""
    try:
        waiting = [json.loads(_WRAPPED.sub("", script), strict=False)]
    except (ValueError, RecursionError):
        return
    for number, value in enumerate(waiting):  # the list grows during the loop
        if number > _MAX_NODES:
            return
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _has_type(node: dict[str, Any], types: Sequence[str]) -> bool:
    return any(name.lower().endswith(tuple(types)) for name in _texts(node.get("@type")))


def _article(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> ArticleFacts:
    def names(key: str) -> tuple[str, ...]:
        return tuple(name for item in _items(node.get(key)) for name in _names(item, by_id))

    places = [*_items(node.get("url")), *_items(node.get("mainEntityOfPage"))]
    return ArticleFacts(
        title=_first(node.get("headline")) or _first(node.get("name")),
        published=_first(node.get("datePublished")),
        publisher=next(iter(names("publisher")), ""),
        language=next(iter(names("inLanguage")), ""),
        authors=names("author") or names("creator"),
        urls=tuple(
            text for p in places for text in _texts(p.get("@id") if isinstance(p, dict) else p)
        ),
    )


def _names(item: Any, by_id: dict[str, dict[str, Any]]) -> list[str]:
    if isinstance(item, dict):
        named = item if "name" in item else by_id.get(str(item.get("@id")), item)
        return _texts(named.get("name")) or _texts(named.get("alternateName"))
    return _texts(item)


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _texts(value: Any) -> list[str]:
    plain = (plain_text(item) for item in _items(value) if isinstance(item, str))
    return [text for text in plain if text]


def _first(value: Any) -> str:
    return next(iter(_texts(value)), "")


def plain_text(value: str) -> str:
    """Return a value without the markup and entities that some sites leave in it."""
    return " ".join(_MARKUP.sub("", html.unescape(value)).split())
