"""One run of a job, which reads, writes and receipts the unfinished parts one by one."""

from __future__ import annotations

import errno
import json
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from typing import TextIO

import pyarrow as pa

from quotex.batch.chunks import CHUNK_ROWS, Answer, BatchChunk, BatchWork, failure_answer
from quotex.batch.pool import Pool
from quotex.batch.reader import BatchReader
from quotex.errors import InputError, OptionError
from quotex.jobs.manifest import Counts, Manifest, State, check_same_job
from quotex.jobs.own_files import check_other_files, remove_output, remove_unfinished
from quotex.jobs.parts import part_name, write_part
from quotex.jobs.progress import Progress
from quotex.jobs.receipts import FAILURES, Failed, Receipt, Receipts
from quotex.jobs.seen import SeenIds
from quotex.jobs.settings import Job
from quotex.jobs.sources.source import Articles, Input, Part
from quotex.tables.arrow import cells_of
from quotex.tables.cells import as_string, plain
from quotex.write.files import atomic_write

_DISK_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(slots=True)
class _OpenPart:
    """A part being read: the sizes of the chunks still to come, and the results so far."""

    part: Part
    number: int
    first: int
    articles: Articles
    chunks: deque[int]
    duplicate_ids: int = 0
    read: int = 0
    answers: list[Answer] = field(default_factory=list)
    failures: list[Failed] = field(default_factory=list)


