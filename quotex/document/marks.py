"""What quotation marks enclose: the quoted stretches of a text.

Stretches nest. A mark that is never closed in its paragraph runs to the paragraph's end if the next
one opens with such a mark again, or to the next such mark that opens a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotex.document.normalise import Normalised
from quotex.document.pairing import MARK, SINGLE, Family, Mark
from quotex.document.paragraphs import Paragraph

_EDGE = frozenset(".?!…:,”\"’'»)")
_BEFORE = 3  # characters
_CAPITAL = re.compile(r"[“\"‘'«(\[…]{0,2}[^\W\d_a-z]")
_SENTENCE = re.compile(r"[^\W_].*\s.*[.?!…]", re.DOTALL)


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
        running = _runs_on(paragraph, paragraphs[number + 1 : number + 2])
        stretches = [_quoted(read, opener, closer) for opener, closer in pairing.pairs]
        if running is not None:
            first, inner = read.span(running.start, running.end)
            end = paragraph.end
            stretches.append(Quoted(first, end, inner, end, running.family, 0, closed=False))
        joined = _joined(paragraph, running)
        stretches += [_unclosed(read, opener, end) for opener, end, _ in joined]
        whole = {running, *(opener for opener, _, _ in joined)}
        odd = [*pairing.lost, *(mark for mark in pairing.open if mark not in whole)]
        unpaired.extend(sorted(read.span(m.start, m.end) for m in odd if m.family != SINGLE))
        stretches.sort(key=lambda q: (q.start, -q.end))
        goes_on = {read.span(mark.start, mark.end)[0] for _, _, mark in joined}
        found.extend(_with_depth(stretches, goes_on | ({paragraph.start} if carried else set())))
        carried = running is not None
    return Marks(found, unpaired)


def _quoted(read: Normalised, opener: Mark, closer: Mark) -> Quoted:
    start, inner_start = read.span(opener.start, opener.end)
    inner_end, end = read.span(closer.start, closer.end)
    return Quoted(start, end, inner_start, inner_end, opener.family, 0)


def _unclosed(read: Normalised, opener: Mark, end: int) -> Quoted:
    first, inner = read.span(opener.start, opener.end)
    last = read.span(opener.start, end)[1]
    return Quoted(first, last, inner, last, opener.family, 0, closed=False)


def _with_depth(stretches: list[Quoted], carried_to: set[int]) -> list[Quoted]:
    """Count how many stretches enclose each; one at ``carried_to`` continues another."""
    out: list[Quoted] = []
    enclosing: list[int] = []
    for q in stretches:
        while enclosing and enclosing[-1] <= q.start:
            enclosing.pop()
        out.append(replace(q, depth=len(enclosing), continues=q.start in carried_to))
        enclosing.append(q.end)
    return out


def _runs_on(paragraph: Paragraph, following: Sequence[Paragraph]) -> Mark | None:
    """Return the mark whose quotation runs on into the next paragraph, if there is one.

    A single one may be an apostrophe, so it must open a sentence, and the next paragraph too.
    """
    text = paragraph.tidy.text
    follows = MARK.match(following[0].tidy.text) if following else None
    if follows is None:
        return None
    left_open = [mark for mark in paragraph.pairing.open if mark.end < len(text)]
    outer = [mark for mark in left_open if mark.family != SINGLE]
    if outer:
        return outer[-1] if outer[-1].text == follows.group() else None
    singles = [m for m in left_open if _opens_sentence(text, m) and m.text == follows.group()]
    pairing = following[0].pairing
    openers = [*(opener for opener, _ in pairing.pairs), *pairing.open]
    goes_on = any(m.start == 0 and _opens_sentence(following[0].tidy.text, m) for m in openers)
    return singles[0] if singles and goes_on else None


def _joined(paragraph: Paragraph, running: Mark | None) -> list[tuple[Mark, int, Mark]]:
    """Return the marks left open before the next one opens a sentence: paragraphs were joined.

    Each comes with where its words end and with the mark that goes on: “The roof went. “Nobody
    was there,” she said. Where somebody "said" it between the two, a closing mark was lost instead.
    """
    text, pairing = paragraph.tidy.text, paragraph.pairing
    cue = paragraph.patterns.cue_in_passing
    found = []
    left_open = {id(mark) for mark in pairing.open if mark is not running}
    openers = [m for m in [*(o for o, _ in pairing.pairs), *pairing.open] if m.family != SINGLE]
    following: dict[str, Mark] = {}
    for mark in sorted(openers, key=lambda m: -m.start):
        after = following.get(mark.text)
        following[mark.text] = mark
        if after is None or id(mark) not in left_open or not _opens_sentence(text, mark):
            continue
        words = text[mark.end : after.start].rstrip()
        if _SENTENCE.fullmatch(words) and cue.search(words) is None:
            found.append((mark, mark.end + len(words), after))
    found.reverse()
    return found


def _opens_sentence(text: str, mark: Mark) -> bool:
    """Whether a sentence begins behind a mark that stands at the edge of another."""
    before = text[max(0, mark.start - _BEFORE) : mark.start].rstrip()
    return (not before or before[-1] in _EDGE) and _CAPITAL.match(text, mark.end) is not None
