"""What the encoder is given about a word besides its letters."""

from __future__ import annotations

from functools import lru_cache

from quotex.document.quoted import NESTED

COLUMNS = ("case", "quoted")
CASES = {"lower": 0, "title": 1, "upper": 2, "mixed": 3, "digit": 4, "other": 5}
SIZES = {"case": len(CASES), "quoted": NESTED + 1}
_PLAIN = str.maketrans("“”„‟«»＂‘’‛`", '"""""""\'\'\'\'')


def plain_word(text: str) -> str:
    """Return a word with straight quotation marks."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=20_000)
def case_of(text: str) -> int:
    """Return the code of a word's letter case."""
    if text.islower():
        return CASES["lower"]
    if text.isupper():
        return CASES["upper" if len(text) > 1 else "title"]
    if text.istitle():
        return CASES["title"]
    if any(c.isalpha() for c in text):
        return CASES["mixed"]
    return CASES["digit" if any(c.isdigit() for c in text) else "other"]
