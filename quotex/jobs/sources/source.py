"""What an input is to a job: rows, cut into parts.

A part knows its rows as they stand in the input and a digest of them; only when it is read are
they made a record batch of articles, so that what is done already is passed over quickly.
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
class NoRow:
    """A row that is no article at all: its place among the rows of its part, and the reason.

    ``id`` is the article's, where the row tells it.
    """

    row: int
    reason: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Articles:
    """The articles of a part: ``rows`` are the places that those of ``batch`` had in the part."""

    batch: pa.RecordBatch
    rows: Sequence[int]
    no_rows: Sequence[NoRow] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of one input: ``row`` is the number of the first, ``digest`` that of their bytes."""

    input: str
    row: int
    rows: int
    digest: str
    read: Callable[[], Articles]


class Input(Protocol):
    """One file, folder or stream of articles."""

    @property
    def name(self) -> str:
        """How messages and the manifest name it."""
        ...

    def count(self) -> int | None:
        """Return the number of its rows, None where only reading it would tell."""
        ...

    def about(self) -> dict[str, Any]:
        """Return what the manifest says of it, once it has been read: bytes and their SHA-256."""
        ...

    def parts(self, size: int) -> Iterator[Part]:
        """Yield its rows in parts of ``size``, the last one shorter.

        Raises:
            InputError: it cannot be read any further.
        """
        ...


class File:
    """What every input that is a file, or standard input, says of itself."""

    def __init__(self, name: str, columns: Columns) -> None:
        self._name = name
        self._columns = columns

    @property
    def name(self) -> str:
        """The path, or "-"."""
        return self._name

    def about(self) -> dict[str, Any]:
        """Return the size of the file and the SHA-256 of its bytes; nothing of standard input."""
        path = Path(self._name)
        if self._name == STANDARD_INPUT or not path.is_file():
            return {}
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return {"bytes": path.stat().st_size, "sha256": digest}
