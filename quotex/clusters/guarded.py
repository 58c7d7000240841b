"""A reader for the workers of a cluster, which an article cannot end."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from quotex.batch.chunks import Answer, BatchChunk, BatchWork, chunks_of, failing
from quotex.batch.pool import Pool
from quotex.batch.reader import BatchReader, as_batch
from quotex.batch.settings import Settings

TIME_LIMIT = 120.0
"""Seconds that one article may take."""

_POOLS: dict[bytes, Pool[BatchChunk, Answer]] = {}  # the one of this process, by its settings


def close() -> None:
    """End the process beside this one; the next batch starts another."""
    while _POOLS:
        _POOLS.popitem()[1].close()


class GuardedReader:
    """Reads batches as ``quotex.batch.BatchReader`` does, in a process beside the caller's.

    That process loads the models, once for all readers of the same settings; a reader of others
    has another in its place. An article that ends it, outlasts the time limit or grows too large
    costs only itself, as in ``quotex batch``: an engine would hand its batch out again and again,
    or give all up. It pickles by its settings.

    Args:
        settings: how articles are read, and what is written of them.
        time_limit: seconds that one article may take; None for no limit.
        memory_limit: megabytes that the process may hold (Linux); None for no limit.
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
        """Return what was read of the rows of a table.

        Raises:
            InputError: there is no column of texts, or one that was named is missing.
            ModelError: a model is missing. (LexiconError, OptionError: as ``quotex.load``.)
        """
        batch = as_batch(table)
        return pa.Table.from_batches(self._read(batch), self._reader.schema(batch.schema))

    def map(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield what was read of each batch, in one or more batches."""
        for batch in batches:
            yield from self._read(batch)

    def start(self) -> None:
        """Begin to load the models."""
        self._pool()

    def _read(self, batch: pa.RecordBatch) -> list[pa.RecordBatch]:
        self._reader.schema(batch.schema)  # which refuses a table without texts
        pool = self._pool()
        try:
            found = [a.batch for answers in pool.answers(chunks_of(batch)) for a in answers]
        except BaseException:  # what is still being read would be taken for the next batch's
            close()
            raise
        return found

    def _pool(self) -> Pool[BatchChunk, Answer]:
        key = self._key()
        if key not in _POOLS:
            close()
            failed = partial(failing, self._reader)
            _POOLS[key] = Pool(BatchWork(self._reader.settings), 1, failed, *self._limits)
        return _POOLS[key]

    def _key(self) -> bytes:
        return pickle.dumps((os.getpid(), self._reader.settings, self._limits))
