"""Writes extractions as plain text: the output of ``print``, and a table for the command line.

Everything from the article passes through ``one_line``, so nothing in it can move the cursor of a
terminal, change the direction of writing or break a line.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from quotex.records import Quotation, joined

if TYPE_CHECKING:
    from quotex.records import ExtractionRecord

WIDTH = 100
TABLE_WIDTH = 120  # if the width of the terminal is unknown
UNKNOWN = "—"

_REPLACEMENT = "\ufffd"
# The columns, with the width to which each is cut before the words are.
_MAX_WIDTHS = {
    "Article": 16, "Speaker": 20, "Stance": 10, "Cue": 14, "Kind": 8, "Date": 16, "Venue": 14,
    "Words": 20,
}  # fmt: skip
_OPTIONAL_COLUMNS = ("Kind", "Venue", "Cue")  # in a narrow terminal, in this order
_MIN_WIDTH = 3  # characters in a column of a very narrow terminal
_SEPARATOR = " | "


Columns = Mapping[str, Sequence[str]]


def _safe_characters() -> dict[int, str]:
    unsafe = [*range(0x20), *range(0x7F, 0xA0)]  # C0, DEL, C1
    unsafe += [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]  # change the direction of writing
    unsafe += range(0xD800, 0xE000)  # lone surrogates, which no stream can encode
    breaks = "\t\n\v\f\r\x85\u2028\u2029"
    return dict.fromkeys(unsafe, _REPLACEMENT) | {ord(mark): " " for mark in breaks}


_SAFE_CHARACTERS = _safe_characters()


def one_line(text: str) -> str:
    """Return ``text`` as one line that is safe for a terminal, with white space collapsed."""
    return " ".join(text.translate(_SAFE_CHARACTERS).split())


def shorten(text: str, width: int) -> str:
    """Cut ``text`` to at most ``width`` characters; a cut text ends in an ellipsis."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural unless it is one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def speaker_text(quotation: Quotation) -> str:
    """Return the speaker's name, else the source in brackets, else a dash."""
    if quotation.speaker is not None:
        return one_line(quotation.speaker.name) or UNKNOWN
    source = one_line(joined(quotation.source))
    return f"[{source}]" if source else UNKNOWN


def date_text(quotation: Quotation) -> str | None:
    """Return the day or days of speech, the last day shortened to what differs from the first."""
    if quotation.date is None:
        return None
    first, last = quotation.date.from_, quotation.date.to
    if first == last:
        return first.isoformat()
    return f"{first.isoformat()}/{_differing_part(first, last)}"


def venue_texts(quotation: Quotation) -> list[str]:
    """Return the venues, each as "kind: text"."""
    return [f"{venue.kind}: {one_line(venue.span.text)}" for venue in quotation.venues]


def heading(extraction: ExtractionRecord) -> list[str]:
    """Return the title (else the id), the day of publication if known, and the count."""
    article = extraction.article
    parts = [one_line(article.title or "") or one_line(article.id) or UNKNOWN]
    if article.published is not None:
        parts.append(article.published.isoformat())
    if extraction.error is None:
        parts.append(counted(len(extraction.quotations), "quotation"))
    return parts


def plain(extraction: ExtractionRecord) -> str:
    """Return the extraction as text for people, with no line longer than ``WIDTH``."""
    title, *rest = heading(extraction)
    room = WIDTH - sum(len(part) + 3 for part in rest)
    lines = [" · ".join([shorten(title, room), *rest])]
    if extraction.error is not None:
        lines += wrapped(f"Not read: {one_line(extraction.error)}", "  ")
    for notice in extraction.notices:
        lines += wrapped(f"Note ({notice.code}): {one_line(notice.message)}", "  ")
    digits = len(str(len(extraction.quotations)))
    for number, quotation in enumerate(extraction.quotations, start=1):
        lines += ["", *_block(f"{number:>{digits}}  ", quotation)]
    return "\n".join(lines)


