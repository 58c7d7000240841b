"""JSON files written completely or not at all, and a folder locked for one job at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from quotex.errors import OptionError
from quotex.write.files import atomic_write

_LOCK = ".lock"


def write_json(path: Path, values: Any) -> None:
    """Write a JSON file completely or not at all."""
    with atomic_write(path) as stream:
        stream.write(json.dumps(values, ensure_ascii=False, indent=1, default=str).encode() + b"\n")


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Lock a folder against other jobs; the system unlocks it when this process ends.

    Raises:
        OptionError: another job is writing to it, or nothing can be written to it.
    """
    try:
        opened = (folder / _LOCK).open("ab")
    except OSError as error:
        raise OptionError(
            f"{folder}: cannot be written to ({_LOCK}: {error.strerror}); give another folder"
        ) from None
    with opened as stream:
        try:
            _lock(stream)
        except OSError:
            raise OptionError(
                f"{folder}: another job is writing to this folder; wait for it to finish, or give "
                "another folder"
            ) from None
        yield


def _lock(stream: BinaryIO) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        return
    fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
