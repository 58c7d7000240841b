"""A venue as a clause mentions it, before it becomes a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quotex.parse.view import Token
from quotex.records import VenueKind


@dataclass(frozen=True, slots=True)
class VenueMention:
    """The kind of a venue and its words, of which the last is the head.

    ``is_definite``: the text mentions it as one that the reader already knows: "the rally", "his
    speech". ``is_source``: it is the document that is quoted, and a venue only for whoever issued
    it.
    """

    kind: VenueKind
    words: Sequence[Token]
    is_definite: bool = False
    is_source: bool = False
