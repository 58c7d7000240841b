"""Cuts a document into the texts that an engine reads, and maps them back to its offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quotex.document.document import Document
from quotex.document.paragraphs import Paragraph

_PIECE_CHARS = 6_000
# Hundreds of marks without a word carry no meaning; spaCy's time grows with the square of the
# length of a run without spaces, so long runs are cut.
_ADJACENT_MARKS = 3  # marks at either end of such a run that may belong to the adjacent words
_UNREADABLE = re.compile(r"(?P<marks>(?:[^\w\s]|_)(?:\s{0,9}(?:[^\w\s]|_)){299,})|\S{1000}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one paragraph: ``plain`` for the engine, and ``shown`` with the original marks.

    Both have the same length; ``locate`` maps half-open offsets in them to the article's text.
    """

    plain: str
    shown: str
    locate: Callable[[int, int], tuple[int, int]]


def pieces(document: Document) -> Iterator[Piece]:
    """Yield the pieces of a document, in text order; none is empty or crosses a paragraph."""
    for paragraph in document.paragraphs:
        if _is_whole(document.text, paragraph):
            yield from _piece(paragraph)
            continue
        for first, last in _readable(document.text, paragraph.start, paragraph.end):
            for start, end in _cut(document.text, first, last):
                yield from _piece(document.paragraph(start, end))


def _piece(paragraph: Paragraph) -> Iterator[Piece]:
    shown = paragraph.tidy.text
    if shown.strip():
        yield Piece(paragraph.plain, shown, paragraph.tidy.span)


def _is_whole(text: str, paragraph: Paragraph) -> bool:
    """Whether an engine can read a paragraph as it is."""
    start, end = paragraph.start, paragraph.end
    return end - start <= _PIECE_CHARS and _UNREADABLE.search(text, start, end) is None


def _readable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of ``[start, end)`` around long runs of marks; cut long runs of letters."""
    for match in _UNREADABLE.finditer(text, start, end):
        adjacent = _ADJACENT_MARKS if match["marks"] else 0
        yield start, match.start() + adjacent if adjacent else match.end()
        start = match.end() - adjacent
    yield start, end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ``[start, end)``, cut into parts if it is too long for one parse.

    It is cut at the end of a sentence, else at a space, else anywhere.
    """
    while end - start > _PIECE_CHARS:
        middle, last = start + _PIECE_CHARS // 2, start + _PIECE_CHARS
        cut = text.rfind(". ", middle, last) + 1 or text.rfind(" ", middle, last)
        cut = cut if cut > start else last
        yield start, cut
        start = cut
    yield start, end
