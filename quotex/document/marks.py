"""The quoted stretches of a text: what quotation marks enclose.

Stretches nest. If a mark is not closed in its paragraph, its stretch runs to the paragraph's end if
the next paragraph opens with the same mark, or to the next such mark that opens a sentence. It can
also run through paragraphs without marks to one that closes it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotex.document.normalise import Normalised
from quotex.document.pairing import MARK, SINGLE, Family, Mark
from quotex.document.paragraphs import Paragraph

_MAX_PARAGRAPHS = 3  # paragraphs to search for a closing mark
_SENTENCE_EDGES = frozenset(".?!…:,”\"’'»)")
_CAPITAL = re.compile(r"[“\"‘'«(\[…]{0,2}[^\W\d_a-z]")
_STOPS = (".", "?", "!", "…")
_CHARS_BEFORE = 20


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks: ``[start, end)`` with them, the inner bounds without.

    ``depth`` 0 is an outer stretch. ``closed`` is False if the stretch has no closing mark of its
    own; ``continues`` is True if it continues the stretch before it.
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
    """The quoted stretches of a text, and the offsets of double marks without a partner."""

    stretches: list[Quoted]
    unpaired: list[tuple[int, int]]


def read_marks(paragraphs: Sequence[Paragraph]) -> Marks:
    """Return the quoted stretches of a text, ordered by start, outer before inner."""
    found: list[Quoted] = []
    unpaired: list[tuple[int, int]] = []
    carried = False
    closers: dict[int, Mark | None] = {}  # of paragraphs that continue without an opening mark
    for number, paragraph in enumerate(paragraphs):
        read, pairing = paragraph.tidy, paragraph.pairing
        running = _runs_on(paragraph, paragraphs[number + 1 : number + 2])
        if running is None and number not in closers:
            running, reached = _closed_later(paragraphs, number)
            closers |= reached
        stretches = [_quoted(read, opener, closer) for opener, closer in pairing.pairs]
        if running is not None:
            first, inner = read.span(running.start, running.end)
            end = paragraph.end
            stretches.append(Quoted(first, end, inner, end, running.family, 0, closed=False))
        if number in closers:
            stretches.append(_continuation(paragraph, closers[number], found[-1].family))
        joined = _joined(paragraph, running)
        stretches += [_unclosed(read, opener, end) for opener, end, _ in joined]
        whole = {running, closers.get(number), *(opener for opener, _, _ in joined)}
        odd = [mark for mark in (*pairing.lost, *pairing.open) if mark not in whole]
        unpaired.extend(sorted(read.span(m.start, m.end) for m in odd if m.family != SINGLE))
        stretches.sort(key=lambda q: (q.start, -q.end))
        continued_at = {read.span(mark.start, mark.end)[0] for _, _, mark in joined}
        if carried or number in closers:
            continued_at.add(paragraph.start)
        found.extend(_with_depth(stretches, continued_at))
        carried = running is not None
    return Marks(found, unpaired)


def _closed_later(
    paragraphs: Sequence[Paragraph], number: int
) -> tuple[Mark | None, dict[int, Mark | None]]:
    """Return the mark that is closed only in a later paragraph without an opening mark.

    Also return the paragraphs that continue it, by number, each with its closing mark: only the
    last has one, and those between have no mark at all.
    """
    text, pairing = paragraphs[number].tidy.text, paragraphs[number].pairing
    opener = next((m for m in reversed(pairing.open) if m.family != SINGLE), None)
    if opener is None or not _is_speech(paragraphs[number], text[opener.end :]):
        return None, {}
    reached: dict[int, Mark | None] = {}
    for later in range(number + 1, min(number + 1 + _MAX_PARAGRAPHS, len(paragraphs))):
        marks = [m for m in paragraphs[later].pairing.all() if m.family != SINGLE]
        if not marks:
            reached[later] = None
            continue
        first = min(marks, key=lambda mark: mark.start)
        if first in paragraphs[later].pairing.lost and first.family == opener.family:
            return opener, {**reached, later: first}
        break
    return None, {}


def _continuation(paragraph: Paragraph, closer: Mark | None, family: Family) -> Quoted:
    start, end, read = paragraph.start, paragraph.end, paragraph.tidy
    if closer is None:
        return Quoted(start, end, start, end, family, 0, closed=False)
    inner_end, end = read.span(closer.start, closer.end)
    return Quoted(start, end, start, inner_end, family, 0)


def _quoted(read: Normalised, opener: Mark, closer: Mark) -> Quoted:
    start, inner_start = read.span(opener.start, opener.end)
    inner_end, end = read.span(closer.start, closer.end)
    return Quoted(start, end, inner_start, inner_end, opener.family, 0)


def _unclosed(read: Normalised, opener: Mark, end: int) -> Quoted:
    first, inner = read.span(opener.start, opener.end)
    last = read.span(opener.start, end)[1]
    return Quoted(first, last, inner, last, opener.family, 0, closed=False)


def _with_depth(stretches: list[Quoted], carried_to: set[int]) -> list[Quoted]:
    """Set how many stretches enclose each; those at ``carried_to`` continue another."""
    out: list[Quoted] = []
    enclosing: list[int] = []
    for q in stretches:
        while enclosing and enclosing[-1] <= q.start:
            enclosing.pop()
        out.append(replace(q, depth=len(enclosing), continues=q.start in carried_to))
        enclosing.append(q.end)
    return out


def _runs_on(paragraph: Paragraph, following: Sequence[Paragraph]) -> Mark | None:
    """Return the mark whose quotation continues in the next paragraph, or None.

    A single mark may be an apostrophe, so it must open a sentence in both paragraphs.
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
    """Return the marks left open where the next one opens a sentence, as in joined paragraphs.

    Each comes with the end of its words and the mark that continues it: “The roof went. “Nobody
    was there,” she said. If there is a "said" between the two, a closing mark was lost instead.
    """
    text, pairing = paragraph.tidy.text, paragraph.pairing
    left_open = set(pairing.open) - {running}
    following: dict[str, Mark] = {}
    found = []
    openers = (m for m in [*(o for o, _ in pairing.pairs), *pairing.open] if m.family != SINGLE)
    for mark in sorted(openers, key=lambda mark: -mark.start):
        after = following.get(mark.text)
        if mark in left_open and after is not None and _opens_sentence(text, mark):
            words = text[mark.end : after.start].rstrip()
            if _is_speech(paragraph, words):
                found.append((mark, mark.end + len(words), after))
        following[mark.text] = mark
    return found


def _is_speech(paragraph: Paragraph, words: str) -> bool:
    """Return whether words are whole sentences that do not report speech themselves."""
    whole = words[:1].isalnum() and " " in words and words.endswith(_STOPS)
    return whole and paragraph.patterns.cue_in_passing.search(words) is None


def _opens_sentence(text: str, mark: Mark) -> bool:
    """Return whether a sentence begins after a mark, which is at the edge of another or first."""
    before = text[max(0, mark.start - _CHARS_BEFORE) : mark.start].rstrip()
    return (not before or before[-1] in _SENTENCE_EDGES) and _CAPITAL.match(
        text, mark.end
    ) is not None
