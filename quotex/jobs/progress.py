"""The progress of a job: a bar on a terminal, a line from time to time elsewhere."""

from __future__ import annotations

import time
from typing import TextIO

from tqdm import tqdm

from quotex.write.plain import counted

_EVERY = 30.0  # seconds between lines


class Progress:
    """Shows articles, words per second, failures and, if the number of rows is known, time left.

    Args:
        total: the number of rows, or None if it is not known beforehand.
        stream: where to write the progress; None for silence.
    """

    def __init__(self, total: int | None, stream: TextIO | None) -> None:
        self._stream = stream
        self._started = self._last_written = time.monotonic()
        self._articles = self._words = self._failures = self._newly_read = 0
        self._total = total
        is_terminal = stream is not None and stream.isatty()
        self._bar = tqdm(total=total, unit=" articles", file=stream) if is_terminal else None

    def skip(self, rows: int, failures: int) -> None:
        """Count a part that was finished earlier."""
        self._count(rows, failures)

    def add(self, rows: int, words: int, failures: int) -> None:
        """Count what has just been read."""
        self._words += words
        self._newly_read += rows
        self._count(rows, failures)
        if self._bar is None and time.monotonic() - self._last_written >= _EVERY:
            self.write_line()

    def write_line(self) -> None:
        """Write a line with the progress."""
        self._last_written = time.monotonic()
        if self._stream is not None and self._bar is None:
            print(f"quotex: {self._line()}", file=self._stream, flush=True)

    def close(self) -> None:
        """Write the final progress."""
        if self._bar is not None:
            self._bar.close()
        self.write_line()

    def _count(self, rows: int, failures: int) -> None:
        self._articles += rows
        self._failures += failures
        if self._bar is not None:
            self._bar.set_postfix_str(f"{self._speed():,.0f} words/s, {self._failures} failed")
            self._bar.update(rows)

    def _speed(self) -> float:
        return self._words / max(time.monotonic() - self._started, 1e-9)

    def _line(self) -> str:
        read = counted(self._articles, "article")
        if self._total is not None:
            read = f"{self._articles:,} of {counted(self._total, 'article')}"
        line = f"{read}, {self._failures:,} failed, "
        line += f"{self._speed():,.0f} words/s"
        if self._total is not None and self._newly_read and self._articles < self._total:
            each = (time.monotonic() - self._started) / self._newly_read
            left = int(each * (self._total - self._articles))
            line += f", {left // 3600}:{left // 60 % 60:02d}:{left % 60:02d} left"
        return line
