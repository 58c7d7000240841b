"""Work without models, and its ways to fail; kept light because each process imports it."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Numbers:
    """Numbers to be doubled, some of which cause trouble."""

    given: tuple[int, ...]

    @property
    def rows(self) -> int:
        """The count of numbers."""
        return len(self.given)

    def single_row(self, row: int) -> Numbers:
        """Return one of the numbers on its own."""
        return Numbers((self.given[row],))


RAISES, DIES, HANGS, SENDS_NO_ANSWER = 100, 101, 102, 103


@dataclass(frozen=True)
class Doubling:
    """Doubles numbers; ``broken`` fails to load."""

    broken: bool = False

    def load(self) -> Callable[[Numbers], object]:
        """Return the function that doubles."""
        if self.broken:
            raise KeyError("no such\nmodel")
        return _doubled


def failed(chunk: Numbers, reason: str) -> object:
    """Return the answer to a number that cannot be doubled."""
    return [reason for _ in chunk.given]


def _doubled(chunk: Numbers) -> object:
    if RAISES in chunk.given:
        raise ZeroDivisionError("by\nnought")
    if DIES in chunk.given:
        os.kill(os.getpid(), signal.SIGKILL)
    if HANGS in chunk.given:
        time.sleep(600)
    if SENDS_NO_ANSWER in chunk.given:
        return lambda: None  # which cannot be pickled
    return [2 * number for number in chunk.given]
