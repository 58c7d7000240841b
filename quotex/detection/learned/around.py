"""What the second look reads of the words around one cue."""

from __future__ import annotations

from bisect import bisect_right

import numpy as np

from quotex.detection.learned.features import COLUMNS, Encoded, Ids

ROLES = ("none", "source", "cue", "content")
NONE, SOURCE, CUE, CONTENT = range(4)

_OTHER_SENTENCE, _SELF, _ABOVE, _BESIDE = range(1, 5)
_BRANCHES_BEFORE_DEPS = 5
_NO_PROPOSAL = 1
_FIRST_ROLE = 2
_DEP = COLUMNS.index("dep")


def branch_count(dep_size: int) -> int:
    """Return how many ids of a branch there are, for a column "dep" of ``dep_size`` ids."""
    return _BRANCHES_BEFORE_DEPS + dep_size


def highest_around(reach: int, dep_size: int) -> tuple[int, int, int]:
    """Return the highest ids of distance, branch and proposal; see ``features_around``."""
    return 2 * reach, branch_count(dep_size) - 1, _FIRST_ROLE + len(ROLES) - 1


def span_around(encoded: Encoded, cue: int, reach: int) -> tuple[int, int]:
    """Return the words of the cue's paragraph that stand within ``reach`` of it."""
    number = bisect_right(encoded.paragraphs, cue, key=_first) - 1
    first, last = encoded.paragraphs[number]
    return max(first, cue - reach), min(last, cue + reach + 1)


def _first(paragraph: tuple[int, int]) -> int:
    return paragraph[0]


def features_around(encoded: Encoded, cue: int, first: int, last: int, reach: int) -> Ids:
    """Return distance, branch and proposal of each word in ``[first, last)``.

    The branch is the relation by which a word's part of the sentence hangs on the cue, or how the
    word stands to it otherwise. Branch and proposal are 0 without a parse.
    """
    found = np.zeros((last - first, 3), dtype=np.int64)
    found[:, 0] = np.arange(first, last) - cue + reach
    if encoded.parsed:
        found[:, 1] = _branches(encoded, cue, first, last)
        found[:, 2] = _proposed(encoded, cue, first, last)
    return found


def _branches(encoded: Encoded, cue: int, first: int, last: int) -> list[int]:
    heads, deps = encoded.heads, encoded.columns[:, _DEP]
    known = {cue: _SELF}
    word = cue
    while heads[word] != word:
        word = int(heads[word])
        known[word] = _ABOVE
    return [_branch(w, heads, deps, known, cue) for w in range(first, last)]


def _branch(word: int, heads: Ids, deps: Ids, known: dict[int, int], cue: int) -> int:
    """Climb to a word whose branch is known, and note it for those on the way."""
    way = []
    while word not in known:
        way.append(word)
        head = int(heads[word])
        if head == word:
            known[word] = _OTHER_SENTENCE
        elif head == cue:
            known[word] = _BRANCHES_BEFORE_DEPS + int(deps[word])
        elif known.get(head) == _ABOVE:
            known[word] = _BESIDE
        else:
            word = head
    for passed in way:
        known[passed] = known[word]
    return known[word]


def _proposed(encoded: Encoded, cue: int, first: int, last: int) -> Ids:
    found = np.full(last - first, _NO_PROPOSAL, dtype=np.int64)
    candidate = encoded.proposals.get(cue)
    if candidate is None:
        return found
    found[:] = _FIRST_ROLE + NONE
    for role, words in zip(
        (CONTENT, SOURCE, CUE), (candidate.content, candidate.source, candidate.cue), strict=True
    ):
        inside = [w - first for w in words if first <= w < last]
        found[inside] = _FIRST_ROLE + role
    return found
