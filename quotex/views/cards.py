"""The list of an article's quotations as HTML: the facts of each, with evidence on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from quotex.records import Quotation, joined
from quotex.views.marks import place_id
from quotex.views.speaker_styles import SpeakerStyle
from quotex.write.plain import date_text, one_line, speaker_text, venue_texts


def cards(
    quotations: Sequence[Quotation], said_by: Sequence[SpeakerStyle], prefix: str, *, back: bool
) -> str:
    """Return a list with one item per quotation; ``back`` links each to its place in the text."""
    if not quotations:
        return '<p class="quotex-note">No quotations found.</p>'
    numbers = {quotation.id: number for number, quotation in enumerate(quotations, start=1)}
    items = [
        _card(number, quotation, style, prefix, numbers, back=back)
        for number, (quotation, style) in enumerate(zip(quotations, said_by, strict=True), start=1)
    ]
    return "\n".join(['<ol class="quotex-list">', *items, "</ol>"])


def _card(
    number: int,
    quotation: Quotation,
    style: SpeakerStyle,
    prefix: str,
    numbers: dict[str, int],
    *,
    back: bool,
) -> str:
    place = f'<span class="quotex-number">{number}</span>'
    if back:
        place = f'<a class="quotex-number" href="#{place_id(prefix, number)}">{number}</a>'
    role = quotation.speaker.role if quotation.speaker is not None else None
    shown_role = f' <span class="quotex-role">{_safe(role)}</span>' if role else ""
    facts = " · ".join(_safe(fact) for fact in _facts(quotation, numbers))
    return (
        f'<li class="quotex-card {style.classes}" id="{prefix}-q{number}">'
        f"<p>{place} <strong>{_safe(speaker_text(quotation))}</strong>{shown_role}</p>"
        f"<p>{_safe(quotation.text)}</p>"
        f'<p class="quotex-facts">{facts}</p>{_evidence(quotation)}</li>'
    )


def _facts(quotation: Quotation, numbers: dict[str, int]) -> Iterator[str]:
    """Yield the known facts and omit the others."""
    cue = one_line(joined(quotation.cue))
    yield f"{quotation.stance} (“{cue}”)" if cue else quotation.stance
    yield f"{quotation.kind} {quotation.mode}"
    speaker, day = quotation.speaker, quotation.date
    if speaker is not None and not speaker.named:
        yield f"{speaker.kind}, not named"
    elif speaker is not None and speaker.kind not in ("person", "unknown"):
        yield speaker.kind
    if day is not None:
        inherited = "inherited from " if day.scope == "inherited" else ""
        yield f"{date_text(quotation)} ({inherited}“{one_line(day.evidence.text)}”)"
    yield from venue_texts(quotation)
    if quotation.anonymity is not None:
        reason = quotation.anonymity.reason
        why = f" {one_line(reason.text)}" if reason is not None else ", no reason given"
        yield f"“{one_line(quotation.anonymity.span.text)}”{why}"
    if quotation.section != "body":
        yield f"in: {quotation.section}"
    if quotation.within is not None:
        outer = numbers.get(quotation.within)
        yield f"within {outer}" if outer is not None else "within another"


def _evidence(quotation: Quotation) -> str:
    lines = "".join(
        f"<li>{found.field}: {_safe(found.detail)} ({found.by} {_safe(found.name)})</li>"
        for found in quotation.evidence
    )
    sure = f"confidence {quotation.confidence:.2f}"
    if not lines:
        return f'<p class="quotex-evidence">{sure}</p>'
    return (
        f'<details class="quotex-evidence"><summary>evidence · {sure}</summary>'
        f"<ul>{lines}</ul></details>"
    )


def _safe(text: str) -> str:
    return escape(one_line(text), quote=True)
