"""A quotation in context: the words with their source and cue, as the article has them."""

from __future__ import annotations

from quotex.records import Quotation, Span

_LONGEST = 600  # characters
_GAP = " … "


def context(quotation: Quotation, text: str | None) -> str:
    """Return the stretch from the first to the last of content, cue and source.

    If the article's text is available, the stretch extends to the ends of its line; otherwise an
    ellipsis replaces what is between the parts.
    """
    spans = sorted(
        (*quotation.content, *quotation.cue, *quotation.source), key=lambda s: (s.start, -s.end)
    )
    first, last = spans[0].start, max(span.end for span in spans)
    if text is None:
        return _joined(spans)
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    end = len(text) if end < 0 else end
    if end - start <= _LONGEST:
        return text[start:end].strip()
    return text[first:last] if last - first <= _LONGEST else _joined(spans)


def _joined(spans: list[Span]) -> str:
    shown, end = spans[0].text, spans[0].end
    for span in spans[1:]:
        if span.end <= end:
            continue
        missing = span.start - end
        if missing < 0:
            shown += span.text[-missing:]
        else:
            shown += ("" if missing == 0 else " " if missing == 1 else _GAP) + span.text
        end = span.end
    return shown
