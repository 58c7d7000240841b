"""Lists a speaker's mentions only once in the JSON form if there are very many of them.

Repeated in each of the speaker's quotations, they would grow with the square of an article's
length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quotex.limits import MAX_REPEATED_MENTIONS
from quotex.records.base import Spans
from quotex.records.quotation import Quotation, Speaker


def without_repeated_mentions(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations as they are written: only the first has a long list of mentions."""
    first: dict[int, str] = {}
    for quotation in quotations:
        speaker = quotation.speaker
        if speaker is None or len(speaker.mentions) <= MAX_REPEATED_MENTIONS:
            yield quotation
            continue
        holder = first.setdefault(id(speaker.mentions), quotation.id)
        if holder == quotation.id:
            yield quotation
        else:
            yield _with_mentions(quotation, speaker, (), holder)


def with_mentions_restored(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """Yield the quotations as they were before writing, each with its speaker's mentions."""
    read = tuple(quotations)
    known: Mapping[str, Spans] = {
        q.id: q.speaker.mentions for q in read if q.speaker is not None and q.speaker.mentions
    }
    for quotation in read:
        speaker = quotation.speaker
        if speaker is None or speaker.mentions_in not in known:
            yield quotation
        else:
            yield _with_mentions(quotation, speaker, known[str(speaker.mentions_in)], None)


def _with_mentions(
    quotation: Quotation, speaker: Speaker, mentions: Spans, holder: str | None
) -> Quotation:
    changed = speaker.model_copy(update={"mentions": mentions, "mentions_in": holder})
    return quotation.model_copy(update={"speaker": changed})
