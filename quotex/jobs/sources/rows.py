"""Files that consist of rows: JSON Lines and CSV, plain or compressed."""

from __future__ import annotations

import codecs
import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import blake2b
from itertools import chain, islice
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa

from quotex.articles import as_article
from quotex.errors import InputError
from quotex.jobs.sources.compressed import (
    COMPRESSED,
    decompressed,
    ending,
    is_read_error,
    reason_of,
)
from quotex.jobs.sources.source import (
    STANDARD_INPUT,
    Articles,
    BadRow,
    File,
    Part,
    advice,
    check_columns,
    column_of,
    listed,
    missing_fields,
)
from quotex.tables.cells import as_string
from quotex.tables.columns import FIELDS, Columns

OTHERS = "others"
"""The column, in JSON, for all other keys of a JSON Lines object.

If a field of the article has this name, the column is called "input_others".
"""

_DIGEST = 16  # bytes
_OTHER_MARKS = ";\t|,"  # what may separate cells instead of the expected mark
_CHARS_SHOWN = 80  # characters of a line in a message
_MAX_CELL = (1 << 31) - 1  # characters, the most that Windows accepts
_LINES_PEEKED = 1_000  # first lines, in which each required key must occur


class JsonLines(File):
    """JSON Lines: one object per line, with the columns as keys. Empty lines are ignored."""

    def __init__(self, name: str, columns: Columns) -> None:
        super().__init__(name, columns)
        self._keys = {field: column_of(columns, field) for field in FIELDS}
        self._others = f"input_{OTHERS}" if OTHERS in self._keys.values() else OTHERS

    def count(self) -> int | None:
        """Return the number of lines of a plain file, or None if it cannot be read."""
        if self._name == STANDARD_INPUT or Path(self._name).suffix.lower() in COMPRESSED:
            return None
        with suppress(InputError), _opened(self._name) as stream:
            return sum(1 for line in stream if line.strip())
        return None

    def parts(self, size: int) -> Iterator[Part]:
        """Yield the lines in parts.

        Raises:
            InputError: the file cannot be read any further, is one JSON array, or no line has a
                named key.
        """
        row = 0
        with _opened(self._name) as stream:
            lines = _readable((line for line in stream if line.strip()), self._name)
            peeked = list(islice(lines, _LINES_PEEKED))
            self._check_form(peeked)
            self._check_keys(peeked)
            lines = chain(peeked, lines)
            while chunk := list(islice(lines, size)):
                digest = blake2b(b"".join(chunk), digest_size=_DIGEST).hexdigest()
                yield Part(self._name, row, len(chunk), digest, partial(self._read, chunk))
                row += len(chunk)

    def _check_form(self, lines: Sequence[bytes]) -> None:
        """Reject one array of all articles, whose lines would each be a failure."""
        if lines and lines[0].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"["):
            raise InputError(
                f"{self._name}: starts with '[' like a JSON array, expected JSON Lines: one "
                "article, a JSON object, per line; convert it first, for example: jq -c '.[]'"
            )

    def _check_keys(self, lines: Sequence[bytes]) -> None:
        """Reject an input if none of its first lines has a text, or a named key."""
        keys: set[str] = set()
        for line in lines:
            with suppress(InputError):
                keys |= _object(line).keys()
        if keys and (missing := missing_fields(self._columns, keys)):
            field = missing[0]
            raise InputError(
                f"{self._name}: none of the first {len(lines):,} lines has "
                f"{self._keys[field]!r} (their keys: {listed(sorted(keys))}); "
                f"{advice(field, 'key')}"
            )

    def _read(self, lines: Sequence[bytes]) -> Articles:
        names = (*self._keys.values(), self._others)
        cells: dict[str, list[str | None]] = {name: [] for name in names}
        rows, bad_rows = [], []
        for number, line in enumerate(lines):
            values: dict[str, Any] = {}
            try:
                values = _object(line)
                row = self._cells(values)
            except InputError as error:
                id_ = _without_surrogates(_as_string(values.get(self._keys["id"])))
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
            raise InputError(f"the line has no {key!r} (its keys: {listed(values)})")
        named = set(self._keys.values())
        cells = {name: _as_string(values.get(name)) for name in named}
        text = values[key]
        if text is not None and not isinstance(text, str):
            raise InputError(f"the text is a {type(text).__name__}, expected a string")
        others = {key: value for key, value in values.items() if key not in named}
        cells[self._others] = json.dumps(others, ensure_ascii=False) if others else None
        clean = {name: _without_surrogates(cell) for name, cell in cells.items()}
        if clean[key] != text:
            as_article({"text": text})  # a lone surrogate, rejected as in the extractor
        return clean


