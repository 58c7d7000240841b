"""The words of a text as a bank indexes them, and the queries for its index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.wordings import wording_words
from quotex.wording import Wording, wording
from quotex.wording.stems import stem

_PHRASE_OR_WORD = re.compile(r"[\"“”]([^\"“”]*)[\"“”]|([^\s\"“”]+)")
_MARKS = re.compile(r"\W|_")


def indexed(words: Wording) -> list[str]:
    """Return the words as the index has them: stems in one spelling, numbers as digits.

    Small words are kept unchanged, so that phrases can be found.
    """
    return [word for form in words.forms if (word := as_indexed(form))]


@lru_cache(maxsize=131_072)
def as_indexed(form: str) -> str:
    """Return one word as the index has it, or "" for a sign that is not indexed."""
    table = wording_words(DEFAULT_LANGUAGE)
    value = table.digits.get(form)
    if value is not None:
        return str(value)
    word = form if form in table.words.small else stem(form)
    return _MARKS.sub("", word)


def is_small(word: str) -> bool:
    """Return whether an indexed word is too common to be searched for on its own."""
    return word in wording_words(DEFAULT_LANGUAGE).words.small


def user_query(words: str) -> str:
    """Return the query for a user's words: all of them, with quoted phrases kept together.

    Outside quotation marks, small words are ignored unless there are no others. The query is ""
    if there is nothing to look for.
    """
    phrases: list[Sequence[str]] = []
    for match in _PHRASE_OR_WORD.finditer(words):
        inside, outside = match.groups()
        found = indexed(wording(inside if outside is None else outside))
        if inside is not None:
            phrases.append(found)
        else:
            phrases += [[word] for word in found if not is_small(word)]
    kept = [phrase for phrase in phrases if phrase] or [indexed(wording(words))]
    return all_of(phrase for phrase in kept if phrase)


def all_of(phrases: Iterable[Sequence[str]]) -> str:
    """Return a query for texts that contain all phrases."""
    return _in_stems(" AND ".join(map(_quoted, phrases)))


def any_of(words: Iterable[str]) -> str:
    """Return a query for texts that contain any of the words."""
    return _in_stems(" OR ".join(_quoted([word]) for word in words))


def _quoted(phrase: Sequence[str]) -> str:
    return f'"{" ".join(phrase)}"'


def _in_stems(query: str) -> str:
    return f"stems : ({query})" if query else ""
