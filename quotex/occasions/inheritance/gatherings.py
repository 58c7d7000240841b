"""Clause 8 of the law of inheritance: those who are heard at an event that others mention.

A quotation in the past tense that states neither day nor venue and has no event by the other
clauses belongs to the event that was mentioned last, by anybody, in its paragraph or the one
before, if people come together there (at a rally, not in a tweet) and

a. an audience is heard: "the crowd", "supporters", "cheers"; or
b. somebody answers where several people speak, at a meeting or a debate: "Voss replied", "the
   moderator asked"; or
c. a person is heard at an event that consists of talk between several people: a debate, a hearing,
   a panel.

d. It belongs to a court in session, mentioned at most three paragraphs before, if somebody speaks
   there by virtue of an office in court (counsel, a prosecutor), whatever else was mentioned since,
   or speaks to the judge or the jury, unless another day was mentioned since.

e. It belongs to the last event also if people who are there are told something ("told delegates",
   "said to the crowd", "told the parents"), within three paragraphs. "Parliament passed the bill on
   Monday" is such an event, too.

By b, c and f it does not inherit a speech that somebody else gave there.

A mention of another event, such as a letter or an interview, closes the gathering; a mention
without a day of what is known, such as the panel of a hearing, does not.

f. A speech that is mentioned without a day ("in her remarks") was given at the gathering that the
   article dates, if it has dated only one so far, and inherits its day and venues.

g. A speech that is mentioned with neither day nor place was given where the same speaker was quoted
   at most two paragraphs before, if that was on a day, in a place or at an event, and in no medium.

h. People are heard where the same paragraph says that others are: "In Oslo, traders were pleased.
   “It is good for all of us,” said Ada Roe." The next paragraph may quote them again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quotex.languages.word_lists import VenueWords
from quotex.occasions.inheritance.mention import EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent
from quotex.occasions.inheritance.timeline import Timeline
from quotex.records import Venue

_NEAR = 1  # paragraphs
_SAME_SPEECH = 2
_IN_COURT = 3
_TENSES_THERE = frozenset({"past", "present", "none"})
_LISTENING = frozenset({"past", "none"})  # an audience may have no verb: "(Applause)"


def join_gatherings(
    mentions: Sequence[EventMention], timeline: Timeline, words: VenueWords
) -> None:
    """Attach mentions without an event to the one before them if they were heard there.

    ``mentions`` are all mentions of one article, in text order.
    """
    joiner = _Joiner(timeline, words)
    for mention in mentions:
        event = timeline.event_of(mention) or _sitting(mention)
        if mention.is_setting:
            joiner.note_setting(mention)
        elif event is not None:
            joiner.note(mention, event)
        else:
            joiner.attach(mention)


def _sitting(mention: EventMention) -> SpeechEvent | None:
    """Return the event of a sitting that a clause says was held: "parliament met on Monday"."""
    day = mention.stated.date
    is_held = mention.sitting == "held" and day is not None and day.from_ == day.to
    if not is_held or not any(v.kind in {"event", "place"} for v in mention.stated.venues):
        return None
    event = SpeechEvent()
    event.add(mention)
    return event


class _Joiner:
    """Keeps track of the last gathering and the last court, and of their last paragraphs."""

    def __init__(self, timeline: Timeline, words: VenueWords) -> None:
        self._timeline = timeline
        self._words = words
        self._current: SpeechEvent | None = None
        self._court: SpeechEvent | None = None
        self._since = self._since_court = 0
        self._setting: SpeechEvent | None = None
        self._there: set[str | None] = set()
        self._last: SpeechEvent | None = None
        self._dated: list[SpeechEvent] = []
        self._by_speaker: dict[str, tuple[SpeechEvent, int]] = {}

    def note_setting(self, mention: EventMention) -> None:
        """Note where the people are whom the next sentences quote."""
        self._setting = SpeechEvent()
        self._setting.add(mention)
        self._there = set()

    def note(self, mention: EventMention, event: SpeechEvent) -> None:
        """Note the event of the next mention, and find the gathering of a speech."""
        self._last = event
        if not self._is_mentioned_again(mention, event):
            self._current = event if event.is_gathering or mention.sitting else None
        self._since = mention.paragraph
        if event.is_court:
            self._court, self._since_court = event, mention.paragraph
        is_shared = bool(event.heads & self._words.shared)
        if is_shared and event.date is not None and event not in self._dated:
            self._dated.append(event)
        if not is_shared and event.date is None:
            self._find_gathering(mention, event)
        if mention.speaker is not None:
            self._by_speaker[mention.speaker] = event, mention.paragraph

    def _is_mentioned_again(self, mention: EventMention, event: SpeechEvent) -> bool:
        """Whether a scene is at the dated gathering before: "told the panel", at a hearing."""
        is_vaguer = self._current is not None and self._current.day is not None
        is_known = all(noun.is_known for noun in mention.nouns)
        return is_vaguer and mention.is_scene and event.day is None and is_known

    def _find_gathering(self, mention: EventMention, event: SpeechEvent) -> None:
        """Record where a speech without a day was given (f and g)."""
        if len(self._dated) == 1 and _is_known_speech(mention, self._words):
            self._timeline.set_gathering(event, self._dated[0])
        elif (heard := _last_heard(mention, event, self._by_speaker, self._words)) is not None:
            self._timeline.set_gathering(event, heard)

    def attach(self, mention: EventMention) -> None:
        """Attach the next mention, which has no event, if it was heard at the last one."""
        current, court, words = self._current, self._court, self._words
        if self._setting is not None and self._is_there(mention, self._setting):
            self._there.add(mention.speaker)
            self._timeline.join(mention, self._setting, ground="gathering")
        elif current is not None and _is_heard(mention, current, self._since, words):
            self._since = mention.paragraph
            venues = current.venues
            if mention.voice != "audience":
                venues = tuple(v for v in venues if not _is_performance(v, words))
            self._timeline.join(mention, current, venues, ground="gathering")
        elif court is not None and _is_heard_in_court(
            mention, court, self._since_court, self._last
        ):
            self._since_court = mention.paragraph
            self._timeline.join(mention, court, ground="court")

    def _is_there(self, mention: EventMention, setting: SpeechEvent) -> bool:
        """Whether a quotation is of somebody among the people of a setting."""
        gap = mention.paragraph - setting.paragraph
        is_near = gap == 0 or (gap == 1 and mention.speaker in self._there)
        is_voice = mention.speaker is not None and not mention.is_body
        is_other = mention.is_written or mention.is_thought or mention.is_background
        is_spoken = mention.tense in _TENSES_THERE and not is_other
        return is_near and is_voice and is_spoken and not (mention.is_scene or mention.is_vague)


def _is_heard_in_court(
    mention: EventMention, court: SpeechEvent, since: int, last: SpeechEvent | None
) -> bool:
    is_near = mention.paragraph - since <= _IN_COURT
    is_other_day = last is not None and last.day is not None and last.day != court.day
    is_in_court = mention.is_counsel or (mention.hearers_at == "court" and not is_other_day)
    return is_in_court and mention.tense == "past" and is_near and not mention.is_written


def _is_known_speech(mention: EventMention, words: VenueWords) -> bool:
    """Whether a speech is mentioned as already known: "in her remarks"."""
    return any(noun.is_known and _is_performance(venue, words) for venue, noun in mention.venues())


def _last_heard(
    mention: EventMention,
    event: SpeechEvent,
    by_speaker: Mapping[str, tuple[SpeechEvent, int]],
    words: VenueWords,
) -> SpeechEvent | None:
    """Return where a speech without day and place was given: where its speaker was just heard."""
    before, since = by_speaker.get(mention.speaker or "", (None, 0))
    is_speech = bool(event.venues) and all(_is_performance(v, words) for v in event.venues)
    if before is None or before is event or before.day is None or not is_speech:
        return None
    is_near = mention.paragraph - since <= _SAME_SPEECH
    kinds = {v.kind for v in before.venues}
    return before if is_near and kinds and "medium" not in kinds else None


def _is_performance(venue: Venue, words: VenueWords) -> bool:
    """Whether an event is something that one person gives, such as a speech at a debate."""
    return venue.span.text.casefold().split()[-1] in words.performance


def _is_heard(mention: EventMention, gathering: SpeechEvent, since: int, words: VenueWords) -> bool:
    near = _IN_COURT if mention.hearers_at == "gathering" else _NEAR
    if mention.is_scene or mention.is_vague or mention.paragraph - since > near:
        return False
    if mention.hearers_at == "gathering" and mention.tense == "past":
        return True
    if mention.voice == "audience":
        return mention.tense in _LISTENING
    if mention.tense != "past":
        return False
    if mention.is_reply and gathering.heads & words.shared:
        return True
    return mention.voice == "person" and bool(gathering.heads & words.debating)
