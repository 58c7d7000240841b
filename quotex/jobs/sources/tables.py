"""Parquet files, split into parts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import blake2b

import pyarrow as pa
import pyarrow.parquet as pq

from quotex.errors import InputError, one_line
from quotex.jobs.sources.source import Articles, File, Part, check_columns

_DIGEST = 16  # bytes


class Parquet(File):
    """A Parquet file; its columns pass through with their types."""

    def count(self) -> int | None:
        """Return the number of rows from the file's metadata, or None if it cannot be read."""
        try:
            return int(pq.read_metadata(self._name).num_rows)
        except (OSError, pa.ArrowException):
            return None

    def parts(self, size: int) -> Iterator[Part]:
        """Yield the rows in parts.

        Raises:
            InputError: the file cannot be read any further, or a column is missing or
                occurs twice.
        """
        try:
            with pq.ParquetFile(self._name) as file:
                check_columns(self._columns, file.schema_arrow.names)
                yield from self._parts(file, size)
        except InputError as error:
            raise InputError(f"{self._name}: {error.args[0]}") from None
        except (OSError, pa.ArrowException) as error:
            message = one_line(error)
            raise InputError(f"{self._name}: cannot be read ({message})") from None

    def _parts(self, file: pq.ParquetFile, size: int) -> Iterator[Part]:
        row = 0
        waiting: list[pa.RecordBatch] = []
        for batch in file.iter_batches(batch_size=size):
            waiting.append(batch)
            while sum(b.num_rows for b in waiting) >= size:
                table = pa.Table.from_batches(waiting)
                waiting = table.slice(size).to_batches()
                yield self._part(table.slice(0, size), row)
                row += size
        if any(b.num_rows for b in waiting):
            yield self._part(pa.Table.from_batches(waiting), row)

    def _part(self, table: pa.Table, row: int) -> Part:
        [batch] = table.combine_chunks().to_batches()
        digest = blake2b(digest_size=_DIGEST)
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as stream:
            stream.write_batch(batch)
        digest.update(sink.getvalue())
        articles = Articles(batch, range(batch.num_rows))
        return Part(
            self._name, row, batch.num_rows, digest.hexdigest(), partial(_unchanged, articles)
        )


def _unchanged(articles: Articles) -> Articles:
    return articles
