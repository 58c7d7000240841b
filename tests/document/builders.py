"""Builds the paragraphs of a text as a document does."""

from __future__ import annotations

from collections.abc import Iterable

from quotex.document.paragraphs import Paragraph, paragraph_bounds
from quotex.languages.patterns import patterns


def paragraphs(text: str, bounds: Iterable[tuple[int, int]] | None = None) -> list[Paragraph]:
    """Return the paragraphs of ``text``, or those at the given ``bounds``."""
    english = patterns("en")
    return [
        Paragraph(text, start, end, english)
        for start, end in (paragraph_bounds(text, english) if bounds is None else bounds)
    ]
