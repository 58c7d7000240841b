"""Which column of a table holds what of an article."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields

from quotex.errors import InputError

_SHOWN = 12  # so many of a table's columns are listed in a message


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The name of the column for each field of an article; by default the field's own name.

    Only ``text`` must be there. A column that is named here must be there, too. All other columns
    of a table pass through to the output.
    """

    text: Hashable | None = None
    id: Hashable | None = None
    published: Hashable | None = None
    title: Hashable | None = None
    url: Hashable | None = None
    publisher: Hashable | None = None

    def found_in(self, names: Sequence[Hashable]) -> dict[str, Hashable]:
        """Return the column of each field that a table with these columns has.

        Raises:
            InputError: a column that was named is not there, there is none for ``text``, or two
                of them have one name.
        """
        found: dict[str, Hashable] = {}
        for field in FIELDS:
            given = getattr(self, field)
            column = field if given is None else given
            if column in names:
                if names.count(column) > 1:
                    raise InputError(
                        f"the table has {names.count(column)} columns called {column!r}; "
                        "rename all but one"
                    )
                found[field] = column
            elif given is not None or field == "text":
                raise InputError(_no_column(field, column, names))
        _check_apart(found)
        return found


FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Columns))
"""What a table may tell of an article, ``text`` first."""


def _check_apart(found: Mapping[str, Hashable]) -> None:
    by_column: dict[Hashable, str] = {}
    for field, column in found.items():
        if column in by_column:
            raise InputError(
                f"the column {column!r} is named for {by_column[column]} and for {field}; "
                "each needs a column of its own"
            )
        by_column[column] = field


def _no_column(field: str, column: Hashable, names: Sequence[Hashable]) -> str:
    listed = ", ".join(repr(name) for name in names[:_SHOWN]) or "none"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    example = next((n for n in names if isinstance(n, str)), "body")
    return (
        f"no column {column!r} in the table (its columns: {listed}{more}); say which column is the "
        f"articles' {field}, for example {field}={example!r}"
    )
