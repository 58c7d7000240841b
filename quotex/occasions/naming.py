"""One name for each speaker of an article: "Roe" is "Ada Roe", "GM" is "General Motors"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence, Set

from quotex.languages.names import name_key
from quotex.occasions.venues.mention import VenueMention
from quotex.parse.view import PLACES
from quotex.records import Speaker


def one_name_each(speakers: Sequence[Speaker | None]) -> list[str | None]:
    """Return one name for each speaker: "Roe" becomes "Ada Roe", the most quoted of that name.

    The first word and the initials of an organization's name also refer to it if nobody else uses
    them: "Ford" is the "Ford Motor Company", "GM" is "General Motors".
    """
    full: dict[str, str] = {}
    short: dict[str, set[str]] = defaultdict(set)
    known = [s for s in speakers if s is not None]
    people = {s.name for s in known if s.kind == "person"}
    bodies = {s.name for s in known if s.kind == "organization"}
    for name, _ in Counter(s.name for s in known if " " in s.name).most_common():
        words = name.split()
        if len(words) == 2 or not words[-2].islower():  # not Oslo for the University of Oslo
            full.setdefault(words[-1], name)
        initials = "".join(word[0] for word in words)
        for other in (words[0], *(initials[:n] for n in range(2, len(words) + 1))):
            if name in bodies and name.istitle() and other not in people:
                short[other].add(name)
    one = {other: found.pop() for other, found in short.items() if len(found) == 1}
    names = [s.name if s is not None else None for s in speakers]
    return [full.get(name, one.get(name, name)) if name is not None else None for name in names]


def is_speaker(venue: VenueMention, speaker: str | None) -> bool:
    """Whether a place or an outlet is itself the speaker: "a statement from Moscow"."""
    words = " ".join(t.text for t in venue.words)
    is_name = venue.kind != "event" and venue.words[-1].pos == "PROPN"
    return is_name and speaker is not None and name_key(words) == name_key(speaker)


def is_surname(venue: VenueMention, surnames: Set[str]) -> bool:
    """Whether a name by itself is that of somebody who speaks: "told Roe"."""
    [name, *more] = venue.words
    is_known = name.text in surnames and name.entity not in PLACES
    return is_known and not more and venue.kind != "event"


def is_own(document: VenueMention, speaker: str | None) -> bool:
    """Whether a document is itself the speaker, by its own noun: "leaked memo"."""
    word = document.words[-1].text.casefold()
    return document.is_source and (speaker is None or word in speaker.casefold().split())
