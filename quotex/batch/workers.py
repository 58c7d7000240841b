"""Rows read by several processes, in order, none lost when one of them is killed. No pyarrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quotex.batch.pool import Pool
from quotex.batch.settings import Settings
from quotex.errors import ReadingError
from quotex.result import Extraction
from quotex.tables.rows import Row, read_rows

if TYPE_CHECKING:
    from quotex.extractor import Extractor

_CHUNK = 32  # rows that a worker is given at a time


def read_in_processes(
    source: Settings | Extractor, rows: Sequence[Row], processes: int
) -> Iterator[Extraction]:
    """Yield the extraction of each row, in order, read by so many processes.

    Each loads models of its own. What a process was reading when it ended is read again, at last
    a row at a time; the row that ends a process is an extraction with an ``error``.

    Raises:
        OptionError: processes cannot be started here.
        QuotexError: an extractor cannot be loaded there, as ``quotex.load`` says it.
    """
    chunks = [_Rows(rows[start : start + _CHUNK]) for start in range(0, len(rows), _CHUNK)]
    pool = Pool(_Reading(source), min(processes, max(len(chunks), 1)), _failed)
    try:
        for answers in pool.answers(chunks):
            for found in answers:
                yield from found
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows that a process reads at a time."""

    given: Sequence[Row]

    @property
    def rows(self) -> int:
        return len(self.given)

    def alone(self, row: int) -> _Rows:
        return _Rows(self.given[row : row + 1])


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reading rows with an extractor."""

    source: Settings | Extractor

    def load(self) -> Callable[[_Rows], list[Extraction]]:
        chosen = self.source.extractor() if isinstance(self.source, Settings) else self.source
        return lambda chunk: list(read_rows(chosen, chunk.given))


def _failed(chunk: _Rows, reason: str) -> list[Extraction]:
    error = str(
        ReadingError(
            f"{reason}, for want of memory perhaps; read it alone to see, or give max_chars a "
            "lower number"
        )
    )
    made = [Extraction.failed(row.id, row.error or error) for row in chunk.given]
    return [
        extraction.model_copy(update={"notices": row.notices})
        for extraction, row in zip(made, chunk.given, strict=True)
    ]