class Run:
    """Reads what a job has not read yet, and writes the progress to ``progress_stream``."""

    def __init__(
        self, job: Job, inputs: Sequence[Input], workers: int, progress_stream: TextIO | None
    ) -> None:
        self._job = job
        self._inputs = inputs
        self._workers = workers
        self._reader = BatchReader(job.settings)
        self._manifest = Manifest(job.asked())
        check_other_files(job.output)
        if job.overwrite:
            remove_output(job.output)
        check_same_job(job.output, self._manifest.asked)
        remove_unfinished(job.output)
        self._receipts = Receipts(job.output)
        self._seen = SeenIds(job.output)
        self._open: deque[_OpenPart] = deque()
        self._progress = Progress(_total(inputs), progress_stream)

    def run(self) -> tuple[Counts, dict[str, str]]:
        """Read everything; return the counts, and why some inputs could not be read to the end."""
        job = self._job
        self._manifest.write(job.output)
        work = BatchWork(job.settings)
        failed = partial(failure_answer, self._reader)
        pool = Pool(work, self._workers, failed, job.time_limit, job.memory_limit)
        state: State = "stopped"
        try:
            for answers in pool.answers(self._chunks()):
                self._store(answers)
            state = "done"
        except OSError as error:
            if error.errno not in _DISK_FULL:
                raise
            raise OptionError(
                f"{job.output}: the disk is full; make room and run the same command again to "
                "continue from here"
            ) from None
        finally:
            pool.close()
            self._seen.close()
            self._progress.close()
            self._write_summary(state)
        return self._manifest.counts, self._manifest.refused

    def _chunks(self) -> Iterator[BatchChunk]:
        """Yield the chunks to read, part by part, skipping the parts that are done."""
        number = first = 0
        for source in self._inputs:
            rows = 0
            try:
                for part in source.parts(self._job.part_rows):
                    if not self._is_done(part, number):
                        yield from self._chunks_of(part, number, first)
                    number += 1
                    first += part.rows
                    rows += part.rows
            except InputError as error:
                self._manifest.refused[source.name] = error.args[0]
            self._manifest.inputs[source.name] = {"rows": rows, **source.about()}

    def _is_done(self, part: Part, number: int) -> bool:
        receipt = self._receipts.of(number)
        if receipt is None or not (self._job.output / receipt.file).exists():
            return False
        if receipt.digest != part.digest:
            raise OptionError(
                f"{part.input}: the rows from {part.row} on have changed since they were read; "
                "give another folder, or --overwrite to start over"
            )
        self._progress.skip(receipt.rows, len(receipt.failures))
        return True

    def _chunks_of(self, part: Part, number: int, first: int) -> Iterator[BatchChunk]:
        articles = part.read()
        cuts = list(_cuts(articles.rows))
        opened = _OpenPart(part, number, first, articles, deque(rows for _, rows in cuts))
        opened.failures += [
            Failed(
                bad.id or f"row-{first + bad.row}",
                part.input,
                part.row + bad.row,
                bad.reason,
            )
            for bad in articles.bad_rows
        ]
        self._open.append(opened)
        self._progress.add(len(opened.failures), 0, len(opened.failures))
        for start, rows in cuts:
            batch = articles.batch.slice(start, rows)
            at = first + articles.rows[start]
            known = self._seen.earlier(self._ids(batch, at))
            opened.duplicate_ids += len(known)
            yield BatchChunk(batch, at, known)
        self._finish_complete()

    def _ids(self, batch: pa.RecordBatch, first: int) -> Iterator[tuple[str, int]]:
        column = self._job.settings.columns.found_in(batch.schema.names).get("id")
        cells = cells_of(batch.column(column)) if column is not None else []
        for number, cell in enumerate(cells, first):
            if (word := as_string(plain(cell))) is not None:
                yield word, number

    def _store(self, answers: Sequence[Answer]) -> None:
        """Store the answers to the next chunk: one for all its rows, or one for each of them."""
        opened = next(o for o in self._open if o.chunks)
        rows = opened.chunks.popleft()
        for number, answer in enumerate(answers):
            for failure in answer.failures:
                place = opened.articles.rows[opened.read + number + failure.row]
                row = opened.part.row + place
                failed = Failed(failure.article_id, opened.part.input, row, failure.reason)
                opened.failures.append(failed)
        opened.answers += answers
        opened.read += rows
        words, failed_rows = sum(a.words for a in answers), sum(len(a.failures) for a in answers)
        self._progress.add(rows, words, failed_rows)
        self._finish_complete()

    def _finish_complete(self) -> None:
        while self._open and not self._open[0].chunks:
            self._finish(self._open.popleft())

    def _finish(self, opened: _OpenPart) -> None:
        """Write a part, and then its receipt."""
        name = part_name(opened.number, self._job.file_format)
        schema = self._reader.schema(opened.articles.batch.schema)
        batches = [answer.batch for answer in opened.answers]
        write_part(self._job.output / name, batches, schema)
        failures = sorted(opened.failures, key=lambda failed: failed.row)
        self._receipts.add(
            Receipt(
                part=opened.number,
                file=name,
                input=opened.part.input,
                first=opened.first,
                rows=opened.part.rows,
                digest=opened.part.digest,
                quotations=sum(a.quotations for a in opened.answers),
                words=sum(a.words for a in opened.answers),
                duplicate_ids=opened.duplicate_ids,
                failures=tuple(failures),
            )
        )

    def _write_summary(self, state: State) -> None:
        """Write the list of failures and the manifest from the receipts."""
        counts = self._manifest.counts
        with atomic_write(self._job.output / FAILURES) as stream:
            for receipt in self._receipts.all():
                counts.articles += receipt.rows
                counts.quotations += receipt.quotations
                counts.words += receipt.words
                counts.failures += len(receipt.failures)
                counts.duplicate_ids += receipt.duplicate_ids
                counts.parts += 1
                for failed in receipt.failures:
                    line = json.dumps(asdict(failed), ensure_ascii=False)
                    stream.write(line.encode() + b"\n")
        self._manifest.state = state
        self._manifest.write(self._job.output)


def _cuts(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the start and length of each chunk, a run of consecutive rows of the input."""
    start = 0
    for number in range(1, len(rows) + 1):
        is_gap = number == len(rows) or rows[number] != rows[number - 1] + 1
        if is_gap or number - start == CHUNK_ROWS:
            yield start, number - start
            start = number


def _total(inputs: Sequence[Input]) -> int | None:
    counts = [source.count() for source in inputs]
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None
