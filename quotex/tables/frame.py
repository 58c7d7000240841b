"""A table of articles from any library."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotex.errors import InputError
from quotex.tables.columns import Columns

EXPECTED = (
    "expected a pandas or polars data frame, an Arrow table, a dict of columns, or a list of "
    "dicts, texts or articles"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A table of articles from any library.

    ``names`` are its columns; ``column`` returns the cells of one. ``output_like`` makes an output
    table of the same kind from the rows to write, the numbers of the rows of this table that they
    come from, and the columns of those rows to add to them.
    """

    names: list[Hashable]
    count: int
    column: Callable[[Hashable], Sequence[Any]]
    output_like: Callable[[list[dict[str, Any]], list[int], list[Hashable]], Any]

    def cells(self, columns: Columns) -> Iterator[dict[str, Any]]:
        """Return an iterator over the rows; each maps the fields of an article to its cells.

        Raises:
            InputError: the column of texts or a named column is missing.
        """
        found = columns.found_in(self.names)
        cells = [self.column(name) for name in found.values()]
        return (dict(zip(found, row, strict=True)) for row in zip(*cells, strict=True))

    def other_columns(self, columns: Columns) -> list[Hashable]:
        """Return the columns that are not fields of an article."""
        taken = set(columns.found_in(self.names).values())
        return [name for name in self.names if name not in taken]


def not_a_table(given: object, why: str) -> InputError:
    """Return the error for a value that is not a table of articles."""
    return InputError(f"a value of type {type(given).__name__} {why}; {EXPECTED}")


def output_name(name: Hashable, taken: Iterable[Hashable]) -> Hashable:
    """Return the name of a column in the output, which already has the columns ``taken``."""
    return f"input_{name}" if name in taken else name
