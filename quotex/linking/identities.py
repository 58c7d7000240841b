"""The user's own table of who is who: names, aliases, and an identifier of the user's choice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import Field, ValidationError

from quotex.errors import InputError
from quotex.languages.names import name_key
from quotex.records import Record
from quotex.validation import first_problem


class Identity(Record):
    """One row of the table: ``id`` may be a Wikidata id or any other string."""

    id: str = Field(min_length=1)
    name: str = Field(min_length=1)
    aliases: tuple[str, ...] = ()


IdentityLike = Identity | Mapping[str, Any]


class Identities:
    """Looks up the identifier of a name.

    Raises:
        InputError: a row does not have the form of ``Identity``, or two rows claim one name.
    """

    def __init__(self, rows: Iterable[IdentityLike] = ()) -> None:
        self._by_key: dict[str, str] = {}
        self._names: dict[str, str] = {}
        for row in as_identities(rows):
            self._names.setdefault(row.id, row.name)
            for name in (row.name, *row.aliases):
                other = self._by_key.setdefault(name_key(name), row.id)
                if other != row.id:
                    raise InputError(
                        f"identities: {name!r} is given to both {other!r} and {row.id!r}; "
                        "leave the alias out of one of the two"
                    )

    def id_of(self, name: str) -> str | None:
        """Return the identifier of a name or alias, None if the table has none."""
        return self._by_key.get(name_key(name)) if self._by_key else None

    def name(self, identity: str) -> str:
        """Return the name that the table gives to an identifier."""
        return self._names[identity]


def as_identities(rows: Iterable[IdentityLike]) -> list[Identity]:
    """Return the rows of a table.

    Raises:
        InputError: a row does not have the form of ``Identity``.
    """
    if isinstance(rows, (str, Mapping, Identity)):
        raise InputError(
            f"identities: expected a sequence of rows, got {type(rows).__name__}; put it in a list"
        )
    return [_row(given, number) for number, given in enumerate(rows)]


def _row(given: IdentityLike, number: int) -> Identity:
    if isinstance(given, Identity):
        return given
    try:
        return Identity.model_validate(given)
    except ValidationError as error:
        raise InputError(
            f"identities: row {number}: {first_problem(error)}; "
            'expected {"id": "Q42", "name": "…", "aliases": ["…"]}'
        ) from None
