"""Folders of articles, each article a text file or an HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa

from quotex.errors import InputError, QuotexError
from quotex.jobs.sources.source import Articles, BadRow, Part
from quotex.read.files import encodable, read_article
from quotex.records import Article
from quotex.tables.columns import FIELDS

ARTICLE_ENDINGS = frozenset({".txt", ".html", ".htm", ".xhtml"})
"""The endings of files that are read as one article each."""

_DIGEST = 16  # bytes


class Folder:
    """The ``.txt`` and ``.html`` files in a folder and its subfolders, sorted by path.

    The id of an article is its path within the folder; of a byte that is not UTF-8, its escape.
    """

    def __init__(self, path: Path, max_chars: int) -> None:
        self._path = path
        self._max_chars = max_chars

    @property
    def name(self) -> str:
        """The path."""
        return str(self._path)

    def about(self) -> dict[str, Any]:
        """Return nothing; the digests of the parts show whether files have changed."""
        return {}

    def count(self) -> int | None:
        """Return the number of files."""
        return len(self._files())

    def parts(self, size: int) -> Iterator[Part]:
        """Yield the files in parts.

        Raises:
            InputError: there are no such files.
        """
        found = self._files()
        if not found:
            raise InputError(f"{self.name}: no .txt or .html file in this folder")
        files, row = iter(found), 0
        while chunk := list(islice(files, size)):
            digest = blake2b(digest_size=_DIGEST)
            for path in chunk:
                digest.update(f"{encodable(str(path))} {_state(path)}\n".encode())
            read = partial(self._read, chunk)
            yield Part(self.name, row, len(chunk), digest.hexdigest(), read)
            row += len(chunk)

    def _files(self) -> list[Path]:
        return sorted(p for p in self._path.rglob("*") if p.suffix.lower() in ARTICLE_ENDINGS)

    def _read(self, paths: Sequence[Path]) -> Articles:
        cells: dict[str, list[str | None]] = {name: [] for name in FIELDS}
        rows, bad_rows = [], []
        for number, path in enumerate(paths):
            id_ = encodable(path.relative_to(self._path).as_posix())
            try:
                article = read_article(str(path), self._max_chars)
            except QuotexError as error:
                bad_rows.append(BadRow(number, encodable(str(error)), id_))
                continue
            rows.append(number)
            found = article if isinstance(article, Article) else Article(text=article)
            values = {name: getattr(found, name) for name in FIELDS}
            values["id"] = id_
            for name in FIELDS:
                value = values[name]
                cells[name].append(None if value is None else str(value))
        columns = [pa.array(column, pa.large_string()) for column in cells.values()]
        return Articles(pa.RecordBatch.from_arrays(columns, names=list(cells)), rows, bad_rows)


def _state(path: Path) -> str:
    """Return the size and time of a file, or nothing for one that cannot be read either."""
    try:
        stat = path.stat()
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns}"
