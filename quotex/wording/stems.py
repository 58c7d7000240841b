"""Stems: words without their endings, so that "intensifying" and "intensify" match."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.wordings import wording_words
from quotex.wording.words import Wording

_MIN_STEM = 4  # letters that must remain


@lru_cache(maxsize=131_072)
def stem(form: str, language: str = DEFAULT_LANGUAGE) -> str:
    """Return a lower-case word without its ending."""
    form = form.removesuffix("'s").removesuffix("'")
    for ending, instead in wording_words(language).endings.longest_first:
        if form.endswith(ending) and len(form) - len(ending) + len(instead) >= _MIN_STEM:
            return _undoubled(form.removesuffix(ending) + instead)
    if len(form) == _MIN_STEM and form.endswith("s") and not form.endswith("ss"):
        return form[:-1]  # "jobs"
    return form


def stems(words: Wording, language: str = DEFAULT_LANGUAGE) -> Iterator[str]:
    """Yield the stems of the words, without small words."""
    small = wording_words(language).words.small
    for form in words.forms:
        if form not in small:
            yield stem(form, language)


def _undoubled(word: str) -> str:
    """Return a stem without a doubled final consonant: "stop" for the "stopp" of "stopped"."""
    doubled = len(word) > _MIN_STEM and word[-1] == word[-2] and word[-1] not in "aeiouls"
    return word[:-1] if doubled else word
