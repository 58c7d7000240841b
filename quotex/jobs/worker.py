"""One worker process: it loads the models once and reads whatever chunks it is sent."""

from __future__ import annotations

import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Literal

import pyarrow as pa

from quotex.batch.reader import BatchReader, Failure, Outcome
from quotex.batch.settings import Settings
from quotex.errors import QuotexError
from quotex.tables.rows import RowReader


@dataclass(frozen=True, slots=True)
class Chunk:
    """Rows for a worker: ``first`` is the number of the first among the rows of all inputs.

    ``known`` are the ids that stood in an earlier row, with that row.
    """

    batch: pa.RecordBatch
    first: int
    known: Mapping[str, int]

    def __reduce__(self) -> tuple[Any, ...]:
        # a slice pickles with the whole of what it is a slice of
        written = self.batch.serialize().to_pybytes()
        return _made_again, (self.batch.schema, written, self.first, dict(self.known))

    def alone(self, row: int) -> Chunk:
        """Return one of its rows as a chunk."""
        return Chunk(self.batch.slice(row, 1), self.first + row, self.known)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a chunk: what is written of it, and the failures, by their rows in the chunk."""

    batch: pa.RecordBatch
    failures: tuple[Failure, ...]
    quotations: int
    words: int


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a worker cannot work at all, or could not read a chunk."""

    error: QuotexError
    when: Literal["loading", "reading"]


def _made_again(schema: pa.Schema, written: bytes, first: int, known: dict[str, int]) -> Chunk:
    return Chunk(pa.ipc.read_record_batch(written, schema), first, known)


def work(connection: Connection, settings: Settings) -> None:
    """Answer chunks until the other end is closed, which is what happens when the job ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the job tells workers when to stop
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the processes share the cores
    reader = BatchReader(settings)
    try:
        reader.load()
    except QuotexError as error:
        connection.send(Unfit(error, "loading"))
        return
    connection.send(None)
    while True:
        try:
            chunk: Chunk = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer: Answer | Unfit = answer_of(reader.read(chunk.batch, _rows(settings, chunk)))
        except QuotexError as error:
            answer = Unfit(error, "reading")
        try:
            connection.send(answer)
        except (BrokenPipeError, OSError):
            return


def answer_of(outcome: Outcome) -> Answer:
    """Return what a job needs of an outcome."""
    quotations = sum(len(extraction.quotations) for extraction in outcome.extractions)
    return Answer(outcome.batch, outcome.failures, quotations, outcome.words)


def _rows(settings: Settings, chunk: Chunk) -> RowReader:
    return RowReader(settings.day_first, doubles=True, number=chunk.first, _ids=dict(chunk.known))
