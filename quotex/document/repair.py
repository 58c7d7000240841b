"""Repairs characters that were damaged by wrong decoding.

These are UTF-8 read as windows-1252 (â€œ for “), windows-1252 read as latin-1 (a control character
for “), HTML entities (&ldquo;), and marks that became U+FFFD where only one mark is possible.
"""

from __future__ import annotations

import html
import re
from array import array
from collections.abc import Iterator
from typing import Final, TypeAlias

Offsets: TypeAlias = "array[int]"
Repair = tuple[int, int, str]

_PASSES: Final = 3  # text may have been damaged more than once


def _windows_1252(byte: int) -> str:
    """Return the character of a byte, treating the five undefined bytes as browsers do."""
    return bytes([byte]).decode("windows-1252", "ignore") or chr(byte)


_BYTES: Final = {chr(byte): byte for byte in range(0x80, 0x100)} | {
    _windows_1252(byte): byte for byte in range(0x80, 0x100)
}
_CONTINUATION: Final = "[" + "".join(c for c, byte in _BYTES.items() if byte < 0xC0) + "]"
# Only what yields European letters, punctuation and emoji: “Straße»” is not damaged.
_DAMAGED = re.compile(
    rf"(?P<utf8>[ÂÃÄÅ]{_CONTINUATION}|[âï]{_CONTINUATION}{{2}}|ð{_CONTINUATION}{{3}})"
    rf"|(?P<closing>â€(?!{_CONTINUATION}))"
    r"|(?P<space>Â(?=\s))"
    r"|(?P<latin1>[\x80-\x84\x86-\x9f])"
    r"|(?P<entity>&(?:amp;){0,3}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});)"
    r"|(?P<apostrophe>(?<=[^\W\d_])\ufffd(?=(?:s|t|re|ve|ll|d|m)\b))"
    r"|(?P<mark>(?<![^\s(\[])\ufffd(?=\w)|(?<=[.,!?…])\ufffd(?!\S))"
)
SUSPECT: Final = "&ÂÃÄÅâïð\x80-\x84\x86-\x9f\ufffd"  # each of them contains one of these
_READABLE = re.compile("[\u00a0-\u017f\u2000-\u206f\u20a0-\u20bf\u2100-\u214f\ufb00-\ufb06\ufeff]")
_REPLACEMENTS: Final = {"closing": "”", "space": "", "apostrophe": "'", "mark": '"'}


def repaired(text: str) -> tuple[str, Offsets, Offsets] | None:
    """Return the repaired text, with the original start and end of each of its characters.

    Return None if there is nothing to repair.
    """
    starts: Offsets | None = None
    ends: Offsets | None = None
    for _ in range(_PASSES):
        found = list(_repairs(text))
        if not found:
            break
        if starts is None or ends is None:
            starts, ends = array("q", range(len(text))), array("q", range(1, len(text) + 1))
        starts = _moved(starts, [(a, b, len(intended), starts[a]) for a, b, intended in found])
        ends = _moved(ends, [(a, b, len(intended), ends[b - 1]) for a, b, intended in found])
        text = _replaced(text, found)
    return None if starts is None or ends is None else (text, starts, ends)


def _repairs(text: str) -> Iterator[Repair]:
    for match in _DAMAGED.finditer(text):
        intended = _intended(match)
        if intended is not None:
            yield *match.span(), intended


def _intended(match: re.Match[str]) -> str | None:
    """Return what a damaged stretch should be, one character or ""; None if it is not damaged."""
    kind, given = match.lastgroup or "", match.group()
    if kind == "utf8":
        intended = bytes(_BYTES[c] for c in given).decode("utf-8", "ignore")
        emoji = given[0] == "ð" and len(intended) == 1
        return intended if emoji or _READABLE.fullmatch(intended) else None
    if kind == "latin1":
        intended = _windows_1252(ord(given))
        return None if intended == given else intended
    if kind == "entity":
        intended = given
        for _ in range(_PASSES + 1):
            intended = html.unescape(intended)
        return intended if len(intended) == 1 else None
    return _REPLACEMENTS[kind]


def _moved(offsets: Offsets, found: list[tuple[int, int, int, int]]) -> Offsets:
    """Return the offsets after repairs; all characters of one repair share an offset."""
    kept = array("q")
    last = 0
    for start, end, length, offset in found:
        kept.extend(offsets[last:start])
        kept.extend([offset] * length)
        last = end
    kept.extend(offsets[last:])
    return kept


def _replaced(text: str, found: list[Repair]) -> str:
    parts: list[str] = []
    last = 0
    for start, end, intended in found:
        parts += (text[last:start], intended)
        last = end
    return "".join([*parts, text[last:]])
