"""Extracts the article's text from a page with trafilatura; paragraphs are a blank line apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from quotex.read.html.spacing import LINE, PARAGRAPH, page_words, respaced

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE: Final = frozenset({"hi", "ref", "del", "code", "formula", "span", "a", "graphic"})
_SPACES = re.compile(r"[ \t\n\r\v\f\x85]+")
_AROUND_BREAK = re.compile(r" ?(\u2029|\u2028) ?")
_BLANK = re.compile(r"[\u2028\u2029]*\u2029[\u2028\u2029]*|\u2028{2,}")


def article_text(tree: HtmlElement) -> str:
    """Return the text of the article in a page, or an empty string if there is none.

    ``<br>`` is a line break; two of them end a paragraph. Read metadata from the tree first: this
    renames ``<time>`` elements within sentences, which trafilatura would leave out.
    """
    from trafilatura import bare_extraction

    for day in tree.xpath("//p//time | //li//time | //td//time"):
        day.tag = "span"
    found = bare_extraction(
        tree, include_comments=False, include_formatting=False, with_metadata=False
    )
    body = None if found is None or isinstance(found, dict) else found.body
    if body is None:
        return ""
    parts: list[str] = []
    _collect(body, parts)
    return _tidy(respaced("".join(parts), page_words(tree)))


def _collect(element: Any, parts: list[str]) -> None:
    if element.tag == "lb":
        parts.append(LINE)
    separator = "" if element.tag in _INLINE or element.tag == "lb" else PARAGRAPH
    parts.append(separator + (element.text or ""))
    for child in element:
        if isinstance(child.tag, str):
            _collect(child, parts)
        parts.append(child.tail or "")
    parts.append(separator)


def _tidy(text: str) -> str:
    """Return text in which white space only separates words, lines and paragraphs."""
    text = _AROUND_BREAK.sub(r"\1", _SPACES.sub(" ", text))
    text = _BLANK.sub("\n\n", text).replace(LINE, "\n")
    return text.strip()
