"""Free memory is returned to the system, and collections skip what is loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quotex.batch import memory
from quotex.batch.memory import release_memory

BLOCKS, SIZE = 30_000, 2_000  # smaller than the blocks that malloc maps individually


def used_bytes() -> int:
    """Return the resident bytes of this process."""
    status = Path("/proc/self/status").read_text("ascii")
    [line] = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) * 1024


@pytest.mark.skipif(memory._trim() is None, reason="only glibc can trim its heap")
def test_freed_memory_is_returned_to_the_system() -> None:
    blocks = [bytes(SIZE) for _ in range(BLOCKS)]
    last = bytes(SIZE)  # above the others, so they are not at the end of the heap
    before = used_bytes()
    del blocks
    release_memory()
    assert before - used_bytes() > BLOCKS * SIZE / 2
    assert last


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_make_no_call(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    memory._trim.cache_clear()
    monkeypatch.setattr(sys, "platform", platform)
    assert memory._trim() is None
    memory._trim.cache_clear()


def test_collections_skip_what_is_loaded() -> None:
    """In a process of its own, because nothing else in this one may be left uncollected."""
    script = (
        "import gc; from quotex.batch.memory import skip_in_collections; loaded = ['models']; "
        "skip_in_collections(); made = ['an article']; known = gc.get_objects(); "
        "print(any(o is loaded for o in known), any(o is made for o in known))"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert answer.stdout.split() == ["False", "True"], answer.stderr