def table(extractions: Iterable[ExtractionRecord], *, width: int = TABLE_WIDTH) -> str:
    """Return a table with one line per quotation, then one for each article that was not read.

    If there are several articles, a column says which one it is. Nothing is cut if everything fits
    in ``width``; if there is too little room for the words, columns are left out.
    """
    shown = list(extractions)
    quotations = [(extraction, quotation) for extraction in shown for quotation in extraction]
    columns = {name: [_CELLS[name](*each) for each in quotations] for name in _MAX_WIDTHS}
    if len(shown) < 2:
        del columns["Article"]
    for name in _OPTIONAL_COLUMNS:
        if _room(columns, width) >= 0:
            break
        del columns[name]
    widths = _widths(columns, width)
    lines = [_line(columns, widths), "-+-".join("-" * size for size in widths)]
    lines += [_line(row, widths) for row in zip(*columns.values(), strict=True)]
    for extraction in shown:
        if extraction.error is not None:
            message = f"{one_line(extraction.article.id)}: {one_line(extraction.error)}"
            lines.append(shorten(f"Not read: {message}", width))
    return "\n".join(lines)


def _differing_part(first: date, last: date) -> str:
    if first.year != last.year:
        return last.isoformat()
    return f"{last:%m-%d}" if first.month != last.month else f"{last:%d}"


def _block(label: str, quotation: Quotation) -> list[str]:
    margin = " " * len(label)
    speaker = speaker_text(quotation)
    if quotation.speaker is not None and quotation.speaker.role:
        speaker += f" ({one_line(quotation.speaker.role)})"
    facts = [speaker, f"{quotation.stance}, {quotation.kind} {quotation.mode}"]
    facts += [fact for fact in (date_text(quotation), *venue_texts(quotation)) if fact]
    lines = [*wrapped(" · ".join(facts), margin), *wrapped(one_line(quotation.text), margin)]
    return [label + lines[0].removeprefix(margin), *lines[1:]]


def wrapped(text: str, margin: str) -> list[str]:
    """Return text in lines of at most ``WIDTH``; ``margin`` starts the first, spaces the others."""
    return textwrap.wrap(
        text or UNKNOWN,
        WIDTH,
        initial_indent=margin,
        subsequent_indent=" " * len(margin),
        break_on_hyphens=False,
    )


_CELLS: dict[str, Callable[[ExtractionRecord, Quotation], str]] = {
    "Article": lambda extraction, _: one_line(extraction.article.id) or UNKNOWN,
    "Speaker": lambda _, quotation: speaker_text(quotation),
    "Stance": lambda _, quotation: quotation.stance,
    "Cue": lambda _, quotation: one_line(joined(quotation.cue)) or UNKNOWN,
    "Kind": lambda _, quotation: quotation.kind,
    "Date": lambda _, quotation: date_text(quotation) or UNKNOWN,
    "Venue": lambda _, quotation: (
        "; ".join(one_line(venue.span.text) for venue in quotation.venues) or UNKNOWN
    ),
    "Words": lambda _, quotation: one_line(quotation.text) or UNKNOWN,
}


def _needed(columns: Columns) -> list[int]:
    return [max(map(len, [name, *cells])) for name, cells in columns.items()]


def _capped(columns: Columns) -> list[int]:
    return [
        min(_MAX_WIDTHS[name], need) for name, need in zip(columns, _needed(columns), strict=True)
    ]


def _room(columns: Columns, width: int) -> int:
    """Return how many characters are left if each column has what it needs, up to its cap."""
    return width - len(_SEPARATOR) * (len(columns) - 1) - sum(_capped(columns))


def _widths(columns: Columns, width: int) -> list[int]:
    """Return the width of each column.

    Each column gets what it needs, up to its cap. What is left goes to the words, and then to the
    other columns from the left. If there is too little room even for that, the widest shrink.
    """
    needed, widths, left = _needed(columns), _capped(columns), _room(columns, width)
    words = len(widths) - 1
    for number in (words, *range(words)):
        more = min(max(left, 0), needed[number] - widths[number])
        widths[number] += more
        left -= more
    while left < 0 and max(widths) > _MIN_WIDTH:
        widths[widths.index(max(widths))] -= 1
        left += 1
    return widths


def _line(row: Iterable[str], widths: Iterable[int]) -> str:
    return _SEPARATOR.join(_padded(row, widths)).rstrip()


def _padded(row: Iterable[str], widths: Iterable[int]) -> Iterator[str]:
    for cell, size in zip(row, widths, strict=True):
        yield shorten(cell, size).ljust(size)
