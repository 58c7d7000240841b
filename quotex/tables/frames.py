"""Recognises the kind of a table, for every kind that people keep articles in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any

from quotex.errors import InputError
from quotex.records import Article, ExtractionRecord
from quotex.tables.columns import FIELDS
from quotex.tables.frame import EXPECTED, Frame, output_name
from quotex.write.rows import COLUMNS


def frame_of(given: Any) -> Frame:
    """Return a table as a frame.

    Raises:
        InputError: it is not a table of articles.
    """
    library = {base.__module__.partition(".")[0] for base in type(given).__mro__}
    if "pandas" in library or "polars" in library:
        from quotex.tables import pandas, polars

        return pandas.frame(given) if "pandas" in library else polars.frame(given)
    if "pyarrow" in library or hasattr(given, "__arrow_c_stream__"):
        from quotex.tables import arrow

        return arrow.frame(given)
    if isinstance(given, Mapping):
        return _from_columns(given)
    if isinstance(given, (str, bytes, Path, Article, ExtractionRecord)):
        raise InputError(_single_value_message(given))
    if isinstance(given, Iterable):
        return _from_rows(list(given))
    raise InputError(f"a value of type {type(given).__name__} is not a table; {EXPECTED}")


def _single_value_message(given: object) -> str:
    if isinstance(given, (Path, bytes)):
        return f"a value of type {type(given).__name__} is not a table; {EXPECTED}"
    if isinstance(given, ExtractionRecord):
        return "an Extraction is already a result; quotex.to_pandas([extraction]) makes it a table"
    what = "an Article" if isinstance(given, Article) else "one text"
    return f"{what} is not a table; give a list of them, or read one with quotex.load()(…)"


def _from_columns(given: Mapping[Hashable, Any]) -> Frame:
    """Return a dict of columns as a frame."""
    columns = {
        name: list(cells)
        for name, cells in given.items()
        if isinstance(cells, Iterable) and not isinstance(cells, (str, bytes, Mapping))
    }
    if len(columns) < len(given):
        raise InputError("a dict of single values is one article; give a list of such dicts")
    lengths = {name: len(cells) for name, cells in columns.items()}
    if len(set(lengths.values())) > 1:
        listed = ", ".join(f"{name!r}: {length}" for name, length in lengths.items())
        raise InputError(f"the columns differ in length ({listed}); each needs one cell per row")

    def output_like(rows: list[dict[str, Any]], numbers: list[int], others: list[Hashable]) -> Any:
        made: dict[Hashable, list[Any]] = {}
        for name in COLUMNS:
            made[name] = [row[name] for row in rows]
        passing = {output_name(n, made): [columns[n][i] for i in numbers] for n in others}
        return made | passing

    count = next(iter(lengths.values()), 0)
    return Frame(list(columns), count, columns.__getitem__, output_like)


def _from_rows(given: list[Any]) -> Frame:
    """Return a list of dicts, articles or texts as a frame."""
    rows = [_as_row(number, item) for number, item in enumerate(given)]
    names = list(dict.fromkeys(name for row in rows for name in row)) or ["text"]

    def output_like(made: list[dict[str, Any]], numbers: list[int], others: list[Hashable]) -> Any:
        return [
            row | {output_name(name, COLUMNS): rows[number].get(name) for name in others}
            for row, number in zip(made, numbers, strict=True)
        ]

    return Frame(names, len(rows), lambda name: [row.get(name) for row in rows], output_like)


def _as_row(number: int, item: Any) -> Mapping[Any, Any]:
    if isinstance(item, Mapping):
        return item
    if isinstance(item, Article):
        return {name: getattr(item, name) for name in FIELDS}
    if item is None or isinstance(item, (str, float)):
        return {"text": item}
    raise InputError(
        f"item {number} is of type {type(item).__name__}; expected a dict with 'text', an Article "
        "or a text"
    )
