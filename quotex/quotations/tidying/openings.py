"""What comes before the text of a paragraph: a dateline, the time of an entry."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.parse.grammar import is_verb
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context


def end_of_opening(context: Context, start: int) -> int | None:
    """Return where the text begins in a paragraph that opens with a dateline or a time.

    "LUNDBY, May 3 – The mayor …", "10:31 The mayor …".
    """
    at = context.index.first_at(start)
    if at >= len(context.view.tokens):
        return None
    for line in context.document.datelines:
        if line.start <= start < line.end:
            return line.end
    opens, last = context.view.paragraphs[context.view.paragraph(context.view.tokens[at])]
    match = context.language.patterns.clock_label.match(context.view.text, opens, last)
    return match.end() if match is not None and opens <= start < match.end() else None


def source_without_opening(context: Context, candidate: Candidate) -> Sequence[Token]:
    """Return the source without a dateline or time, which the parser sometimes includes.

    If nothing is left, the source is what is between that and the cue.
    """
    source = candidate.source
    end = end_of_opening(context, source[0].start) if source else None
    if end is None:
        return source
    rest = [t for t in source if t.start >= end]
    if rest or not candidate.cue or candidate.cue[0].start < end:
        return rest
    between = context.index.between(end, candidate.cue[0].start)
    return between if all(t.is_word and not is_verb(t) for t in between) else []
