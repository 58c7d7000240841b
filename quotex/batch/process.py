"""A worker process, which loads its models once and answers the chunks it is sent."""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, Literal, Protocol, Self

from quotex.batch.memory import release_memory, skip_in_collections
from quotex.errors import OptionError, QuotexError, ReadingError, one_line


class Chunk(Protocol):
    """Articles sent to a worker together."""

    @property
    def rows(self) -> int:
        """The number of articles."""
        ...

    def single_row(self, row: int) -> Self:
        """Return one article as a chunk."""
        ...


class Work(Protocol):
    """What a worker does; it is pickled when sent there."""

    def load(self) -> Callable[[Any], Any]:
        """Load the models, and return the function that answers a chunk.

        Raises:
            QuotexError: they cannot be loaded.
        """
        ...


@dataclass(frozen=True, slots=True)
class WorkerError:
    """Why a worker cannot work at all, or could not read a chunk."""

    error: QuotexError
    when: Literal["loading", "reading"]


def work(connection: Connection, pickled: bytes) -> None:
    """Answer chunks until the other end is closed, as happens when the owner ends.

    ``pickled`` is a ``Work``. An unexpected error while reading is sent back as an answer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the owner tells workers when to stop
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the processes share the cores
    with suppress(EOFError, OSError):  # the owner has ended
        _work(connection, pickled)


def _work(connection: Connection, pickled: bytes) -> None:
    try:
        answer_to = pickle.loads(pickled).load()
    except QuotexError as error:
        connection.send(WorkerError(error, "loading"))
        return
    except Exception as error:  # noqa: BLE001  # reported once, in one line, instead of three tracebacks
        reason = OptionError(f"the models cannot be loaded in a worker process ({_shown(error)})")
        connection.send(WorkerError(reason, "loading"))
        return
    connection.send(None)
    skip_in_collections()
    while True:
        connection.send_bytes(_answer(answer_to, connection.recv()))
        release_memory()  # or memory used for one large article would be held for days


def _answer(answer_to: Callable[[Any], Any], chunk: Any) -> memoryview:
    """Return the pickled answer to a chunk, or the reason why there is none."""
    try:
        return ForkingPickler.dumps(answer_to(chunk))
    except QuotexError as error:
        return ForkingPickler.dumps(WorkerError(error, "reading"))
    except Exception as error:  # noqa: BLE001  # must not affect other articles
        reason = ReadingError(f"reading it failed ({_shown(error)})")
        return ForkingPickler.dumps(WorkerError(reason, "reading"))


def _shown(error: Exception) -> str:
    return f"{type(error).__name__}: {one_line(error)}"
