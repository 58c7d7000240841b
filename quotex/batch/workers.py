"""Rows read by several processes, in order, none lost when one of them is killed."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from quotex.batch.settings import Settings
from quotex.errors import OptionError, QuotexError, ReadingError
from quotex.result import Extraction
from quotex.tables.rows import Row, read_rows

if TYPE_CHECKING:
    from quotex.extractor import Extractor

_CHUNK = 32  # rows that a worker is given at a time
_AHEAD = 4  # chunks that wait for each worker

_reading: list[Extractor] = []  # the extractor of this worker process
_failed: list[QuotexError] = []  # why it has none


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
    chunks = [rows[start : start + _CHUNK] for start in range(0, len(rows), _CHUNK)]
    done = 0
    try:
        with _pool(source, min(processes, max(len(chunks), 1))) as pool:
            _check_start(pool)
            waiting = [pool.submit(_read, c) for c in chunks[: processes * _AHEAD]]
            while done < len(chunks):
                found = waiting[done].result()
                done += 1
                if len(waiting) < len(chunks):
                    waiting.append(pool.submit(_read, chunks[len(waiting)]))
                yield from found
            return
    except BrokenProcessPool:
        pass
    yield from _once_more(source, chunks[done])
    done += 1
    rest = [row for chunk in chunks[done:] for row in chunk]
    if rest:
        yield from read_in_processes(source, rest, processes)


def _once_more(source: Settings | Extractor, rows: Sequence[Row]) -> Iterator[Extraction]:
    """Yield the extractions of rows among which may be the one that ends a process."""
    at = 0
    while at < len(rows):
        try:
            with _pool(source, 1) as pool:
                while at < len(rows):
                    [found] = pool.submit(_read, rows[at : at + 1]).result()
                    at += 1
                    yield found
        except BrokenProcessPool:
            error = ReadingError(
                "the process that read this article was ended from outside, for want of memory "
                "perhaps; read it alone to see, or give max_chars a lower number"
            )
            failed = Extraction.failed(rows[at].id, str(error))
            yield failed.model_copy(update={"notices": rows[at].notices})
            at += 1


def _pool(source: Settings | Extractor, processes: int) -> ProcessPoolExecutor:
    # a forked process may hang on a lock that a thread of its parent held
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, context, _load, (source,))


def _check_start(pool: ProcessPoolExecutor) -> None:
    try:
        pool.submit(_start).result()
    except BrokenProcessPool:
        raise OptionError(
            "worker processes cannot start here: in a script, call quotex.extract below "
            "`if __name__ == '__main__':`, or give processes=1"
        ) from None


def _load(source: Settings | Extractor) -> None:
    """Load the models of a worker process."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the processes share the cores
    try:
        _reading[:] = [source.extractor() if isinstance(source, Settings) else source]
    except QuotexError as error:  # else the pool would only tell that a process ended
        _failed.append(error)


def _start() -> None:
    for error in _failed:
        raise error


def _read(rows: Sequence[Row]) -> list[Extraction]:
    return list(read_rows(_reading[0], rows))
