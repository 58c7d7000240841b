"""How words are compared in a language: equal spellings, words that negate, endings."""

from __future__ import annotations

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from quotex.languages.data import read_data
from quotex.languages.role_words import Words


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ComparedWords(_Strict):
    """Words by what it means to change them."""

    negations: Words
    reversing: Words
    conjunctions: Words
    contrasts: Words
    modals: Words
    numbers: Words
    fillers: Words
    small: Words


class SingleSpelling(_Strict):
    """How words with only one spelling go on, though they begin like words with two."""

    instead: str
    rests: tuple[str, ...]
    beginnings: tuple[str, ...]

    def applies_to(self, beginning: str, rest: str) -> bool:
        """Whether a word has only one spelling, though its beginning is in the table."""
        may_apply = beginning.endswith(self.instead)
        return may_apply and (rest in self.rests or rest.startswith(self.beginnings))


class Endings(_Strict):
    """Endings and their replacements; the first that fits is used."""

    longest_first: tuple[tuple[str, str], ...]


class WordingWords(_Strict):
    """One language's tables; ``wording.toml`` says what each is for."""

    version: Literal[1]
    language: str
    contractions: dict[str, str]
    contracted_endings: dict[str, str]
    one_word: dict[str, str]
    one_spelling: SingleSpelling
    british: dict[str, str]
    digits: dict[str, int]
    words: ComparedWords
    negating_prefixes: tuple[str, ...]
    endings: Endings


@cache
def wording_words(code: str) -> WordingWords:
    """Return the packaged tables of a language; the numbers include those written as words."""
    data = read_data(code, "wording")
    times = read_data(code, "expressions")
    data["digits"] = {word: value for word, value in times["numbers"].items() if value > 1}
    data["words"]["numbers"] = [*data["words"]["numbers"], *data["digits"]]
    return WordingWords.model_validate(data)
