"""Where paragraphs begin and end. A sentence never crosses such a bound."""

from __future__ import annotations

import re

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_MID_SENTENCE = re.compile(r"[\w,;\-–—)'\"’”]\s*$")
_GOES_ON = re.compile(r"\s*[a-z(]")
_BLANK_LINE = re.compile(r"\n\s*\n|\u2029")
_SHORT_LINE = 45


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the half-open offsets of each paragraph of ``text``, without the space around it.

    A blank line always ends a paragraph. A single line break does so too, unless the line before
    it is a long one that breaks off in mid-sentence and the next goes on in lower case: such
    lines were wrapped, and belong together.
    """
    found: list[tuple[int, int]] = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if found and _is_wrapped(text, found[-1], start, line):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_wrapped(text: str, before: tuple[int, int], start: int, line: str) -> bool:
    if _BLANK_LINE.search(text, before[1], start):
        return False
    last_line = text[max(before[0], text.rfind("\n", 0, before[1]) + 1) : before[1]]
    return (
        len(last_line) >= _SHORT_LINE
        and _MID_SENTENCE.search(last_line) is not None
        and _GOES_ON.match(line) is not None
    )
