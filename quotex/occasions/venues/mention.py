"""A venue as a clause mentions it, before it becomes a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotex.parse.view import Token
from quotex.records import VenueKind


@dataclass(frozen=True, slots=True)
class VenueMention:
    """The kind of a venue and its words, the last one its head.

    ``is_definite`` says that the text speaks of it as of one that the reader knows already: "the
    rally", "his speech". ``is_source`` says that it is the document that speaks itself, and a venue
    only of whoever issued it.
    """

    kind: VenueKind
    words: Sequence[Token]
    is_definite: bool = False
    is_source: bool = False