class Csv(File):
    """CSV with a header line, or TSV if the name ends in ``.tsv``."""

    def count(self) -> int | None:
        """Return None, since a cell may have several lines."""
        return None

    def parts(self, size: int) -> Iterator[Part]:
        """Yield the rows in parts.

        Raises:
            InputError: the file cannot be read any further, or a column is missing or occurs
                twice.
        """
        csv.field_size_limit(_MAX_CELL)
        row = 0
        with _opened(self._name) as stream:
            text = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
            mark = "\t" if ending(Path(self._name)) == ".tsv" else ","
            rows = _readable(csv.reader(text, delimiter=mark), self._name)
            heading = next(rows, None)
            if heading is None:
                raise InputError(f"{self._name}: empty, expected a header line")
            try:
                check_columns(self._columns, heading, _hint(heading, mark))
            except InputError as error:
                raise InputError(f"{self._name}: {error.args[0]}") from None
            read = partial(_read_csv, heading, column_of(self._columns, "id"))
            while chunk := list(islice((r for r in rows if r), size)):
                joined = json.dumps(chunk).encode("utf-8")
                digest = blake2b(joined, digest_size=_DIGEST).hexdigest()
                yield Part(self._name, row, len(chunk), digest, partial(read, chunk))
                row += len(chunk)


def _hint(heading: Sequence[str], mark: str) -> str:
    """Return what to do about a header line that seems to be separated by another mark."""
    other = next((m for m in _OTHER_MARKS if len(heading) == 1 and m in heading[0]), None)
    if other is None:
        return ""
    return (
        f"; the header line seems to be separated by {other!r}, expected {mark!r}: save the file "
        "with commas as .csv, or with tabs as .tsv"
    )


def _read_csv(heading: Sequence[str], id_column: str, given: Sequence[Sequence[str]]) -> Articles:
    cells: dict[str, list[str | None]] = {name: [] for name in heading}
    rows, bad_rows = [], []
    for number, row in enumerate(given):
        if len(row) > len(heading):
            reason = f"{len(row)} cells under {len(heading)} headings; is a text not in quotes?"
            bad_rows.append(BadRow(number, str(InputError(reason))))
            continue
        if not all(map(_is_unicode, row)):
            id_ = as_string(dict(zip(heading, row, strict=False)).get(id_column))
            reason = str(InputError("not UTF-8; convert the file first"))
            bad_rows.append(BadRow(number, reason, id_ if id_ and _is_unicode(id_) else None))
            continue
        rows.append(number)
        for name, cell in zip(heading, [*row, *[""] * (len(heading) - len(row))], strict=True):
            cells[name].append(cell or None)
    return Articles(_strings(cells), rows, bad_rows)


def _is_unicode(cell: str) -> bool:
    """Whether a cell was valid UTF-8; bytes that are not were read as surrogates."""
    return not any("\udc80" <= c <= "\udcff" for c in cell)


def _object(line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line, parse_float=_finite, parse_constant=_finite)
    except UnicodeDecodeError as error:
        raise InputError(f"the line is not UTF-8 (byte {error.start})") from None
    except (ValueError, RecursionError) as error:
        shown = line[:_CHARS_SHOWN].decode("utf-8", "replace").strip()
        raise InputError(f"the line is not JSON ({error}): {shown!r}") from None
    if not isinstance(values, dict):
        raise InputError(f"the line is a {type(values).__name__}, expected a JSON object")
    return values


def _finite(number: str) -> float | None:
    """Return a number, or None for NaN and infinity, which JSON does not have."""
    found = float(number)
    return found if isfinite(found) else None


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
            if not isinstance(error, csv.Error) and not is_read_error(error):
                raise
            place = f" after row {number - 1}" if number else ""
            raise InputError(f"{name}: cannot be read{place} ({reason_of(error)})") from None
        number += 1


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    """Open standard input or a file, which may be compressed."""
    if name == STANDARD_INPUT:
        yield sys.stdin.buffer
    else:
        with decompressed(Path(name)) as stream:
            yield stream
