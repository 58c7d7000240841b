"""Record batches for worker processes: the chunks sent to them and their answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pyarrow as pa

from quotex.batch.reader import BatchReader, Failure, Outcome
from quotex.batch.settings import Settings
from quotex.tables.rows import RowReader

CHUNK_ROWS = 32
"""Rows that a worker reads at a time."""


@dataclass(frozen=True, slots=True)
class BatchChunk:
    """Rows for a worker; ``first`` is the number of the first row, counted over all inputs.

    ``known`` maps the ids seen in earlier rows to those rows; None if duplicate ids and texts are
    not checked for.
    """

    batch: pa.RecordBatch
    first: int = 0
    known: Mapping[str, int] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        # pickling a slice directly would include the whole batch it belongs to
        written = self.batch.serialize().to_pybytes()
        known = None if self.known is None else dict(self.known)
        return _rebuild, (self.batch.schema, written, self.first, known)

    @property
    def rows(self) -> int:
        """The number of rows."""
        return int(self.batch.num_rows)

    def single_row(self, row: int) -> BatchChunk:
        """Return one row as a chunk."""
        return BatchChunk(self.batch.slice(row, 1), self.first + row, self.known)


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a chunk: the rows to write, and the failures, by their rows in the chunk."""

    batch: pa.RecordBatch
    failures: tuple[Failure, ...]
    quotations: int
    words: int


@dataclass(frozen=True, slots=True)
class BatchWork:
    """Work that reads chunks of record batches with the given settings."""

    settings: Settings = field(default_factory=Settings)

    def load(self) -> Callable[[BatchChunk], Answer]:
        """Load the models, and return the function that answers a chunk."""
        return partial(_read, BatchReader(self.settings).load())


def _rebuild(
    schema: pa.Schema, written: bytes, first: int, known: dict[str, int] | None
) -> BatchChunk:
    return BatchChunk(pa.ipc.read_record_batch(written, schema), first, known)


def answer_of(outcome: Outcome) -> Answer:
    """Return the answer with what is needed from an outcome."""
    quotations = sum(len(extraction.quotations) for extraction in outcome.extractions)
    return Answer(outcome.batch, outcome.failures, quotations, outcome.words)


def failure_answer(reader: BatchReader, chunk: BatchChunk, reason: str) -> Answer:
    """Return the answer for a chunk that cannot be read."""
    return answer_of(reader.failed(chunk.batch, reason, chunk.first))


def chunks_of(batch: pa.RecordBatch) -> Iterator[BatchChunk]:
    """Yield a batch in chunks, with rows numbered from the start of the batch."""
    for start in range(0, batch.num_rows, CHUNK_ROWS):
        yield BatchChunk(batch.slice(start, CHUNK_ROWS), start)


def _read(reader: BatchReader, chunk: BatchChunk) -> Answer:
    rows = RowReader(
        reader.settings.day_first,
        note_duplicates=chunk.known is not None,
        number=chunk.first,
        _ids=dict(chunk.known or {}),
    )
    return answer_of(reader.read(chunk.batch, rows))
