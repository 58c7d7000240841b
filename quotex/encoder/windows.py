"""Splits an article into the windows that the network reads one at a time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise


@dataclass(frozen=True, slots=True)
class Window:
    """A window of the words ``[first, last)``; it yields cues for ``[own_first, own_last)``."""

    first: int
    last: int
    own_first: int
    own_last: int

    def cut(self, first: int, last: int) -> tuple[int, int]:
        """Return the part of the words ``[first, last)`` that is in the window."""
        return max(first, self.first), min(last, self.last)


def windows(
    paragraphs: Sequence[tuple[int, int]], lengths: Sequence[int], capacity: int
) -> list[Window]:
    """Pack whole paragraphs, in order, into windows of at most ``capacity`` pieces.

    ``lengths`` has the number of pieces of each word. A paragraph longer than a window is read in
    several windows that overlap by half; each word's cues are taken from the window in which it is
    farthest from an edge that cuts the paragraph.
    """
    ends = list(accumulate(lengths, initial=0))
    found: list[Window] = []
    first = last = -1
    for start, end in paragraphs:
        if first >= 0 and ends[end] - ends[first] <= capacity:
            last = end
            continue
        if first >= 0:
            found.append(Window(first, last, first, last))
            first = -1
        if ends[end] - ends[start] > capacity:
            found.extend(_long(start, end, ends, capacity))
        else:
            first, last = start, end
    if first >= 0:
        found.append(Window(first, last, first, last))
    return found


def _long(start: int, end: int, ends: list[int], capacity: int) -> list[Window]:
    bounds = []
    first = start
    while True:
        last = min(max(bisect_right(ends, ends[first] + capacity) - 1, first + 1), end)
        bounds.append((first, last))
        if last == end:
            break
        first = max(bisect_right(ends, ends[first] + capacity // 2) - 1, first + 1)
    cuts = [(later[0] + earlier[1]) // 2 for earlier, later in pairwise(bounds)]
    owned = zip([start, *cuts], [*cuts, end], strict=True)
    return [Window(*bound, *own) for bound, own in zip(bounds, owned, strict=True)]
