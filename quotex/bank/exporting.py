"""Exports a bank: JSON Lines with one article per line, or Parquet with one row per quotation."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, TextIO

from quotex.bank.reading import records
from quotex.errors import InputError, OptionError
from quotex.records import ExtractionRecord
from quotex.write.files import atomic_write
from quotex.write.rows import rows

_PER_ROW_GROUP = 1_000  # articles per row group


def write_json_lines(connection: sqlite3.Connection, stream: TextIO) -> int:
    """Write one article per line, and return how many there are."""
    count = 0
    for record in records(connection):
        stream.write(json.dumps(record, ensure_ascii=False) + "\n")
        count += 1
    return count


def export(connection: sqlite3.Connection, path: Path) -> int:
    """Write all articles to a file and return how many there are; on failure no file is left.

    Raises:
        InputError: the name ends neither in .jsonl nor in .parquet.
        OptionError: pyarrow is not installed.
    """
    form = path.suffix.lower()
    if form not in {".jsonl", ".ndjson", ".parquet"}:
        raise InputError(f"{path}: expected a name that ends in .jsonl or .parquet")
    with atomic_write(path) as stream:
        if form == ".parquet":
            return _write_parquet(connection, stream)
        text = io.TextIOWrapper(stream, encoding="utf-8", newline="\n")
        count = write_json_lines(connection, text)
        text.detach()  # all is written, and the file stays open
        return count


def _write_parquet(connection: sqlite3.Connection, stream: BinaryIO) -> int:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise OptionError('Parquet needs pyarrow: pip install "quotex[tables]"') from error
    from quotex.write.frames import arrow_schema

    schema = arrow_schema().append(pa.field("speaker_id", pa.string()))
    identities = dict(
        connection.execute("SELECT name, identity FROM speakers WHERE identity IS NOT NULL")
    )
    count = 0
    with pq.ParquetWriter(stream, schema) as writer:
        for group in _groups(records(connection)):
            read = [ExtractionRecord.model_validate(record) for record in group]
            made = [{**row, "speaker_id": identities.get(row["speaker"])} for row in rows(read)]
            writer.write_table(pa.Table.from_pylist(made, schema=schema))
            count += len(read)
    return count


def _groups(given: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    left = iter(given)
    while group := list(islice(left, _PER_ROW_GROUP)):
        yield group
