"""A small table that can be read, printed, shown in a notebook or turned into a pandas frame."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, TextIO, overload

from quotex.errors import OptionError
from quotex.write.plain import UNKNOWN, counted, one_line, shorten

if TYPE_CHECKING:
    import pandas as pd

Row = Mapping[str, object]

_WIDEST = 40  # characters of a printed column


@dataclass(frozen=True, slots=True, repr=False)
class Table(Sequence[Row]):
    """Rows, each a dict with the keys in ``columns``; unknown values are None."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Table: ...
    def __getitem__(self, index: int | slice) -> Row | Table:
        if isinstance(index, slice):
            return Table(self.title, self.columns, self.rows[index])
        return self.rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def column(self, name: str) -> list[object]:
        """Return the cells of one column."""
        return [row[name] for row in self.rows]

    def to_pandas(self) -> pd.DataFrame:
        """Return a pandas frame (needs ``pip install quotex[pandas]``).

        Raises:
            OptionError: pandas is not installed.
        """
        try:
            import pandas as pd
        except ImportError as error:
            raise OptionError('a table needs pandas: pip install "quotex[pandas]"') from error
        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def to_csv(self, stream: TextIO) -> None:
        """Write a header and the rows to a text file opened with ``newline=""``."""
        writer = csv.DictWriter(stream, self.columns)
        writer.writeheader()
        writer.writerows(self.rows)

    def __repr__(self) -> str:
        return f"<Table {self.title!r}: {counted(len(self), 'row')}>"

    def __str__(self) -> str:
        cells = [list(self.columns), *([self._cell(row, c) for c in self.columns] for row in self)]
        widths = [max(len(row[n]) for row in cells) for n in range(len(self.columns))]
        lines = [_line(row, widths) for row in cells]
        return "\n".join([self.title, lines[0], "-+-".join("-" * w for w in widths), *lines[1:]])

    def _repr_html_(self) -> str:
        numeric = self._numeric()
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self.columns)
        body = "".join(
            f"<tr>{''.join(_td(self._cell(row, c), c in numeric) for c in self.columns)}</tr>"
            for row in self.rows
        )
        return (
            f'<table class="quotex-table"><caption>{escape(self.title)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _numeric(self) -> frozenset[str]:
        return frozenset(
            name
            for name in self.columns
            if self.rows and all(isinstance(row[name], int | float) for row in self.rows)
        )

    def _cell(self, row: Row, name: str) -> str:
        value = row[name]
        if value is None:
            return UNKNOWN
        return (
            f"{value:.2f}" if isinstance(value, float) else shorten(one_line(str(value)), _WIDEST)
        )


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = [
        cell.rjust(width) if _is_number(cell) else cell.ljust(width)
        for cell, width in zip(cells, widths, strict=True)
    ]
    return " | ".join(padded).rstrip()


def _is_number(cell: str) -> bool:
    return cell.replace(".", "", 1).isdigit()


def _td(cell: str, numeric: bool) -> str:
    align = ' style="text-align: right"' if numeric else ""
    return f"<td{align}>{escape(cell)}</td>"
