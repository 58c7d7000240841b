"""Worker processes that may die: what they were reading is retried, row by row if necessary.

All reading in other processes goes through here. If a worker dies, takes too long or grows too
large, its chunk is read again one row at a time; a row that causes this twice is recorded as a
failure, and the others continue.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from math import inf
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final, Generic, TypeVar

from quotex.batch.process import Chunk, Work, WorkerError, work
from quotex.errors import OptionError

C = TypeVar("C", bound=Chunk)
A = TypeVar("A")

_CHUNKS_AHEAD = 6  # chunks per worker that may wait for an earlier one
_MAX_TRIES = 2  # attempts at a single row
_MAX_STARTS = 3  # consecutive workers that end before loading
_POLL_SECONDS = 0.5
_SECONDS_PER_ROW = 2.0  # seconds on top of the limit for each row of a chunk
_ENDED: Final = "the process reading this article ended unexpectedly"
_PAGE_SIZE: Final = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


@dataclass(eq=False, slots=True)
class _Task(Generic[C, A]):
    """A chunk and its answers: one for the whole chunk, or one for each row."""

    chunk: C
    answers: list[A | None] = field(default_factory=lambda: [None])

    @property
    def is_done(self) -> bool:
        return all(answer is not None for answer in self.answers)


@dataclass(eq=False, slots=True)
class _Unit(Generic[C, A]):
    """What one worker reads at a time: a whole chunk, or one row of it."""

    task: _Task[C, A]
    row: int | None = None
    tries: int = 0

    @property
    def chunk(self) -> C:
        return self.task.chunk if self.row is None else self.task.chunk.single_row(self.row)


@dataclass(eq=False, slots=True)
class _Worker(Generic[C, A]):
    process: BaseProcess
    connection: Connection
    is_ready: bool = False
    unit: _Unit[C, A] | None = None
    deadline: float = 0.0


class Pool(Generic[C, A]):
    """Worker processes, each with its own models.

    Args:
        work: what each of them does.
        workers: the number of processes.
        failure_answer: returns the answer to a one-row chunk that cannot be read, given the reason.
        time_limit: seconds that one article may take; None for no limit.
        memory_limit: megabytes that a worker may use (Linux); None for no limit.
    """

    def __init__(
        self,
        work: Work,
        workers: int,
        failure_answer: Callable[[C, str], A],
        time_limit: float | None = None,
        memory_limit: int | None = None,
    ) -> None:
        self._work = pickle.dumps(work)
        self._time_limit = inf if time_limit is None else time_limit
        self._memory_limit = memory_limit
        self._failure_answer = failure_answer
        self._waiting: deque[_Unit[C, A]] = deque()
        self._dead_starts = 0
        # a forked process may hang on a lock held by a thread of its parent
        self._context = multiprocessing.get_context("spawn")
        self._workers = [self._start() for _ in range(workers)]

    def answers(self, chunks: Iterable[C]) -> Iterator[list[A]]:
        """Yield the answers to each chunk, in order; several if it was read row by row.

        Raises:
            ModelError, LexiconError, OptionError: workers cannot load their models, or cannot be
                started here.
        """
        given = iter(chunks)
        open_tasks: deque[_Task[C, A]] = deque()
        is_over = False
        while True:
            while not is_over and len(open_tasks) < _CHUNKS_AHEAD * len(self._workers):
                chunk = next(given, None)
                if chunk is None:
                    is_over = True
                    break
                task: _Task[C, A] = _Task(chunk)
                open_tasks.append(task)
                self._waiting.append(_Unit(task))
                self._dispatch()
            while open_tasks and open_tasks[0].is_done:
                done = open_tasks.popleft()
                yield [answer for answer in done.answers if answer is not None]
            if is_over and not open_tasks:
                return
            if not is_over and len(open_tasks) < _CHUNKS_AHEAD * len(self._workers):
                continue
            self._dispatch()
            self._poll()

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.connection.close()
        for worker in self._workers:
            worker.process.terminate()
            worker.process.join(5)
            if worker.process.is_alive():
                worker.process.kill()

    def _start(self) -> _Worker[C, A]:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._work), daemon=True)
        try:
            process.start()
        except RuntimeError:
            raise OptionError(
                "worker processes cannot start here: in a script, call quotex under "
                "`if __name__ == '__main__':`, or use a single process (processes=1)"
            ) from None
        theirs.close()
        return _Worker(process, ours)

    def _dispatch(self) -> None:
        for number, worker in enumerate(self._workers):
            if not self._waiting:
                return
            if worker.is_ready and worker.unit is None:
                unit = self._waiting.popleft()
                rows = unit.chunk.rows
                worker.deadline = time.monotonic() + self._time_limit + _SECONDS_PER_ROW * rows
                worker.unit = unit
                try:
                    worker.connection.send(unit.chunk)
                except OSError:
                    self._replace(number, _ENDED)

    def _poll(self) -> None:
        """Wait for answers, and replace workers that end, hang or grow too large."""
        connections = {worker.connection: n for n, worker in enumerate(self._workers)}
        for connection in wait(list(connections), _POLL_SECONDS):
            self._receive(connections[connection])  # type: ignore[index]
        now = time.monotonic()
        for number, worker in enumerate(self._workers):
            if worker.unit is not None and now > worker.deadline:
                self._replace(number, f"it took more than {self._time_limit:g} s to read")
            elif worker.unit is not None and self._is_too_large(worker):
                self._replace(number, f"reading it took more than {self._memory_limit} MB")

    def _receive(self, number: int) -> None:
        worker = self._workers[number]
        try:
            message = worker.connection.recv()
        except (EOFError, OSError):
            self._replace(number, _ENDED)
            return
        if isinstance(message, WorkerError) and message.when == "loading":
            raise message.error
        if worker.unit is None:
            worker.is_ready = True
            self._dead_starts = 0
            return
        unit, worker.unit = worker.unit, None
        if isinstance(message, WorkerError):
            self._retry(unit, message.error.args[0])
        else:
            unit.task.answers[unit.row or 0] = message

    def _replace(self, number: int, reason: str) -> None:
        """End a worker, start another in its place, and retry what it was reading."""
        worker = self._workers[number]
        if not worker.is_ready:
            self._dead_starts += 1
            if self._dead_starts >= _MAX_STARTS:
                raise OptionError(
                    f"{_MAX_STARTS} worker processes ended before they had loaded their models: "
                    "perhaps for lack of memory (use fewer), or in a script because quotex is not "
                    "called under `if __name__ == '__main__':`"
                )
        with suppress(OSError):
            worker.connection.close()
        worker.process.kill()
        worker.process.join()
        self._workers[number] = self._start()
        if worker.unit is not None:
            self._retry(worker.unit, reason)

    def _retry(self, unit: _Unit[C, A], reason: str) -> None:
        rows = unit.task.chunk.rows
        if unit.row is None and rows > 1:
            unit.task.answers = [None] * rows
            self._waiting.extendleft(_Unit(unit.task, row) for row in reversed(range(rows)))
            return
        unit.tries += 1
        if unit.tries < _MAX_TRIES:
            self._waiting.appendleft(unit)
            return
        unit.task.answers[unit.row or 0] = self._failure_answer(unit.chunk, reason)

    def _is_too_large(self, worker: _Worker[C, A]) -> bool:
        if self._memory_limit is None:
            return False
        try:
            pages = int(Path(f"/proc/{worker.process.pid}/statm").read_text("ascii").split()[1])
        except (OSError, ValueError, IndexError):
            return False  # it has just ended, or this system has no /proc
        return pages * _PAGE_SIZE > self._memory_limit * 1_000_000
