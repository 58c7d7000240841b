"""Files that are whole or not there, and one folder that one job at a time writes to."""

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
def whole(path: Path) -> Iterator[BinaryIO]:
    """Write a file under another name, and give it its own when it is whole and on the disk."""
    unfinished = path.with_name(path.name + _UNFINISHED)
    with unfinished.open("wb") as stream:
        yield stream
        stream.flush()
        os.fsync(stream.fileno())
    unfinished.replace(path)


def write_json(path: Path, values: Any) -> None:
    """Write a JSON file that is whole or not there."""
    with whole(path) as stream:
        stream.write(json.dumps(values, ensure_ascii=False, indent=1, default=str).encode() + b"\n")


def remove_unfinished(folder: Path) -> None:
    """Remove what a job that was killed had not finished writing."""
    for path in folder.rglob(f"*{_UNFINISHED}"):
        path.unlink(missing_ok=True)


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other jobs out of a folder; the system lets go of it when this process ends.

    Raises:
        OptionError: another job writes there now.
    """
    with (folder / _LOCK).open("wb") as stream:
        try:
            _lock(stream)
        except OSError:
            raise OptionError(
                f"{folder}: another job writes to this folder now; wait for it, or give another "
                "folder"
            ) from None
        yield


def _lock(stream: BinaryIO) -> None:
    try:
        import fcntl
    except ImportError:  # Windows has no such lock
        return
    fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
