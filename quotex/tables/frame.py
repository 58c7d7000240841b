"""A table of articles, whatever it was made with."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from quotex.errors import InputError
from quotex.tables.columns import Columns

EXPECTED = (
    "expected a data frame of pandas or polars, an Arrow table, a dict of columns, or a list of "
    "dicts, texts or articles"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A table of articles, whatever it was made with.

    ``names`` are its columns, ``column`` gives the cells of one. ``like`` makes a table of the
    same kind of what is written: the rows, and the numbers of the rows of this table whose
    columns ``others`` stand beside them.
    """

    names: list[Hashable]
    count: int
    column: Callable[[Hashable], Sequence[Any]]
    like: Callable[[list[dict[str, Any]], list[int], list[Hashable]], Any]

    def cells(self, columns: Columns) -> Iterator[dict[str, Any]]:
        """Yield the cells of each row by the fields of an article.

        Raises:
            InputError: there is no column of texts, or one that was named is missing.
        """
        found = columns.found_in(self.names)
        cells = [self.column(name) for name in found.values()]
        return (dict(zip(found, row, strict=True)) for row in zip(*cells, strict=True))

    def others(self, columns: Columns) -> list[Hashable]:
        """Return the columns that tell nothing of an article."""
        taken = set(columns.found_in(self.names).values())
        return [name for name in self.names if name not in taken]


def no_table(given: object, why: str) -> InputError:
    """Return the error of what is no table of articles."""
    return InputError(f"a {type(given).__name__} {why}; {EXPECTED}")


def beside(name: Hashable, taken: Iterable[Hashable]) -> Hashable:
    """Return the name by which a column passes through beside the columns that are ``taken``."""
    return f"input_{name}" if name in taken else name
