"""The best tree of a sentence, and the entities that marks on words tell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ids = npt.NDArray[np.int64]
_NEVER = np.float32(-1e9)
_ROOTS = 8  # the likeliest roots that are tried


class Entity(NamedTuple):
    """Words ``[first, last)`` under the number of a label."""

    first: int
    last: int
    label: int


def heads_of(scores: Floats) -> Ids:
    """Return the head of each word of one sentence, the root's own number for the root.

    ``scores[w, h]`` says how well ``h`` heads ``w``, on the diagonal how well ``w`` is the root.
    Where the best heads of all words make no tree, the best tree is returned.
    """
    heads = scores.argmax(axis=1)
    return heads if is_tree(heads) else _best_tree(scores)


def is_tree(heads: Ids) -> bool:
    """Whether from each word the heads lead to one and the same root."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return bool((above == above[0]).all() and heads[above[0]] == above[0])


def _best_tree(scores: Floats) -> Ids:
    """Return the maximum spanning tree with one root, by Chu, Liu and Edmonds."""
    count = len(scores)
    best: tuple[float, Ids] | None = None
    arcs = scores.astype(np.float64)
    for root in np.argsort(-np.diag(arcs))[:_ROOTS]:
        allowed = arcs.copy()
        np.fill_diagonal(allowed, _NEVER)
        allowed[root] = _NEVER
        heads = _spanning(allowed, int(root))
        own = np.arange(count) != root
        total = float(arcs[own, heads[own]].sum() + arcs[root, root])
        if best is None or total > best[0]:
            heads[root] = root
            best = total, heads
    assert best is not None
    return best[1]


def _spanning(arcs: npt.NDArray[np.float64], root: int) -> Ids:
    """Return the heads of the best tree under ``root``; ``arcs`` has nothing on its diagonal."""
    heads = arcs.argmax(axis=1)
    heads[root] = root
    circle = _circle(heads)
    if not circle:
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[circle] = True
    outside = np.flatnonzero(~inside)
    kept = arcs[circle, heads[circle]]
    # The circle becomes one word, the last; each of its words may be where it is entered.
    count = len(outside)
    small = np.full((count + 1, count + 1), float(_NEVER))
    small[:count, :count] = arcs[np.ix_(outside, outside)]
    out_of = arcs[np.ix_(outside, circle)]
    small[:count, count] = out_of.max(axis=1)
    into = arcs[np.ix_(circle, outside)] - kept[:, None]
    small[count, :count] = into.max(axis=0)
    inner = _spanning(small, int(np.flatnonzero(outside == root)[0]))
    found = heads.copy()
    for number, word in enumerate(outside):
        head = int(inner[number])
        found[word] = outside[head] if head < count else circle[int(out_of[number].argmax())]
    entered = int(inner[count])
    found[circle[int(into[:, entered].argmax())]] = outside[entered]
    found[root] = root
    return found


def _circle(heads: Ids) -> list[int]:
    """Return the words of one circle of heads, none where there is none."""
    seen = np.zeros(len(heads), dtype=np.int64)
    for first in range(len(heads)):
        word, way = first, first + 1
        while not seen[word]:
            seen[word] = way
            if heads[word] == word:
                break
            word = int(heads[word])
        if seen[word] == way and heads[word] != word:
            circle = [word]
            while heads[circle[-1]] != word:
                circle.append(int(heads[circle[-1]]))
            return circle
    return []


def sentences_of(starts: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the half-open bounds of sentences; the first word begins one in any case."""
    firsts = sorted({0, *np.flatnonzero(starts).tolist()}) if len(starts) else []
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True))


def entities_of(marks: Sequence[int], sentences: Sequence[tuple[int, int]]) -> list[Entity]:
    """Return the entities that ``marks`` tell: 0 for none, odd where one begins, even within.

    Label ``n`` begins with ``2 n + 1`` and goes on with ``2 n + 2``. A word that goes on with
    what did not begin begins it. None crosses the bound of a sentence.
    """
    found: list[Entity] = []
    for first, last in sentences:
        open_at, label = -1, -1
        for word in range(first, last):
            mark = marks[word]
            of = (mark - 1) // 2 if mark else -1
            goes_on = mark > 0 and mark % 2 == 0 and of == label and open_at >= 0
            if not goes_on:
                if open_at >= 0:
                    found.append(Entity(open_at, word, label))
                open_at, label = (word, of) if mark else (-1, -1)
        if open_at >= 0:
            found.append(Entity(open_at, last, label))
    return found
