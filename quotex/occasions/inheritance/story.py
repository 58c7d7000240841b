"""Clause 10 of the law of inheritance: the sitting that an article is about.

A council's meeting, an inquest or a trial is described once, often where nothing is quoted ("The
committee voted against it at the Guildhall on Tuesday"), and nearly everything that the article
quotes was said there. It is the article's story if its day, the one mentioned most often, is among
the last ten before publication; if a clause says that it was held then, or that somebody was heard
at a hearing or by a panel ("told a Senate committee on Tuesday"), and another paragraph mentions
it; if it is first mentioned in the first half of the article; if people who sit there are
mentioned, or somebody is quoted in court, at a hearing, before a panel or as telling the meeting
something; and if at most every third quotation has an occasion of its own.

The story has that day, the fullest name of a sitting, and the place that is stated with it. It does
not include anything after the mention of another day.

It includes, before and after, whatever a person said in the past tense without an event, and the
headline and the lead in other tenses too; not what was written, what had been said before, or what
was said by bodies that are not heard there. A quotation with only a venue of the sitting ("told the
court") also has its day and its other venues; with another noun ("told the hearing"), its day and
place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from quotex.languages.word_lists import VenueWords
from quotex.occasions.inheritance.mention import LEAD, NEWS, EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import Venue

_MIN_PARAGRAPHS = 2  # that mention the sitting
_EARLY = 5  # paragraphs
_MIN_RATIO = 3  # at most every third quotation was said elsewhere
_TENSES_OF_SPEECH = frozenset({"past", "none"})
_TENSES_OF_HEADLINE = frozenset({"past", "none", "present", "perfect"})


def join_story(
    mentions: Sequence[EventMention],
    timeline: Timeline,
    words: VenueWords,
    published: date | None,
) -> None:
    """Attach mentions without an event to the sitting that the article is about.

    ``mentions`` are all mentions of one article, in text order; ``published`` is its day, if known.
    """
    sittings = words.sittings | words.sitting_nouns
    mentioned = [m for m in mentions if m.sitting is not None or _is_at_sitting(m, words, sittings)]
    story = _story(mentioned, mentions, words, published)
    if story is None:
        return
    places = tuple(v for v in story.venues if v.kind == "place")
    where = SpeechEvent(date=story.date, venues=places)
    days = {None, story.date.from_ if story.date is not None else None}
    other = [m.at for m in mentioned if _day(m) not in days and _is_recent(m, published)]
    for mention in mentions:
        if other and mention.at >= other[0]:
            return  # what follows may be of that day
        event = timeline.event_of(mention)
        if mention.is_scene:
            continue
        if event is None:
            if _is_heard(mention):
                timeline.join(mention, story, ground="story")
        elif event.date is None and event.gathering is None:
            if _is_same_sitting(event, story, words):
                timeline.set_gathering(event, story)
            elif _is_known_sitting(event, words):
                timeline.set_gathering(event, where)


def _story(
    mentioned: Sequence[EventMention],
    mentions: Sequence[EventMention],
    words: VenueWords,
    published: date | None,
) -> SpeechEvent | None:
    """Return the sitting that an article is about, or None."""
    known = [m for m in mentioned if _is_recent(m, published)]
    days = Counter(day for m in known if (day := _day(m)) is not None)
    is_attended = any(
        m.sitting == "seated" or _is_heard_by_panel(m, words) or _is_told_meeting(m, words)
        for m in known
    )
    if not days or not is_attended:
        return None
    [(day, _)] = days.most_common(1)
    matching = [m for m in known if m.stated.date is None or _day(m) == day]
    story = SpeechEvent(
        date=next(m.stated.date for m in matching if m.stated.date is not None),
        venues=(*_name(matching, words), *_places(matching)),
    )
    is_held = any(
        m.sitting in {"dated", "held"} or (m.heads and _is_heard_by_panel(m, words))
        for m in matching
        if _day(m) == day
    )
    quotations = [m for m in mentions if not m.is_scene]
    elsewhere = [m for m in quotations if m not in mentioned and not m.stated.is_empty]
    is_main = len(elsewhere) * _MIN_RATIO <= len(quotations)
    is_early = matching[0].paragraph <= max(mentions[-1].paragraph // 2, _EARLY)
    is_often = is_early and len({m.paragraph for m in matching}) >= _MIN_PARAGRAPHS
    return story if story.venues and is_held and is_often and is_main else None


def _day(mention: EventMention) -> date | None:
    """Return the single day that a mention states."""
    day = mention.stated.date
    return day.from_ if day is not None and day.from_ == day.to else None


def _name(mentioned: Sequence[EventMention], words: VenueWords) -> tuple[Venue, ...]:
    """Return the fullest name of a sitting: "ordinary meeting" before "meeting"."""
    named = [
        venue
        for mention in mentioned
        for venue, noun in mention.venues()
        if noun.head.lower() in words.sittings
    ]
    return (max(named, key=_length),) if named else ()


def _places(mentioned: Sequence[EventMention]) -> tuple[Venue, ...]:
    """Return the place of a sitting, preferably from a mention that also states the day."""
    for mention in sorted(mentioned, key=_is_undated):
        if places := tuple(v for v in mention.stated.venues if v.kind == "place"):
            return places
    return ()


def _is_undated(mention: EventMention) -> bool:
    return mention.stated.date is None


def _length(venue: Venue) -> int:
    return len(venue.span.text.split())


def _is_recent(mention: EventMention, published: date | None) -> bool:
    """Whether a mention states no day, or a single one shortly before publication."""
    if mention.stated.date is None:
        return True
    day = _day(mention)
    gap = published - day if published is not None and day is not None else timedelta()
    return day is not None and timedelta() <= gap <= NEWS and mention.tense != "modal"


def _is_heard_by_panel(mention: EventMention, words: VenueWords) -> bool:
    """Whether somebody is quoted in a court, at a hearing or before a body that sits."""
    attended = (words.sittings & words.trials) | words.sitting_nouns
    return not mention.is_scene and _is_at_sitting(mention, words, attended)


def _is_told_meeting(mention: EventMention, words: VenueWords) -> bool:
    """Whether somebody is quoted at a sitting that the reader knows: "told the meeting"."""
    known = any(noun.is_known and noun.head.lower() in words.sittings for noun in mention.nouns)
    return known and not mention.is_scene


def _is_at_sitting(mention: EventMention, words: VenueWords, sittings: frozenset[str]) -> bool:
    """Whether a mention has one of these sittings or a court as a venue."""
    return any(head.lower() in sittings for head in mention.heads) or any(
        _is_court(v, words) for v in mention.stated.venues
    )


def _is_court(venue: Venue, words: VenueWords) -> bool:
    return venue.kind == "place" and venue.span.text.split()[-1].lower() in words.trials


def _is_same_sitting(event: SpeechEvent, story: SpeechEvent, words: VenueWords) -> bool:
    """Whether all that is known about an event is that it is the sitting: "told the court"."""
    heads = {head.lower() for head in event.heads}
    names = {v.span.text.split()[-1].lower() for v in story.venues if v.kind == "event"}
    is_named = bool(heads) and (heads <= names)
    courts = [v for v in event.venues if v.kind == "place"]
    return is_named or (bool(courts) and not heads and all(_is_court(v, words) for v in courts))


def _is_heard(mention: EventMention) -> bool:
    """Whether a quotation may have been heard at the article's sitting."""
    is_lead = mention.paragraph <= LEAD
    is_reported = mention.tense in (_TENSES_OF_HEADLINE if is_lead else _TENSES_OF_SPEECH)
    is_elsewhere = mention.is_written or mention.is_background or mention.is_vague
    is_other = mention.speaks_document is not None or (mention.is_body and not mention.is_counsel)
    return is_reported and not is_elsewhere and not is_other and mention.stated.is_empty


def _is_known_sitting(event: SpeechEvent, words: VenueWords) -> bool:
    """Whether an event is mentioned as a sitting that the reader knows: "told the hearing"."""
    is_known = all(noun.is_known for m in event.mentions for noun in m.nouns if noun.head)
    return is_known and bool(event.heads) and event.heads <= words.sittings
