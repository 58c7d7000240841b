"""The paragraphs of a text. A sentence never crosses a paragraph boundary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from quotex.document.normalise import Normalised, normalise
from quotex.document.pairing import Pairing, paired, plain_marks
from quotex.languages.patterns import Patterns

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BREAK = re.compile(r"\r\n|[\n\r\u2028\x0b\x0c\x85]")
_FORWARDED = re.compile(r"(?:>[^\S\n\r]?)+")
_MID_SENTENCE = re.compile(r"[\w,;\-–—)'\"’”]")
_GOES_ON = re.compile(r"[a-z]|\([a-z0-9]")
_OPENS_ITEM = re.compile(
    r"[-*•·–—]\s|\d{1,3}[.)]\s|[QA][.:]\s|\d{1,2}[:.]\d\d\b|[A-Z][A-Z .'’-]{1,40}:\s"
)
_DASH_OR_NUMBER = re.compile(r"[-–—]\s+[a-z]|\d")  # a sentence may also continue with these
_OPENS_TURN = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,4}:(?:\s|$)")  # “Mr. O'Dea: …”
_PLAIN_UNIT = "k"  # a unit whose full stop engines separate, for "£3m."
_SHORT_LINE = 45
_NARROWEST, _WIDEST = 28, 100  # widths at which text may be wrapped
_MIN_COLUMN_LINES = 3
_SHARE_FULL = 0.75
_MIN_BROKEN_LINES = 2
_SHARE_RAGGED = 0.7


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str


class Paragraph:
    """``text[start:end]``, with properties that are computed once, on demand."""

    def __init__(self, text: str, start: int, end: int, patterns: Patterns) -> None:
        self._text = text  # the whole text
        self.patterns = patterns
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        """The paragraph as it was given."""
        return self._text[self.start : self.end]

    @cached_property
    def tidy(self) -> Normalised:
        """The paragraph with plain spaces and without damage."""
        return normalise(self._text, self.start, self.end)

    @cached_property
    def pairing(self) -> Pairing:
        """Its paired quotation marks, with offsets into ``tidy.text``."""
        return paired(self.tidy.text, self.patterns)

    @cached_property
    def plain(self) -> str:
        """The cleaned-up text as an engine reads it: straight marks, no misleading full stops."""
        return _with_clear_stops(plain_marks(self.tidy.text, self.pairing), self.patterns)


def _with_clear_stops(text: str, patterns: Patterns) -> str:
    """Return a text of the same length without full stops that mislead an engine.

    Engines take the stop in "£3m. Vale said" for part of an abbreviation, and the one in "Engr.
    Vale" for the end of a sentence.
    """
    text = patterns.short_title.sub(lambda found: found.group()[:-1] + found.group()[-2], text)
    return patterns.unit_at_end.sub(_PLAIN_UNIT, text)


def paragraph_bounds(text: str, patterns: Patterns) -> list[tuple[int, int]]:
    """Return the half-open offsets of each paragraph of ``text``, without the space around it.

    A blank line always ends a paragraph. So does a single line break, unless the lines were wrapped
    at some width: then the next line's first word did not fit on the line before. Unevenly broken
    lines also continue a paragraph if most of them break off in mid-sentence. Otherwise a long line
    that breaks off in mid-sentence continues if the next one begins in lower case, and any that
    ends in a word like "said" or "the", which ``patterns`` knows.
    """
    blocks = list(_blocks(text))
    widths = [_width(block) for block in blocks]
    known = [width for width in widths if width]
    usual, widest = (int(median(known)), max(known)) if known else (0, 0)
    found: list[tuple[int, int]] = []
    for block, width in zip(blocks, widths, strict=True):
        found.append((block[0].start, block[0].end))
        ragged = 0 if width else _ragged_width(block)
        for before, line in pairwise(block):
            if (
                _continues_ragged(before.text, line.text, ragged)
                if ragged
                else _is_wrapped(before.text, line.text, width or usual, widest)
                or _breaks_off(before.text, line.text, patterns)
            ):
                found[-1] = (found[-1][0], line.end)
            else:
                found.append((line.start, line.end))
    return found


def _breaks_off(before: str, line: str, patterns: Patterns) -> bool:
    """Whether a line ends in a word that no heading or sentence ends in."""
    is_item = _OPENS_ITEM.match(line) is not None
    return not is_item and patterns.breaks_off.search(before) is not None


def _blocks(text: str) -> list[list[_Line]]:
    """Return the lines that are not blank, in groups separated by blank lines."""
    found: list[list[_Line]] = []
    for match in _LINE.finditer(text):
        forwarded = _FORWARDED.match(match.group())
        content_start = forwarded.end() if forwarded is not None else 0
        stripped = match.group()[content_start:].strip()
        if not stripped:
            continue
        start = match.start() + match.group().index(stripped, content_start)
        line = _Line(start, start + len(stripped), stripped)
        if found and _is_next_line(text[found[-1][-1].end : start]):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _is_next_line(between: str) -> bool:
    return "\u2029" not in between and len(_BREAK.findall(between)) == 1


def _width(block: list[_Line]) -> int:
    """Return the column at which a block was wrapped, or 0 if it does not look wrapped."""
    width = max(len(line.text) for line in block)
    if len(block) < _MIN_COLUMN_LINES or not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(before.text, line.text, width) for before, line in pairwise(block))
    return width if full >= _SHARE_FULL * (len(block) - 1) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Return whether the first word of the next line would not have fitted on this one."""
    first, *_ = following.split(maxsplit=1)
    space = not line.endswith("-")
    return len(line) + space + len(first) > width


def _ragged_width(block: list[_Line]) -> int:
    """Return the length of the longest line if a block was broken unevenly, else 0.

    Scanned columns look like this: most lines break off in mid-sentence.
    """
    width = max(len(line.text) for line in block)
    if len(block) <= _MIN_COLUMN_LINES or not _NARROWEST <= width <= _WIDEST:
        return 0
    broken = sum(
        _MID_SENTENCE.fullmatch(before.text[-1]) is not None
        and _GOES_ON.match(line.text) is not None
        for before, line in pairwise(block)
    )
    return width if broken >= _MIN_BROKEN_LINES and broken * 2 >= len(block) - 1 else 0


def _continues_ragged(before: str, line: str, width: int) -> bool:
    """Return whether a line of an uneven column continues the paragraph of the one before."""
    goes_on = _MID_SENTENCE.fullmatch(before[-1]) is not None
    if _OPENS_ITEM.match(line) or (_OPENS_TURN.match(line) and not goes_on):
        return False
    if goes_on and _GOES_ON.match(line):
        return True
    return len(before) >= _SHARE_RAGGED * width


def _is_wrapped(before: str, line: str, width: int, widest: int) -> bool:
    goes_on = _MID_SENTENCE.fullmatch(before[-1]) is not None
    if width and len(before) <= widest:
        if _OPENS_ITEM.match(line) and not (goes_on and _DASH_OR_NUMBER.match(line)):
            return False
        if _OPENS_TURN.match(line) and not goes_on:
            return False
        return _is_full(before, line, width)
    return len(before) >= _SHORT_LINE and goes_on and _GOES_ON.match(line) is not None
