"""The batch reader: a record batch of articles in, a record batch of results out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Self

import pyarrow as pa

from quotex.batch.records import article_rows, quotation_rows
from quotex.batch.schema import ARTICLES_SCHEMA, QUOTATIONS_SCHEMA
from quotex.batch.settings import Settings
from quotex.errors import ReadingError
from quotex.extractor import Extractor
from quotex.result import Extraction
from quotex.tables.arrow import cells_of
from quotex.tables.rows import Row, RowReader, read_rows


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read: its row in the batch, its id, and the reason."""

    row: int
    article_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of one batch.

    ``batch`` is what calling the reader returns. ``extractions`` has one item for each row of the
    input, in order; ``words`` is the number of words in the articles that were read.
    """

    batch: pa.RecordBatch
    extractions: tuple[Extraction, ...]
    words: int

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The articles that could not be read, in order."""
        return tuple(
            Failure(number, extraction.article.id, extraction.error)
            for number, extraction in enumerate(self.extractions)
            if extraction.error is not None
        )


class BatchReader:
    """Reads articles in batches: a record batch in, a record batch out, the same on any machine.

    It is pickled as its settings, so it can be sent to worker processes and clusters; models are
    loaded once in each process, when the first batch is read. An article that cannot be read does
    not affect the others, whatever the reason: in the form "articles" its row has an ``error``,
    and ``read`` lists it in ``failures``. Rows are in the order of the input.

    ``reader(batch)`` is for engines that map batches; ``reader.read(batch)`` also returns failures
    and counts.
    """

    def __init__(self, settings: Settings | None = None, **changes: Any) -> None:
        self.settings = replace(settings or Settings(), **changes)
        self._extractor: Extractor | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.settings,)

    def __call__(self, batch: pa.RecordBatch | pa.Table) -> pa.RecordBatch:
        """Return the results of a batch, with the schema ``schema(batch.schema)``.

        Raises:
            InputError: the batch has no column of texts, or a named column is missing.
            ModelError: a model is missing. (LexiconError, OptionError: as ``quotex.load``.)
        """
        return self.read(batch).batch

    def read(self, batch: pa.RecordBatch | pa.Table, rows: RowReader | None = None) -> Outcome:
        """Return the results of a batch, with each article's extraction and the failures.

        The result depends only on the batch's rows, so a table may be split into batches anywhere.
        A runner that sees the whole table passes ``rows``, the same object for all its batches, so
        that ids and texts repeated from an earlier batch are noticed and row numbers continue.
        """
        found = as_batch(batch)
        read = self._rows(found, rows or RowReader(self.settings.day_first, note_duplicates=False))
        extractions = tuple(read_rows(self._loaded_extractor(), read))
        words = sum(
            len(row.article.text.split())
            for row, e in zip(read, extractions, strict=True)
            if row.article is not None and e.error is None
        )
        return Outcome(self._output(found, extractions), extractions, words)

    def failed(self, batch: pa.RecordBatch, reason: str, first: int = 0) -> Outcome:
        """Return the outcome for articles that cannot be read, for an external reason.

        This needs no models. ``first`` is the number of the first row.
        """
        rows = self._rows(
            batch, RowReader(self.settings.day_first, note_duplicates=False, number=first)
        )
        reason = str(ReadingError(reason))
        extractions = tuple(Extraction.failed(row.id, row.error or reason) for row in rows)
        return Outcome(self._output(batch, extractions), extractions, 0)

    def map(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Yield the results of each batch."""
        for batch in batches:
            yield self(batch)

    def schema(self, given: pa.Schema) -> pa.Schema:
        """Return the schema of the results for batches with the schema ``given``.

        Raises:
            InputError: there is no column of texts, or a named column is missing.
        """
        made: pa.Schema = self.own_schema()
        for name, field in self.passing(given):
            made = made.append(field.with_name(name))
        return made

    def passing(self, given: pa.Schema) -> list[tuple[str, pa.Field]]:
        """Return the columns of ``given`` that pass through, with their names in the output.

        Raises:
            InputError: there is no column of texts, or a named column is missing.
        """
        taken = set(self.settings.columns.found_in(given.names).values())
        if not self.settings.passing:
            return []
        own = set(self.own_schema().names)
        return [
            (f"input_{field.name}" if field.name in own else field.name, field)
            for field in given
            if field.name not in taken
        ]

    def load(self) -> Self:
        """Load the models now, so that any problem with them is reported before the first batch."""
        self._loaded_extractor()
        return self

    def _loaded_extractor(self) -> Extractor:
        if self._extractor is None:
            self._extractor = self.settings.extractor()
        return self._extractor

    def _rows(self, batch: pa.RecordBatch, reader: RowReader) -> list[Row]:
        columns = self.settings.columns.found_in(batch.schema.names)
        cells = {field: cells_of(batch.column(name)) for field, name in columns.items()}
        return [
            reader.read(dict(zip(cells, row, strict=True)))
            for row in zip(*cells.values(), strict=True)
        ]

    def _output(self, given: pa.RecordBatch, extractions: tuple[Extraction, ...]) -> pa.RecordBatch:
        if self.settings.form == "articles":
            made, others = article_rows(extractions), given
        else:
            made, numbers = quotation_rows(extractions)
            others = given.take(pa.array(numbers, pa.int64()))
        passing = self.passing(given.schema)
        columns = [*made.columns, *(others.column(field.name) for _, field in passing)]
        return pa.RecordBatch.from_arrays(columns, schema=self.schema(given.schema))

    def own_schema(self) -> pa.Schema:
        """Return the schema of the results, without the columns that pass through."""
        return ARTICLES_SCHEMA if self.settings.form == "articles" else QUOTATIONS_SCHEMA


def as_batch(given: pa.RecordBatch | pa.Table) -> pa.RecordBatch:
    """Return a table as one record batch."""
    if isinstance(given, pa.RecordBatch):
        return given
    columns = [column.combine_chunks() for column in given.columns]
    return pa.RecordBatch.from_arrays(columns, schema=given.schema)
