"""Clause 13 of the law of inheritance: the event that a quotation probably belongs to.

A quotation without an event by all other clauses may still have been said at an event that is
mentioned nearby: in a headline that restates the lead, or in a report of one occasion. How likely
that is follows from what is known about the quotation and the event, by weights that were learned
from labelled articles (``likely.toml``). The quotation belongs to the likeliest event if that is
likely enough, and takes its day and venues, or only its day.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Annotated, Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from quotex.languages.word_lists import VenueWords
from quotex.occasions.inheritance.mention import LEAD, EventMention
from quotex.occasions.inheritance.speech_event import SpeechEvent, length
from quotex.occasions.inheritance.timeline import Timeline

_EVENTS_BEFORE, _EVENTS_AFTER = 4, 3  # events that are considered
_MENTIONS_TRIED = 40  # in each direction
_GAPS = (0, 1, 2, 5)  # paragraphs; each number ends a range
_AGES = (-1, 0, 1, 3, 10)  # days before publication


class Weights(BaseModel):
    """A logistic model: the weight of each clue, and that of every pair."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    bias: float
    clues: dict[str, float]

    def share(self, clues: Iterable[str]) -> float:
        """Return the expected share, in [0, 1], of pairs with these clues that belong together."""
        odds = self.bias + sum(self.clues.get(clue, 0.0) for clue in clues)
        return (1 + math.tanh(odds / 2)) / 2  # the logistic function, for odds of any size


