"""Which country's government speaks: "Moscow", "Russia", "the Kremlin", "Russia's ministry"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from quotex.parse.view import Token, View
from quotex.records import SpeakerKind
from quotex.speakers.names.names import Cluster
from quotex.speakers.names.parts import name_key

Code = Annotated[str, Field(pattern="^[A-Z]{2}$")]
_IN = frozenset({"in", "of"})
_BESIDE = frozenset({"ADJ", "PROPN", "PART"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_WORDS = 4


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Country(_Strict):
    """What news calls a country: its names, what stands for its government, its adjectives."""

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
        """Return the code for the name of a country or of a seat of its government."""
        return self._places.get(name_key(name))

    def adjective(self, words: str) -> str | None:
        """Return the code for the country that an adjective tells of: "Russian"."""
        return self._adjectives.get(name_key(words))

    def leading(self, name: str) -> str | None:
        """Return the code for the country that a longer name begins with: "Russian Navy"."""
        words = name_key(name).split()
        for last in range(len(words) - 1, 0, -1):
            start = " ".join(words[:last]).removesuffix("'s")
            code = self._adjectives.get(start) or self._places.get(start)
            if code is not None:
                return code
        return None


@cache
def countries(language: str) -> Countries:
    """Return the packaged table of ``language``."""
    text = files("quotex.languages").joinpath(language, "countries.toml").read_text("utf-8")
    return Countries(CountryFile.model_validate(tomllib.loads(text)).countries)


def country_of(cluster: Cluster, kind: SpeakerKind, view: View, table: Countries) -> str | None:
    """Return the code of the country whose government a cluster is, None where nothing tells.

    The name tells, or at any of its mentions the adjective, owner or place beside it, or a noun
    that stands for it ("the Russian ministry").
    """
    if cluster.label == "JOINT":
        codes = {country_of(member, "government", view, table) for member in cluster.members}
        return codes.pop() if len(codes) == 1 else None
    if kind != "government" or cluster.label == "PERSON":
        return None
    told = told_country(cluster, view, table)
    return told if cluster.label == "GPE" else told or cluster.country


def told_country(cluster: Cluster, view: View, table: Countries) -> str | None:
    """Return the code that the name of a government tells, or what stands beside its mentions."""
    told = table.place(cluster.name) or table.leading(cluster.name)
    if told is not None or cluster.label == "GPE":
        return told
    beside = (
        code
        for first, last in cluster.runs
        for name in _beside(view, first, last)
        if (code := table.place(name) or table.leading(f"{name} government")) is not None
    )
    return next(beside, None)


def _beside(view: View, first: int, last: int) -> Iterator[str]:
    """Yield what may name the country of the organ at ``tokens[first:last]``."""
    tokens = view.tokens
    yield _text(view, first, last)
    start = first
    while start > 0 and first - start < _WORDS and tokens[start - 1].pos in _BESIDE:
        start -= 1
        words = [t.text for t in tokens[start:first] if t.lower not in _POSSESSIVE]
        yield " ".join(words)
    for child in tokens[last - 1].children:
        if child.lower in _IN and child.dep == "prep":
            yield from (_place(view, below) for below in child.children)


def _place(view: View, noun: Token) -> str:
    left = [c.i for c in noun.children if c.dep == "compound" and c.i < noun.i]
    return _text(view, min(left, default=noun.i), noun.i + 1)


def _text(view: View, first: int, last: int) -> str:
    return " ".join(token.text for token in view.tokens[first:last])
