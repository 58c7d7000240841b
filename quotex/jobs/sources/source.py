"""An input as a job sees it: rows, split into parts.

A part knows its rows as they are in the input, and their digest. They are turned into a record
batch of articles only when the part is read, so that finished parts can be skipped quickly.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from quotex.tables.columns import Columns

STANDARD_INPUT = "-"
COMPRESSED = frozenset({".gz", ".zst", ".zstd"})


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
        """Return the file's size and the SHA-256 of its bytes, or nothing for standard input."""
        path = Path(self._name)
        if self._name == STANDARD_INPUT or not path.is_file():
            return {}
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return {"bytes": path.stat().st_size, "sha256": digest}
