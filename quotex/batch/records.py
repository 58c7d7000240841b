"""Converts extractions to Arrow and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from quotex.batch.schema import ARTICLES_SCHEMA, QUOTATIONS_SCHEMA
from quotex.records import SCHEMA_VERSION
from quotex.records.sharing import without_repeated_mentions
from quotex.result import Extraction
from quotex.write.rows import rows


def article_rows(extractions: Iterable[Extraction]) -> pa.RecordBatch:
    """Return one row for each extraction, with ``ARTICLES_SCHEMA``."""
    return pa.RecordBatch.from_pylist([_row(e) for e in extractions], schema=ARTICLES_SCHEMA)


def quotation_rows(extractions: Sequence[Extraction]) -> tuple[pa.RecordBatch, list[int]]:
    """Return one row for each quotation, with ``QUOTATIONS_SCHEMA``.

    Also return the number of the extraction that each row belongs to.
    """
    batch = pa.RecordBatch.from_pylist(list(rows(extractions)), schema=QUOTATIONS_SCHEMA)
    return batch, [n for n, extraction in enumerate(extractions) for _ in extraction.quotations]


def extractions_of(batch: pa.RecordBatch | pa.Table) -> Iterator[Extraction]:
    """Yield the extractions of rows that a reader wrote in the form "articles".

    Raises:
        ValidationError: a row is not an extraction.
    """
    for row in batch.select(ARTICLES_SCHEMA.names).to_pylist():
        del row["article_id"]
        row["quotations"] = row["quotations"] or ()
        if row["made_by"] is not None:
            row["made_by"]["models"] = {m["task"]: m["name"] for m in row["made_by"]["models"]}
            row["made_by"]["options"] = json.loads(row["made_by"]["options"])
        yield Extraction.model_validate(row)


def _row(extraction: Extraction) -> dict[str, Any]:
    written = extraction.model_copy(
        update={"quotations": tuple(without_repeated_mentions(extraction))}
    )
    row = written.model_dump(by_alias=True)
    made_by = row["made_by"]
    if made_by is not None:
        made_by["models"] = [{"task": t, "name": n} for t, n in sorted(made_by["models"].items())]
        made_by["options"] = json.dumps(made_by["options"], ensure_ascii=False, sort_keys=True)
    return {**row, "article_id": extraction.article.id, "schema_version": SCHEMA_VERSION}
