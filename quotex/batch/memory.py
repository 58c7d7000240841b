"""Gives memory that is free back to the system, which an allocator keeps for later by itself."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Give back what is free: of C's allocator where that is glibc, and of Arrow's."""
    if (trim := _trim()) is not None:
        trim(0)
    if (arrow := sys.modules.get("pyarrow")) is not None:
        arrow.default_memory_pool().release_unused()


@cache
def _trim() -> Callable[[int], int] | None:
    """Return glibc's ``malloc_trim``, None where the C library is another one."""
    if not sys.platform.startswith("linux"):
        return None
    trim: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim
