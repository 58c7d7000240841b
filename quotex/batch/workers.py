"""Reads rows in several processes, in order; none is lost if a process is killed. No pyarrow."""

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

_CHUNK_ROWS = 32  # rows given to a worker at a time


def read_in_processes(
    source: Settings | Extractor, rows: Sequence[Row], processes: int
) -> Iterator[Extraction]:
    """Yield the extraction of each row, in order, using several processes.

    Each process loads its own models. What a process was reading when it ended is read again, row
    by row if necessary; a row that ends its process gives an extraction with an ``error``.

    Raises:
        OptionError: processes cannot be started here.
        QuotexError: a process cannot load its extractor, with the error of ``quotex.load``.
    """
    chunks = [
        _RowChunk(rows[start : start + _CHUNK_ROWS]) for start in range(0, len(rows), _CHUNK_ROWS)
    ]
    pool = Pool(_RowWork(source), min(processes, max(len(chunks), 1)), _failed_extractions)
    try:
        for answers in pool.answers(chunks):
            for found in answers:
                yield from found
    finally:
        pool.close()


@dataclass(frozen=True, slots=True)
class _RowChunk:
    """Rows sent to a process together."""

    given: Sequence[Row]

    @property
    def rows(self) -> int:
        return len(self.given)

    def single_row(self, row: int) -> _RowChunk:
        return _RowChunk(self.given[row : row + 1])


@dataclass(frozen=True, slots=True)
class _RowWork:
    """Work that reads rows with an extractor."""

    source: Settings | Extractor

    def load(self) -> Callable[[_RowChunk], list[Extraction]]:
        chosen = self.source.extractor() if isinstance(self.source, Settings) else self.source
        return lambda chunk: list(read_rows(chosen, chunk.given))


def _failed_extractions(chunk: _RowChunk, reason: str) -> list[Extraction]:
    error = str(
        ReadingError(
            f"{reason}, perhaps for lack of memory; read it on its own to check, or lower max_chars"
        )
    )
    made = [Extraction.failed(row.id, row.error or error) for row in chunk.given]
    return [
        extraction.model_copy(update={"notices": row.notices})
        for extraction, row in zip(made, chunk.given, strict=True)
    ]
