"""Clauses 1, 2, 3 and 5 of the law of inheritance: which mentions open events and carry them on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from quotex.languages.word_lists import VenueWords
from quotex.occasions.days.times import WEEK
from quotex.occasions.inheritance.mention import NEWS, EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent, length
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import SpeechDate

_NEXT = 1  # paragraphs
_ASIDE_LASTS = 2  # paragraphs after which an aside is over
_DAY_LASTS = 5  # paragraphs
_HEARERS_LAST = 3  # paragraphs
_MAX_REMEMBERED = 5  # events that are remembered for a speaker or a noun


def open_events(
    mentions: Sequence[EventMention],
    timeline: Timeline,
    words: VenueWords,
    joined_speakers: re.Pattern[str],
) -> None:
    """Attach each mention to the event that it opens or continues, if there is one.

    Args:
        mentions: all mentions of one article, in text order.
        timeline: records the events.
        words: the nouns for where several people speak, "debate", and for sittings, "meeting".
        joined_speakers: matches what joins the names of several people who speak together.
    """
    opener = _Opener(timeline, mentions, words, joined_speakers)
    for mention in mentions:
        opener.attach(mention)


class _Opener:
    """Keeps track of the open events, from the first mention of an article to the last."""

    def __init__(
        self,
        timeline: Timeline,
        mentions: Sequence[EventMention],
        words: VenueWords,
        joined_speakers: re.Pattern[str],
    ) -> None:
        self._timeline = timeline
        self._speakers = {m.speaker for m in mentions}
        self._shared = words.shared | words.courts
        self._sittings = words.sittings
        self._latest = max((m.stated.date.to for m in mentions if m.stated.date), default=None)
        self._joined_speakers = joined_speakers
        self._open: dict[str, SpeechEvent] = {}
        self._asides: dict[str | None, SpeechEvent] = {}  # what was said in another month or year
        self._by_speaker: dict[str, list[SpeechEvent]] = defaultdict(list)
        self._by_noun: dict[str, list[tuple[str | None, SpeechEvent]]] = defaultdict(list)
        self._with_several_events: set[str | None] = set()
        self._last: SpeechEvent | None = None
        self._last_quoted: str | None = None
        self._last_told: SpeechEvent | None = None
        self._gathering: SpeechEvent | None = None
        self._transcript: SpeechEvent | None = None

    def attach(self, mention: EventMention) -> None:
        """Attach the next mention."""
        self._attach(mention)
        if not mention.is_scene:
            self._last_quoted = mention.speaker
            self._last_told = self._timeline.event_of(mention)

    def _attach(self, mention: EventMention) -> None:
        if mention.sitting is not None or mention.is_setting:
            return
        if mention.stated.is_empty:
            self._attach_empty(mention)
        elif not mention.is_announced:
            self._attach_stated(mention)

    def _attach_empty(self, mention: EventMention) -> None:
        """Attach a mention that states neither a day nor a venue."""
        if mention.is_vague:
            return
        current = self._current(mention)
        if self._transcript is not None and mention.is_turn:
            self._timeline.join(mention, self._transcript, ground="transcript")
        elif self._is_answer(mention) or (mention.is_companion and current is None):
            self._join_others(mention)
        else:
            event = self._last if current is None and mention.is_label else current
            if event is not None and self._takes_in(event, mention):
                self._timeline.join(mention, event)

    def _attach_stated(self, mention: EventMention) -> None:
        """Attach a mention that states a day or a venue, to a new event if there is no other."""
        current = self._current(mention)
        event = self._existing_event(mention, current)
        if event is None:
            if mention.is_reference:
                return
            event = SpeechEvent()
            if current is not None and current.is_city_of(mention):
                event.gathering = current
        self._timeline.join(mention, event)
        if mention.is_introduction:
            self._transcript = event
        self._remember(mention, event)

    def _remember(self, mention: EventMention, event: SpeechEvent) -> None:
        """Note that an event is now open for its speakers, and the nouns that mention it."""
        if event.is_gathering:
            self._gathering = event
        if mention.speaker is not None or not mention.is_scene:
            self._last = event
        for head in mention.heads:
            self._by_noun[head].append((mention.speaker, event))
        for name in self._bearers(mention.speaker):
            events = self._by_speaker[name]
            if events and events[0] is not event:
                self._with_several_events.add(name)
            is_aside = event.date is not None and self._is_past(event.date) and not event.is_writing
            if name in self._open and is_aside:
                self._asides[name] = event
            elif name not in self._open or not mention.is_background:
                self._open[name] = event
            events.append(event)

    def _is_past(self, day: SpeechDate) -> bool:
        """Whether a date is of longer than a week, or long before the latest of the article."""
        is_old = self._latest is not None and self._latest - day.to > NEWS
        return is_old or length(day) > WEEK

    def _bearers(self, speaker: str | None) -> list[str]:
        """Return a speaker and, if it is several people, those who are also quoted on their own."""
        if speaker is None:
            return []
        quoted = (name for name in self._joined_speakers.split(speaker) if name in self._speakers)
        return [speaker, *(name for name in quoted if name != speaker)]

    def _current(self, mention: EventMention) -> SpeechEvent | None:
        """Return the open event of the speaker; after an aside that is the first event again."""
        aside = self._asides.get(mention.speaker)
        if aside is not None and aside.paragraph == mention.paragraph:
            return aside
        if mention.speaker is None or mention.speaker not in self._open:
            return None
        event = self._open[mention.speaker]
        gap = mention.paragraph - event.paragraph
        is_beside = mention.sentence == event.mentions[-1].sentence and not mention.is_participle
        if event.is_dated_act and (gap > _NEXT or is_beside):
            del self._open[mention.speaker]
            return None
        first = self._by_speaker[mention.speaker][0]
        is_main = first.date is not None and not first.is_dated_act and len(first.mentions) > 1
        return first if gap >= _ASIDE_LASTS and is_main else event

    def _takes_in(self, event: SpeechEvent, mention: EventMention) -> bool:
        """Whether an open event takes in a mention without a day or a venue."""
        if mention.is_label:
            return not event.has_only_period
        if mention.is_written and event.is_gathering:
            return False  # what was said at a rally was not written there
        if mention.hearers_at != "nobody" and event.is_writing:
            return False
        if mention.is_participle and mention.sentence == event.mentions[-1].sentence:
            return True  # "she said on Monday, calling it a lie"
        if event.has_only_period:
            return False  # what was said once in a month does not date the next words
        if mention.tense != "past":
            return event.is_interview and mention.tense == "present"
        gap = mention.paragraph - event.paragraph
        if event.is_writing and not mention.is_written and self._last_quoted != mention.speaker:
            return gap <= _NEXT  # she wrote it in a letter, and said more elsewhere
        return bool(event.venues) or gap <= _DAY_LASTS

    def _join_others(self, mention: EventMention) -> None:
        """Attach a mention to the event of the quotation before, if it may belong to it."""
        event = self._last_told
        if event is not None and self._is_with_others(event, mention):
            self._timeline.join(mention, event)
            self._remember(mention, event)

    def _is_answer(self, mention: EventMention) -> bool:
        """Whether somebody answers what was just said at a gathering where several people speak.

        Or asks about it: "told the Commons that … Her shadow wanted to know why".
        """
        event = self._last_told
        is_inquiry = mention.is_question and not mention.is_reply and mention.tense == "past"
        if event is None or not (mention.is_reply or is_inquiry):
            return False
        gap = mention.paragraph - event.paragraph
        is_near = gap == 0 or (gap == _NEXT and is_inquiry)
        is_other = self._last_quoted != mention.speaker and not mention.is_written
        return is_near and is_other and bool(event.settings & self._shared)

    def _is_with_others(self, event: SpeechEvent, mention: EventMention) -> bool:
        is_near = mention.paragraph - event.paragraph <= _NEXT
        is_other = mention.is_background or mention.is_written or mention.is_thought
        is_open = not (event.is_writing or event.has_only_period)
        return is_near and is_open and mention.tense == "past" and not is_other

    def _existing_event(
        self, mention: EventMention, current: SpeechEvent | None
    ) -> SpeechEvent | None:
        """Return the existing event that a mention with a day or a venue belongs to, or None."""
        named = self._known_by_noun(mention)
        if named is not None and named.agrees_with(mention.stated.date):
            return named
        same_day = self._on_stated_day(mention)
        if same_day is not None and (current is None or current.date is None):
            return same_day
        if current is not None:
            is_only = self._is_only(mention) and not current.heads & self._sittings
            if _continues(current, mention, is_only=is_only):
                return current
        if same_day is None and self._is_heard_at_gathering(mention):
            return self._gathering
        return same_day

    def _is_heard_at_gathering(self, mention: EventMention) -> bool:
        """Whether people at the last gathering are told something there: "the crowd on the pier".

        The mention states only where in the city that was.
        """
        event, stated = self._gathering, mention.stated
        if event is None or mention.hearers_at != "gathering" or stated.date is not None:
            return False
        is_near = mention.paragraph - event.paragraph <= _HEARERS_LAST
        is_place = all(v.kind == "place" for v in stated.venues)
        return is_near and is_place and event.fits(mention) and mention.tense == "past"

    def _is_only(self, mention: EventMention) -> bool:
        """Whether a quotation states a day, recent if spoken, and its speaker has one event."""
        day, latest = mention.stated.date, self._latest
        if day is None or latest is None or length(day) > 0:
            return False
        is_old = latest - day.from_ > NEWS and not mention.is_written
        is_first = mention.speaker not in self._with_several_events
        return is_first and not is_old and not mention.is_scene

    def _on_stated_day(self, mention: EventMention) -> SpeechEvent | None:
        """Return the speaker's last event on the day that a mention states, or None."""
        day = mention.stated.date
        if day is None or mention.speaker is None:
            return None
        for event in reversed(self._by_speaker[mention.speaker][-_MAX_REMEMBERED:]):
            is_same_day = event.date is not None and event.date.from_ == day.from_
            if is_same_day and _may_be_on_day(event, mention) and event.fits(mention):
                return event
        return None

    def _known_by_noun(self, mention: EventMention) -> SpeechEvent | None:
        """Return the last event with a noun that is mentioned as known, the speaker's own first."""
        gathering = self._gathering
        is_near = gathering is not None and mention.paragraph - gathering.paragraph <= _NEXT
        known = [noun for noun in mention.nouns if noun.is_known]
        if is_near and any(noun.is_generic for noun in known):
            return gathering
        for noun in known:
            found = self._by_noun[noun.head] if noun.head else []
            own = [
                event for speaker, event in found[-_MAX_REMEMBERED:] if speaker == mention.speaker
            ]
            if found:
                return own[-1] if own else found[-1][1]
        return None


def _continues(event: SpeechEvent, mention: EventMention, *, is_only: bool) -> bool:
    """Whether a mention with a day or a venue belongs to its speaker's open event."""
    is_next = mention.paragraph - event.paragraph <= _NEXT
    is_open = event.has_only_day and is_next  # "On Sunday, Roe struck back." "…," she told a rally
    if not event.agrees_with(mention.stated.date) or not (is_open or event.fits(mention)):
        return False
    day = mention.stated.date
    if day is not None and event.date is not None:
        return _may_be_on_day(event, mention)
    if day is None:
        return True
    return length(day) <= WEEK and (is_next or is_only) and not mention.is_background


def _may_be_on_day(event: SpeechEvent, mention: EventMention) -> bool:
    """Whether a mention may be of an event's days; one of what was said before must match them."""
    a, b = event.date, mention.stated.date
    is_same = a is not None and b is not None and (a.from_, a.to) == (b.from_, b.to)
    return is_same or not mention.is_background
