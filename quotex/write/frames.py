"""Writes the flat rows as pandas, polars and Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal

from quotex.errors import OptionError
from quotex.write.rows import COLUMNS, rows

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from quotex.records import ExtractionRecord

CellType = Literal["text", "date", "integer", "float", "boolean", "texts", "offsets"]

_NUMBERS = {"start": "int64", "end": "int64", "confidence": "float64"}  # in pandas
_NOT_TEXT: dict[str, CellType] = {
    "published": "date",
    "start": "integer",
    "end": "integer",
    "speaker_named": "boolean",
    "date_from": "date",
    "date_to": "date",
    "venues": "texts",
    "confidence": "float",
    "content_spans": "offsets",
    "cue_spans": "offsets",
    "source_spans": "offsets",
}
TYPES: dict[str, CellType] = {name: _NOT_TEXT.get(name, "text") for name in COLUMNS}
"""The type of the cells in each column."""


def to_pandas(extractions: Iterable[ExtractionRecord]) -> pd.DataFrame:
    """Return the rows as a pandas data frame, which has all columns even without rows.

    Columns other than numbers have the dtype ``object``, so dates stay ``datetime.date`` and
    unknown values stay None.

    Raises:
        OptionError: pandas is not installed.
    """
    return pandas_frame(rows(extractions))


def pandas_frame(made: Iterable[dict[str, object]]) -> pd.DataFrame:
    """Return rows as a pandas data frame.

    Raises:
        OptionError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise OptionError('to_pandas needs pandas: pip install "quotex[pandas]"') from error
    return pd.DataFrame(list(made), columns=list(COLUMNS), dtype=object).astype(_NUMBERS)


def to_polars(extractions: Iterable[ExtractionRecord]) -> pl.DataFrame:
    """Return a polars data frame with one row per quotation and the columns of ``to_pandas``.

    Days have the type Date; ``venues`` is a list of strings and each ``*_spans`` a list of
    ``[start, end]``. Unknown values are null.

    Raises:
        OptionError: polars is not installed.
    """
    return polars_frame(rows(extractions))


def polars_frame(made: Iterable[dict[str, object]]) -> pl.DataFrame:
    """Return rows as a polars data frame.

    Raises:
        OptionError: polars is not installed.
    """
    try:
        import polars as pl
    except ImportError as error:
        raise OptionError('to_polars needs polars: pip install "quotex[polars]"') from error
    types: dict[CellType, Any] = {
        "text": pl.String(),
        "date": pl.Date(),
        "integer": pl.Int64(),
        "float": pl.Float64(),
        "boolean": pl.Boolean(),
        "texts": pl.List(pl.String()),
        "offsets": pl.List(pl.List(pl.Int64())),
    }
    listed = list(made)
    cells = {name: [_cell(name, row[name]) for row in listed] for name in COLUMNS}
    return pl.DataFrame(cells, schema={name: types[TYPES[name]] for name in COLUMNS})


def arrow_table(made: Iterable[dict[str, object]]) -> pa.Table:
    """Return rows as an Arrow table."""
    import pyarrow as pa

    return pa.Table.from_pylist(list(made), schema=arrow_schema())


def arrow_schema() -> pa.Schema:
    """Return the Arrow schema of the rows."""
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "date": pa.date32(),
        "integer": pa.int32(),
        "float": pa.float64(),
        "boolean": pa.bool_(),
        "texts": pa.list_(pa.string()),
        "offsets": pa.list_(pa.list_(pa.int32())),
    }
    return pa.schema([(name, types[TYPES[name]]) for name in COLUMNS])


def _cell(name: str, value: Any) -> Any:
    return [list(span) for span in value] if TYPES[name] == "offsets" else value
