"""Clause 11 of the law of inheritance: those who are heard together.

Of a press conference, a hearing, a ceremony, an article tells once what it was, and then reports
what one after another said there.

a. A person who is quoted by name in the past tense, or who asks or replies, and who has no event by
   the other clauses, is of the event that was mentioned last, if it is such a gathering and lies no
   more than three paragraphs back. Anybody else's occasion ends it. Nothing is of it that was
   written or thought, what had been said before, or what goes along with another act.
b. A gathering of which no day is told was on the day that the article tells, if that stands in the
   headline, the lead or the paragraph after, is not that of another occasion ("a debate on
   Monday"), and no other of the last ten days was told by then.
c. It gives its venues only where a clause of its own tells of it ("Roe held a press conference at
   the Guildhall"), or where several hold it ("a joint press conference"). One that is only named
   beside what somebody said ("he told a press conference at the Guildhall") gives its day alone:
   the others may have been heard elsewhere on that day.
d. A gathering of more than ten days ago takes in nobody, and where two are told, of different days,
   the second and what follows take in nobody, either: it may be of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from quotex.languages.word_lists import VenueWords
from quotex.occasions.inheritance.mention import EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import SpeechDate

_NEAR = 3  # paragraphs
_TOP = 2  # paragraphs 0, 1 and 2
_NEWS = timedelta(days=10)


def join_together(
    mentions: Sequence[EventMention],
    timeline: Timeline,
    words: VenueWords,
    published: date | None,
) -> None:
    """Let those without an event join the gathering before them, and give it the article's day.

    ``mentions`` are those of one article, in text order, which was ``published`` on a day.
    """
    current: SpeechEvent | None = None
    told: list[EventMention] = []
    held = set[date]()
    for mention in mentions:
        if _is_news(mention, published):
            told.append(mention)
        event = timeline.event_of(mention)
        if event is None:
            if current is not None and _is_heard(mention, current):
                is_told = _is_joint(current, words) or any(m.is_scene for m in current.mentions)
                venues = current.venues if is_told else ()
                timeline.join(mention, current, venues, is_open=is_told, ground="gathering")
            continue
        current = event if _is_recent(event, published) and _is_reported(event, words) else None
        if current is None:
            continue
        if current.day is None:
            current.date = _day_of(told)
        if current.day is not None:
            held.add(current.day.from_)
        if len(held) > 1:
            return  # whoever is heard next may have been heard on either day


def _is_recent(event: SpeechEvent, published: date | None) -> bool:
    return event.day is None or _is_news_day(event.day, published)


def _is_news(mention: EventMention, published: date | None) -> bool:
    """Whether a mention states a single one of the days before publication."""
    day = mention.stated.date
    return day is not None and mention.tense != "modal" and _is_news_day(day, published)


def _is_news_day(day: SpeechDate, published: date | None) -> bool:
    """Whether it is a single day, and one of those before publication, if that is known."""
    gap = published - day.to if published is not None else timedelta()
    return day.from_ == day.to and timedelta() <= gap <= _NEWS


def _day_of(told: Sequence[EventMention]) -> SpeechDate | None:
    """Return the one day that is told at the top of an article, if no other is told by now."""
    days = [m.stated.date for m in told if m.stated.date is not None]
    is_one = len({day.from_ for day in days}) == 1
    is_other = any(v.kind == "event" for m in told for v in m.stated.venues)
    return days[0] if is_one and not is_other and told[0].paragraph <= _TOP else None


def _is_reported(event: SpeechEvent, words: VenueWords) -> bool:
    """Whether an event is one of which it is told what several people said there."""
    names = [v.span.text.casefold().split() for v in event.venues if v.kind == "event"]
    return any(
        name[-1] in words.reported or " ".join(name[-2:]) in words.reported for name in names
    )


def _is_joint(event: SpeechEvent, words: VenueWords) -> bool:
    """Whether several hold it together, as its name says."""
    return any(words.joint & set(v.span.text.casefold().split()) for v in event.venues)


def _is_heard(mention: EventMention, gathering: SpeechEvent) -> bool:
    """Whether a quotation without an event may have been heard at a gathering told before it."""
    is_near = mention.paragraph - gathering.paragraph <= _NEAR
    is_told = mention.tense == "past" and not mention.is_background and not mention.is_vague
    is_aside = mention.is_thought or mention.is_participle or mention.is_scene
    is_elsewhere = mention.is_written or mention.speaks_document is not None
    is_named = mention.speaker is not None and not (mention.is_body or mention.is_unnamed)
    is_person = is_named or mention.is_question or mention.is_reply
    return is_near and is_told and is_person and not (is_aside or is_elsewhere)
