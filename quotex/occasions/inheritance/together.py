"""Clause 11 of the law of inheritance: those who are heard together.

An article introduces a press conference, a hearing or a ceremony once, and then reports what people
said there, one after another.

a. A quotation in the past tense by a named person, or by somebody who asks or replies, that has no
   event by the other clauses belongs to the event that was mentioned last, if that is such a
   gathering and at most three paragraphs back. Any other occasion closes it. What was written or
   thought, what had been said before, and what accompanies another act do not belong to it.
b. A gathering without a stated day was on the day that the article states, if that is in the
   headline, the lead or the paragraph after, is not the day of another occasion ("a debate on
   Monday") or of what had been said before, and no other of the last ten days has been mentioned
   by then.
c. Its venues are inherited only if a separate clause is about it ("Roe held a press conference at
   the Guildhall"), or if several people hold it ("a joint press conference"). If it is only named
   beside what somebody said ("he told a press conference at the Guildhall"), only the day is
   inherited: the others may have spoken elsewhere on that day.
d. Nothing belongs to a gathering more than ten days before publication. If two gatherings on
   different days are mentioned, nothing belongs to the second or to any after it: it might belong
   to either.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from quotex.languages.word_lists import VenueWords
from quotex.occasions.inheritance.mention import NEWS, EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import SpeechDate

_NEAR = 3  # paragraphs
_TOP = 2  # paragraphs 0, 1 and 2


def join_together(
    mentions: Sequence[EventMention],
    timeline: Timeline,
    words: VenueWords,
    published: date | None,
) -> None:
    """Attach mentions without an event to the gathering before them, and give it the article's day.

    ``mentions`` are all mentions of one article, in text order; ``published`` is its day, if known.
    """
    current: SpeechEvent | None = None
    news: list[EventMention] = []
    days = set[date]()
    since = 0  # the paragraph of the last mention of the gathering
    for mention in mentions:
        if _is_news(mention, published):
            news.append(mention)
        event = timeline.event_of(mention)
        if event is None:
            if current is not None and _is_heard(mention, since):
                since = mention.paragraph
                is_described = _is_joint(current, words) or any(
                    m.is_scene for m in current.mentions
                )
                venues = current.venues if is_described else ()
                timeline.join(mention, current, venues, is_open=is_described, ground="gathering")
            continue
        since = mention.paragraph
        current = event if _is_recent(event, published) and _is_reported(event, words) else None
        if current is None:
            continue
        if current.day is None:
            timeline.set_day(current, _day_of(news))
        if current.day is not None:
            days.add(current.day.from_)
        if len(days) > 1:
            return  # what is quoted next may have been said on either day


def _is_recent(event: SpeechEvent, published: date | None) -> bool:
    return event.day is None or _is_news_day(event.day, published)


def _is_news(mention: EventMention, published: date | None) -> bool:
    """Whether a mention states a single day shortly before publication."""
    day = mention.stated.date
    return day is not None and mention.tense != "modal" and _is_news_day(day, published)


def _is_news_day(day: SpeechDate, published: date | None) -> bool:
    """Whether a date is a single day, and shortly before publication, if that is known."""
    gap = published - day.to if published is not None else timedelta()
    return day.from_ == day.to and timedelta() <= gap <= NEWS


def _day_of(news: Sequence[EventMention]) -> SpeechDate | None:
    """Return the one day stated at the top of an article, if no other has been stated so far."""
    days = [m.stated.date for m in news if m.stated.date is not None]
    is_one = len({day.from_ for day in days}) == 1
    is_other = any(v.kind == "event" for m in news for v in m.stated.venues)
    is_other = is_other or all(m.is_background for m in news)
    return days[0] if is_one and not is_other and news[0].paragraph <= _TOP else None


def _is_reported(event: SpeechEvent, words: VenueWords) -> bool:
    """Whether articles usually report what several people said at an event of this kind."""
    names = [v.span.text.casefold().split() for v in event.venues if v.kind == "event"]
    return any(
        name[-1] in words.reported or " ".join(name[-2:]) in words.reported for name in names
    )


def _is_joint(event: SpeechEvent, words: VenueWords) -> bool:
    """Whether several people hold an event together, according to its name."""
    return any(words.joint & set(v.span.text.casefold().split()) for v in event.venues)


def _is_heard(mention: EventMention, since: int) -> bool:
    """Whether a quotation without an event may be of a gathering mentioned ``since``."""
    is_near = mention.paragraph - since <= _NEAR
    is_once = mention.tense == "past" and not mention.is_background and not mention.is_vague
    is_aside = mention.is_thought or mention.is_participle or mention.is_scene
    is_elsewhere = mention.is_written or mention.speaks_document is not None
    is_named = mention.speaker is not None and not (mention.is_body or mention.is_unnamed)
    is_person = is_named or mention.is_question or mention.is_reply
    return is_near and is_once and is_person and not (is_aside or is_elsewhere)
