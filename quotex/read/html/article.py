"""Turns the HTML of a news page into an ``Article``. Nothing is fetched and no script is run."""

from __future__ import annotations

import importlib.util
import logging
import re
from importlib.metadata import version
from typing import Final

from quotex.document.identify import language_of
from quotex.errors import InputError, OptionError, ReadingError
from quotex.limits import MAX_HTML_CHARS
from quotex.read.html.body import article_text
from quotex.read.html.decode import clean, decode
from quotex.read.html.metadata import Metadata, page_metadata
from quotex.read.html.tree import page_tree
from quotex.records import Article

_LETTER = re.compile(r"[^\W\d_]")
_MIN_LETTERS: Final = 20  # in one line: a page with only buttons has no article
_REQUIRED_MODULES: Final = ("lxml", "trafilatura", "htmldate")
_ADDRESS = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_BINARY: Final = (b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")


def from_html(
    html: str | bytes, url: str | None = None, *, max_chars: int = MAX_HTML_CHARS
) -> Article:
    """Return the article of a news page (needs ``pip install "quotex[html]"``).

    The text is what trafilatura takes to be the article, without menus and comments; offsets
    refer to it. The day, title, publisher, authors and language come from the page's markup.
    Nothing is fetched and no script is run.

    Args:
        html: the page, as text or as bytes in any encoding that it declares.
        url: the address of the page; by default the one that the page itself gives.
        max_chars: the length of the longest page that is read.

    Raises:
        InputError: the page is empty, too long or not HTML, or has no article in it.
        OptionError: the extra is not installed.
        ReadingError: reading the page failed unexpectedly.
    """
    page = _page(html, max_chars)
    _check_installed()
    tree = page_tree(page)
    if tree is None:
        raise InputError(f"page of {len(page):,} characters contains no text; expected HTML")
    try:
        metadata = page_metadata(tree, url)
        text = clean(article_text(tree))
    except Exception as error:
        raise ReadingError(
            f"page could not be read ({type(error).__name__}: {str(error)[:200]}); extract its "
            "text by other means and give that"
        ) from error
    if not any(len(_LETTER.findall(line)) >= _MIN_LETTERS for line in text.splitlines()):
        raise InputError(
            f"page of {len(page):,} characters: no article text was found in its markup; "
            "give the article's own page as a browser shows it, or its text"
        )
    return _article(text, metadata)


def _article(text: str, metadata: Metadata) -> Article:
    return Article(
        text=text,
        published=metadata.published,
        published_from=None if metadata.published is None else "page",
        title=metadata.title,
        url=metadata.url,
        publisher=metadata.publisher,
        language=language_of(text) or metadata.language,
        authors=metadata.authors,
        extracted_by=f"trafilatura {version('trafilatura')}",
    )


def _page(html: object, max_chars: int) -> str:
    """Return the page as text, if it is neither too long nor empty."""
    if not isinstance(html, (str, bytes)):
        raise InputError(f"expected a page's HTML as str or bytes, got {type(html).__name__}")
    if len(html) > max_chars * (1 if isinstance(html, str) else 4):
        _raise_too_long(len(html), "bytes" if isinstance(html, bytes) else "characters", max_chars)
    if isinstance(html, bytes) and html.startswith(_BINARY):
        raise InputError(
            f"expected a page's HTML, got a binary file that begins with {html[:4]!r}; unpack or "
            "convert it first"
        )
    if isinstance(html, str) and _ADDRESS.fullmatch(html):
        raise InputError(
            f"expected a page's HTML, got its address ({html.strip()}); fetch the page yourself, "
            "because quotex never uses the network"
        )
    page = clean(decode(html) if isinstance(html, bytes) else html)
    if len(page) > max_chars:
        _raise_too_long(len(page), "characters", max_chars)
    if not page.strip():
        raise InputError("page is empty, or contains only white space; expected HTML")
    return page


def _raise_too_long(size: int, unit: str, max_chars: int) -> None:
    raise InputError(
        f"page has {size:,} {unit}, more than max_chars={max_chars:,} allows; give the article's "
        "own page or raise max_chars"
    )


def _check_installed() -> None:
    missing = [name for name in _REQUIRED_MODULES if importlib.util.find_spec(name) is None]
    if missing:
        raise OptionError(f'reading HTML needs {", ".join(missing)}: pip install "quotex[html]"')
    for name in ("trafilatura", "htmldate"):  # keep their warnings out of quotex's output
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())
