"""Finds and resolves the time expressions of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from quotex.articles import without_time
from quotex.errors import InputError
from quotex.languages.data import DEFAULT_LANGUAGE
from quotex.languages.times import TimexType, time_tables
from quotex.records import Span
from quotex.timex.counted import counted_value
from quotex.timex.moment import Moment
from quotex.timex.patterns import (
    Pattern,
    context,
    nearby_kinds,
    patterns_for,
    trigger_starts,
    triggers,
)
from quotex.timex.periods import days_of
from quotex.timex.resolvers import RESOLVERS

_REACH = 48
_WORD = re.compile(r"\w+")
_FIGURE = "0"  # stands for any word that begins with a digit
_APOSTROPHES = "'’"


class TimeExpression(Span):
    """A time expression, ``text[start:end]``.

    ``value`` is in TIMEX3 form: a day ``2014-10-14``, a month ``2014-10``, a week ``2014-W42``, a
    quarter ``2014-Q3``, a decade ``199``, a part of a day ``2014-10-14TEV``, a duration ``P2Y``,
    ``PAST_REF`` and so on; None if the text does not say.
    """

    type: TimexType
    value: str | None

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and last day of the value: of ``2014-Q3``, July 1 and September 30, 2014.

        None if there is no value, or it is not a part of the calendar, like a duration.
        """
        return None if self.value is None else days_of(self.value)


def time_expressions(
    text: str, published: date | datetime | str | None = None, *, language: str = DEFAULT_LANGUAGE
) -> list[TimeExpression]:
    """Return the time expressions of ``text``, in text order.

    ``published`` (a date or "YYYY-MM-DD"; the time of a ``datetime`` is ignored) anchors relative
    expressions; without it "Tuesday" has no value, while "14 October 2014" still does.
    ``language`` is an ISO 639-1 code.

    Raises:
        InputError: ``text`` is not text, or ``published`` is not a day.
        LexiconError: quotex has no such language.
    """
    if not isinstance(text, str):
        raise InputError(f"expected text as str, got {type(text).__name__}; give an article's text")
    moment = Moment(text, time_tables(language), context(language), _anchor(published))
    found: list[TimeExpression] = []
    before: _Candidate | None = None
    for candidate in _chosen(list(_matches(text, language))):
        value = _value(candidate, moment)
        whole = _counted(before, candidate, value, moment) if before and value else None
        if whole is not None:
            start = found.pop().start
            found.append(_expression(text, start, candidate.match.end(), "DATE", whole))
        else:
            kind = candidate.pattern.type
            found.append(_expression(text, *candidate.match.span(), kind, value))
        if (noted := whole or value) is not None:
            moment.note(noted, candidate.pattern.resolver, candidate.match.start())
        before = candidate
    return found


def _expression(
    text: str, start: int, end: int, kind: TimexType, value: str | None
) -> TimeExpression:
    return TimeExpression(start=start, end=end, text=text[start:end], type=kind, value=value)


def _counted(before: _Candidate, candidate: _Candidate, value: str, moment: Moment) -> str | None:
    try:
        return counted_value(before.match, before.pattern.resolver, candidate.match, value, moment)
    except (ValueError, OverflowError):  # no such day in the calendar
        return None


def _anchor(published: object) -> date | None:
    try:
        day = without_time(published)
        if isinstance(day, str):
            day = date.fromisoformat(day)
    except ValueError:  # also of a datetime that stands for a missing one, such as pandas.NaT
        day = published
    if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
        return day
    raise InputError(
        f"published={published!r} is not a calendar day; give a date, or write it as YYYY-MM-DD"
    )


def _value(candidate: _Candidate, moment: Moment) -> str | None:
    resolver = RESOLVERS.get(candidate.pattern.resolver)
    if resolver is None:
        return candidate.pattern.resolver
    try:
        return resolver(candidate.match, moment)
    except (ValueError, OverflowError):  # no such day in the calendar
        return None


class _Candidate(NamedTuple):
    match: re.Match[str]
    pattern: Pattern


def _matches(text: str, language: str) -> Iterator[_Candidate]:
    beside = nearby_kinds(language)
    for start, end, kinds in _windows(text, language):
        words = {
            _FIGURE if w[0].isdecimal() else w.lower() for w in _WORD.findall(text, start, end)
        }
        for word in words & beside.keys():
            kinds |= beside[word]
        for pattern in patterns_for(language, frozenset(kinds)):
            for match in pattern.regex.finditer(text, start, end):
                yield _Candidate(match, pattern)


def _windows(text: str, language: str) -> Iterator[tuple[int, int, set[str]]]:
    """Yield the stretches around trigger words, with the kinds of trigger in each."""
    first = last = -1
    kinds: set[str] = set()
    for match in triggers_of(text, language):
        start, end = _widened(text, match.start() - _REACH, match.end() + _REACH)
        if kinds and start > last:
            yield first, last, kinds
            kinds = set()
        if not kinds:
            first = start
        last = end
        kinds.add(match.lastgroup or "")
    if kinds:
        yield first, last, kinds


def triggers_of(text: str, language: str) -> Iterator[re.Match[str]]:
    """Yield what ``triggers`` finds, looking only at words with which a trigger may begin."""
    trigger, starts = triggers(language), trigger_starts(language)
    reached = 0
    for word in _WORD.finditer(text):
        start, is_figure = word.start(), word[0][0].isdecimal()
        if start < reached or not (is_figure or word[0].lower() in starts):
            continue
        match = None
        if is_figure and start > reached and text[start - 1] in _APOSTROPHES:
            match = trigger.match(text, start - 1)
        match = match or trigger.match(text, start)
        if match is not None:
            reached = match.end()
            yield match


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the bounds outward to the ends of words."""
    start, end = max(0, start), min(len(text), end)
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _chosen(candidates: list[_Candidate]) -> list[_Candidate]:
    """Keep the longest candidate of those that start first, and continue after it."""
    candidates.sort(key=lambda c: (c.match.start(), -c.match.end(), c.pattern.order))
    kept: list[_Candidate] = []
    reached = 0
    for candidate in candidates:
        if candidate.match.start() >= reached:
            kept.append(candidate)
            reached = candidate.match.end()
    return kept
