"""Where sentences end, as far as the comparison of wordings needs to know."""

from __future__ import annotations

import re

# A full stop behind a single capital letter is one of an initial; a semicolon parts main clauses.
_END = re.compile(r"(?<!\b[A-Z])\.(?=\W*(?:\s|$))|[!?;](?=\W*(?:\s|$))|\n(?=\W*[A-Z])")


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends in ``text[start:end]``, which begins behind a word."""
    found = _END.search(text, start, end + 1)
    return found is not None and found.start() < end
