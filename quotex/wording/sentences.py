"""Finds the ends of sentences, as far as the comparison of wordings needs them."""

from __future__ import annotations

import re

# A full stop after a single capital letter belongs to an initial; a semicolon separates clauses.
_END = re.compile(r"(?<!\b[A-Z])\.(?=\W*(?:\s|$))|[!?;](?=\W*(?:\s|$))|\n(?=\W*[A-Z])")


def sentence_ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends in ``text[start:end]``, which begins after a word."""
    found = _END.search(text, start, end + 1)
    return found is not None and found.start() < end
