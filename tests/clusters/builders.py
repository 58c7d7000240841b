"""Articles for a cluster, and the results of a local run on them."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset

from quotex.batch import BatchReader, Form, Settings
from tests.conftest import ROOT

from .killers import TRIGGER, Killer

TEXT = "The mayor, Ana Ruiz, said on Tuesday that quay {} was safe. “It will open,” she said."


def articles(*others: str) -> pa.Table:
    """Return a table of short articles, one without text, with ``others`` at the end."""
    texts: list[str | None] = [*(TEXT.format(n) for n in range(40)), *others]
    texts[5] = None
    texts[30] = TRIGGER
    return pa.table(
        {
            "id": [f"{n:03}" for n in range(len(texts))],
            "body": texts,
            "published": [date(2024, 5, 9)] * len(texts),
            "topic": ["quays"] * len(texts),
            "error": [n / 2 for n in range(len(texts))],
        }
    )


def options(form: Form, marker: Path | None = None) -> dict[str, Any]:
    """Return the arguments for a cluster; with a marker, a worker is killed midway."""
    return {"text": "body", "form": form, "detector": "rules", "resolver": Killer(marker)}


def local(form: Form) -> list[dict[str, Any]]:
    """Return the rows of a run in this process."""
    batch: pa.RecordBatch = BatchReader(Settings.of(**options(form)))(articles())
    return list(batch.to_pylist())


def documented_code(engine: str, folder: Path) -> str:
    """Return the code that the page on clusters shows for an engine, with its paths in a folder.

    It reads articles.parquet with the rules and writes the form "quotations".
    """
    page = (ROOT / "docs" / "clusters.md").read_text("utf-8")
    [code] = [c for c in re.findall(r"```py\n(.*?)```", page, re.DOTALL) if f"s.{engine} " in c]
    return re.sub(r'"(articles\.parquet|quotations)"\)', rf'"{folder}/\1")', code)


def written(folder: Path) -> list[dict[str, Any]]:
    """Return the rows that the page's code wrote to a folder, in order."""
    dataset = pa.dataset.dataset(folder / "quotations", format="parquet")
    return in_order(dataset.to_table().to_pylist())


def documented_local_rows() -> list[dict[str, Any]]:
    """Return the rows of a run in this process with the arguments used on the page."""
    reader = BatchReader(Settings.of(text="body", form="quotations", detector="rules"))
    batch: pa.RecordBatch = reader(articles())
    return list(batch.to_pylist())


def in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows sorted by article and position in it."""
    return sorted(rows, key=lambda row: (row["article_id"], row.get("start")))
