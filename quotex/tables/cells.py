"""The values of cells: nothing, a word or a text; from Python, numpy, pandas, polars or Arrow."""

from __future__ import annotations

from dataclasses import dataclass
from numbers import Integral, Real

_EMPTY = frozenset({"", "nan", "nat", "none", "null", "<na>", "n/a"})


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that the table's own library cannot read, with the reason."""

    reason: str


def plain(cell: object) -> object:
    """Return a cell as a plain Python value: None for nothing, and no numpy scalars."""
    if cell is None or type(cell).__name__ in {"NAType", "NaTType"}:
        return None
    if type(cell).__module__ == "numpy" and hasattr(cell, "item"):
        cell = _from_numpy(cell)
    if isinstance(cell, float) and cell != cell:
        return None
    return cell


def is_empty(cell: object) -> bool:
    """Whether a plain cell is empty, or has what programs write for an empty one."""
    return cell is None or (isinstance(cell, str) and cell.strip().lower() in _EMPTY)


def as_string(cell: object) -> str | None:
    """Return a plain cell as a string for a name, an id or an address; None if it is empty.

    Whole numbers that became floats in a column with gaps are whole again: 17.0 is "17". Bytes are
    read as UTF-8.
    """
    if isinstance(cell, bytes):
        cell = cell.decode("utf-8", "replace")
    if is_empty(cell):
        return None
    if isinstance(cell, Real) and not isinstance(cell, (Integral, bool)):
        number = float(cell)
        if number.is_integer():
            return str(int(number))
    return str(cell).strip()


def _from_numpy(cell: object) -> object:
    """Return a numpy scalar as a Python value; times would otherwise be counts of nanoseconds."""
    kind = getattr(getattr(cell, "dtype", None), "kind", "")
    if kind == "M":
        return cell.astype("datetime64[us]").item()  # type: ignore[attr-defined]
    return cell.item()  # type: ignore[attr-defined]
