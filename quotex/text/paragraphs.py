"""Where paragraphs begin and end. A sentence never crosses such a bound."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\x0b\x0c\x85]")
_MID_SENTENCE = re.compile(r"[\w,;\-–—)'\"’”]")
_GOES_ON = re.compile(r"[a-z]|\([a-z0-9]")
_SHORT_LINE = 45


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of each paragraph of ``text``, without the space around it.

    A blank line always ends a paragraph. A single line break does so too, unless the line before
    it is a long one that breaks off in mid-sentence and the next goes on in lower case: such
    lines were wrapped, and belong together.
    """
    found: list[tuple[int, int]] = []
    last_line = ""
    for match in _LINE.finditer(text):
        line = match.group().strip()
        if not line:
            continue
        start = match.start() + match.group().index(line)
        end = start + len(line)
        if found and _is_wrapped(last_line, text[found[-1][1] : start], line):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        last_line = line
    return found


def _is_wrapped(before: str, between: str, line: str) -> bool:
    if "\u2029" in between or len(_BREAK.findall(between)) > 1:
        return False
    return (
        len(before) >= _SHORT_LINE
        and _MID_SENTENCE.fullmatch(before[-1]) is not None
        and _GOES_ON.match(line) is not None
    )
