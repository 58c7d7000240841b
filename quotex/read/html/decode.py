"""Decodes the bytes of a page, and removes characters that no page may contain."""

from __future__ import annotations

import codecs
import re
from typing import Final

_UTF8: Final = "utf-8"
_FALLBACK: Final = "windows-1252"  # what browsers use for latin-1 and if nothing is declared
_DECLARATION_LIMIT: Final = 2_048
_DECLARED = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,20})""", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:windows|cp)-?125\d|iso-?8859-?\d{1,2}|latin-?\d|us-ascii|ascii|macintosh|koi8-[ru]"
    r"|shift[_-]jis|euc-(?:jp|kr)|gbk|gb2312|gb18030|big5"
)
_LATIN1 = re.compile(r"iso-?8859-?1|latin-?1|us-ascii|ascii")
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NEVER_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NOT_A_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\ufffd"


def decode(data: bytes) -> str:
    """Decode a page by its byte order mark, as UTF-8, or by the encoding that it declares.

    This never fails: bytes that cannot be decoded become U+FFFD, as in a browser.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode(_UTF8)
    except UnicodeDecodeError:
        return data.decode(_encoding(data), "replace")


def clean(text: str) -> str:
    """Return ``text`` without control characters, and with U+FFFD for lone surrogates."""
    return _NOT_A_CHARACTER.sub(_REPLACEMENT, _NEVER_TEXT.sub("", text)).replace("\f", " ")


def _encoding(data: bytes) -> str:
    """Return the encoding of bytes that are not valid UTF-8."""
    found = _DECLARED.search(data[:_DECLARATION_LIMIT])
    declared = found[1].decode("ascii", "replace").lower() if found else ""
    if _LATIN1.fullmatch(declared):
        return _UTF8 if _is_damaged_utf8(data) else _FALLBACK
    if _KNOWN.fullmatch(declared) and _exists(declared):
        return declared
    return _UTF8 if _is_damaged_utf8(data) else _FALLBACK


def _exists(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is valid UTF-8."""
    letters = [c for c in data.decode(_UTF8, "replace") if c > "\x7f"]
    return 2 * letters.count(_REPLACEMENT) < len(letters)
