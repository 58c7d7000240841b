"""Opens the file of a bank: checks that it is a bank, and brings an older schema up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Final

from quotex.errors import InputError

VERSION: Final = 1
"""The version of the schema, in the file's ``user_version``."""

_APPLICATION_ID: Final = 0x71756F74  # "quot" in ASCII
_WAIT = 30.0  # seconds to wait for another process that is writing


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Return a connection to a bank, creating the file if it does not exist.

    Raises:
        InputError: the file is not a bank, was made by a newer quotex, or is missing and must not
            be created.
    """
    if read_only and not path.exists():
        raise InputError(f"{path}: no such bank; create it with: quotex bank add {path} FILE…")
    if path.is_dir():
        raise InputError(f"{path} is a folder; expected a bank file")
    mode = "ro" if read_only else "rwc"
    with readable_errors(path):
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=_WAIT, isolation_level=None)
    try:
        with readable_errors(path):
            _migrate(connection, path, read_only=read_only)
    except BaseException:
        connection.close()
        raise
    return connection


def size(path: Path) -> int:
    """Return the bytes of a bank's file and of its write-ahead log, if there is one."""
    file = path.resolve()
    try:
        log = file.with_name(f"{file.name}-wal").stat().st_size
    except FileNotFoundError:
        log = 0
    return file.stat().st_size + log


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into readable ones that name the file."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        message = str(error)
        if "not a database" in message or "malformed" in message:
            reason = "not a quote bank; give a file made by quotex bank add"
        elif "locked" in message or "busy" in message:
            reason = f"another process has been writing to it for {_WAIT:.0f} s; try again later"
        else:
            reason = f"the bank cannot be used: {message}"
        raise InputError(f"{path}: {reason}") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all or nothing; other writers wait, readers do not."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection, path: Path, *, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    version = _version(connection, path)
    if version == VERSION:
        return
    if version > VERSION:
        raise InputError(
            f"{path}: a bank of version {version}, made by a newer quotex; this one reads up to "
            f"version {VERSION}; upgrade quotex"
        )
    if read_only:
        raise InputError(
            f"{path}: a bank of version {version}, expected {VERSION}; open it for writing once, "
            "for example with quotex bank add, to bring it up to date"
        )
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):  # another process may have done it in the meantime
        for number in range(_version(connection, path) + 1, VERSION + 1):
            for statement in _statements(migration(number)):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
        connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")


def migration(number: int) -> str:
    """Return the SQL that migrates from the previous version to this one."""
    return files("quotex.bank").joinpath(f"{number}.sql").read_text("utf-8")


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the schema, 0 for an empty file.

    Raises:
        InputError: the file is another database.
    """
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    [application] = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != _APPLICATION_ID:
        raise InputError(f"{path}: a database, but not a quote bank; give another name")
    [version] = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; a trigger counts as one."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
