"""What quotation marks enclose: the quoted stretches of a text.

Stretches nest. A double mark that is never closed in its paragraph runs to the paragraph's end if
the next one opens with such a mark again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotex.document.normalise import Normalised
from quotex.document.pairing import MARK, SINGLE, Family, Mark
from quotex.document.paragraphs import Paragraph


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
    family: Family
    depth: int
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Marks:
    """The quoted stretches of a text, and the offsets of double marks that have no partner."""

    stretches: list[Quoted]
    unpaired: list[tuple[int, int]]


def read_marks(paragraphs: Sequence[Paragraph]) -> Marks:
    """Return the quoted stretches of a text in order of their start, outer before inner."""
    found: list[Quoted] = []
    unpaired: list[tuple[int, int]] = []
    carried = False
    for number, paragraph in enumerate(paragraphs):
        read, pairing = paragraph.tidy, paragraph.pairing
        following = "".join(p.tidy.text for p in paragraphs[number + 1 : number + 2])
        running = _runs_on(read.text, following, pairing.open)
        stretches = [_quoted(read, opener, closer) for opener, closer in pairing.pairs]
        if running is not None:
            first, inner = read.span(running.start, running.end)
            end = paragraph.end
            stretches.append(Quoted(first, end, inner, end, running.family, 0, closed=False))
        odd = [*pairing.lost, *(mark for mark in pairing.open if mark is not running)]
        unpaired.extend(sorted(read.span(m.start, m.end) for m in odd if m.family != SINGLE))
        stretches.sort(key=lambda q: (q.start, -q.end))
        found.extend(_with_depth(stretches, paragraph.start if carried else None))
        carried = running is not None
    return Marks(found, unpaired)


def _quoted(read: Normalised, opener: Mark, closer: Mark) -> Quoted:
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


def _runs_on(text: str, following: str, left_open: list[Mark]) -> Mark | None:
    """Return the mark whose quotation runs on into the next paragraph, if there is one."""
    follows = MARK.match(following.lstrip())
    outer = [mark for mark in left_open if mark.family != SINGLE]
    if follows is None or not outer or outer[-1].text != follows.group():
        return None
    return outer[-1] if outer[-1].end < len(text) else None
