"""Files that consist of rows: JSON Lines and CSV, plain or compressed."""

from __future__ import annotations

import csv
import gzip
import io
import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyarrow as pa

from quotex.errors import InputError, OptionError
from quotex.jobs.sources.source import COMPRESSED, STANDARD_INPUT, Articles, BadRow, File, Part
from quotex.tables.columns import FIELDS, Columns

OTHERS = "others"
"""The column, in JSON, for all other keys of a JSON Lines object."""

_DIGEST = 16  # bytes
_READ_ERRORS = (OSError, EOFError, zlib.error, csv.Error)
_CHARS_SHOWN = 80  # characters of a line in a message
_KEYS_SHOWN = 12  # keys in a message
_LINES_PEEKED = 1_000  # first lines, in which each required key must occur


class JsonLines(File):
    """JSON Lines: one object per line, with the columns as keys. Empty lines are ignored."""

    def __init__(self, name: str, columns: Columns) -> None:
        super().__init__(name, columns)
        self._keys = {f: getattr(columns, f) or f for f in FIELDS}

    def count(self) -> int | None:
        """Return the number of lines of a plain file."""
        if self._name == STANDARD_INPUT or Path(self._name).suffix.lower() in COMPRESSED:
            return None
        with _opened(self._name) as stream:
            return sum(1 for line in stream if line.strip())

    def parts(self, size: int) -> Iterator[Part]:
        """Yield the lines in parts.

        Raises:
            InputError: the file cannot be read any further, or no line has a named key.
        """
        row = 0
        with _opened(self._name) as stream:
            lines = _readable((line for line in stream if line.strip()), self._name)
            peeked = list(islice(lines, _LINES_PEEKED))
            self._check_keys(peeked)
            lines = chain(peeked, lines)
            while chunk := list(islice(lines, size)):
                digest = blake2b(b"".join(chunk), digest_size=_DIGEST).hexdigest()
                yield Part(self._name, row, len(chunk), digest, partial(self._read, chunk))
                row += len(chunk)

    def _check_keys(self, lines: Sequence[bytes]) -> None:
        """Reject an input if none of its first lines has a text, or a named key."""
        keys: set[str] = set()
        for line in lines:
            with suppress(InputError):
                keys |= _object(line).keys()
        for field in FIELDS:
            is_needed = field == "text" or getattr(self._columns, field) is not None
            if keys and is_needed and self._keys[field] not in keys:
                listed = ", ".join(map(repr, sorted(keys)[:_KEYS_SHOWN]))
                raise InputError(
                    f"{self._name}: none of the first {len(lines):,} lines has "
                    f"{self._keys[field]!r} (their keys: {listed}); say which key has the "
                    f"articles' {field}"
                )

    def _read(self, lines: Sequence[bytes]) -> Articles:
        cells: dict[str, list[str | None]] = {name: [] for name in (*self._keys.values(), OTHERS)}
        rows, bad_rows = [], []
        for number, line in enumerate(lines):
            values: dict[str, Any] = {}
            try:
                values = _object(line)
                row = self._cells(values)
            except InputError as error:
                id_ = _as_string(values.get(self._keys["id"]))
                bad_rows.append(BadRow(number, str(error), id_))
                continue
            rows.append(number)
            for name, column in cells.items():
                column.append(row[name])
        return Articles(_strings(cells), rows, bad_rows)

    def _cells(self, values: dict[str, Any]) -> dict[str, str | None]:
        """Return the cells of a line; a missing key other than ``text`` gives an empty cell."""
        key = self._keys["text"]
        if key not in values:
            listed = ", ".join(map(repr, list(values)[:_KEYS_SHOWN])) or "none"
            raise InputError(f"the line has no {key!r} (its keys: {listed})")
        named = set(self._keys.values())
        cells = {name: _as_string(values.get(name)) for name in named}
        text = values[key]
        if text is not None and not isinstance(text, str):
            raise InputError(f"the text is a {type(text).__name__}, expected a string")
        others = {key: value for key, value in values.items() if key not in named}
        cells[OTHERS] = json.dumps(others, ensure_ascii=False) if others else None
        return {name: _without_surrogates(cell) for name, cell in cells.items()}


