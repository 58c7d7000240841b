"""An input as a job sees it: rows, split into parts.

A part knows its rows as they are in the input, and their digest. They are turned into a record
batch of articles only when the part is read, so that finished parts can be skipped quickly.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from quotex.errors import InputError
from quotex.tables.columns import FIELDS, Columns

STANDARD_INPUT = "-"
_NAMES_SHOWN = 12  # columns or keys in a message


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not an article at all: its place among the rows of its part, and the reason.

    ``id`` is the article's, if the row has one.
    """

    row: int
    reason: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a part; ``rows`` has the place in the part of each row of ``batch``."""

    batch: pa.RecordBatch
    rows: Sequence[int]
    bad_rows: Sequence[BadRow] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one input; ``row`` is the number of the first, ``digest`` a hash of the rows."""

    input: str
    row: int
    rows: int
    digest: str
    read: Callable[[], Articles]


class Input(Protocol):
    """One file, folder or stream of articles."""

    @property
    def name(self) -> str:
        """Its name in messages and in the manifest."""
        ...

    def count(self) -> int | None:
        """Return the number of its rows, or None if finding out means reading it."""
        ...

    def about(self) -> dict[str, Any]:
        """Return what the manifest says about it once it has been read: its size and SHA-256."""
        ...

    def parts(self, size: int) -> Iterator[Part]:
        """Yield its rows in parts of ``size``; the last one may be shorter.

        Raises:
            InputError: it cannot be read any further.
        """
        ...


class File:
    """The common base of inputs that are files or standard input."""

    def __init__(self, name: str, columns: Columns) -> None:
        self._name = name
        self._columns = columns

    @property
    def name(self) -> str:
        """The path, or "-"."""
        return self._name

    def about(self) -> dict[str, Any]:
        """Return the file's size and the SHA-256 of its bytes, or nothing where there are none."""
        path = Path(self._name)
        if self._name == STANDARD_INPUT or not path.is_file():
            return {}
        try:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
        except OSError:  # it was already reported when its rows were read
            return {}
        return {"bytes": path.stat().st_size, "sha256": digest}


def check_columns(columns: Columns, names: Sequence[str], hint: str = "") -> None:
    """Reject a table that lacks a column or has two with the same name.

    ``hint`` is added to the message if a column is missing.

    Raises:
        InputError: a named column or the one for ``text`` is missing, one column is given for two
            fields, or two columns have the same name.
    """
    if missing := missing_fields(columns, names):
        field = missing[0]
        raise InputError(
            f"no column {column_of(columns, field)!r} in the table (its columns: "
            f"{listed(names)}); {advice(field, 'column')}{hint}"
        )
    columns.found_in(names)
    for name, count in Counter(names).items():
        if count > 1:
            raise InputError(
                f"the table has {count} columns called {name!r}; rename all but one of them"
            )


def missing_fields(columns: Columns, names: Collection[str]) -> list[str]:
    """Return the fields whose columns are needed, but not among ``names``."""
    return [
        field
        for field in FIELDS
        if (field == "text" or getattr(columns, field) is not None)
        and column_of(columns, field) not in names
    ]


def column_of(columns: Columns, field: str) -> str:
    """Return the name of the column for a field."""
    given = getattr(columns, field)
    return field if given is None else str(given)


def listed(names: Collection[str]) -> str:
    """Return the names of columns or keys for a message."""
    shown = ", ".join(map(repr, list(names)[:_NAMES_SHOWN])) or "none"
    more = len(names) - _NAMES_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def advice(field: str, kind: str) -> str:
    """Return what to do about a missing column or key, for a message."""
    return f"name the {kind} with the articles' {field} with --{field}-column"
