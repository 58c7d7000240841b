"""Files that are written completely or not at all, and a folder locked for one job at a time."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from quotex.errors import OptionError

_LOCK = ".lock"
_UNFINISHED = ".tmp"


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """Write a file under a temporary name, and rename it once it is complete and on disk."""
    unfinished = path.with_name(path.name + _UNFINISHED)
    with unfinished.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.replace(path)


def write_json(path: Path, values: Any) -> None:
    """Write a JSON file completely or not at all."""
    with atomic_write(path) as stream:
        stream.write(json.dumps(values, ensure_ascii=False, indent=1, default=str).encode() + b"\n")


def remove_unfinished(folder: Path) -> None:
    """Remove the files that a killed job had not finished writing."""
    for path in folder.rglob(f"*{_UNFINISHED}"):
        path.unlink(missing_ok=True)


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Lock a folder against other jobs; the system unlocks it when this process ends.

    Raises:
        OptionError: another job is writing to it.
    """
    with (folder / _LOCK).open("wb") as stream:
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