class Csv(File):
    """CSV with a header line, or TSV if the name ends in ``.tsv``."""

    def count(self) -> int | None:
        """Return None, since a cell may have several lines."""
        return None

    def parts(self, size: int) -> Iterator[Part]:
        """Yield the rows in parts.

        Raises:
            InputError: the file cannot be read any further, or has no column of texts.
        """
        csv.field_size_limit(sys.maxsize)
        row = 0
        with _opened(self._name) as stream:
            text = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
            mark = "\t" if ".tsv" in self._name.lower() else ","
            rows = _readable(csv.reader(text, delimiter=mark), self._name)
            heading = next(rows, None)
            if heading is None:
                raise InputError(f"{self._name}: empty, expected a header line")
            try:
                self._columns.found_in(heading)
            except InputError as error:
                raise InputError(f"{self._name}: {error.args[0]}") from None
            while chunk := list(islice((r for r in rows if r), size)):
                joined = json.dumps(chunk).encode("utf-8")
                digest = blake2b(joined, digest_size=_DIGEST).hexdigest()
                yield Part(self._name, row, len(chunk), digest, partial(_read_csv, heading, chunk))
                row += len(chunk)


def _read_csv(heading: Sequence[str], given: Sequence[Sequence[str]]) -> Articles:
    cells: dict[str, list[str | None]] = {name: [] for name in heading}
    rows, bad_rows = [], []
    for number, row in enumerate(given):
        if len(row) > len(heading):
            reason = f"{len(row)} cells under {len(heading)} headings; is a text not in quotes?"
            bad_rows.append(BadRow(number, str(InputError(reason))))
            continue
        if any("\udc80" <= c <= "\udcff" for cell in row for c in cell):
            bad_rows.append(BadRow(number, str(InputError("not UTF-8; convert the file first"))))
            continue
        rows.append(number)
        for name, cell in zip(heading, [*row, *[""] * (len(heading) - len(row))], strict=True):
            cells[name].append(cell or None)
    return Articles(_strings(cells), rows, bad_rows)


def _object(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line)
    except UnicodeDecodeError as error:
        raise InputError(f"the line is not UTF-8 (byte {error.start})") from None
    except (ValueError, RecursionError) as error:
        shown = line[:_CHARS_SHOWN].decode("utf-8", "replace").strip()
        raise InputError(f"the line is not JSON ({error}): {shown!r}") from None
    if not isinstance(values, dict):
        raise InputError(f"the line is a {type(values).__name__}, expected a JSON object")
    return values


def _as_string(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)


def _without_surrogates(cell: str | None) -> str | None:
    """Return a cell that can be written as UTF-8, with replacement characters for surrogates."""
    if cell is None:
        return None
    return cell.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _strings(cells: dict[str, list[str | None]]) -> pa.RecordBatch:
    columns = {name: pa.array(column, pa.large_string()) for name, column in cells.items()}
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


def _readable(rows: Iterable[Any], name: str) -> Iterator[Any]:
    """Yield the rows of an input, with its own errors reported in one line."""
    found, number = iter(rows), 0
    while True:
        try:
            yield next(found)
        except StopIteration:
            return
        except Exception as error:
            if not isinstance(error, _READ_ERRORS) and type(error).__name__ != "ZstdError":
                raise
            reason = f"cannot be read after row {number - 1}" if number else "cannot be read"
            raise InputError(f"{name}: {reason} ({error})") from None
        number += 1


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """Open standard input or a file, decompressing it according to its ending."""
    if name == STANDARD_INPUT:
        yield sys.stdin.buffer
        return
    path = Path(name)
    try:
        if path.suffix.lower() == ".gz":
            with gzip.open(path) as stream:
                yield cast("BinaryIO", stream)
        elif path.suffix.lower() in {".zst", ".zstd"}:
            unpacked = _zstandard().ZstdDecompressor()
            with path.open("rb") as packed, unpacked.stream_reader(packed) as stream:
                yield io.BufferedReader(stream)
        else:
            with path.open("rb") as stream:
                yield stream
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror or error})") from None


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise OptionError(
            'files that end in .zst need zstandard: pip install "quotex[tables]"'
        ) from None
    return zstandard
