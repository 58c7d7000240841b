"""Finds which quotation marks of a paragraph belong together, and which are apostrophes.

Each mark is paired with one of its kind, innermost first, so that an odd mark affects only the
stretch that it opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from quotex.languages.patterns import Patterns

Family = Literal["double", "guillemet", "single guillemet", "single"]
Side = Literal["open", "close"]
Doubt = Literal["", "possessive", "inches", "feet"]

_DIRECTED: dict[str, tuple[Family, Side]] = {
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
    "‘’": ("double", "close"),  # what word processors turn '' into, in any position
}
SINGLE: Family = "single"
MARK = re.compile(r"(?<=\S)(?:'(?=''(?!'))|’(?=’’(?!’)))|``|''|’’|‘‘|‘’|[\"“”‟„«»‹›＂'‘’‛`]")
_PLAIN = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‛", "'"))
_SINGLE_MARKS = frozenset("'‘’‛`")
_OPENS_AFTER = frozenset("([{-–—―/“\"«„‹‘'…:`")
_OPENS_BEFORE = frozenset('[($£€…“"')
_CLOSES_BEFORE = frozenset(".,;:!?)]}-–—―/”\"»›’'…")
_POSSESSIVE_REACH = 80
_DEEPEST = 8


@dataclass(slots=True, eq=False)
class Mark:
    """A mark, and what its neighbours allow it to do; ``doubtful`` says what else it may be."""

    start: int
    end: int
    family: Family
    text: str
    opens: bool
    closes: bool
    doubtful: Doubt = ""


class Pairing(NamedTuple):
    """The pairs of a paragraph, the marks left open, and those that were skipped."""

    pairs: list[tuple[Mark, Mark]]
    open: list[Mark]
    lost: list[Mark]

    def all(self) -> list[Mark]:
        """Return all marks, paired or not."""
        return [*(mark for pair in self.pairs for mark in pair), *self.open, *self.lost]


def paired(text: str, patterns: Patterns) -> Pairing:
    """Pair the marks of one paragraph.

    Args:
        text: the cleaned-up paragraph.
        patterns: those of its language, which distinguish apostrophes from marks.
    """
    stack: list[Mark] = []
    pairs: list[tuple[Mark, Mark]] = []
    lost: list[Mark] = []
    for mark in _marks(text, patterns):
        depth = _innermost(stack, mark.family)
        if _opens(mark, is_open=depth is not None):
            stack.append(mark)
        elif depth is None:
            lost.extend([] if mark.doubtful else [mark])
        elif mark.doubtful != "possessive" or mark.start - stack[depth].end <= _POSSESSIVE_REACH:
            pairs.append((stack[depth], mark))
            lost.extend(stack[depth + 1 :])
            del stack[depth:]
    return Pairing(pairs, stack, lost)


def plain_marks(text: str, pairing: Pairing) -> str:
    """Return a paragraph with straight marks, and double ones where single ones enclose words.

    The length stays the same. A parser then reads the text in the same way whichever marks it has,
    and does not take a single mark for an apostrophe.
    """
    plain = list(text.translate(_PLAIN))
    for mark in (m for pair in pairing.pairs for m in pair if m.family == SINGLE):
        plain[mark.start] = '"'
    return "".join(plain)


def _innermost(stack: list[Mark], family: Family) -> int | None:
    """Return the index of the open mark that a mark of this family closes, or None.

    A single mark never closes across a mark of another family.
    """
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _DEEPEST), -1):
        if stack[depth].family == family:
            return depth
        if family == SINGLE:
            return None
    return None


def _opens(mark: Mark, *, is_open: bool) -> bool:
    """Return whether a mark opens, even a curly one turned the wrong way: ”Go on”, „Go on“."""
    directed = _DIRECTED.get(mark.text)
    if directed is None:
        return mark.opens if mark.opens != mark.closes else not is_open
    if directed[1] == "close":
        return not is_open and mark.opens and not mark.closes
    return not (is_open and mark.closes and not mark.opens)


def _marks(text: str, patterns: Patterns) -> list[Mark]:
    """Return the quotation marks of a paragraph, without the apostrophes, feet and inches.

    A mark after a digit, or a possessive, is left out if the next mark of its kind closes.
    """
    kept: list[Mark] = []
    next_closes: dict[Family, bool] = {}
    for mark in reversed(list(_candidates(text, patterns))):
        if mark.doubtful and next_closes.get(mark.family, False):
            continue
        if not mark.doubtful:
            next_closes[mark.family] = mark.closes and not mark.opens
        kept.append(mark)
    kept.reverse()
    return kept


def _candidates(text: str, patterns: Patterns) -> Iterator[Mark]:
    for match in MARK.finditer(text):
        at, after = match.span()
        left = text[at - 1] if at else " "
        right = text[after] if after < len(text) else " "
        if match.group() in _SINGLE_MARKS:
            mark = _single(text, at, left, right, patterns)
            if mark.opens or mark.closes:
                yield mark
        else:
            yield _double(match, left, right)


def _double(match: re.Match[str], left: str, right: str) -> Mark:
    text = match.group()
    family: Family = _DIRECTED[text][0] if text in _DIRECTED else "double"
    opens = (left.isspace() or left in _OPENS_AFTER) and not right.isspace()
    closes = not left.isspace() and (right.isspace() or right in _CLOSES_BEFORE)
    inches = left.isdigit() and family == "double" and not opens
    doubtful: Doubt = "inches" if inches else ""
    return Mark(*match.span(), family, text, opens, closes or inches, doubtful)


def _single(text: str, at: int, left: str, right: str, patterns: Patterns) -> Mark:
    mark = text[at]
    opens = (left.isspace() or left in _OPENS_AFTER) and (right.isalnum() or right in _OPENS_BEFORE)
    if opens and mark != "‘":
        opens = patterns.apostrophe_word.match(text, at + 1) is None
    closes = mark in "'’" and not left.isspace() and (right.isspace() or right in _CLOSES_BEFORE)
    doubtful: Doubt = ""
    if closes and patterns.possessive_end.match(left) and right == " ":
        doubtful = "possessive"
    elif closes and left.isdigit():
        doubtful = "feet"
    return Mark(at, at + 1, SINGLE, mark, opens, closes, doubtful)
