"""What the network says about one cue."""

from __future__ import annotations

from dataclasses import dataclass

from quotex.quotations.model.chain import Floats


@dataclass(frozen=True, slots=True)
class Finding:
    """A cue and the words of each role; ``anchor`` and ``valid`` are the cue's probabilities.

    ``certainty`` is the mean probability of the content's words, ``least`` the lowest of them,
    ``beyond`` how many of the other words are expected to be content too, and ``path`` the sum of
    the log probabilities of all roles. ``at_edge``: the content reaches the first or last of the
    words that were looked at. ``source_certainty`` is the mean probability of the source's words,
    or that of having no source; ``senses`` are the log odds of each mode and stance of the cue.
    """

    cue: list[int]
    source: list[int]
    content: list[int]
    anchor: float
    valid: float
    certainty: float
    least: float
    beyond: float
    path: float
    at_edge: bool
    source_certainty: float
    senses: Floats
