"""Days that are counted from an event whose day the text gives elsewhere: "the eve of the launch".

That is the last day before, in a sentence with the same noun or its verb: "the rocket was launched
on Friday", "Friday's launch". An accident or an attack may also be of the first day in a sentence
that tells of one: "the ferry sank on Friday"; a verdict or a vote is of the last one: "was jailed
on Friday". A noun that may sum up the news, "the shutdown", is of the first day in the lead. An
event has the day that a clause about it gives: "the vote, which was on Friday". Without all this
it gives no day.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta

from quotex.languages import Language
from quotex.languages.times import time_tables
from quotex.occasions.days.times import WEEK, FoundTime, is_date_line

_LOOKBEHIND = 24  # characters in which an amount is looked for
_REACH = 80  # characters between a day and the word for the event
_MIN_STEM = 3  # letters
_MOST_TRIED = 60  # times, so that a long text takes no longer for each of its words
_APART = 12  # characters to a day that is in apposition: "a day after the vote, on Friday"
_LEAD = 700  # characters
_WORD = re.compile(r"\w[\w’'-]*")
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s|\n")


def with_anchored_days(
    text: str, times: Sequence[FoundTime], language: Language
) -> Sequence[FoundTime]:
    """Return ``times`` in text order, with the days that are counted from events."""
    starts = [time.start for time in times]
    found: list[FoundTime] = []
    replaced: set[int] = set()
    for match in language.patterns.counted_from_event.finditer(text):
        first = bisect_left(starts, match.start("event"))
        last = bisect_left(starts, match.end() + _APART)
        if any(time.is_day for time in times[first:last]):
            continue
        after = times[last] if last < len(times) else None
        own = after if after is not None and _is_own_day(text, after, match, language) else None
        before = times[: bisect_left(starts, match.start())]
        counted = _counted(text, before, own, match, language)
        if counted is not None:
            found.append(counted)
            near = range(max(bisect_left(starts, counted.start) - 1, 0), last)
            replaced |= {n for n in near if _overlap(times[n], counted)}
    if not found:
        return times
    kept = (time for number, time in enumerate(times) if number not in replaced)
    return sorted([*kept, *found], key=lambda time: time.start)


def _overlap(one: FoundTime, other: FoundTime) -> bool:
    return one.start < other.end and other.start < one.end


def _is_own_day(text: str, after: FoundTime, match: re.Match[str], language: Language) -> bool:
    """Whether a clause about an event gives its day: "of the vote, which was on Sunday"."""
    between = language.patterns.dated_by_clause
    return after.is_day and between.fullmatch(text, match.end(), after.start) is not None


def _counted(
    text: str,
    before: Sequence[FoundTime],
    own: FoundTime | None,
    match: re.Match[str],
    language: Language,
) -> FoundTime | None:
    """Return the day counted from the first word of an event that the text dates, if any."""
    first = max(match.start() - _LOOKBEHIND, 0)
    amount = language.patterns.amount_before.search(text[first : match.start()])
    shift = _shift(match, amount, language)
    if shift is None:
        return None
    start = first + amount.start() if amount is not None else match.start()
    while before and before[-1].end > start:
        before = before[:-1]
    event = _event(text, before, match, language) if own is None else (own, match.end())
    if event is None:
        return None
    found, end = event
    try:
        day = found.days[0] + timedelta(days=shift)
    except OverflowError:
        return None
    return FoundTime(start, end, (day, day), is_counted_from_day=True)


def _event(
    text: str, before: Sequence[FoundTime], match: re.Match[str], language: Language
) -> tuple[FoundTime, int] | None:
    """Return the time of the first word for an event that the text dates, and where it ends."""
    words = list(_WORD.finditer(text, match.start("event"), match.end("event")))
    for word in words:
        found = _dated(text, before, word[0], language)
        if found is not None:
            return found, word.end()
    news = _day_of_lead(text, before)
    for word in words:
        if news is not None and word[0].casefold() in language.venues.summaries:
            return news, word.end()
    return None


def _day_of_lead(text: str, times: Sequence[FoundTime]) -> FoundTime | None:
    """Return the first day in the lead, if it is in a sentence: "Friday, May 5" is a date line."""
    for time in times[:_MOST_TRIED]:
        if time.start > _LEAD:
            return None
        if time.is_day and not is_date_line(text, time):
            return time
    return None


def _shift(match: re.Match[str], amount: re.Match[str] | None, language: Language) -> int | None:
    """Return the number of days from an event, or None if it is unknown: "in the days before"."""
    if not match["unit"]:
        return -1 if match["eve"] else 0
    number = (amount["number"] or "").casefold() if amount is not None else ""
    if number:
        count = int(number) if number.isdigit() else time_tables(language.code).numbers[number]
    elif amount is not None and amount["one"] and not match["many"]:
        count = 1
    else:
        return None
    days = count * (WEEK if match["weeks"] else 1)
    return -days if match["before"] else days


def _dated(
    text: str, times: Sequence[FoundTime], word: str, language: Language
) -> FoundTime | None:
    """Return the time of an event that a word names, or None; few times are tried."""
    patterns = language.patterns
    stem = patterns.verbal_ending.sub("", word.casefold())
    if len(stem) >= _MIN_STEM:
        same = re.compile(rf"\b{re.escape(stem)}", re.IGNORECASE)
        for time in reversed(times[-_MOST_TRIED:]):
            if time.is_day and same.search(text, *_around(text, time)):
                return time
    lists, noun = language.venues, word.casefold()
    first = [time for time in times[:_MOST_TRIED] if time.is_day]
    last = [time for time in reversed(times[-_MOST_TRIED:]) if time.is_day]
    summed_up = (
        (lists.mishaps, patterns.mishap, first),
        (lists.verdicts, patterns.verdict_given, last),
        (lists.votes, patterns.vote_taken, last),
    )
    for nouns, pattern, tried in summed_up:
        if noun in nouns and (found := _first_told(text, tried, pattern)) is not None:
            return found
    return None


def _first_told(text: str, times: Sequence[FoundTime], told: re.Pattern[str]) -> FoundTime | None:
    """Return the first of ``times`` in a sentence that tells of an event, the nearest to its verb.

    "The police said on Monday that the ferry, which sank on Thursday, …": that is Thursday.
    """
    found: FoundTime | None = None
    at = gap = 0
    for time in times:
        first, last = _around(text, time)
        match = told.search(text, first, last)
        if match is None or (found is not None and match.start() != at):
            continue
        start, end = min(time.end, match.end()), max(time.start, match.start())
        distance = end - start + _REACH * text.count(",", start, end)
        if found is None or distance < gap:
            found, at, gap = time, match.start(), distance
    return found


def _around(text: str, time: FoundTime) -> tuple[int, int]:
    """Return the bounds of the words near a time, in its sentence."""
    first, last = max(time.start - _REACH, 0), time.end + _REACH
    ends = [end.end() for end in _SENTENCE_END.finditer(text, first, time.start)]
    end = _SENTENCE_END.search(text, time.end, last)
    return ends[-1] if ends else first, end.start() if end is not None else last
