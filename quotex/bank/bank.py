"""``quotex.Bank``: the quotations of many articles in one file, to search and check against."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from quotex.bank.connection import VERSION, connect, readable_errors, size, transaction
from quotex.bank.exporting import export, write_json_lines
from quotex.bank.reading import extractions
from quotex.bank.searching import Day, Index
from quotex.bank.speakers import Speakers
from quotex.bank.words import user_query
from quotex.bank.writing import digest, known_digest, prepared, write
from quotex.errors import InputError
from quotex.linking.identities import Identities, IdentityLike, as_identities
from quotex.records import BankAdded, BankQuotation, BankStats, ExtractionRecord
from quotex.records.given import several
from quotex.result import Extraction

_PER_TRANSACTION = 32  # articles per transaction


class Bank:
    """A quote bank: one SQLite file, created if it does not exist.

    It is a context manager, and iterates over the records of its articles. Use each object in
    one thread only; any number of them, in any number of processes, may read while one writes.

    Args:
        path: the file; SQLite keeps two more files next to it while the bank is open.
        read_only: never create the file or write to it.

    ``index`` is what ``search`` and ``quotex.check`` look quotations up in.

    Raises:
        InputError: the file is not a bank, was made by a newer quotex, or does not exist although
            ``read_only`` is set.
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._connection = connect(self.path, read_only=read_only)
        with readable_errors(self.path):
            self._speakers = Speakers(self._connection)
        self.index = Index(self._connection, self._speakers)

    def __repr__(self) -> str:
        return f"<Bank {str(self.path)!r}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the bank cannot be used afterwards."""
        self._connection.close()

    def add(
        self,
        extractions: Iterable[ExtractionRecord],
        *,
        identities: Iterable[IdentityLike] = (),
    ) -> BankAdded:
        """Add articles; an unchanged article is skipped, a changed one replaces the old one.

        Articles are identified by ``id``. They are written in batches, one transaction each, so
        the bank stays consistent however the process ends.

        Args:
            extractions: the articles as an extractor returns them, or as read back from JSON.
            identities: your own rows ``{"id": "Q42", "name": "…", "aliases": ["…"]}``, which the
                bank keeps.

        Raises:
            InputError: the input is not extractions or identities, the bank was opened
                read-only, or another process has been writing to it for too long.
        """
        if self.read_only:
            raise InputError(f"{self.path}: opened read-only; leave out read_only=True")
        left = several(extractions)
        given = as_identities(identities)
        Identities(given)  # rejects a name that two identities claim
        with readable_errors(self.path), transaction(self._connection):
            self._speakers.identify(given)
        self._speakers.read_identities()
        counts = dict.fromkeys(BankAdded.model_fields, 0)
        while group := list(islice(left, _PER_TRANSACTION)):
            for outcome in self._write_group(group):
                counts[outcome] += 1
        return BankAdded(**counts)

    def _write_group(self, group: Sequence[ExtractionRecord]) -> Iterator[str]:
        """Write some articles, and yield the outcome for each."""
        ready = []
        for extraction in group:
            if extraction.error is not None:
                yield "failed"
                continue
            sha256 = digest(extraction)
            if known_digest(self._connection, extraction.article.id) == sha256:
                yield "unchanged"
            else:
                ready.append(prepared(extraction, sha256))
        if ready:
            with readable_errors(self.path), transaction(self._connection):
                outcomes = [write(self._connection, self._speakers, article) for article in ready]
            yield from outcomes

    def search(
        self,
        words: str = "",
        *,
        speaker: str | None = None,
        after: Day | None = None,
        before: Day | None = None,
        publisher: str | None = None,
        limit: int = 20,
    ) -> list[BankQuotation]:
        """Return the quotations that contain all the words, the best matches first.

        Word endings and spelling variants are ignored; words in quotation marks must be adjacent.
        Without words, the latest quotations are returned.

        Args:
            words: the words to look for.
            speaker: a name; short forms and other names of the same government or identity match.
            after: the first day, of the speech if known, else of the article.
            before: the last day.
            publisher: the publisher as the articles give it, in upper or lower case.
            limit: the most quotations to return.

        Raises:
            InputError: a day is invalid, or ``limit`` is not a positive whole number.
        """
        if not isinstance(limit, int) or limit < 1:
            raise InputError(f"limit={limit!r}: expected a number of quotations, 1 or more")
        with readable_errors(self.path):
            kept = self.index.filter(
                speaker=speaker, after=after, before=before, publisher=publisher
            )
            query = user_query(words)
            if words.strip() and not query:
                return []
            look_up = self.index
            found = look_up.matching(query, kept, limit) if query else look_up.latest(kept, limit)
            best = max((score for _, score in found), default=1.0)
            scores = {number: score / best if best > 0 else 1.0 for number, score in found}
            return [
                row.search_result(scores[row.number]) for row in look_up.rows([n for n, _ in found])
            ]

    def article(self, article_id: str) -> Extraction | None:
        """Return the record of an article, or None if the bank has no article with this id."""
        with readable_errors(self.path):
            return next(extractions(self._connection, [article_id]), None)

    def __iter__(self) -> Iterator[Extraction]:
        """Yield the records of all articles, sorted by id."""
        found = self._connection.execute("SELECT id FROM articles ORDER BY id").fetchall()
        yield from extractions(self._connection, [row[0] for row in found])

    def stats(self) -> BankStats:
        """Return how much the bank contains."""
        with readable_errors(self.path):
            row = self._connection.execute(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM quotations), "
                "(SELECT count(*) FROM speakers), count(DISTINCT publisher), min(published), "
                "max(published) FROM articles"
            ).fetchone()
        names = ("articles", "quotations", "speakers", "publishers", "first", "last")
        values = dict(zip(names, row, strict=True))
        return BankStats(version=VERSION, bytes=size(self.path), **values)

    def export(self, path: str | os.PathLike[str]) -> int:
        """Write all articles to a file, and return how many there are.

        A name that ends in .jsonl gives one article per line, as ``quotex batch`` writes and
        ``add`` reads them; one that ends in .parquet gives one row per quotation, with the columns
        of ``to_pandas`` and ``speaker_id`` (needs pyarrow: ``pip install quotex[tables]``).

        Raises:
            InputError: the name has another ending.
            OptionError: pyarrow is not installed.
        """
        with readable_errors(self.path):
            return export(self._connection, Path(path))

    def write_json_lines(self, stream: TextIO) -> int:
        """Write all articles to a text stream, one per line, and return how many there are."""
        with readable_errors(self.path):
            return write_json_lines(self._connection, stream)
