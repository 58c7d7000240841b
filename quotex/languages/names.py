"""Puts names into a form in which two spellings of the same name are equal."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=20_000)  # the same names are asked for again and again
def name_key(name: str) -> str:
    """Return a name in a form in which two spellings of it are equal."""
    words = name.casefold().replace(".", "").replace("’", "'").split()
    return " ".join(words[1:] if words and words[0] == "the" and len(words) > 1 else words)
