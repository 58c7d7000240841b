"""Which language a text is written in, judged by its beginning."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from quotex.languages.data import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_READ_CHARS = 4_000
_FEWEST_LETTERS = 20
_SURE = 0.8  # one English news paragraph in 16,000 is taken for another language at this level
_LIKELY = 0.5
_LETTER = re.compile(r"[^\W\d_]")
_NO_WORDS = "zxx"


def language_of(text: str, expected: str = DEFAULT_LANGUAGE) -> str | None:
    """Return the ISO 639-1 code of the language of ``text``, None where it cannot be told.

    The ``expected`` language need only be likely; another one must be sure.
    """
    read = text[:_READ_CHARS].strip()
    if len(_LETTER.findall(read)) < _FEWEST_LETTERS:
        return None
    code, confidence = _identifier().classify(read.encode("utf-8", "replace"))
    if code == _NO_WORDS or confidence < (_LIKELY if code == expected else _SURE):
        return None
    return str(code)


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
