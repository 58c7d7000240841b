"""A reader for the workers of a cluster that no article can crash."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from quotex.batch.chunks import Answer, BatchChunk, BatchWork, chunks_of, failure_answer
from quotex.batch.pool import Pool
from quotex.batch.reader import BatchReader, as_batch
from quotex.batch.settings import Settings

TIME_LIMIT = 120.0
"""Seconds that one article may take."""

_POOLS: dict[bytes, Pool[BatchChunk, Answer]] = {}  # at most one in this process, by settings


def close() -> None:
    """End the reading process; the next batch starts another."""
    while _POOLS:
        _POOLS.popitem()[1].close()


class GuardedReader:
    """Reads batches as ``quotex.batch.BatchReader`` does, but in a separate process.

    That process loads the models once for all readers with the same settings; a reader with other
    settings replaces it with its own. An article that kills it, exceeds the time limit or takes too
    much memory does not affect the others, as in ``quotex batch``; the engine would otherwise
    retry its batch again and again, or give up on the whole job. It is pickled as its settings.

    Args:
        settings: how articles are read, and what is written.
        time_limit: seconds that one article may take; None for no limit.
        memory_limit: megabytes that the process may use (Linux); None for no limit.
    """

    def __init__(
        self,
        settings: Settings,
        time_limit: float | None = TIME_LIMIT,
        memory_limit: int | None = None,
    ) -> None:
        self._reader = BatchReader(settings)
        self._limits = (time_limit, memory_limit)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._reader.settings, *self._limits)

    def __call__(self, table: pa.Table | pa.RecordBatch) -> pa.Table:
        """Return the results for the rows of a table.

        Raises:
            InputError: there is no column of texts, or a named column is missing.
            ModelError: a model is missing. (LexiconError, OptionError: as ``quotex.load``.)
        """
        batch = as_batch(table)
        return pa.Table.from_batches(self._read(batch), self._reader.schema(batch.schema))

    def map(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield the results for each batch, in one or more batches."""
        for batch in batches:
            yield from self._read(batch)

    def start(self) -> None:
        """Start loading the models."""
        self._pool()

    def _read(self, batch: pa.RecordBatch) -> list[pa.RecordBatch]:
        self._reader.schema(batch.schema)  # rejects a table without texts
        pool = self._pool()
        try:
            found = [a.batch for answers in pool.answers(chunks_of(batch)) for a in answers]
        except BaseException:  # pending answers would be taken for the next batch's
            close()
            raise
        return found

    def _pool(self) -> Pool[BatchChunk, Answer]:
        key = self._key()
        if key not in _POOLS:
            close()
            failed = partial(failure_answer, self._reader)
            _POOLS[key] = Pool(BatchWork(self._reader.settings), 1, failed, *self._limits)
        return _POOLS[key]

    def _key(self) -> bytes:
        return pickle.dumps((os.getpid(), self._reader.settings, self._limits))
