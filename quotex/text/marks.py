"""Quotation marks: which open, which close, which are apostrophes, and what they enclose.

Marks are paired inside a paragraph, each kind with its own, innermost first, so that an odd mark
costs the one stretch that it opens. A double mark that opens a paragraph and is never closed
there runs to its end if the next paragraph opens with a mark again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_DIRECTED = {
    "“": ("double", "open"),
    "”": ("double", "close"),
    "‟": ("double", "open"),
    "„": ("double", "open"),
    "«": ("guillemet", "open"),
    "»": ("guillemet", "close"),
    "‹": ("single guillemet", "open"),
    "›": ("single guillemet", "close"),
    "``": ("double", "open"),
    "''": ("double", "close"),
}
_SINGLE = "single"
_MARK = re.compile(r"``|''|[\"“”‟„«»‹›＂'‘’‛`]")
_SINGLE_CLOSER = re.compile(r"['’]")
_APOSTROPHE_WORDS = re.compile(
    r"(?:\d0s|\d\ds?\b|em|til|tis|twas|cause|bout|round|n|ere|cuz|s|t|re|ve|ll|d|m)\b",
    re.IGNORECASE,
)
_OPENS_AFTER = frozenset("([{-–—―/“\"«„‹‘'…:`")
_CLOSES_BEFORE = frozenset(".,;:!?)]}-–—―/”\"»›’'…")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks: ``[start, end)`` with them, the inner bounds without.

    ``depth`` 0 is an outer stretch. ``closed`` is False where the closing mark is left to a later
    paragraph; ``continues`` is True where the stretch goes on from the one before.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    family: str
    depth: int
    closed: bool = True
    continues: bool = False


@dataclass(slots=True)
class _Open:
    start: int
    end: int
    family: str
    mark: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The quoted stretches of a text, and the offsets of double marks that have no partner."""

    stretches: list[Quoted]
    unpaired: list[tuple[int, int]]


def read_marks(text: str, paragraphs: list[tuple[int, int]]) -> Marks:
    """Return the quoted stretches of ``text`` in order of their start, outer before inner."""
    found: list[Quoted] = []
    unpaired: list[tuple[int, int]] = []
    carried = False
    for number, (start, end) in enumerate(paragraphs):
        pairs, left_open = _pair(text, start, end)
        running = _runs_on(text, paragraphs, number, left_open)
        stretches = [_quoted(opened, close) for opened, close in pairs]
        if running is not None:
            stretches.append(
                Quoted(running.start, end, running.end, end, running.family, 0, closed=False)
            )
        unpaired.extend((m.start, m.end) for m in left_open if m is not running)
        stretches.sort(key=lambda q: (q.start, -q.end))
        found.extend(_with_depth(stretches, start if carried else None))
        carried = running is not None
    return Marks(found, unpaired)


def _quoted(opened: _Open, close: tuple[int, int]) -> Quoted:
    return Quoted(opened.start, close[1], opened.end, close[0], opened.family, 0)


def _with_depth(stretches: list[Quoted], carried_to: int | None) -> list[Quoted]:
    """Count how many stretches enclose each; one at ``carried_to`` continues another."""
    out: list[Quoted] = []
    enclosing: list[int] = []
    for q in stretches:
        while enclosing and enclosing[-1] <= q.start:
            enclosing.pop()
        out.append(replace(q, depth=len(enclosing), continues=q.start == carried_to))
        enclosing.append(q.end)
    return out


def _runs_on(
    text: str, paragraphs: list[tuple[int, int]], number: int, left_open: list[_Open]
) -> _Open | None:
    """Return the mark whose quotation runs on into the next paragraph, if there is one."""
    if number + 1 == len(paragraphs):
        return None
    follows = _MARK.match(text, paragraphs[number + 1][0])
    if follows is None:
        return None
    outer = [opened for opened in left_open if opened.family != _SINGLE]
    if not outer or outer[-1].mark != follows.group():
        return None
    return outer[-1]


