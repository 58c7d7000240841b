"""Which column of a table holds which field of an article."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields

from quotex.errors import InputError

_MAX_SHOWN = 12  # columns of a table that a message lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The name of the column for each field of an article; by default the field's own name.

    Only ``text`` is required, and any column that is named here. All other columns of a table pass
    through to the output.
    """

    text: Hashable | None = None
    id: Hashable | None = None
    published: Hashable | None = None
    title: Hashable | None = None
    url: Hashable | None = None
    publisher: Hashable | None = None

    def found_in(self, names: Sequence[Hashable]) -> dict[str, Hashable]:
        """Return the column of each field that is found in a table with these columns.

        Raises:
            InputError: a named column or the one for ``text`` is missing, or two columns have the
                same name.
        """
        found: dict[str, Hashable] = {}
        for field in FIELDS:
            given = getattr(self, field)
            column = field if given is None else given
            if column in names:
                if names.count(column) > 1:
                    raise InputError(
                        f"the table has {names.count(column)} columns called {column!r}; "
                        "rename all but one of them"
                    )
                found[field] = column
            elif given is not None or field == "text":
                raise InputError(_no_column(field, column, names))
        _check_distinct(found)
        return found


FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Columns))
"""The fields of an article that a table may have, ``text`` first."""


def _check_distinct(found: Mapping[str, Hashable]) -> None:
    by_column: dict[Hashable, str] = {}
    for field, column in found.items():
        if column in by_column:
            raise InputError(
                f"the column {column!r} is given for both {by_column[column]} and {field}; "
                "each needs its own column"
            )
        by_column[column] = field


def _no_column(field: str, column: Hashable, names: Sequence[Hashable]) -> str:
    listed = ", ".join(repr(name) for name in names[:_MAX_SHOWN]) or "none"
    more = f" and {len(names) - _MAX_SHOWN} more" if len(names) > _MAX_SHOWN else ""
    example = next((n for n in names if isinstance(n, str)), "body")
    return (
        f"no column {column!r} in the table (its columns: {listed}{more}); say which column is the "
        f"articles' {field}, for example {field}={example!r}"
    )
