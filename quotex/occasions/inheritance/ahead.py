"""Clause 4 of the law of inheritance: which quotations look ahead for an event.

A quotation that has no event by the previous clauses takes one that is mentioned later:

a. in the headline or the lead, that of the later quotation whose words it repeats, whoever is
   named: at least 60% of its nouns, verbs and adjectives, and at least three. A headline restates
   one quotation;
b. otherwise, that of its speaker's next mention with a day or a venue, if the quotation is in the
   headline or the lead or, in the past tense, in the same paragraph or the one before. What the
   speaker had said before, or in some month or year, is skipped; "a day later" is another occasion;
   and only headline and lead may look ahead to a letter, beyond their own paragraphs, unless it is
   in the same sentence;
c. a question that has none by a or b takes that of its answer: the next quotation, in the same
   sentence or the next one, unless the answer was written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from quotex.occasions.days.times import MONTH, WEEK
from quotex.occasions.inheritance.mention import LEAD, EventMention, text_order
from quotex.occasions.inheritance.speech_event import SpeechEvent, length
from quotex.occasions.inheritance.timeline import Timeline

_NEXT = 1  # paragraphs
_MIN_COMMON, _MIN_SHARE = 3, 0.6  # repeated words
_MAX_TRIED = 4  # mentions of a speaker that are tried
_MAX_QUOTATIONS = 60  # what a headline restates is near the top


def look_ahead(mentions: Sequence[EventMention], timeline: Timeline) -> None:
    """Give quotations without an event one that is mentioned later.

    ``mentions`` are all mentions of one article, in text order.
    """
    stating: dict[str, list[EventMention]] = defaultdict(list)
    for mention in mentions:
        if mention.speaker is not None and not mention.stated.is_empty:
            stating[mention.speaker].append(mention)
    restated = _quotations_with_event(mentions, timeline)
    number_of = {mention: number for number, mention in enumerate(mentions)}
    for mention in mentions:
        if timeline.event_of(mention) is not None or mention.is_scene or mention.is_vague:
            continue
        event = _restated_event(mention, restated) if mention.paragraph <= LEAD else None
        if event is None and mention.speaker is not None:
            following = stating[mention.speaker]
            number = bisect_right(following, mention.at, key=text_order)
            later = _first_usable(mention, following[number : number + _MAX_TRIED])
            event = _next_event(mention, later, timeline) if later is not None else None
        if event is None and mention.is_question:
            event = _event_of_answer(number_of[mention], mentions, timeline)
        if event is not None:
            timeline.look_ahead(mention, event)


def _first_usable(mention: EventMention, following: Sequence[EventMention]) -> EventMention | None:
    """Return the first of a speaker's next mentions that may be of the same occasion, or None."""
    for later in following:
        if later.is_sequel and later.sentence != mention.sentence:
            return None
        if later.sentence == mention.sentence or not _is_background(later):
            return later
    return None


def _is_background(mention: EventMention) -> bool:
    """Whether a mention is of no single occasion, or of one long ago.

    "Has campaigned since June", "said last year", "told a conference in 1999".
    """
    day = mention.stated.date
    longest = MONTH if mention.stated.venues else WEEK
    return mention.is_background or (day is not None and length(day) > longest)


def _event_of_answer(
    number: int, mentions: Sequence[EventMention], timeline: Timeline
) -> SpeechEvent | None:
    """Return the event of the next quotation, if it may answer a question."""
    question = mentions[number]
    for later in mentions[number + 1 :]:
        if later.sentence - question.sentence > 1:
            return None
        if not later.is_scene and not later.is_question:
            event = timeline.event_of(later)
            return event if event is not None and not event.is_writing else None
    return None


def _quotations_with_event(
    mentions: Sequence[EventMention], timeline: Timeline
) -> list[tuple[EventMention, SpeechEvent]]:
    """Return the first quotations with an event, which a headline may restate."""
    found = ((m, timeline.event_of(m)) for m in mentions if m.content)
    return [(mention, event) for mention, event in found if event is not None][:_MAX_QUOTATIONS]


def _restated_event(
    headline: EventMention, restated: list[tuple[EventMention, SpeechEvent]]
) -> SpeechEvent | None:
    """Return the event of the later quotation that shares the most words with a headline."""
    best: tuple[int, SpeechEvent] | None = None
    for mention, event in restated:
        if mention.paragraph <= headline.paragraph:
            continue
        common = len(headline.content & mention.content)
        is_enough = common >= max(_MIN_COMMON, _MIN_SHARE * len(headline.content))
        if is_enough and (best is None or common > best[0]):
            best = common, event
    return best[1] if best is not None else None


def _next_event(
    mention: EventMention, later: EventMention, timeline: Timeline
) -> SpeechEvent | None:
    """Return the event of the speaker's next mention, if this one may belong to it."""
    event = timeline.event_of(later)
    is_past = mention.tense == "past"
    if event is None or mention.tense == "modal" or (mention.is_thought and not is_past):
        return None
    is_restated = mention.paragraph <= LEAD and later.paragraph != mention.paragraph
    if event.is_writing and later.sentence != mention.sentence and not is_restated:
        return None  # "Roe said that it leaked. In a letter, she said that it was safe."
    is_next = later.paragraph - mention.paragraph <= _NEXT
    is_near = is_past and is_next and not event.is_dated_act and not event.has_only_period
    is_beside = later.sentence == mention.sentence and is_past
    return event if mention.paragraph <= LEAD or is_near or is_beside else None
