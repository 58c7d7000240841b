"""Reads the text of a file or standard input, or says in one line why it cannot be read.

Files ending in ``.html``, ``.htm`` or ``.xhtml`` are pages; the article is extracted from them.
"""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path

from quotex.errors import InputError
from quotex.limits import MAX_HTML_CHARS
from quotex.read.html.article import from_html
from quotex.records import Article

_HEAD = 4096  # bytes
_COMPRESSED = frozenset({".gz", ".zst"})
_TABLES = {
    ".jsonl": "JSON Lines",
    ".ndjson": "JSON Lines",
    ".parquet": "a Parquet table",
    ".csv": "a CSV table",
    ".tsv": "a TSV table",
}
_RECORD = re.compile(rb'\s*\{\s*"(?:[^"\\\n]|\\.)*"\s*:')  # no prose begins like this
_PAGES = frozenset({".html", ".htm", ".xhtml"})


def table_form(name: str) -> str | None:
    """Return which kind of table of articles a file is, by its name or first bytes, or None."""
    ends = [end.lower() for end in Path(name).suffixes[-2:]]
    if ends and ends[-1] in _COMPRESSED:
        ends.pop()
    if ends and ends[-1] in _TABLES:
        return _TABLES[ends[-1]]
    try:
        if name == "-":
            peek = getattr(sys.stdin.buffer, "peek", None)
            head = peek(_HEAD) if peek is not None else b""
        else:
            with Path(name).open("rb") as file:
                head = file.read(_HEAD)
    except (OSError, ValueError):
        return None  # the error is reported when it is read
    return _TABLES[".jsonl"] if _RECORD.match(head.removeprefix(codecs.BOM_UTF8)) else None


def read_article(name: str, max_chars: int) -> str | Article:
    """Return the text of a file, or the article of a page.

    Raises:
        InputError: the file cannot be read, or is a page without an article.
        OptionError: the file is a page, and the extra ``quotex[html]`` is not installed.
    """
    if Path(name).suffix.lower() not in _PAGES:
        return read_text(name)
    return from_html(_bytes(name), max_chars=max(max_chars, MAX_HTML_CHARS))


def read_text(name: str) -> str:
    """Return the text of a UTF-8 file; ``-`` is standard input.

    Raises:
        InputError: the file does not exist, or is a folder, empty, binary or not UTF-8.
    """
    data = sys.stdin.buffer.read() if name == "-" else _bytes(name)
    shown = "standard input" if name == "-" else name
    if not data.strip():
        raise InputError(f"{shown}: there is no text in it ({len(data)} bytes)")
    if b"\0" in data[:8192]:
        raise InputError(f"{shown}: a binary file, expected text in UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{shown}: not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}); convert it "
            f"first, for example: iconv -f WINDOWS-1252 -t UTF-8"
        ) from None


def encodable(name: str) -> str:
    r"""Return a file's name with ``\udce9`` written out for a byte 0xE9 that is not UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def _bytes(name: str) -> bytes:
    path = Path(name)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{name}: there is no such file") from None
    except IsADirectoryError:
        raise InputError(f"{name}: a folder, expected a text file") from None
    except OSError as error:
        raise InputError(f"{name}: cannot be read ({error.strerror or error})") from None
