"""Adverbs that stand for a place: "here" for that of the dateline, "there" for the last one."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.phrases import preposition_of
from quotex.occasions.venues.reader import VenueReader
from quotex.parse.view import Token, View

_EXPLETIVE = "EX"
_REACH = 120  # tokens before "there"


def is_here(around: Sequence[Token]) -> bool:
    """Whether words say "here" as an adverb."""
    return any(t.is_a("here") and t.dep == "advmod" for t in around)


def scene_meant(
    view: View, around: Sequence[Token], venues: VenueReader
) -> tuple[Token, list[VenueMention]] | None:
    """Return the noun that "there" among ``around`` stands for, and its venues, if any.

    It is the last one before, in its paragraph, of a phrase that says where something was; "at a
    meeting in the town hall" has two venues.
    """
    adverb = next((t for t in around if t.is_a("there") and t.tag != _EXPLETIVE), None)
    if adverb is None or adverb.dep != "advmod" or adverb.children:
        return None  # "back there", "over there"
    start, _ = view.paragraphs[view.paragraph(adverb)]
    for noun in reversed(view.tokens[max(adverb.i - _REACH, 0) : adverb.i]):
        if noun.start < start:
            return None
        preposition, above = preposition_of(noun)
        while preposition is not None and (outer := preposition_of(above))[0] is not None:
            preposition, above = outer
        found = venues.read(above, preposition.subtree(), ()) if preposition is not None else []
        if found := [venue for venue in found if venue.kind != "medium"]:
            return noun, found
    return None
