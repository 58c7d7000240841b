"""``quotex.Bank``: the quotations of many articles in one file, to search and to check against."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from quotex.bank.connection import VERSION, connect, told, transaction
from quotex.bank.exporting import export, write_json_lines
from quotex.bank.reading import extractions
from quotex.bank.searching import Day, Index
from quotex.bank.speakers import Speakers
from quotex.bank.words import asked
from quotex.bank.writing import digest, known_digest, prepared, write
from quotex.errors import InputError
from quotex.linking.identities import Identities, IdentityLike, as_identities
from quotex.records import BankAdded, BankQuotation, BankStats, ExtractionRecord
from quotex.result import Extraction

_AT_ONCE = 32  # articles of one transaction


class Bank:
    """A quote bank: one SQLite file, which is made where there is none.

    It is a context manager, and iterates over the records of its articles. One object belongs to
    one thread; any number of them, in any number of processes, may read while one writes.

    Args:
        path: the file; SQLite keeps two more beside it while the bank is open.
        read_only: refuse to make the file or to write to it.

    ``index`` is what ``search`` and ``quotex.check`` look up.

    Raises:
        InputError: the file is no bank, is of a newer quotex, or is missing where it must be.
    """

    def __init__(self, path: str | os.PathLike[str], *, read_only: bool = False) -> None:
        self.path = Path(path)
        self.read_only = read_only
        self._connection = connect(self.path, read_only=read_only)
        with told(self.path):
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
        """Close the file; the bank can then not be used any more."""
        self._connection.close()

    def add(
        self,
        extractions: Iterable[ExtractionRecord],
        *,
        identities: Iterable[IdentityLike] = (),
    ) -> BankAdded:
        """Add articles; one that is there already changes nothing, a newer version replaces it.

        An article is known by its ``id``. Some articles at a time are written in one transaction,
        so that the bank is whole however the process ends.

        Args:
            extractions: the articles as an extractor returns them, or as read back from JSON.
            identities: rows ``{"id": "Q42", "name": "…", "aliases": ["…"]}`` of the user's own,
                which the bank keeps.

        Raises:
            InputError: what is given are no extractions or identities, the bank is open for
                reading alone, or another process has been writing to it for very long.
        """
        if self.read_only:
            raise InputError(f"{self.path}: open for reading alone; leave out read_only=True")
        if isinstance(extractions, (ExtractionRecord, str)):
            raise InputError("expected several extractions, got one; put it in a list")
        given = as_identities(identities)
        Identities(given)  # refuses a name that two of them claim
        with told(self.path), transaction(self._connection):
            self._speakers.identify(given)
        self._speakers.read_identities()
        counts = dict.fromkeys(BankAdded.model_fields, 0)
        left = iter(extractions)
        while group := list(islice(left, _AT_ONCE)):
            for outcome in self._written(group):
                counts[outcome] += 1
        return BankAdded(**counts)

    def _written(self, group: Sequence[ExtractionRecord]) -> Iterator[str]:
        """Write some articles, and yield what became of each."""
        ready = []
        for extraction in group:
            if not isinstance(extraction, ExtractionRecord):
                raise InputError(
                    f"expected extractions, got {type(extraction).__name__}; read an article "
                    "with quotex.load() first, or Extraction.model_validate_json(line)"
                )
            if extraction.error is not None:
                yield "failed"
                continue
            sha256 = digest(extraction)
            if known_digest(self._connection, extraction.article.id) == sha256:
                yield "unchanged"
            else:
                ready.append(prepared(extraction, sha256))
        if ready:
            with told(self.path), transaction(self._connection):
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
        """Return the quotations that hold all the words, the best matches first.

        Endings and spellings do not count; words in quotation marks must stand in a row. Without
        words, the latest quotations are returned.

        Args:
            words: what is looked for.
            speaker: a name; short forms and other names of one government or identity count.
            after: the first day, of speech where that is known, else of the article.
            before: the last day.
            publisher: as the articles give it, in any case.
            limit: how many at most.

        Raises:
            InputError: a day is none, or ``limit`` is no number of quotations.
        """
        if not isinstance(limit, int) or limit < 1:
            raise InputError(f"limit={limit!r}: expected a number of quotations, 1 or more")
        with told(self.path):
            kept = self.index.filter(
                speaker=speaker, after=after, before=before, publisher=publisher
            )
            query = asked(words)
            if words.strip() and not query:
                return []
            look_up = self.index
            found = look_up.matching(query, kept, limit) if query else look_up.latest(kept, limit)
            best = max((score for _, score in found), default=1.0)
            scores = {number: score / best if best > 0 else 1.0 for number, score in found}
            return [row.found(scores[row.number]) for row in look_up.rows([n for n, _ in found])]

    def article(self, article_id: str) -> Extraction | None:
        """Return the record of an article, None where the bank has none of this id."""
        with told(self.path):
            return next(extractions(self._connection, [article_id]), None)

    def __iter__(self) -> Iterator[Extraction]:
        """Yield the records of all articles, by their ids."""
        found = self._connection.execute("SELECT id FROM articles ORDER BY id").fetchall()
        yield from extractions(self._connection, [row[0] for row in found])

    def stats(self) -> BankStats:
        """Return what the bank holds."""
        with told(self.path):
            row = self._connection.execute(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM quotations), "
                "(SELECT count(*) FROM speakers), count(DISTINCT publisher), min(published), "
                "max(published) FROM articles"
            ).fetchone()
        names = ("articles", "quotations", "speakers", "publishers", "first", "last")
        values = dict(zip(names, row, strict=True))
        return BankStats(version=VERSION, bytes=self.path.stat().st_size, **values)

    def export(self, path: str | os.PathLike[str]) -> int:
        """Write all articles to a file, and return how many there are.

        A name that ends in .jsonl gives an article a line, as ``quotex batch`` writes it and
        ``add`` reads it; one that ends in .parquet a row a quotation, with the columns of
        ``to_pandas`` and ``speaker_id`` (needs pyarrow: ``pip install quotex[tables]``).

        Raises:
            InputError: the name ends otherwise.
            OptionError: pyarrow is not installed.
        """
        with told(self.path):
            return export(self._connection, Path(path))

    def write_json_lines(self, stream: TextIO) -> int:
        """Write all articles to a text stream, an article a line; return how many there are."""
        with told(self.path):
            return write_json_lines(self._connection, stream)
