"""The article's text as HTML, cut wherever a mark begins or ends."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from quotex.records import Quotation, Spans
from quotex.views.speaker_styles import SpeakerStyle
from quotex.write.plain import date_text, speaker_text

ROLES = ("content", "cue", "source", "day", "venue")
_SPOKEN = frozenset(ROLES[:3])
_MAX_IN_TIP = 4  # quotations named in one tip; a day may belong to a hundred
_BLOCK = 500  # minimum length in characters
_BREAK = re.compile(r"\n+")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class Mark(NamedTuple):
    """``text[start:end]`` plays ``role`` in the quotation with this number, counted from 1."""

    start: int
    end: int
    number: int
    role: str


def marked_text(
    text: str, quotations: Sequence[Quotation], said_by: Sequence[SpeakerStyle], prefix: str
) -> str:
    """Return the text with its marks, each a link to its quotation in the list."""
    ending: defaultdict[int, list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations, start=1):
        ending[quotation.content[-1].end].append(number)
    writer = _Writer(quotations, said_by, prefix)
    blocks = set(_blocks(text))
    shown = []
    for start, end, marks in segments(len(text), _marks(quotations), blocks):
        if start in blocks:
            shown.append('</span><span class="quotex-block">')
        shown.append(writer.segment(text[start:end], marks))
        shown += [writer.reference(number) for number in ending[end]]
    inside = "".join(shown)
    return f'<div class="quotex-text" dir="auto"><span class="quotex-block">{inside}</span></div>'


def place_id(prefix: str, number: int) -> str:
    """Return the id of the place in the text where the quotation with this number ends."""
    return f"{prefix}-t{number}"


def legend(quotations: Sequence[Quotation]) -> str:
    """Return the legend of the kinds of marks that are present."""
    present = {mark.role for mark in _marks(quotations)}
    keys = [f'<span class="quotex-{role}">{role}</span>' for role in ROLES if role in present]
    if any(quotation.within is not None for quotation in quotations):
        keys.insert(1, '<span class="quotex-content quotex-nested">content in content</span>')
    return f'<p class="quotex-legend">{"".join(keys)}</p>'


def segments(
    length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()
) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut ``[0, length)`` wherever a mark begins or ends; yield each piece and the marks on it.

    ``cuts`` are additional places at which to cut.
    """
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    closing: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    active: set[Mark] = set()
    for start, end in pairwise(sorted({0, length, *opening, *closing, *cuts})):
        active.difference_update(closing[start])
        active.update(opening[start])
        yield start, end, sorted(active, key=lambda mark: (mark.number, mark.role))


def _blocks(text: str) -> Iterator[int]:
    """Yield the start of each block of the text but the first; blocks start after line breaks.

    A browser only lays out the blocks that are on the screen.
    """
    start = 0
    for found in _BREAK.finditer(text):
        if found.end() - start >= _BLOCK and found.end() < len(text):
            start = found.end()
            yield start


def _marks(quotations: Sequence[Quotation]) -> Iterator[Mark]:
    for number, quotation in enumerate(quotations, start=1):
        for role, spans in zip(ROLES, _role_spans(quotation), strict=True):
            yield from (Mark(span.start, span.end, number, role) for span in spans)


def _role_spans(quotation: Quotation) -> tuple[Spans, ...]:
    day = () if quotation.date is None else (quotation.date.evidence,)
    venues = tuple(venue.span for venue in quotation.venues)
    return quotation.content, quotation.cue, quotation.source, day, venues


class _Writer:
    """Writes the pieces of one text."""

    def __init__(
        self, quotations: Sequence[Quotation], said_by: Sequence[SpeakerStyle], prefix: str
    ) -> None:
        self.styles = dict(enumerate(said_by, start=1))
        self.tips = {number: _tip(said) for number, said in enumerate(quotations, start=1)}
        self.extents = {
            number: said.content[-1].end - said.content[0].start
            for number, said in enumerate(quotations, start=1)
        }
        self.prefix = prefix

    def segment(self, text: str, marks: list[Mark]) -> str:
        # Notebooks cannot store surrogates; each becomes one character, which keeps the offsets.
        shown = escape(text.translate(_SURROGATES), quote=True)
        if not marks:
            return shown
        spoken = [mark for mark in marks if mark.role in _SPOKEN]
        inner = min(spoken or marks, key=lambda mark: (self.extents[mark.number], mark.number))
        target = f"{self.prefix}-q{inner.number}"
        return (
            f'<a class="{self._classes(marks, spoken, inner)}" href="#{target}" tabindex="-1" '
            f'data-tip="{escape(self._tips(marks), quote=True)}">{shown}</a>'
        )

    def reference(self, number: int) -> str:
        style = self.styles[number]
        return (
            f'<sup class="quotex-ref {style.classes}" id="{place_id(self.prefix, number)}">'
            f'<a href="#{self.prefix}-q{number}" '
            f'data-tip="{escape(f"{number}: {self.tips[number]}", quote=True)}">{number}</a></sup>'
        )

    def _classes(self, marks: list[Mark], spoken: list[Mark], inner: Mark) -> str:
        present = {mark.role for mark in marks}
        names = ["quotex-mark", *(f"quotex-{role}" for role in ROLES if role in present)]
        if len({mark.number for mark in marks if mark.role == "content"}) > 1:
            names.append("quotex-nested")
        if spoken:
            names += self.styles[inner.number].classes.split()
        names += [f"quotex-s{self.styles[mark.number].number}" for mark in marks]
        return " ".join(dict.fromkeys(names))

    def _tips(self, marks: list[Mark]) -> str:
        by_number: defaultdict[int, list[str]] = defaultdict(list)
        for mark in marks:
            by_number[mark.number].append(mark.role)
        lines = [
            f"{number} ({', '.join(dict.fromkeys(roles))}): {self.tips[number]}"
            for number, roles in by_number.items()
        ]
        more = len(lines) - _MAX_IN_TIP
        return "\n".join([*lines[:_MAX_IN_TIP], *([f"and {more} more"] if more > 0 else [])])


def _tip(quotation: Quotation) -> str:
    facts = [speaker_text(quotation), quotation.stance, f"{quotation.kind} {quotation.mode}"]
    return " · ".join([*facts, *([day] if (day := date_text(quotation)) else [])])
