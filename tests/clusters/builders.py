"""Articles for a cluster, and what the local run gives for them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from quotex.batch import BatchReader, Form, Settings

from .killers import LAST_STRAW, Killer

TEXT = "The mayor, Ana Ruiz, said on Tuesday that quay {} was safe. “It will open,” she said."


def articles(*others: str) -> pa.Table:
    """Return a table of short articles, one without a text; ``others`` are the last ones."""
    texts: list[str | None] = [*(TEXT.format(n) for n in range(40)), *others]
    texts[5] = None
    texts[30] = LAST_STRAW
    return pa.table(
        {
            "id": [f"{n:03}" for n in range(len(texts))],
            "body": texts,
            "published": [date(2024, 5, 9)] * len(texts),
            "topic": ["quays"] * len(texts),
            "error": [n / 2 for n in range(len(texts))],
        }
    )


def asked(form: Form, marker: Path | None = None) -> dict[str, Any]:
    """Return what a cluster is asked for; with a marker, a worker is killed midway."""
    return {"text": "body", "form": form, "detector": "rules", "resolver": Killer(marker)}


def local(form: Form) -> list[dict[str, Any]]:
    """Return the rows of a run in this process."""
    made: pa.RecordBatch = BatchReader(Settings.of(**asked(form)))(articles())
    return list(made.to_pylist())


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows by article and place in it."""
    return sorted(rows, key=lambda row: (row["article_id"], row.get("start")))
