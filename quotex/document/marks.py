"""Quotation marks: which open, which close, which are apostrophes, and what they enclose.

Marks are paired inside a paragraph, each kind with its own, innermost first, so that an odd mark
costs the one stretch that it opens, and stretches nest. A double mark that is never closed in its
paragraph runs to the paragraph's end if the next one opens with such a mark again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from quotex.document.normalise import Normalised, normalise

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
    "‘‘": ("double", "open"),
    "''": ("double", "close"),
    "’’": ("double", "close"),
    "‘’": ("double", "close"),  # what word processors make of the second kind, wherever it stands
}
_SINGLE = "single"
_MARK = re.compile(r"(?<=\S)(?:'(?=''(?!'))|’(?=’’(?!’)))|``|''|’’|‘‘|‘’|[\"“”‟„«»‹›＂'‘’‛`]")
_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‛", "'"))
_SINGLE_MARKS = frozenset("'‘’‛`")
_APOSTROPHE_WORDS = re.compile(
    r"(?:\d0s|\d\ds?\b|em|til|tis|twas|cause|bout|round|n|ere|cuz|s|t|re|ve|ll|d|m)\b",
    re.IGNORECASE,
)
_OPENS_AFTER = frozenset("([{-–—―/“\"«„‹‘'…:`")
_OPENS_BEFORE = frozenset('[($£€…“"')
_CLOSES_BEFORE = frozenset(".,;:!?)]}-–—―/”\"»›’'…")
_POSSESSIVE_REACH = 80
_DEEPEST = 8
_NOTHING = Normalised("", 0, None)


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
class _Mark:
    """A mark and what its neighbours allow; ``doubtful`` if it may as well close nothing."""

    start: int
    end: int
    family: str
    text: str
    opens: bool
    closes: bool
    doubtful: str = ""


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
    tidy = chain((normalise(text, *bounds) for bounds in paragraphs), [_NOTHING])
    for (start, end), (read, following) in zip(paragraphs, pairwise(tidy), strict=True):
        pairs, left_open, lost = _pair(_marks(read.text))
        running = _runs_on(read.text, following.text, left_open)
        stretches = [_quoted(read, opener, closer) for opener, closer in pairs]
        if running is not None:
            first, inner = read.span(running.start, running.end)
            stretches.append(Quoted(first, end, inner, end, running.family, 0, closed=False))
        odd = [*lost, *(mark for mark in left_open if mark is not running)]
        unpaired.extend(sorted(read.span(m.start, m.end) for m in odd if m.family != _SINGLE))
        stretches.sort(key=lambda q: (q.start, -q.end))
        found.extend(_with_depth(stretches, start if carried else None))
        carried = running is not None
    return Marks(found, unpaired)


def plain_marks(text: str) -> str:
    """Return a paragraph with straight marks, and double ones where single ones enclose words.

    It has the same length. A parser reads it the same whichever marks the text has, and takes no
    single mark for an apostrophe.
    """
    pairs, _, _ = _pair(_marks(text))
    plain = list(text.translate(_PLAIN))
    for mark in (m for pair in pairs for m in pair if m.family == _SINGLE):
        plain[mark.start] = '"'
    return "".join(plain)


def _quoted(read: Normalised, opener: _Mark, closer: _Mark) -> Quoted:
    start, inner_start = read.span(opener.start, opener.end)
    inner_end, end = read.span(closer.start, closer.end)
    return Quoted(start, end, inner_start, inner_end, opener.family, 0)


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


def _runs_on(text: str, following: str, left_open: list[_Mark]) -> _Mark | None:
    """Return the mark whose quotation runs on into the next paragraph, if there is one."""
    follows = _MARK.match(following.lstrip())
    outer = [mark for mark in left_open if mark.family != _SINGLE]
    if follows is None or not outer or outer[-1].text != follows.group():
        return None
    return outer[-1] if outer[-1].end < len(text) else None


def _pair(marks: list[_Mark]) -> tuple[list[tuple[_Mark, _Mark]], list[_Mark], list[_Mark]]:
    """Return the pairs, the marks that stay open, and those that were passed over."""
    stack: list[_Mark] = []
    pairs: list[tuple[_Mark, _Mark]] = []
    lost: list[_Mark] = []
    for mark in marks:
        depth = _innermost(stack, mark.family)
        if _opens(mark, is_open=depth is not None):
            stack.append(mark)
        elif depth is None:
            lost.extend([] if mark.doubtful else [mark])
        elif mark.doubtful != "possessive" or mark.start - stack[depth].end <= _POSSESSIVE_REACH:
            pairs.append((stack[depth], mark))
            lost.extend(stack[depth + 1 :])
            del stack[depth:]
    return pairs, stack, lost


def _innermost(stack: list[_Mark], family: str) -> int | None:
    """Return the place of the open mark to close. A single one closes before those around it."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if stack[depth].family == family:
            return depth
        if family == _SINGLE:
            return None
    return None


def _opens(mark: _Mark, *, is_open: bool) -> bool:
    """Decide for a mark; a curly one that stands the wrong way is turned: ”Go on”, „Go on“."""
    directed = _DIRECTED.get(mark.text)
    if directed is None:
        return mark.opens if mark.opens != mark.closes else not is_open
    if directed[1] == "close":
        return not is_open and mark.opens and not mark.closes
    return not (is_open and mark.closes and not mark.opens)


def _marks(text: str) -> list[_Mark]:
    """Return the quotation marks of a paragraph, without the apostrophes, feet and inches.

    A mark after a digit, or a possessive one, is left out where the next mark of its kind closes.
    """
    kept: list[_Mark] = []
    next_closes: dict[str, bool] = {}
    for mark in reversed(list(_candidates(text))):
        if mark.doubtful and next_closes.get(mark.family, False):
            continue
        if not mark.doubtful:
            next_closes[mark.family] = mark.closes and not mark.opens
        kept.append(mark)
    kept.reverse()
    return kept


def _candidates(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text):
        at, after = match.span()
        left = text[at - 1] if at else " "
        right = text[after] if after < len(text) else " "
        if match.group() in _SINGLE_MARKS:
            mark = _single(text, at, left, right)
            if mark.opens or mark.closes:
                yield mark
        else:
            yield _double(match, left, right)


def _double(match: re.Match[str], left: str, right: str) -> _Mark:
    text = match.group()
    family = _DIRECTED.get(text, ("double", ""))[0]
    opens = (left.isspace() or left in _OPENS_AFTER) and not right.isspace()
    closes = not left.isspace() and (right.isspace() or right in _CLOSES_BEFORE)
    inches = left.isdigit() and family == "double" and not opens
    doubtful = "inches" if inches else ""
    return _Mark(*match.span(), family, text, opens, closes or inches, doubtful)


def _single(text: str, at: int, left: str, right: str) -> _Mark:
    mark = text[at]
    opens = (left.isspace() or left in _OPENS_AFTER) and (right.isalnum() or right in _OPENS_BEFORE)
    if opens and mark != "‘":
        opens = _APOSTROPHE_WORDS.match(text, at + 1) is None
    closes = mark in "'’" and not left.isspace() and (right.isspace() or right in _CLOSES_BEFORE)
    doubtful = ""
    if closes and left in "sz" and right == " ":
        doubtful = "possessive"
    elif closes and left.isdigit():
        doubtful = "feet"
    return _Mark(at, at + 1, _SINGLE, mark, opens, closes, doubtful)
