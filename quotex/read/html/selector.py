"""Leads from a span of the extracted text back into the page, by a W3C TextQuoteSelector.

The page's own text is its text without markup and with white space collapsed; line breaks and
block boundaries count as white space in it.
"""

from __future__ import annotations

import re
from typing import Final, Literal

from quotex.errors import InputError
from quotex.records import Record, Span

CONTEXT: Final = 32
"""The greatest length of ``prefix`` and of ``suffix``, in characters."""

_WINDOW: Final = 16 * CONTEXT  # white space may shrink to a sixteenth
_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029]")
_SPACE = re.compile(r"[ \t\n\r\v\f\x85\u2028\u2029]+")  # browsers do not collapse a no-break space


class TextQuoteSelector(Record):
    """A place in a page, identified by its words (Web Annotation Data Model, 4.2.4).

    ``prefix`` and ``suffix`` are the text around ``exact`` in the same line or block; they stop at
    its ends, since what comes beyond them in the page is not known.
    """

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str = ""
    suffix: str = ""


def selector(text: str, span: Span) -> TextQuoteSelector:
    """Return the selector that finds ``span`` of ``text`` in the page that the text came from.

    White space is collapsed in all three strings. A span over several paragraphs is found only if
    nothing that was left out, such as an advertisement, comes between them in the page.

    Raises:
        InputError: the span is not from this text, or is only white space.
    """
    if text[span.start : span.end] != span.text:
        raise InputError(
            f"span [{span.start}, {span.end}) is not from this text of {len(text):,} characters; "
            "give the text of the article that was read"
        )
    exact = span.text.strip()
    if not exact:
        raise InputError(
            f"span [{span.start}, {span.end}) is only white space; give one that has words in it"
        )
    start = span.start + span.text.index(exact)
    end = start + len(exact)
    before = _BREAK.split(text[max(0, start - _WINDOW) : start])[-1]
    after = _BREAK.split(text[end : end + _WINDOW])[0]
    return TextQuoteSelector(
        exact=_SPACE.sub(" ", exact),
        prefix=_SPACE.sub(" ", before).lstrip(" ")[-CONTEXT:],
        suffix=_SPACE.sub(" ", after).rstrip(" ")[:CONTEXT],
    )