def _pair(
    text: str, start: int, end: int
) -> tuple[list[tuple[_Open, tuple[int, int]]], list[_Open]]:
    """Pair the marks of one paragraph; return the pairs and the marks that stay open."""
    stack: list[_Open] = []
    pairs: list[tuple[_Open, tuple[int, int]]] = []
    singles = _SinglePartners(text, start, end)
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        if mark in "'‘’‛`":
            partner = singles.partner(at)
            if partner is not None and _fits(stack, partner, text, at):
                pairs.append((_Open(at, after, _SINGLE, mark), (partner, partner + 1)))
            continue
        family, role = _role(text, start, end, match, stack)
        if role == "open":
            stack.append(_Open(at, after, family, mark))
        elif (depth := _innermost(stack, family)) is not None:
            pairs.append((stack[depth], (at, after)))
            del stack[depth:]
    return pairs, stack


def _innermost(stack: list[_Open], family: str) -> int | None:
    for depth in range(len(stack) - 1, max(-1, len(stack) - 9), -1):
        if stack[depth].family == family:
            return depth
    return None


def _fits(stack: list[_Open], partner: int, text: str, at: int) -> bool:
    """A single pair inside a double one closes before a double mark does."""
    if not stack:
        return True
    inside = text[at + 1 : partner]
    return inside.count('"') % 2 == 0 and inside.count("“") == inside.count("”")


def _role(
    text: str, start: int, end: int, match: re.Match[str], stack: list[_Open]
) -> tuple[str, str]:
    mark = match.group()
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    opens = (before.isspace() or before in _OPENS_AFTER) and not after.isspace()
    closes = not before.isspace() and (after.isspace() or after in _CLOSES_BEFORE)
    if mark in _DIRECTED:
        family, role = _DIRECTED[mark]
        return family, _mended(role, opens, closes, _innermost(stack, family) is not None)
    if opens != closes:
        return "double", "open" if opens else "close"
    return "double", "close" if _innermost(stack, "double") is not None else "open"


def _mended(role: str, opens: bool, closes: bool, is_open: bool) -> str:
    """Turn a curly mark round that stands the wrong way: "said, ”Go on”", "„…“"."""
    if role == "close" and not is_open and opens and not closes:
        return "open"
    if role == "open" and is_open and closes and not opens:
        return "close"
    return role


class _SinglePartners:
    """Finds the closing partner of single marks, each looked for once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._closers: list[int] | None = None
        self._next = 0
        self._taken_to = start

    def partner(self, at: int) -> int | None:
        """Return the offset of the mark that closes the one at ``at``, None for an apostrophe."""
        if at < self._taken_to or not self._may_open(at):
            return None
        closers = self._candidates()
        while self._next < len(closers) and closers[self._next] <= at + 1:
            self._next += 1
        if self._next == len(closers):
            return None
        self._taken_to = closers[self._next]
        return self._taken_to

    def _may_open(self, at: int) -> bool:
        text = self._text
        before = text[at - 1] if at > self._start else " "
        after = text[at + 1] if at + 1 < self._end else " "
        if not (before.isspace() or before in _OPENS_AFTER) or not (
            after.isalnum() or after in '[$…“"'
        ):
            return False
        return text[at] == "‘" or _APOSTROPHE_WORDS.match(text, at + 1) is None

    def _candidates(self) -> list[int]:
        if self._closers is None:
            self._closers = [
                m.start()
                for m in _SINGLE_CLOSER.finditer(self._text, self._start, self._end)
                if self._may_close(m.start())
            ]
        return self._closers

    def _may_close(self, at: int) -> bool:
        text = self._text
        before = text[at - 1] if at > self._start else " "
        after = text[at + 1] if at + 1 < self._end else " "
        if before.isspace() or not (after.isspace() or after in _CLOSES_BEFORE):
            return False
        plural_possessive = before in "sz" and after == " "
        return not plural_possessive
