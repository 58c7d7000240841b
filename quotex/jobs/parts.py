"""The files of parts: their content, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from quotex.batch.records import extractions_of
from quotex.batch.schema import ARTICLES_SCHEMA
from quotex.write.files import atomic_write

FileFormat = Literal["parquet", "jsonl"]

PART_NUMBER = r"(?:[0-9]{6}|[1-9][0-9]{6,})"
PART_NAME = rf"part-{PART_NUMBER}\.(?:parquet|jsonl)"
"""A regular expression for the names of parts."""


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
                stream.write(_strict_json(line).encode() + b"\n")


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


def _strict_json(line: dict[str, Any]) -> str:
    """Return a line as JSON, with null for numbers that JSON does not have."""
    try:
        return _json(line)
    except ValueError:
        return _json(_finite(line))


def _json(line: Any) -> str:
    return json.dumps(line, ensure_ascii=False, allow_nan=False, default=_as_json)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(item) for item in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _as_json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
