"""Gives extracted text the white space of its page again.

An extractor may lose or add a space where markup interrupts a sentence, and then a quotation could
not be found in its page. The other characters are the same, so they lead to the page's own spacing.
"""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

PARAGRAPH: Final = "\u2029"
LINE: Final = "\u2028"
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del"),
        *("dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "output"),
        *("s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u"),
        "var",
    }
)
_NOT_DISPLAYED: Final = frozenset({"head", "script"})
_LETTERS = re.compile(r"\S+")
_MAX_MISSES: Final = 100  # each costs a search through the whole page


def page_words(tree: HtmlElement) -> str:
    """Return all the text that a page shows, with marks where its lines and blocks end."""
    parts: list[str] = []
    _collect(tree, parts)
    return "".join(parts)


def respaced(text: str, page: str) -> str:
    """Return ``text`` with the white space of ``page`` in each paragraph that is found there."""
    dense, offsets = _dense(page)
    found: list[str] = []
    at = misses = 0
    for paragraph in text.split(PARAGRAPH):
        letters = "".join(paragraph.split())
        if not letters or misses == _MAX_MISSES:
            found.append(paragraph)
            continue
        start = dense.find(letters, at)
        start = dense.find(letters) if start < 0 else start
        if start < 0:
            misses += 1
            found.append(paragraph)
        else:
            at = start + len(letters)
            found.append(page[offsets[start] : offsets[at - 1] + 1])
    return PARAGRAPH.join(found)


def _dense(page: str) -> tuple[str, array[int]]:
    """Return the page's text without white space, and the offset of each character left."""
    offsets = array("q")
    parts: list[str] = []
    for match in _LETTERS.finditer(page):
        parts.append(match.group())
        offsets.extend(range(match.start(), match.end()))
    return "".join(parts), offsets


def _collect(element: Any, parts: list[str]) -> None:
    if not isinstance(element.tag, str) or element.tag in _NOT_DISPLAYED:
        return
    if element.tag == "br":
        parts.append(LINE)
    separator = "" if element.tag in _INLINE or element.tag == "br" else PARAGRAPH
    parts.append(separator + (element.text or ""))
    for child in element:
        _collect(child, parts)
        parts.append(child.tail or "")
    parts.append(separator)
