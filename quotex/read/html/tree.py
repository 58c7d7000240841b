"""Builds a tree from a page that is safe to work on, whatever the page contains.

libxml2 only streams the tags, in linear time. The tree is built from them with limits on depth,
attributes and elements, and without styles and scripts: when libxml2 builds the tree itself, an
element with 100,000 attributes takes minutes, and what is nested too deeply is lost.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from quotex.errors import InputError
from quotex.limits import MAX_HTML_ELEMENTS
from quotex.read.html.decode import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_DEPTH: Final = 150
_MAX_ATTRIBUTES: Final = 64
_MAX_VALUE: Final = 4_000
_MAX_JSON: Final = 500_000
_SKIPPED_TAGS: Final = frozenset(
    {
        *("style", "svg", "math", "template", "object", "iframe", "noscript"),
        *("amp-ad", "amp-embed", "amp-sidebar", "amp-consent", "amp-analytics", "amp-iframe"),
    }
)
_IGNORED_TAG: Final = "wbr"  # not a void element to libxml2: what follows would end up inside it
_LINE_TAGS: Final = frozenset(
    {
        *("a", "b", "cite", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "li", "p", "q", "small"),
        *("span", "strong", "td"),
    }
)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_SCREEN_READERS = re.compile(
    r"(?<!\S)(?:sr-only|screen-reader(?:-text|-only)?|(?:u-)?visually-?hidden)(?!\S)", re.IGNORECASE
)
_NAME = re.compile(r"[a-zA-Z][\w.-]{0,60}", re.ASCII)
_JSON_LD: Final = "application/ld+json"
_QUOTES: Final = (("“", "”"), ("‘", "’"))


def page_tree(text: str) -> HtmlElement | None:
    """Return the tree of a page, or None if it has no elements and no text.

    Raises:
        InputError: the page has more elements than ``MAX_HTML_ELEMENTS``.
    """
    from lxml import etree

    builder = _Builder()
    parser = etree.HTMLParser(target=builder, encoding="utf-8", collect_ids=False)
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except etree.XMLSyntaxError:  # the page is empty, or nothing more follows
        builder.close()
    return builder.root


class _Builder:
    """Receives the tags as the parser meets them (its ``target``)."""

    def __init__(self) -> None:
        from lxml import etree, html

        self.root: HtmlElement | None = None
        self._make = html.html_parser.makeelement
        self._attach = etree.SubElement
        self._open: list[Any] = []
        self._texts: list[str] = []
        self._last: Any = None  # where text goes: into the element opened last, or after it
        self._after = False
        self._skip_depth = 0  # depth within an element that is skipped
        self._quotes = 0
        self._elements = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Open an element; one nested too deeply becomes a sibling of its parent."""
        if tag == _IGNORED_TAG:
            return
        if self._skip_depth or _is_skipped(tag, attributes):
            self._skip_depth += 1
            return
        self._count()
        if tag == "q":
            self.data(_QUOTES[self._quotes % 2][0])
            self._quotes += 1
        self._flush()
        name = self._name(tag)
        kept = _safe_attributes(attributes)
        if self.root is None:
            self.root = made = self._make(name, kept)
        else:
            made = self._attach(self._parent(), name, kept)
        self._open.append(made)
        self._last, self._after = made, False

    def end(self, tag: str) -> None:
        """Close the element opened last; the parser balances tags that the page does not."""
        if tag == _IGNORED_TAG:
            return
        if self._skip_depth:
            self._skip_depth -= 1
            return
        if tag == "q" and self._quotes:
            self._quotes -= 1
            self.data(_QUOTES[self._quotes % 2][1])
        self._flush()
        if self._open:
            closed = self._open.pop()
            if len(self._open) < _MAX_DEPTH:
                self._last, self._after = closed, True

    def data(self, text: str) -> None:
        """Receive text."""
        if not self._skip_depth:
            self._texts.append(text)

    def close(self) -> None:
        """Finish the page."""
        self._flush()

    def _name(self, tag: str) -> str:
        """Return a standard HTML name, also for a site's custom elements."""
        ancestors = {element.tag for element in self._open[-3:]}
        if tag == "footer" and "blockquote" in ancestors:  # it says who is quoted
            return "p"
        if tag != "q" and _NAME.fullmatch(tag) and "-" not in tag:
            return tag
        return "span" if tag == "q" or not ancestors.isdisjoint(_LINE_TAGS) else "div"

    def _parent(self) -> Any:
        if not self._open:
            return self.root
        return self._open[min(len(self._open), _MAX_DEPTH) - 1]

    def _count(self) -> None:
        self._elements += 1
        if self._elements > MAX_HTML_ELEMENTS:
            raise InputError(
                f"page has more than {MAX_HTML_ELEMENTS:,} elements, which no news article has; "
                "give the article's own page, or its text"
            )

    def _flush(self) -> None:
        text = clean("".join(self._texts))
        self._texts.clear()
        if not text or self._last is None:
            return
        if self._after:
            self._last.tail = (self._last.tail or "") + text
        elif self._last.tag == "script":
            self._last.text = ((self._last.text or "") + text)[:_MAX_JSON]
        else:
            self._last.text = (self._last.text or "") + text


def _is_skipped(tag: str, attributes: Mapping[str, str]) -> bool:
    if tag == "script":
        return attributes.get("type", "").strip().lower() != _JSON_LD
    return tag in _SKIPPED_TAGS


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden; its text is not the article's, but its metadata may be."""
    hidden = attributes.get("hidden")
    return (
        (hidden is not None and hidden.lower() != "until-found")
        or _NOT_SHOWN.search(attributes.get("style") or "") is not None
        or _FOR_SCREEN_READERS.search(attributes.get("class") or "") is not None
    )


def _safe_attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for name, value in attributes.items():
        if len(kept) == _MAX_ATTRIBUTES:
            break
        if _NAME.fullmatch(name):
            kept[name] = clean(value or "")[:_MAX_VALUE]
    if _is_hidden(attributes):
        kept["style"] = "display:none"
    if "type" in kept:
        kept["type"] = kept["type"].strip().lower()
    return kept
