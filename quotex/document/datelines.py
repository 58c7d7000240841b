"""Datelines: the place, and often the day and the agency, that open a news story."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = "Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec"
_CAPITALS = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}"
_BEFORE_AGENCY = r"(?:[A-Z][a-zé.’'-]+ ?){1,3}(?= ?\()"
_REGION = rf"(?:, (?!(?:{_MONTHS}))[A-Z][A-Za-z.]+){{0,2}}"
_DAY = r"(?:,? [A-Z][a-z]+\.? \d{1,2})?"
_AGENCY = r",? ?(?:\([^()\n]{2,40}\))?"
_DASH = r" ?(?:[–—]|--?) ?"
_DATELINE = re.compile(
    rf"(?P<place>(?:{_CAPITALS}|{_BEFORE_AGENCY}){_REGION}){_DAY}{_AGENCY}{_DASH}"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline at ``[start, end)`` of the text; its place ends at ``place_end``."""

    start: int
    place_end: int
    end: int


def datelines(text: str, paragraphs: list[tuple[int, int]]) -> list[Dateline]:
    """Return the datelines at the heads of paragraphs, in text order."""
    found = []
    for start, end in paragraphs:
        match = _DATELINE.match(text, start, end)
        if match is not None:
            place_end = start + len(match["place"].rstrip())
            found.append(Dateline(start, place_end, match.end()))
    return found
