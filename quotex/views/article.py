"""An extraction as an HTML fragment: the marked text, and its quotations beside or below it.

It needs no script, no other file and no network. Everything from the article is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from quotex.records import text_hash
from quotex.views.cards import cards
from quotex.views.marks import legend, marked_text
from quotex.views.speaker_styles import SpeakerStyle, speaker_styles
from quotex.views.style import filters, sheet
from quotex.write.plain import heading, one_line

if TYPE_CHECKING:
    from quotex.records import ExtractionRecord

_LONG = 60  # quotations beyond which a browser only lays out what is on the screen


def page(extraction: ExtractionRecord) -> str:
    """Return the extraction as a self-contained HTML fragment.

    Two fragments in one document share element ids only if they show the same result.
    """
    prefix = prefix_of(extraction)
    shown = [
        f'<div class="quotex-page" id="{prefix}">',
        f"<style>{sheet()}</style>",
        f'<p class="quotex-heading">{headline(extraction)}</p>',
        body(extraction, prefix),
        "</div>",
    ]
    return "\n".join(shown)


def headline(extraction: ExtractionRecord) -> str:
    """Return the title, the day of publication if known, and the count, in one line of HTML."""
    title, *rest = (_safe(part) for part in heading(extraction))
    if extraction.article.publisher and one_line(extraction.article.publisher):
        rest.insert(0, _safe(extraction.article.publisher))
    return " · ".join([f"<strong>{title}</strong>", *rest])


def body(extraction: ExtractionRecord, prefix: str, *, styled: bool = True) -> str:
    """Return everything below the headline: notes, the speakers, the text and its quotations.

    ``styled`` includes the style rules of the filter; without it, the page must provide them.
    """
    parts = [*_notes(extraction)]
    if extraction.error is None:
        quotations, text = extraction.quotations, extraction.text
        speakers, said_by = speaker_styles(quotations)
        if len(speakers) > 1:
            if styled:
                parts.append(f"<style>{filters(len(speakers))}</style>")
            parts.append(_chips(speakers, prefix))
        if text is not None and quotations:
            parts.append(legend(quotations))
        long = " quotex-long" if len(quotations) > _LONG else ""
        parts.append(f'<div class="quotex-body{long}">')
        if text is not None:
            parts.append(marked_text(text, quotations, said_by, prefix))
        parts += [cards(quotations, said_by, prefix, back=text is not None), "</div>"]
    return "\n".join(parts)


def prefix_of(extraction: ExtractionRecord, salt: str = "") -> str:
    """Return the prefix of the ids of an extraction's elements; each ``salt`` gives another."""
    parts = [extraction.article.id, extraction.article.text_sha256, extraction.error or ""]
    parts += [quotation.id for quotation in extraction.quotations]
    return "quotex-" + text_hash("\n".join([*parts, salt]))[:12]


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


def _chips(speakers: Sequence[SpeakerStyle], prefix: str) -> str:
    total = sum(speaker.quotations for speaker in speakers)
    chips = [_chip(prefix, "quotex-f0", "", f"everyone {total}", checked=True)]
    for speaker in speakers:
        label = f"{escape(speaker.name, quote=True)} {speaker.quotations}"
        chips.append(_chip(prefix, f"quotex-f{speaker.number}", speaker.classes, label))
    return "\n".join(
        [
            '<fieldset class="quotex-chips"><legend>Show quotations by</legend>',
            *chips,
            "</fieldset>",
        ]
    )


def _chip(prefix: str, name: str, classes: str, label: str, *, checked: bool = False) -> str:
    swatch = '<span class="quotex-swatch"></span>' if classes else ""
    state = ' checked=""' if checked else ""
    return (
        f'<label class="{" ".join(["quotex-chip", *classes.split()])}">'
        f'<input class="{name}" type="radio" name="{prefix}-speaker"{state}>{swatch}{label}</label>'
    )
