"""Files are on disk under their names when they are complete, and otherwise not there at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex.write.files import atomic_write


def test_a_file_is_complete_or_absent(tmp_path: Path) -> None:
    with pytest.raises(TypeError), atomic_write(tmp_path / "part") as stream:
        stream.write("no bytes")  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_is_kept_until_the_new_one_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "part"
    path.write_bytes(b"old")
    with pytest.raises(TypeError), atomic_write(path) as stream:
        stream.writelines([b"new", "no bytes"])  # type: ignore[list-item]
    assert path.read_bytes() == b"old"
    with atomic_write(path) as stream:
        stream.write(b"new")
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]
