"""Reads extractions written by other commands: JSON, JSON Lines, the output folder of a batch."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import typer
from pydantic import ValidationError

from quotex.errors import InputError
from quotex.jobs.sources.compressed import decompressed
from quotex.validation import first_problem

if TYPE_CHECKING:
    from quotex.result import Extraction

_PARTS = ("part-*.jsonl", "part-*.parquet")
_EXPECTED = "expected an extraction as written by quotex extract --format jsonl or quotex batch"


class Records:
    """The extractions in files, one after the other; anything else is reported in ``failures``."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self.failures: list[str] = []
        self.count = 0

    def __iter__(self) -> Iterator[Extraction]:
        for name in self._names:
            try:
                for extraction in self._read(name):
                    self.count += 1
                    yield extraction
            except InputError as error:
                self.failures.append(str(error))

    def report_failures(self) -> None:
        """Print what could not be read; if there is anything, exit with the right code."""
        for failure in self.failures:
            typer.echo(f"quotex: {failure}", err=True)
        if self.failures:
            raise typer.Exit(1 if self.count else 3)

    def _read(self, name: str) -> Iterator[Extraction]:
        path = Path(name)
        if name != "-" and path.is_dir():
            parts = sorted(part for pattern in _PARTS for part in path.glob(pattern))
            if not parts:
                raise InputError(f"{name}: a folder without part-*.jsonl or part-*.parquet files")
            for part in parts:
                yield from self._read(str(part))
        elif path.suffix.lower() == ".parquet":
            yield from _read_parquet(path)
        else:
            with _open(name) as stream:
                yield from self._read_stream(stream, "standard input" if name == "-" else name)

    def _read_stream(self, stream: TextIO, label: str) -> Iterator[Extraction]:
        from quotex.result import Extraction

        for place, values in _values(stream, label):
            try:
                yield Extraction.model_validate(values)
            except ValidationError as error:
                self.failures.append(
                    str(InputError(f"{label}{place}: {_EXPECTED}: {first_problem(error)}"))
                )


def _values(stream: TextIO, label: str) -> Iterator[tuple[str, Any]]:
    """Yield the JSON values of a stream with their places: lines, items of a list, or just one."""
    first = stream.readline()
    try:
        value = json.loads(first) if first.strip() else None
    except ValueError:
        yield from _document_values(first + stream.read(), label)
        return
    if isinstance(value, list):
        yield from ((f", item {n}", item) for n, item in enumerate(value, 1))
        return
    if value is not None:
        yield ", line 1", value
    for number, line in enumerate(stream, 2):
        if line.strip():
            try:
                yield f", line {number}", json.loads(line)
            except ValueError:
                raise InputError(f"{label}, line {number}: not JSON; {_EXPECTED}") from None


def _document_values(text: str, label: str) -> Iterator[tuple[str, Any]]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise InputError(f"{label}: not JSON ({error}); {_EXPECTED}") from None
    if isinstance(value, list):
        yield from ((f", item {n}", item) for n, item in enumerate(value, 1))
    else:
        yield "", value


@contextmanager
def _open(name: str) -> Iterator[TextIO]:
    if name == "-":
        yield io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig")
        return
    try:
        with decompressed(Path(name)) as stream:
            yield io.TextIOWrapper(stream, encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{name}: not UTF-8; {_EXPECTED}") from None


def _read_parquet(path: Path) -> Iterator[Extraction]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise InputError(f'{path}: Parquet needs pyarrow: pip install "quotex[tables]"') from None
    from quotex.batch.records import extractions_of

    try:
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=256):
                yield from extractions_of(batch)
    except (OSError, pa.ArrowInvalid) as error:
        raise InputError(f"{path}: cannot be read as Parquet ({error})") from None
    except (KeyError, ValidationError):
        raise InputError(
            f"{path}: the rows are not articles; run quotex batch with --form articles"
        ) from None
