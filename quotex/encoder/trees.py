"""The best tree of a sentence, and the sentences of a text."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from quotex.encoder.pieces import Ids

Scores = npt.NDArray[np.floating[Any]]
_NEVER = -1e9


def heads_of(scores: Scores) -> Ids:
    """Return the head of each word of one sentence; the root is its own head.

    ``scores[w, h]`` scores ``h`` as the head of ``w``, and on the diagonal ``w`` as the root.
    If the best heads of all words do not form a tree, the best tree is returned.
    """
    heads: Ids = scores.argmax(axis=1)
    return heads if is_tree(heads) else _best_tree(scores.astype(np.float64))


def is_tree(heads: Ids) -> bool:
    """Return whether the heads lead from each word to the same root."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return bool((above == above[0]).all() and heads[above[0]] == above[0])


def _best_tree(scores: Scores) -> Ids:
    """Return the maximum spanning tree with one root, by Chu, Liu and Edmonds.

    Roots are tried in order of the highest score that a tree under them could have, until none can
    beat the best tree found.
    """
    roots = np.diag(scores)
    arcs = scores.copy()
    np.fill_diagonal(arcs, _NEVER)
    highest = arcs.max(axis=1)
    bounds = highest.sum() - highest + roots
    best: Ids = scores.argmax(axis=1)
    most = -np.inf
    for root in np.argsort(-bounds).tolist():
        if bounds[root] <= most:
            break
        allowed = arcs.copy()
        allowed[root] = _NEVER
        heads = _spanning_tree(allowed, root)
        below = np.arange(len(heads)) != root
        total = float(arcs[below, heads[below]].sum() + roots[root])
        if total > most:
            best, most = heads, total
    return best


def _spanning_tree(arcs: Scores, root: int) -> Ids:
    """Return the heads of the best tree under ``root``; the diagonal of ``arcs`` is ruled out."""
    heads: Ids = arcs.argmax(axis=1)
    heads[root] = root
    cycle = _cycle(heads)
    if not len(cycle):
        return heads
    outside = np.setdiff1d(np.arange(len(heads)), cycle)
    # The cycle becomes one word, the last; it may be entered at any of its words.
    count = len(outside)
    small = np.full((count + 1, count + 1), _NEVER)
    small[:count, :count] = arcs[np.ix_(outside, outside)]
    out_of = arcs[np.ix_(outside, cycle)]
    small[:count, count] = out_of.max(axis=1)
    into = arcs[np.ix_(cycle, outside)] - arcs[cycle, heads[cycle]][:, None]
    small[count, :count] = into.max(axis=0)
    inner = _spanning_tree(small, int(np.flatnonzero(outside == root)[0]))
    found = heads.copy()
    for number, word in enumerate(outside):
        head = int(inner[number])
        found[word] = outside[head] if head < count else cycle[out_of[number].argmax()]
    entered = int(inner[count])
    found[cycle[into[:, entered].argmax()]] = outside[entered]
    return found


def _cycle(heads: Ids) -> Ids:
    """Return the words of one cycle of heads, or an empty array if there is none."""
    walk_of = [0] * len(heads)
    above = heads.tolist()
    for walk, first in enumerate(range(len(heads)), start=1):
        word = first
        while not walk_of[word] and above[word] != word:
            walk_of[word] = walk
            word = above[word]
        if walk_of[word] == walk and above[word] != word:
            cycle = [word]
            while above[cycle[-1]] != word:
                cycle.append(above[cycle[-1]])
            return np.array(cycle, dtype=np.int64)
    return np.array([], dtype=np.int64)


def sentences_of(starts: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the half-open bounds of sentences; the first word always begins one."""
    if not len(starts):
        return []
    firsts = sorted({0, *np.flatnonzero(starts).tolist()})
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True))
