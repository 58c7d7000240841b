"""An extraction as an HTML fragment for notebooks: the marked text, and a list below it.

Needs no script, no other file and no network. Everything from the article is escaped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from quotex.records import Quotation, Spans, joined, text_hash
from quotex.write.plain import UNKNOWN, heading, one_line, when, where, who

if TYPE_CHECKING:
    from quotex.records import ExtractionRecord

ROLES = ("content", "cue", "source")

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_LEGEND = (
    '<p class="quotex-legend"><span class="quotex-content">content</span>'
    '<span class="quotex-content quotex-nested">content in content</span>'
    '<span class="quotex-cue">cue</span><span class="quotex-source">source</span></p>'
)


class Mark(NamedTuple):
    """``text[start:end]`` plays ``role`` in the quotation with this number."""

    start: int
    end: int
    number: int
    role: str


def page(extraction: ExtractionRecord) -> str:
    """Return the extraction as a self-contained HTML fragment.

    Two fragments in one document share no element id, unless they show the same result.
    """
    prefix = _prefix(extraction)
    title, *rest = (_safe(part) for part in heading(extraction))
    parts = [
        f'<div class="quotex-page" id="{prefix}">',
        f"<style>{_style()}</style>",
        f'<p class="quotex-heading">{" · ".join([f"<strong>{title}</strong>", *rest])}</p>',
        *_notes(extraction),
    ]
    if extraction.error is None:
        if extraction.text is not None:
            parts += [_LEGEND, _text(extraction.text, extraction.quotations, prefix)]
        parts.append(_list(extraction, prefix))
    return "\n".join([*parts, "</div>"])


def pieces(length: int, marks: Iterable[Mark]) -> Iterator[tuple[int, int, list[Mark]]]:
    """Cut ``[0, length)`` wherever a mark begins or ends; yield each piece and the marks on it."""
    opening: defaultdict[int, list[Mark]] = defaultdict(list)
    closing: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        opening[mark.start].append(mark)
        closing[mark.end].append(mark)
    active: set[Mark] = set()
    for start, end in pairwise(sorted({0, length, *opening, *closing})):
        active.difference_update(closing[start])
        active.update(opening[start])
        yield start, end, sorted(active, key=lambda mark: (mark.number, mark.role))


@cache
def _style() -> str:
    return files("quotex.write").joinpath("page.css").read_text(encoding="utf-8")


def _prefix(extraction: ExtractionRecord) -> str:
    parts = [extraction.article.id, extraction.article.text_sha256, extraction.error or ""]
    parts += [quotation.id for quotation in extraction.quotations]
    return "quotex-" + text_hash("\n".join(parts))[:12]


def _safe(text: str) -> str:
    return escape(one_line(text), quote=True)


def _notes(extraction: ExtractionRecord) -> Iterator[str]:
    if extraction.error is not None:
        yield f'<p class="quotex-error">Not read: {_safe(extraction.error)}</p>'
    elif extraction.text is None:
        yield (
            '<p class="quotex-note">The text is not part of the JSON form. '
            "To see it here: <code>extraction.with_text(text)</code></p>"
        )
    for notice in extraction.notices:
        yield f'<p class="quotex-note">Note ({notice.code}): {_safe(notice.message)}</p>'


def _text(text: str, quotations: tuple[Quotation, ...], prefix: str) -> str:
    numbered = list(enumerate(quotations, start=1))
    ending: defaultdict[int, list[int]] = defaultdict(list)
    for number, quotation in numbered:
        ending[quotation.content[-1].end].append(number)
    tips = {number: _tip(quotation) for number, quotation in numbered}
    shown = []
    for start, end, marks in pieces(len(text), _marks(numbered)):
        shown.append(_piece(text[start:end], marks, tips))
        shown += [_reference(number, prefix) for number in ending[end]]
    return f'<div class="quotex-text" dir="auto">{"".join(shown)}</div>'


def _marks(numbered: Iterable[tuple[int, Quotation]]) -> Iterator[Mark]:
    for number, quotation in numbered:
        for role, spans in zip(ROLES, _role_spans(quotation), strict=True):
            yield from (Mark(span.start, span.end, number, role) for span in spans)


def _role_spans(quotation: Quotation) -> tuple[Spans, Spans, Spans]:
    return quotation.content, quotation.cue, quotation.source


def _piece(text: str, marks: list[Mark], tips: dict[int, str]) -> str:
    # A surrogate becomes one character, so offsets hold; no notebook could store it.
    shown = escape(text.translate(_SURROGATES), quote=True)
    if not marks:
        return shown
    present = {mark.role for mark in marks}
    names = [f"quotex-{role}" for role in ROLES if role in present]
    if len({mark.number for mark in marks if mark.role == "content"}) > 1:
        names.append("quotex-nested")
    tip = "\n".join(f"{mark.number} ({mark.role}): {tips[mark.number]}" for mark in marks)
    return f'<span class="{" ".join(names)}" title="{escape(tip, quote=True)}">{shown}</span>'


def _tip(quotation: Quotation) -> str:
    return " · ".join([who(quotation), quotation.stance, when(quotation) or "date unknown"])


def _reference(number: int, prefix: str) -> str:
    return (
        f'<sup class="quotex-ref" id="{prefix}-t{number}">'
        f'<a href="#{prefix}-q{number}">{number}</a></sup>'
    )


def _list(extraction: ExtractionRecord, prefix: str) -> str:
    back = extraction.text is not None
    items = [
        _item(number, quotation, prefix, back=back)
        for number, quotation in enumerate(extraction.quotations, start=1)
    ]
    if not items:
        return '<p class="quotex-note">No quotations found.</p>'
    return "\n".join(['<ol class="quotex-list">', *items, "</ol>"])


def _item(number: int, quotation: Quotation, prefix: str, *, back: bool) -> str:
    link = f' <a class="quotex-back" href="#{prefix}-t{number}">↑ text</a>' if back else ""
    facts = " · ".join(f"{name}: {_safe(value)}" for name, value in _facts(quotation))
    return (
        f'<li id="{prefix}-q{number}"><strong>{_safe(who(quotation))}</strong>'
        f" — <span>{_safe(quotation.text)}</span>{link}"
        f'<div class="quotex-facts">{facts}</div>{_evidence(quotation)}</li>'
    )


def _facts(quotation: Quotation) -> Iterator[tuple[str, str]]:
    speaker, day = quotation.speaker, quotation.date
    if speaker is not None:
        yield "speaker", speaker.kind if speaker.named else f"{speaker.kind}, not named"
        if speaker.role:
            yield "role", speaker.role
    lemma = f" ({quotation.cue_lemma})" if quotation.cue_lemma else ""
    yield "cue", (joined(quotation.cue) or UNKNOWN) + lemma
    yield "kind", f"{quotation.kind} {quotation.mode}"
    yield "stance", quotation.stance
    said = when(quotation) or UNKNOWN
    yield "date", f"{said} ({day.scope}: {day.evidence.text})" if day is not None else said
    yield "venues", "; ".join(where(quotation)) or UNKNOWN
    yield "confidence", f"{quotation.confidence:.2f}"


def _evidence(quotation: Quotation) -> str:
    lines = "".join(
        f"<li>{found.field}: {_safe(found.detail)} ({found.by} {_safe(found.name)})</li>"
        for found in quotation.evidence
    )
    if not lines:
        return ""
    return f'<details class="quotex-evidence"><summary>evidence</summary><ul>{lines}</ul></details>'
