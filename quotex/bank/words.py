"""The words of a text as the index of a bank holds them, and what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.wordings import wording_words
from quotex.wording import Wording, wording
from quotex.wording.stems import stem

_ASKED = re.compile(r"[\"“”]([^\"“”]*)[\"“”]|([^\s\"“”]+)")
_MARKS = re.compile(r"\W|_")


def indexed(words: Wording) -> list[str]:
    """Return the words as they stand in the index: stems in one spelling, numbers as digits.

    Small words stand there as they are, so that phrases can be found.
    """
    return [word for form in words.forms if (word := as_indexed(form))]


@lru_cache(maxsize=131_072)
def as_indexed(form: str) -> str:
    """Return one word as it stands in the index, "" for a sign that does not."""
    table = wording_words(DEFAULT_LANGUAGE)
    value = table.digits.get(form)
    if value is not None:
        return str(value)
    word = form if form in table.words.small else stem(form)
    return _MARKS.sub("", word)


def is_small(word: str) -> bool:
    """Whether a word of the index says too little to be looked for by itself."""
    return word in wording_words(DEFAULT_LANGUAGE).words.small


def asked(words: str) -> str:
    """Return the query for what a person types: all words, those in quotation marks in a row.

    Small words are passed over outside quotation marks, unless there are no others. "" where
    there is nothing to look for.
    """
    phrases: list[Sequence[str]] = []
    for match in _ASKED.finditer(words):
        inside, outside = match.groups()
        found = indexed(wording(inside if outside is None else outside))
        if inside is not None:
            phrases.append(found)
        else:
            phrases += [[word] for word in found if not is_small(word)]
    kept = [phrase for phrase in phrases if phrase] or [indexed(wording(words))]
    return all_of(phrase for phrase in kept if phrase)


def all_of(phrases: Iterable[Sequence[str]]) -> str:
    """Return a query for texts that hold all phrases."""
    return _in_stems(" AND ".join(map(_quoted, phrases)))


def any_of(words: Iterable[str]) -> str:
    """Return a query for texts that hold any of the words."""
    return _in_stems(" OR ".join(_quoted([word]) for word in words))


def _quoted(phrase: Sequence[str]) -> str:
    return f'"{" ".join(phrase)}"'


def _in_stems(query: str) -> str:
    return f"stems : ({query})" if query else ""
