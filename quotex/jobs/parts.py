"""The files of parts: their content, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from quotex.batch.records import extractions_of
from quotex.batch.schema import ARTICLES_SCHEMA
from quotex.jobs.files import atomic_write

FileFormat = Literal["parquet", "jsonl"]


def part_name(part: int, form: FileFormat) -> str:
    """Return the name of a part's file: "part-000017.parquet"."""
    return f"part-{part:06d}.{form}"


def write_part(path: Path, batches: Sequence[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write a part, completely or not at all, in the format given by the ending of its path."""
    table = pa.Table.from_batches(batches, schema)
    with atomic_write(path) as stream:
        if path.suffix == ".parquet":
            pq.write_table(table, stream, compression="zstd")
        else:
            for line in _lines(table):
                stream.write(json.dumps(line, ensure_ascii=False, default=_as_json).encode())
                stream.write(b"\n")


def _lines(table: pa.Table) -> list[dict[str, Any]]:
    """Return the JSON Lines objects: extractions as in ``to_dict``, or flat rows of quotations."""
    if "quotations" not in table.schema.names:
        rows: list[dict[str, Any]] = table.to_pylist()
        return rows
    others = [name for name in table.schema.names if name not in ARTICLES_SCHEMA.names]
    passing = table.select(others).to_pylist() if others else [{}] * table.num_rows
    return [
        extraction.to_dict() | other
        for extraction, other in zip(extractions_of(table), passing, strict=True)
    ]


def _as_json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
