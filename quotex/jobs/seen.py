"""The ids seen in earlier rows, kept on disk so that memory use stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

IDS = "ids.sqlite"
"""The file of the ids, an SQLite database."""


class SeenIds:
    """Remembers the first row of each id. Adding the same rows again changes nothing."""

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / IDS)
        self._database.execute("PRAGMA journal_mode=WAL")  # consistent after a kill at any moment
        self._database.execute("PRAGMA synchronous=OFF")
        self._database.execute(
            "CREATE TABLE IF NOT EXISTS seen (id BLOB PRIMARY KEY, first INTEGER) WITHOUT ROWID"
        )

    def earlier(self, rows: Iterable[tuple[str, int]]) -> dict[str, int]:
        """Add ids with their rows; return those seen in an earlier row, with their first row."""
        found: dict[str, int] = {}
        with self._database:
            for name, row in rows:
                key = blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).digest()
                self._database.execute("INSERT OR IGNORE INTO seen VALUES (?, ?)", (key, row))
                [(first,)] = self._database.execute("SELECT first FROM seen WHERE id = ?", (key,))
                if first != row:
                    found[name] = first
        return found

    def close(self) -> None:
        """Close the file."""
        self._database.close()
