"""Datelines: the place, and often the day and the agency, that open a news story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at ``[start, end)`` of the text; its place is at ``[place, place_end)``.

    ``agency`` is the name in brackets, if there is one: "Reuters" in "OSLO (Reuters) —".
    """

    start: int
    place: int
    place_end: int
    end: int
    agency: str | None


def datelines(
    text: str, bounds: Iterable[tuple[int, int]], opening: re.Pattern[str]
) -> list[Dateline]:
    """Return the datelines at the start of paragraphs, in text order.

    Args:
        text: the whole text.
        bounds: the half-open offsets of each paragraph.
        opening: what a dateline looks like, with the groups ``place`` and ``agency``.
    """
    found = []
    for start, end in bounds:
        match = opening.match(text, start, end)
        if match is not None:
            place = match.start("place")
            place_end = place + len(match["place"].rstrip())
            found.append(Dateline(start, place, place_end, match.end(), match["agency"]))
    return found
