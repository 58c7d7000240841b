"""What worker processes, which do nothing else, tell the allocators and the garbage collector."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable
from functools import cache


def release_memory() -> None:
    """Return the free memory of glibc's allocator, where that is used, and of Arrow's."""
    if (trim := _trim()) is not None:
        trim(0)
    if (arrow := sys.modules.get("pyarrow")) is not None:
        arrow.default_memory_pool().release_unused()


def skip_in_collections() -> None:
    """Let garbage collections skip what is loaded by now, through which each full one would walk.

    Call it only in a process of quotex's own; others may want their objects collected.
    """
    gc.collect()
    gc.freeze()


@cache
def _trim() -> Callable[[int], int] | None:
    """Return glibc's ``malloc_trim``, or None if the C library is not glibc."""
    if not sys.platform.startswith("linux"):
        return None
    trim: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim
