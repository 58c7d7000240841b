"""Finds the inputs for paths: files of rows, and folders of articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quotex.errors import InputError
from quotex.jobs.sources.compressed import COMPRESSED, ending
from quotex.jobs.sources.folders import ARTICLE_ENDINGS, Folder
from quotex.jobs.sources.rows import Csv, JsonLines
from quotex.jobs.sources.source import STANDARD_INPUT, Input
from quotex.jobs.sources.tables import Parquet
from quotex.read.files import encodable
from quotex.tables.columns import Columns


def inputs_of(names: Sequence[str], columns: Columns, max_chars: int) -> list[Input]:
    """Return the inputs for paths: folders, or by their endings JSON Lines, Parquet or CSV files.

    Raises:
        InputError: a file does not exist, its ending is not that of a known format, or its name is
            not UTF-8.
    """
    return [_input_of(name, columns, max_chars) for name in names]


def _input_of(name: str, columns: Columns, max_chars: int) -> Input:
    if name == STANDARD_INPUT:
        return JsonLines(name, columns)
    if (shown := encodable(name)) != name:
        raise InputError(f"{shown}: a name that is not UTF-8, expected one that is; rename it")
    path = Path(name)
    if path.is_dir():
        return Folder(path, max_chars)
    if not path.exists():
        raise InputError(f"{name}: no such file or folder")
    end = ending(path)
    kinds: dict[str, Any] = {
        ".jsonl": JsonLines,
        ".ndjson": JsonLines,
        ".json": JsonLines,
        ".csv": Csv,
        ".tsv": Csv,
        ".parquet": Parquet,
    }
    if end in kinds:
        found: Input = kinds[end](name, columns)
        return found
    if end in ARTICLE_ENDINGS:
        raise InputError(f"{name}: a single article; give its folder, or use quotex extract")
    listed = ", ".join(kinds)
    raise InputError(
        f"{name}: expected one of {listed} (optionally followed by "
        f"{' or '.join(sorted(COMPRESSED))}), a folder of .txt and .html files, or - for JSON "
        "Lines from standard input"
    )
