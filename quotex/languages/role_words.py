"""What people and organizations are called besides their names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict


def _lower_case(words: frozenset[str]) -> frozenset[str]:
    upper = sorted(word for word in words if word != word.lower())
    if upper:
        raise ValueError(f"not in lower case: {', '.join(upper)}")
    return words


Words = Annotated[frozenset[str], AfterValidator(_lower_case)]
_Table = dict[str, tuple[str, ...]]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class OrganizationWords(_Strict):
    """Nouns for organizations by kind, and what their names reveal about it."""

    businesses: Words
    others: Words
    any_business: Words
    any_body: Words
    by_name: _Table
    stands_for: _Table

    @cached_property
    def any(self) -> frozenset[str]:
        """Nouns that any organization may be called, whatever its kind."""
        return self.any_business | self.any_body


class RoleWords(_Strict):
    """One language's nouns for people and organizations, and which may replace one another."""

    version: int
    language: str
    of_wordnet: Words
    people: Words
    parts: Words
    describing: Words
    by_sex: Words
    from_a_place: Words
    parents: Words
    young: Words
    of_others: Words
    of_the_scene: Words
    contrasting: Words
    anonymous: Words
    nationals: Words
    endings_of_nationals: dict[str, Literal["", "m", "f"]]
    becoming: Words
    appointing: Words
    serving: Words
    ages: dict[str, tuple[int, int]]
    stands_for: _Table
    doing: dict[str, str]
    of_kin: _Table
    organizations: OrganizationWords

    @cached_property
    def person(self) -> frozenset[str]:
        """All nouns for one person."""
        return self.of_wordnet | self.people

    @cached_property
    def relational(self) -> frozenset[str]:
        """Nouns for people in relation to somebody: relatives, friends, rivals."""
        kin = {noun for nouns in self.of_kin.values() for noun in nouns}
        return self.of_others | frozenset(self.of_kin) | kin

    @cached_property
    def organization(self) -> frozenset[str]:
        """All nouns for an organization."""
        return self.organizations.businesses | self.organizations.others

    @cached_property
    def alternatives(self) -> Mapping[str, frozenset[str]]:
        """By a noun that somebody is called, the other nouns that may refer to that person."""
        return _inverted(self.stands_for)


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Return an inverted table: the keys by the last words of their values."""
    found: dict[str, set[str]] = {}
    for key, values in table.items():
        for words in values:
            found.setdefault(words.split()[-1], set()).add(key)
    return {noun: frozenset(keys) for noun, keys in found.items()}
