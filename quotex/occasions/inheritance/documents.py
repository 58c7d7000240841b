"""Clause 9 of the law of inheritance: what a document says is of the day on which it came out.

A document that the article dates in one place ("a study published on Thursday in …") is one event
for everything that it and its unnamed authors say, before and after, in any tense: "the report
says", "the authors call for". Every noun of its kind refers to it: a study is also a report and a
paper. If the article dates two of the same kind, neither counts.

Only venues that are media are inherited; the document itself and authors without a name inherit
only media that are not documents.

A quotation whose source is a pronoun belongs to the document, or its authors, that the pronoun
refers to; if it refers to a named author, only if the quotation was written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quotex.occasions.days.times import WEEK
from quotex.occasions.inheritance.mention import EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent, length
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import Venue


def join_documents(mentions: Sequence[EventMention], timeline: Timeline) -> None:
    """Attach what documents say to the event of their publication.

    ``mentions`` are all mentions of one article, in text order.
    """
    publications: dict[int, list[SpeechEvent]] = defaultdict(list)
    authors: dict[str, int] = {}
    for mention in mentions:
        event = timeline.event_of(mention)
        if mention.speaks_document is not None and mention.speaker is not None:
            authors.setdefault(mention.speaker, mention.speaks_document)
        if event is None or not _dates_document(mention):
            continue
        for number in mention.documents:
            _note_publication(publications[number], event)
    last: EventMention | None = None
    for mention in mentions:
        kind = mention.speaks_document
        if kind is None and _is_pronoun_of_document(mention):
            kind = authors.get(mention.speaker or "")
        if kind is None and last is not None and _continues(last, mention):
            kind = last.speaks_document
        last = mention if mention.speaks_document is not None else last
        if kind is None or len(publications[kind]) != 1 or mention.is_vague:
            continue
        event = timeline.event_of(mention)
        publication = publications[kind][0]
        if event is None or event.date is None or event is publication:
            timeline.join_document(mention, publication, _media(publication, mention))


def _is_pronoun_of_document(mention: EventMention) -> bool:
    """Whether the source is a pronoun that may refer to a document or its author."""
    return mention.is_pronoun and (mention.is_unnamed or mention.is_written)


def _continues(last: EventMention, mention: EventMention) -> bool:
    """Whether "it says" follows what a document says, in the same paragraph."""
    is_same = mention.speaker == last.speaker and mention.paragraph == last.paragraph
    return mention.is_pronoun and mention.tense == "present" and is_same


def _media(event: SpeechEvent, mention: EventMention) -> tuple[Venue, ...]:
    """Return the media of a document's publication; it is not a medium for its own words."""
    media = (v for v in event.venues if v.kind == "medium")
    is_own = mention.speaks_document is not None or mention.is_unnamed
    return tuple(v for v in media if not (is_own and event.is_document(v)))


def _note_publication(publications: list[SpeechEvent], event: SpeechEvent) -> None:
    """Note the publication of a document; of two on the same day, keep that with more venues."""
    for number, other in enumerate(publications):
        if (
            other.date is not None
            and event.date is not None
            and other.date.from_ == event.date.from_
        ):
            if len(event.venues) > len(other.venues):
                publications[number] = event
            return
    publications.append(event)


def _dates_document(mention: EventMention) -> bool:
    """Whether a mention says when its document came out."""
    day = mention.stated.date
    return day is not None and length(day) <= WEEK
