"""Clause 9 of the law of inheritance: what a document says is of the day on which it came out.

A document that the article dates in one place, or whose medium it names ("a study published on
Thursday in …"), is one event for all that it and its unnamed authors say, before and after, in
whatever tense: "the report says", "the authors call for". It goes by every noun of its kind: a
study is a report and a paper, too. Where the article tells so of two of the kind, neither counts.

Of the venues only the media are inherited, and by the document itself only the other media.

A quotation whose source is a pronoun goes along with the document or the authors for which that
stands; one by a named author does so only where it was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotex.occasions.inheritance.mention import EventMention
from quotex.occasions.inheritance.speech_event import WEEK, SpeechEvent, length
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import Venue


def join_documents(mentions: Sequence[EventMention], timeline: Timeline) -> None:
    """Let what documents say belong to their coming out.

    ``mentions`` are those of one article, in text order.
    """
    told: dict[int, list[SpeechEvent]] = defaultdict(list)
    authors: dict[str, int] = {}
    for mention in mentions:
        event = timeline.event_of(mention)
        if mention.speaks_document is not None and mention.speaker is not None:
            authors.setdefault(mention.speaker, mention.speaks_document)
        if event is None or not _is_told(mention):
            continue
        for number in mention.documents:
            _tell(told[number], event)
    last: EventMention | None = None
    for mention in mentions:
        kind = mention.speaks_document
        if kind is None and _goes_along(mention):
            kind = authors.get(mention.speaker or "")
        if kind is None and last is not None and _goes_on(last, mention):
            kind = last.speaks_document
        last = mention if mention.speaks_document is not None else last
        if kind is None or len(told[kind]) != 1 or mention.is_vague:
            continue
        event = timeline.event_of(mention)
        coming_out = told[kind][0]
        if event is None or event.date is None or event is coming_out:
            timeline.come_out(mention, coming_out, _media(coming_out, mention))


def _goes_along(mention: EventMention) -> bool:
    """Whether a pronoun may stand for a document, or for who wrote it."""
    return mention.is_pronoun and (mention.is_unnamed or mention.is_written)


def _goes_on(last: EventMention, mention: EventMention) -> bool:
    """Whether "it" stands in the present behind what a document says, in the same paragraph."""
    is_same = mention.speaker == last.speaker and mention.paragraph == last.paragraph
    return mention.is_pronoun and mention.tense == "present" and is_same


def _media(event: SpeechEvent, mention: EventMention) -> tuple[Venue, ...]:
    """Return the media of a document's coming out; a document is no medium of its own words."""
    media = (v for v in event.venues if v.kind == "medium")
    is_own = mention.speaks_document is not None or mention.is_unnamed
    return tuple(v for v in media if not (is_own and event.is_document(v)))


def _tell(told: list[SpeechEvent], event: SpeechEvent) -> None:
    """Note one coming out of a document; of two on the same day, the one of which more is told."""
    for number, other in enumerate(told):
        if (
            other.date is not None
            and event.date is not None
            and other.date.from_ == event.date.from_
        ):
            if len(event.venues) > len(other.venues):
                told[number] = event
            return
    told.append(event)


def _is_told(mention: EventMention) -> bool:
    """Whether a mention says when its document came out."""
    day = mention.stated.date
    return day is not None and length(day) <= WEEK
