"""The countries, and what a language calls them and their governments."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from quotex.languages.data import read_data
from quotex.languages.names import name_key

Code = Annotated[str, Field(pattern="^[A-Z]{2}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Country(_Strict):
    """What news calls a country: its names, the seats of its government, its adjectives."""

    names: tuple[str, ...]
    seats: tuple[str, ...]
    adjectives: tuple[str, ...]


class CountryFile(_Strict):
    """The table of one language, by ISO 3166-1 alpha-2 code."""

    version: Literal[1]
    language: str
    countries: dict[Code, Country]


class Countries:
    """Looks up the country that a name, a seat of government or an adjective belongs to."""

    def __init__(self, table: dict[str, Country]) -> None:
        self._places: dict[str, str] = {}
        self._adjectives: dict[str, str] = {}
        for code, country in table.items():
            for name in (*country.names, *country.seats):
                self._places[name_key(name)] = code
            for adjective in country.adjectives:
                self._adjectives[name_key(adjective)] = code

    def place(self, name: str) -> str | None:
        """Return the code of a country by its name or by a seat of its government."""
        return self._places.get(name_key(name))

    def adjective(self, words: str) -> str | None:
        """Return the code of the country that an adjective refers to: "Russian"."""
        return self._adjectives.get(name_key(words))

    def at_start_of_longer(self, name: str) -> str | None:
        """Return the code of the country that a longer name begins with: "Russian Navy"."""
        return self._first_country(name_key(name).split()[:-1])

    def at_start_of(self, words: str) -> str | None:
        """Return the code of the country that the words name or begin with: "Russia's"."""
        return self._first_country(name_key(words).split())

    def _first_country(self, words: list[str]) -> str | None:
        for last in range(len(words), 0, -1):
            start = " ".join(words[:last]).removesuffix("'s")
            code = self._adjectives.get(start) or self._places.get(start)
            if code is not None:
                return code
        return None


@cache
def countries(code: str) -> Countries:
    """Return the packaged table of a language."""
    return Countries(CountryFile.model_validate(read_data(code, "countries")).countries)
