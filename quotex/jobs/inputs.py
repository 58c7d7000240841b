"""What a job reads: files of rows and folders of articles, cut into parts.

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

from quotex.errors import InputError
from quotex.tables.columns import Columns

STANDARD_INPUT = "-"
COMPRESSED = frozenset({".gz", ".zst", ".zstd"})


@dataclass(frozen=True, slots=True)
class NoRow:
    """A row that is no article at all: its place among the rows of its part, and the reason."""

    row: int
    reason: str


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


def inputs_of(names: Sequence[str], columns: Columns, max_chars: int) -> list[Input]:
    """Return the inputs that paths name: by their endings JSON Lines, Parquet or CSV, or folders.

    Raises:
        InputError: there is no such file, or its ending names no form that is read.
    """
    return [_input_of(name, columns, max_chars) for name in names]


def _input_of(name: str, columns: Columns, max_chars: int) -> Input:
    from quotex.jobs.folders import Folder
    from quotex.jobs.rows import Csv, JsonLines
    from quotex.jobs.tables import Parquet

    if name == STANDARD_INPUT:
        return JsonLines(name, columns)
    path = Path(name)
    if path.is_dir():
        return Folder(path, max_chars)
    if not path.exists():
        raise InputError(f"{name}: there is no such file or folder")
    ending = _ending(path)
    kinds: dict[str, Any] = {
        ".jsonl": JsonLines,
        ".ndjson": JsonLines,
        ".json": JsonLines,
        ".csv": Csv,
        ".tsv": Csv,
        ".parquet": Parquet,
    }
    if ending in kinds:
        found: Input = kinds[ending](name, columns)
        return found
    if ending in {".txt", ".html", ".htm"}:
        raise InputError(
            f"{name}: one article; give the folder that it stands in, or use quotex extract"
        )
    listed = ", ".join(kinds)
    raise InputError(
        f"{name}: expected one of {listed} (also with {' or '.join(sorted(COMPRESSED))} behind "
        "it), a folder of .txt and .html files, or - for JSON Lines from standard input"
    )


def about_file(name: str) -> dict[str, Any]:
    """Return the size of a file and the SHA-256 of its bytes; nothing of standard input."""
    path = Path(name)
    if name == STANDARD_INPUT or not path.is_file():
        return {}
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}


def _ending(path: Path) -> str:
    """Return what the name of a file says of its form, its compression left out."""
    endings = [suffix.lower() for suffix in path.suffixes]
    if endings and endings[-1] in COMPRESSED:
        endings.pop()
    return endings[-1] if endings else ""
