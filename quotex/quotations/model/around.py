"""The features that the network's second look reads for the words around one cue."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from quotex.quotations.model.features import COLUMNS, Encoded, Ids

ROLES = ("none", "source", "cue", "content")
NONE, SOURCE, CUE, CONTENT = range(4)

_OTHER_SENTENCE, _SELF, _ABOVE, _BELOW_ANCESTOR = range(1, 5)
_BRANCHES_BEFORE_DEPS = 5
_NO_PROPOSAL = 1
_FIRST_ROLE = 2
PROPOSALS = _FIRST_ROLE + len(ROLES)  # the number of ids for a proposal
_DEP, _PLACE = COLUMNS.index("dep"), COLUMNS.index("place")


def branch_count(dep_size: int) -> int:
    """Return the number of branch ids, given ``dep_size`` ids in the column "dep"."""
    return _BRANCHES_BEFORE_DEPS + dep_size


def distance_count(reach: int) -> int:
    """Return the number of distance ids."""
    return 2 * reach + 1


def highest_ids_around(reach: int, dep_size: int) -> tuple[int, int, int]:
    """Return the highest ids of distance, branch and proposal; see ``features_around``."""
    return distance_count(reach) - 1, branch_count(dep_size) - 1, PROPOSALS - 1


def span_around(encoded: Encoded, cue: int, reach: int) -> tuple[int, int]:
    """Return the range of words in the cue's paragraph that are within ``reach`` of it."""
    number = bisect_right(encoded.paragraphs, cue, key=_first) - 1
    first, last = encoded.paragraphs[number]
    return max(first, cue - reach), min(last, cue + reach + 1)


def _first(paragraph: tuple[int, int]) -> int:
    return paragraph[0]


def features_around(encoded: Encoded, cue: int, first: int, last: int, reach: int) -> Ids:
    """Return the distance, branch and proposal of each word in ``[first, last)``.

    The branch is the relation that connects a word's part of the sentence to the cue, or how else
    the word relates to it. Branch and proposal are 0 without a parse.
    """
    found = np.zeros((last - first, 3), dtype=np.int64)
    found[:, 0] = np.arange(first, last) - cue + reach
    if encoded.parsed:
        found[:, 1] = _branches(encoded, cue, first, last)
        found[:, 2] = _proposed(encoded, cue, first, last)
    return found


def _branches(encoded: Encoded, cue: int, first: int, last: int) -> Ids:
    """Return the branch of each word; words outside the cue's sentence are not connected to it."""
    heads, deps = encoded.heads, encoded.columns[:, _DEP]
    known = {cue: _SELF}
    word = cue
    while heads[word] != word:
        word = int(heads[word])
        known[word] = _ABOVE
    begins = np.flatnonzero(encoded.columns[first:last, _PLACE]) + first
    ahead = int(np.searchsorted(begins, cue, side="right"))
    start = int(begins[ahead - 1]) if ahead else first
    end = int(begins[ahead]) if ahead < len(begins) else last
    found = np.full(last - first, _OTHER_SENTENCE, dtype=np.int64)
    own = [_branch(word, heads, deps, known, cue) for word in range(start, end)]
    found[start - first : end - first] = own
    return found


def _branch(word: int, heads: Ids, deps: Ids, known: dict[int, int], cue: int) -> int:
    """Climb to a word whose branch is known, and record it for the words passed on the way."""
    passed_words = []
    while word not in known:
        passed_words.append(word)
        head = int(heads[word])
        if head == word:
            known[word] = _OTHER_SENTENCE
        elif head == cue:
            known[word] = _BRANCHES_BEFORE_DEPS + int(deps[word])
        elif known.get(head) == _ABOVE:
            known[word] = _BELOW_ANCESTOR
        else:
            word = head
    for passed_word in passed_words:
        known[passed_word] = known[word]
    return known[word]


def _proposed(encoded: Encoded, cue: int, first: int, last: int) -> Ids:
    found = np.full(last - first, _NO_PROPOSAL, dtype=np.int64)
    candidate = encoded.proposals.get(cue)
    if candidate is None:
        return found
    words = {SOURCE: candidate.source, CUE: candidate.cue, CONTENT: candidate.content}
    return _FIRST_ROLE + roles_around(words, first, last)


def roles_around(words: Mapping[int, Sequence[int]], first: int, last: int) -> Ids:
    """Return the role of each word in ``[first, last)``; ``words`` has the word numbers by role.

    A cue takes precedence over a source, and a source over content.
    """
    found = np.full(last - first, NONE, dtype=np.int64)
    for role in (CONTENT, SOURCE, CUE):
        found[[w - first for w in words[role] if first <= w < last]] = role
    return found


def mask_parse_around(features: Ids) -> Ids:
    """Return the features as they would be without a parse, and so without rules."""
    hidden = features.copy()
    hidden[:, 1:] = 0
    return hidden


def mask_rules_around(features: Ids) -> Ids:
    """Return the features as they would be without the rules."""
    hidden = features.copy()
    hidden[:, 2] = 0
    return hidden


class CueWindow(NamedTuple):
    """The words around one cue: their features, starting at the word ``first``.

    ``base`` is the first word of the window that the encoder's states cover.
    """

    cue: int
    first: int
    features: Ids
    base: int


class CueBatch(NamedTuple):
    """Several cues in arrays padded to one length; ``mask`` is False in the padding.

    ``states[around]`` are the states of the words around each cue and ``states[own]`` those of
    the cues themselves; ``places`` has the index of each cue among the words around it.
    """

    around: Ids
    own: Ids
    places: Ids
    features: Ids
    mask: npt.NDArray[np.bool_]


def pad(cues: Sequence[CueWindow], multiple: int = 1) -> CueBatch:
    """Return the words around several cues as one batch, padded to a multiple of ``multiple``."""
    count, longest = len(cues), max(len(cue.features) for cue in cues)
    longest += -longest % multiple
    found = CueBatch(
        around=np.zeros((count, longest), dtype=np.int64),
        own=np.array([cue.cue - cue.base for cue in cues], dtype=np.int64),
        places=np.array([cue.cue - cue.first for cue in cues], dtype=np.int64),
        features=np.zeros((count, longest, cues[0].features.shape[1]), dtype=np.int64),
        mask=np.zeros((count, longest), dtype=bool),
    )
    for row, cue in enumerate(cues):
        length = len(cue.features)
        found.around[row, :length] = np.arange(length) + cue.first - cue.base
        found.features[row, :length] = cue.features
        found.mask[row, :length] = True
    return found
