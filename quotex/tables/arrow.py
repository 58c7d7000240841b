"""Arrow tables and record batches, and objects that can be read as a stream of them."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from quotex.errors import OptionError
from quotex.tables.cells import Unreadable
from quotex.tables.frame import Frame, not_a_table, output_name


def frame(given: Any) -> Frame:
    """Return an Arrow table as a table of articles.

    Raises:
        InputError: it is another kind of Arrow object.
        OptionError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise OptionError('Arrow tables need pyarrow: pip install "quotex[tables]"') from error
    if isinstance(given, pa.RecordBatch):
        given = pa.Table.from_batches([given])
    elif not isinstance(given, pa.Table):
        try:
            given = pa.table(given)
        except Exception as error:
            raise not_a_table(given, "cannot be read as an Arrow table") from error
    table: Any = given

    def output_like(rows: list[dict[str, Any]], numbers: list[int], others: list[Hashable]) -> Any:
        from quotex.write.frames import arrow_table

        made = arrow_table(rows)
        chosen = [n for n, name in enumerate(table.column_names) if name in others]
        passing = table.select(chosen).take(pa.array(numbers, pa.int64()))
        for name, column in zip(passing.column_names, passing.columns, strict=True):
            made = made.append_column(str(output_name(name, made.column_names)), column)
        return made

    return Frame(
        list(table.column_names), table.num_rows, lambda n: cells_of(table[n]), output_like
    )


def cells_of(column: Any) -> list[Any]:
    """Return the cells of a column as Python values; cells that have none are ``Unreadable``."""
    try:
        cells: list[Any] = column.to_pylist()
    except Exception:  # noqa: BLE001  # a time before year 1, bytes that are not UTF-8
        return [_cell(scalar) for scalar in column]
    return cells


def _cell(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except UnicodeDecodeError as error:
        return Unreadable(f"not UTF-8 (byte 0x{error.object[error.start]:02x} at {error.start})")
    except Exception as error:  # noqa: BLE001  # Arrow raises many kinds
        return Unreadable(f"not a Python value ({' '.join(str(error).split())[:100]})")
