"""Decides whether a predicted speaker, day or venue matches the gold one."""

from __future__ import annotations

import re

from quotex.evaluation.gold import GoldAttribution, GoldDate, GoldVenue
from quotex.evaluation.overlap import MIN_OVERLAP, WORD
from quotex.records import SpeechDate, Venue

_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "this", "that"})
_POSSESSIVE_OR_STOP = re.compile(r"[\u2019']s\b|[\u2019']\B|\.")
_NAME_WORD = re.compile(r"[\w&@#+-]+")


def same_speaker(gold: GoldAttribution, name: str | None) -> bool:
    """Return whether a name is the gold speaker's or an alias; None matches only None."""
    if gold.speaker is None or name is None:
        return gold.speaker is None and name is None
    return name_words(name) in [name_words(known) for known in (gold.speaker, *gold.aliases)]


def name_words(name: str) -> list[str]:
    """Return the words of a name, without case, possessives, full stops or a leading determiner."""
    words: list[str] = _NAME_WORD.findall(_POSSESSIVE_OR_STOP.sub("", name.casefold()))
    return words[1:] if words and words[0] in _DETERMINERS else words


def same_date(gold: GoldDate | None, predicted: SpeechDate | None) -> bool:
    """Return whether two dates agree: a single day exactly, a longer period by at least half."""
    if gold is None or predicted is None:
        return False
    if gold.from_ == gold.to:
        return gold.from_ == predicted.from_ and gold.to == predicted.to
    common = (min(gold.to, predicted.to) - max(gold.from_, predicted.from_)).days + 1
    spanned = (max(gold.to, predicted.to) - min(gold.from_, predicted.from_)).days + 1
    return common > 0 and common / spanned >= MIN_OVERLAP


def same_venue(gold: GoldVenue, predicted: Venue) -> bool:
    """Return whether one venue's words contain the other's, regardless of kind."""
    a, b = _venue_words(gold.text), _venue_words(predicted.span.text)
    return bool(a & b) and (a <= b or b <= a)


def _venue_words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold())) - _DETERMINERS
