"""Files that may be compressed, which their names say."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from quotex.errors import InputError, OptionError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ZSTANDARD = frozenset({".zst", ".zstd"})
COMPRESSED = _ZSTANDARD | {".gz"}
"""The endings of compressed files."""

_PACKED_BYTES = 1 << 14  # read at a time


def ending(path: Path) -> str:
    """Return the ending of a file's name that gives its format, ignoring compression."""
    endings = [suffix.lower() for suffix in path.suffixes]
    if endings and endings[-1] in COMPRESSED:
        endings.pop()
    return endings[-1] if endings else ""


@contextmanager
def decompressed(path: Path) -> Iterator[BinaryIO]:
    """Open a file, decompressing it according to its ending.

    Raises:
        InputError: it cannot be read, now or later; a truncated file can be read up to its end.
        OptionError: it needs zstandard, which is not installed.
    """
    try:
        with _opened(path) as stream:
            yield stream
    except Exception as error:
        if not is_read_error(error):
            raise
        raise InputError(f"{path}: cannot be read ({reason_of(error)})") from None


def is_read_error(error: Exception) -> bool:
    """Whether an error says that a file, compressed or not, cannot be read."""
    known = isinstance(error, (OSError, EOFError, zlib.error))
    return known or type(error).__name__ == "ZstdError"  # zstandard may not be installed


def reason_of(error: Exception) -> str:
    """Return the reason that an error gives, without an error number or a path."""
    return str(getattr(error, "strerror", None) or error)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    end = path.suffix.lower()
    if end == ".gz":
        with gzip.open(path) as stream:
            yield cast("BinaryIO", stream)
    elif end in _ZSTANDARD:
        zstandard = _zstandard()
        with path.open("rb") as packed:
            yield io.BufferedReader(_Unpacked(_unpacked(packed, zstandard)))
    else:
        with path.open("rb") as stream:
            yield stream


class _Unpacked(io.RawIOBase):
    """A stream of the bytes that an iterator yields."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        super().__init__()
        self._pieces = pieces
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._rest = memoryview(piece)
        space = memoryview(buffer).cast("B")
        size = min(len(space), len(self._rest))
        space[:size] = self._rest[:size]
        self._rest = self._rest[size:]
        return size


def _unpacked(packed: BinaryIO, zstandard: Any) -> Iterator[bytes]:
    """Yield what is in the frames of a file; zstandard's own reader ignores that one is cut off."""
    frame = None
    while data := packed.read(_PACKED_BYTES):
        while data:
            frame = frame or zstandard.ZstdDecompressor().decompressobj()
            yield frame.decompress(data)
            data = b""
            if frame.eof:
                data, frame = frame.unused_data, None
    if frame is not None:
        raise EOFError("Compressed file ended before the end-of-stream marker was reached")


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        raise OptionError(
            'files that end in .zst need zstandard: pip install "quotex[tables]"'
        ) from None
    return zstandard
