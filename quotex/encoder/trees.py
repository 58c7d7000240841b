"""The best tree of a sentence, and the sentences of a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from quotex.encoder.pieces import Ids

Scores = npt.NDArray[np.floating[Any]]
_NEVER = -1e9
_MAX_WORDS = 200  # the time and memory of the exact search grow with a power of the words


def heads_of(scores: Scores) -> Ids:
    """Return the head of each word of one sentence; the root is its own head.

    ``scores[w, h]`` scores ``h`` as the head of ``w``, and on the diagonal ``w`` as the root.
    If the best heads of all words do not form a tree, the best tree is returned, or in a very long
    sentence a tree with most of them.
    """
    heads: Ids = scores.argmax(axis=1)
    if is_tree(heads):
        return heads
    if len(heads) > _MAX_WORDS:
        return _mended(heads, scores)
    return _best_tree(scores.astype(np.float64))


def is_tree(heads: Ids) -> bool:
    """Return whether the heads lead from each word to the same root."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = above[above]
    return bool((above == above[0]).all() and heads[above[0]] == above[0])


def _mended(heads: Ids, scores: Scores) -> Ids:
    """Return a tree: all roots but the best, and a word of each cycle, go to that root."""
    mended = heads.copy()
    root = int(np.diag(scores).argmax())
    mended[mended == np.arange(len(mended))] = root
    mended[root] = root
    for cycle in _cycles(mended.tolist()):
        mended[cycle[scores[cycle, root].argmax()]] = root
    return mended


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
    cycle = next(_cycles(heads.tolist()), None)
    if cycle is None:
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


def _cycles(above: list[int]) -> Iterator[Ids]:
    """Yield the words of each cycle of heads; a root, which is its own head, is none."""
    walk_of = [0] * len(above)
    for walk, first in enumerate(range(len(above)), start=1):
        word = first
        while not walk_of[word] and above[word] != word:
            walk_of[word] = walk
            word = above[word]
        if walk_of[word] == walk and above[word] != word:
            cycle = [word]
            while above[cycle[-1]] != word:
                cycle.append(above[cycle[-1]])
            yield np.array(cycle, dtype=np.int64)


def sentences_of(starts: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return the half-open bounds of sentences; the first word always begins one."""
    if not len(starts):
        return []
    firsts = sorted({0, *np.flatnonzero(starts).tolist()})
    return list(zip(firsts, [*firsts[1:], len(starts)], strict=True))
