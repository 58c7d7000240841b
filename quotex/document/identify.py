"""Identifies the language of a text from its beginning."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from quotex.languages.data import DEFAULT_LANGUAGE, read_data

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_READ_CHARS = 4_000
_FEWEST_LETTERS = 20
_SURE = 0.8  # at this level, one English news paragraph in 16,000 is taken for another language
_LIKELY = 0.5
_OWN_SHARE = 0.12  # of the words; a text half in another language mostly stays below
_OWN_DISTINCT = 6
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_NO_WORDS = "zxx"


def language_of(text: str, expected: str = DEFAULT_LANGUAGE) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, or None if it is unclear.

    The ``expected`` language need only be likely; any other must be certain. If the words leave no
    doubt that it is the expected one, the identifier is not used, because it is slow to load.
    """
    read = text[:_READ_CHARS].strip()
    if sum(1 for _ in islice(_LETTER.finditer(read), _FEWEST_LETTERS)) < _FEWEST_LETTERS:
        return None
    if _is_clearly(expected, read):
        return expected
    code, confidence = _identifier().classify(read.encode("utf-8", "replace"))
    if code == _NO_WORDS or confidence < (_LIKELY if code == expected else _SURE):
        return None
    return str(code)


def _is_clearly(code: str, text: str) -> bool:
    """Return whether a text is full of small words that only this language has."""
    words = _WORD.findall(text.lower())
    known = _own_words(code)
    own = [word for word in words if word in known]
    return len(own) >= _OWN_SHARE * len(words) and len(set(own)) >= _OWN_DISTINCT


@cache
def _own_words(code: str) -> frozenset[str]:
    return frozenset(read_data(code, "own_words")["words"])


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
