"""Compressed files: whole, in several frames, cut off, broken."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotex.errors import InputError
from quotex.jobs.sources.compressed import decompressed, ending

DATA = b"".join(b"%d, " % (n * 7919 % 10007) for n in range(50_000))


def _packed(end: str) -> Callable[[bytes], Any]:
    return gzip.compress if end == ".gz" else pytest.importorskip("zstandard").compress


def _read(path: Path) -> bytes:
    with decompressed(path) as stream:
        return stream.read()


def test_a_plain_file_is_read_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(DATA)
    assert _read(tmp_path / "in.csv") == DATA


@pytest.mark.parametrize("end", [".gz", ".zst", ".zstd"])
def test_all_that_was_compressed_is_read(tmp_path: Path, end: str) -> None:
    pack, path = _packed(end), tmp_path / f"in.jsonl{end}"
    for whole, data in (
        (pack(DATA), DATA),
        (pack(DATA) + pack(b"more"), DATA + b"more"),
        (b"", b""),
    ):
        path.write_bytes(whole)
        assert _read(path) == data


@pytest.mark.parametrize("end", [".gz", ".zst"])
@pytest.mark.parametrize("left", [0.001, 0.5, 0.9999])
def test_a_file_that_was_cut_off_is_rejected(tmp_path: Path, end: str, left: float) -> None:
    whole, path = _packed(end)(DATA), tmp_path / f"in{end}"
    path.write_bytes(whole[: int(len(whole) * left)])
    with pytest.raises(InputError, match=r"in\.\w+: cannot be read \(Compressed file ended"):
        _read(path)


@pytest.mark.parametrize("end", [".gz", ".zst"])
def test_a_broken_file_is_rejected(tmp_path: Path, end: str) -> None:
    whole, path = _packed(end)(DATA), tmp_path / f"in{end}"
    start = 40 if end == ".gz" else 4  # after the header; after the magic number
    for data in (whole[:start] + b"\xff" * 1_000, b"no such thing"):
        path.write_bytes(data)
        with pytest.raises(InputError, match="cannot be read"):
            _read(path)


def test_a_missing_file_is_rejected(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"in.gz: cannot be read \(No such file or directory\)"):
        _read(tmp_path / "in.gz")


def test_other_errors_pass(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(DATA)
    with pytest.raises(KeyError), decompressed(tmp_path / "in.csv"):
        raise KeyError("no error of the file")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.tsv", ".tsv"),
        ("a.TSV.GZ", ".tsv"),
        ("a.b.csv.zst", ".csv"),
        ("x.tsv/a.csv", ".csv"),
        ("a", ""),
        ("a.gz", ""),
    ],
)
def test_the_ending_ignores_compression(name: str, expected: str) -> None:
    assert ending(Path(name)) == expected
