"""Invented pages, each with a TOML file of what must be read from it.

``title``, ``published``, ``publisher``, ``language``, ``authors`` and ``url`` are the fields of the
article, left out if they must be None; ``absent`` are words that must not be in its text,
``present`` words that must be; ``quotations`` are pairs of speaker and content that must be found.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).with_name("pages")
FIELDS: Final = ("title", "publisher", "language", "url")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "amp-fit-text", "b", "cite", "del", "em", "font", "i", "ins", "mark", "q"),
        *("small", "span", "strong", "sub", "sup", "time", "u", "wbr"),
    }
)
_INVISIBLE: Final = frozenset({"head", "script", "style", "template", "noscript"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what must be read from it."""

    name: str
    html: bytes
    expected: dict[str, Any]


def read_pages() -> list[Page]:
    """Read all pages, ordered by file name."""
    return [
        Page(path.stem, path.read_bytes(), tomllib.loads(path.with_suffix(".toml").read_text()))
        for path in sorted(FOLDER.glob("*.html"))
    ]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.unseen += tag in _INVISIBLE
        self.found.append("“" if tag == "q" else "" if tag in _INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.unseen = max(0, self.unseen - (tag in _INVISIBLE))
        self.found.append("”" if tag == "q" else "" if tag in _INLINE else " ")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.found.append(data)


def page_text(html: str) -> str:
    """Return the page's text, by another parser: markup removed, white space collapsed."""
    words = _Words()
    words.feed(html)
    words.close()
    return _SPACE.sub(" ", "".join(words.found))
