"""Bytes of a page as text, and text without what no page may hold."""

from __future__ import annotations

import codecs
import re
from typing import Final

_UTF8: Final = "utf-8"
_COMMON: Final = "windows-1252"  # what browsers take for latin-1 and for nothing declared
_DECLARED_WITHIN: Final = 2_048
_DECLARED = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([\w-]{1,20})""", re.IGNORECASE)
_KNOWN = re.compile(
    r"(?:windows|cp)-?125\d|iso-?8859-?\d{1,2}|latin-?\d|us-ascii|ascii|macintosh|koi8-[ru]"
    r"|shift[_-]jis|euc-(?:jp|kr)|gbk|gb2312|gb18030|big5"
)
_LATIN1 = re.compile(r"iso-?8859-?1|latin-?1|us-ascii|ascii")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NEVER_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NOT_A_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT: Final = "\ufffd"


def decode(data: bytes) -> str:
    """Return the text of a page, by its byte order mark, as UTF-8, or by what it declares.

    Nothing is refused: a byte that fits nowhere becomes U+FFFD, as in a browser.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode(_UTF8)
    except UnicodeDecodeError:
        return data.decode(_encoding(data), "replace")


def clean(text: str) -> str:
    """Return ``text`` without control characters, and U+FFFD for surrogates that stand alone."""
    return _NOT_A_CHARACTER.sub(_REPLACEMENT, _NEVER_TEXT.sub("", text)).replace("\f", " ")


def _encoding(data: bytes) -> str:
    """Return the encoding of bytes that are not UTF-8 throughout."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    declared = found[1].decode("ascii", "replace").lower() if found else ""
    if _LATIN1.fullmatch(declared):
        return _UTF8 if _is_damaged_utf8(data) else _COMMON
    if _KNOWN.fullmatch(declared) and _exists(declared):
        return declared
    return _UTF8 if _is_damaged_utf8(data) else _COMMON


def _exists(name: str) -> bool:
    try:
        codecs.lookup(name)
    except LookupError:
        return False
    return True


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether more of what is not ASCII is good UTF-8 than is not."""
    letters = [c for c in data.decode(_UTF8, "replace") if c > "\x7f"]
    return 2 * letters.count(_REPLACEMENT) < len(letters)
