"""Record batches for worker processes: what they are sent, and what they answer."""

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
    """Rows for a worker: ``first`` is the number of the first among the rows of all inputs.

    ``known`` are the ids that stood in an earlier row, with that row; None if nobody looks for
    ids and texts that stand twice.
    """

    batch: pa.RecordBatch
    first: int = 0
    known: Mapping[str, int] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        # a slice pickles with the whole of what it is a slice of
        written = self.batch.serialize().to_pybytes()
        known = None if self.known is None else dict(self.known)
        return _made_again, (self.batch.schema, written, self.first, known)

    @property
    def rows(self) -> int:
        """How many there are."""
        return int(self.batch.num_rows)

    def alone(self, row: int) -> BatchChunk:
        """Return one of its rows as a chunk."""
        return BatchChunk(self.batch.slice(row, 1), self.first + row, self.known)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a chunk: what is written of it, and the failures, by their rows in the chunk."""

    batch: pa.RecordBatch
    failures: tuple[Failure, ...]
    quotations: int
    words: int


@dataclass(frozen=True, slots=True)
class BatchWork:
    """Reading chunks of record batches as the settings say."""

    settings: Settings = field(default_factory=Settings)

    def load(self) -> Callable[[BatchChunk], Answer]:
        """Load the models, and return what answers a chunk."""
        return partial(_read, BatchReader(self.settings).load())


def _made_again(
    schema: pa.Schema, written: bytes, first: int, known: dict[str, int] | None
) -> BatchChunk:
    return BatchChunk(pa.ipc.read_record_batch(written, schema), first, known)


def answer_of(outcome: Outcome) -> Answer:
    """Return what is needed of an outcome."""
    quotations = sum(len(extraction.quotations) for extraction in outcome.extractions)
    return Answer(outcome.batch, outcome.failures, quotations, outcome.words)


def failing(reader: BatchReader, chunk: BatchChunk, reason: str) -> Answer:
    """Return what is written of a chunk that cannot be read."""
    return answer_of(reader.failed(chunk.batch, reason, chunk.first))


def chunks_of(batch: pa.RecordBatch) -> Iterator[BatchChunk]:
    """Yield a batch in chunks, each of whose rows are numbered from 0 of the batch."""
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