class LikelyTable(BaseModel):
    """The learned weights for the day and for the venues, and the least share that is accepted."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: Literal[1]
    least: Annotated[float, Field(gt=0, lt=1)]
    day: Weights
    venues: Weights


@cache
def likely_table() -> LikelyTable:
    """Return the packaged table."""
    text = files("quotex.occasions.inheritance").joinpath("likely.toml").read_text("utf-8")
    return LikelyTable.model_validate(tomllib.loads(text))


class Pair(NamedTuple):
    """A quotation without an event, an event near it, and the clues to whether they belong."""

    quotation: EventMention
    event: SpeechEvent
    clues: frozenset[str]


def join_likely(
    mentions: Sequence[EventMention],
    timeline: Timeline,
    words: VenueWords,
    published: date | None,
) -> None:
    """Attach mentions without an event to the likeliest event near them.

    ``mentions`` are all mentions of one article, in text order; ``published`` is its day, if known.
    """
    table = likely_table()
    by_quotation: dict[EventMention, list[Pair]] = defaultdict(list)
    for pair in pairs(mentions, timeline, words, published):
        by_quotation[pair.quotation].append(pair)
    for quotation, candidates in by_quotation.items():
        placed = _likeliest([p for p in candidates if p.event.venues], table.venues, table.least)
        dated = _likeliest([p for p in candidates if p.event.day], table.day, table.least)
        if placed is not None:
            timeline.join_likely(quotation, placed, placed.venues)
        elif dated is not None:
            timeline.join_likely(quotation, dated, ())


def _likeliest(pairs: Sequence[Pair], weights: Weights, least: float) -> SpeechEvent | None:
    shares = [(weights.share(pair.clues), -number) for number, pair in enumerate(pairs)]
    share, number = max(shares, default=(0.0, 0))
    return pairs[-number].event if share >= least else None


def pairs(
    mentions: Sequence[EventMention],
    timeline: Timeline,
    words: VenueWords,
    published: date | None,
) -> Iterator[Pair]:
    """Yield each quotation without an event with each of the events near it."""
    article = _Article(mentions, timeline, published)
    of_events: dict[int, frozenset[str]] = {}  # computed once, as an event may have many mentions
    for number, mention in enumerate(mentions):
        is_free = timeline.event_of(mention) is None and mention.stated.is_empty
        if not is_free or mention.is_scene or mention.is_within:
            continue
        own = frozenset(_clues_of_quotation(mention, article))
        for near in article.near(number).values():
            event = near.event
            if id(event) not in of_events:
                of_events[id(event)] = frozenset(_clues_of_event(event, words, article))
            beside = _clues_of_pair(mention, near, article)
            yield Pair(mention, event, own.union(of_events[id(event)], beside))


@dataclass(slots=True)
class _Near:
    """An event near a quotation: how many paragraphs, and how many other events, away."""

    event: SpeechEvent
    before: int | None = None
    before_rank: int = 0
    after: int | None = None
    after_rank: int = 0


class _Article:
    """What the clues need to know about a whole article."""

    def __init__(
        self, mentions: Sequence[EventMention], timeline: Timeline, published: date | None
    ) -> None:
        self.published = published
        self._mentions = mentions
        self._events = [timeline.event_of(m) for m in mentions]
        quotations = [m for m in mentions if not m.is_scene]
        self.last_paragraph = max((m.paragraph for m in mentions), default=0)
        self.has_lead = self.last_paragraph > LEAD  # else the text may be a passage of an article
        free = sum(timeline.event_of(m) is None for m in quotations)
        self.free_share = free / max(len(quotations), 1)
        days = (m.stated.date for m in mentions if m.stated.date is not None)
        self.days = Counter(day.from_ for day in days if length(day) == 0)
        self.quoted = Counter(m.speaker for m in quotations)
        self.events_of: Mapping[str | None, set[int]] = defaultdict(set)
        self.beside: dict[EventMention, list[SpeechEvent | None]] = defaultdict(list)
        for mention, event in zip(mentions, self._events, strict=True):
            if event is not None:
                self.events_of[mention.speaker].add(id(event))
        for one, other in pairwise(quotations):
            self.beside[one].append(timeline.event_of(other))
            self.beside[other].append(timeline.event_of(one))

    def near(self, number: int) -> dict[int, _Near]:
        """Return the events mentioned nearest to a mention, on both sides, by their identity."""
        found: dict[int, _Near] = {}
        paragraph = self._mentions[number].paragraph
        before = range(number - 1, max(number - 1 - _MENTIONS_TRIED, -1), -1)
        for rank, (at, event) in enumerate(self._distinct(before, _EVENTS_BEFORE)):
            found[id(event)] = _Near(event, paragraph - self._mentions[at].paragraph, rank)
        after = range(number + 1, min(number + 1 + _MENTIONS_TRIED, len(self._mentions)))
        for rank, (at, event) in enumerate(self._distinct(after, _EVENTS_AFTER)):
            if self._mentions[at].is_sequel:
                break  # "a day later" is another occasion than what precedes it
            near = found.setdefault(id(event), _Near(event))
            near.after, near.after_rank = self._mentions[at].paragraph - paragraph, rank
        return found

    def _distinct(self, numbers: Iterable[int], most: int) -> list[tuple[int, SpeechEvent]]:
        found: dict[int, tuple[int, SpeechEvent]] = {}
        for at in numbers:
            event = self._events[at]
            if event is not None and event.mentions and id(event) not in found:
                found[id(event)] = at, event
                if len(found) == most:
                    break
        return list(found.values())


def _clues_of_quotation(mention: EventMention, article: _Article) -> Iterator[str]:
    yield f"tense_{mention.tense}"
    named = {
        "in_headline": article.has_lead and mention.paragraph == 0,
        "in_lead": article.has_lead and mention.paragraph <= LEAD,
        "in_last_third": mention.paragraph * 3 > article.last_paragraph * 2,
        "in_second_third": article.last_paragraph
        < mention.paragraph * 3
        <= article.last_paragraph * 2,
        "by_unnamed": mention.is_unnamed,
        "by_body": mention.is_body,
        "by_pronoun": mention.is_pronoun,
        "is_question": mention.is_question or mention.is_reply,
        "is_written": mention.is_written or mention.speaks_document is not None,
        "is_thought": mention.is_thought,
        "is_background": mention.is_background or mention.is_vague,
        "by_audience": mention.voice == "audience",
        "quoted_once": article.quoted[mention.speaker] <= 1,
        "mostly_free": article.free_share > 2 / 3,
        "rarely_free": article.free_share < 1 / 3,
        "no_days": not article.days,
        "one_day": len(article.days) == 1,
        "many_days": len(article.days) > 3,
    }
    yield from (name for name, holds in named.items() if holds)


def _clues_of_event(event: SpeechEvent, words: VenueWords, article: _Article) -> Iterator[str]:
    kinds = {v.kind for v in event.venues}
    day = event.day
    common = article.days.most_common(1)
    single = day.from_ if day is not None and length(day) == 0 else None
    named = {
        "event_dated": day is not None,
        "event_on_a_day": single is not None,
        "event_on_main_day": bool(common) and common[0][0] == single,
        "event_in_a_place": "place" in kinds or event.gathering is not None,
        "event_is_gathering": event.is_gathering,
        "event_in_a_medium": "medium" in kinds,
        "event_is_writing": event.is_writing,
        "event_is_interview": event.is_interview or bool(event.heads & words.interviews),
        "event_in_court": event.is_court,
        "event_is_sitting": bool(event.heads & words.sittings),
        "event_is_reported": bool(event.heads & words.reported),
        "event_is_debate": bool(event.heads & words.debating),
        "event_is_dated_act": event.is_dated_act,
        "event_is_described": any(m.is_scene for m in event.mentions),
        "event_mentioned_once": len(event.mentions) == 1,
        "event_of_several": len({m.speaker for m in event.mentions}) > 1,
        "event_in_lead": article.has_lead and event.mentions[0].paragraph <= LEAD,
    }
    yield from (name for name, holds in named.items() if holds)
    if day is not None and article.published is not None:
        yield f"event_days_ago_{_bucket((article.published - day.to).days, _AGES)}"


def _clues_of_pair(mention: EventMention, near: _Near, article: _Article) -> Iterator[str]:
    event = near.event
    own = article.events_of[mention.speaker] if mention.speaker is not None else set()
    beside = article.beside[mention]
    named = {
        "same_speaker": id(event) in own,
        "speaker_elsewhere": len(own) > (id(event) in own),
        "event_around": near.before is not None and near.after is not None,
        "event_beside": any(other is event for other in beside),
        "event_on_both_sides": len(beside) == 2 and all(other is event for other in beside),
        "other_event_beside": any(other is not None and other is not event for other in beside),
        "last_event": near.before is not None and near.before_rank == 0,
        "next_event": near.after is not None and near.after_rank == 0,
    }
    yield from (name for name, holds in named.items() if holds)
    if near.before is not None:
        yield f"paragraphs_after_{_bucket(near.before, _GAPS)}"
    if near.after is not None:
        yield f"paragraphs_before_{_bucket(near.after, _GAPS)}"


def _bucket(number: int, ends: Sequence[int]) -> str:
    """Return the range that a number is in, by its end: "5" for 3 to 5, "max" beyond the last."""
    return next((str(end) for end in ends if number <= end), "max")
