"""Finds pairs that may report one utterance by what they share, without comparing all pairs.

Each quotation has some keys: its runs of three words, pairs of its rarest words, and each of those
words together with the speaker. Equal keys are found by sorting. If many quotations have the same
key, each is compared only with those next to it in time, so the work grows as n log n.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from quotex.linking.items import Item, shingles
from quotex.linking.rarity import Rarity

_RUN = 3  # words
_RAREST = 7  # words of a quotation that are used in keys
_MAX_NEIGHBOURS = 10  # quotations with the same key, next in time, that each is compared with
_MAX_CANDIDATES = 24  # candidates kept per quotation

_Numbers: TypeAlias = NDArray[np.int64]


def candidates(items: Sequence[Item], rarity: Rarity) -> list[tuple[int, int]]:
    """Return the number pairs of the items that share most, the smaller number first."""
    if len(items) < 2:
        return []
    hashes, owners = _keys(items, rarity)
    pairs, shared = _pairs(hashes, owners, len(items))
    return [(int(a), int(b)) for a, b in _best(pairs, shared, len(items))]


def _keys(items: Sequence[Item], rarity: Rarity) -> tuple[_Numbers, _Numbers]:
    """Return the keys of all items as hashes, and the number of the item that has each."""
    hashes: list[_Numbers] = []
    counts: list[int] = []
    for item in items:
        own = np.fromiter({hash(key) for key in _keys_of(item, rarity)}, dtype=np.int64)
        hashes.append(own)
        counts.append(len(own))
    return np.concatenate(hashes), np.repeat(np.arange(len(items), dtype=np.int64), counts)


def _keys_of(item: Item, rarity: Rarity) -> Iterator[tuple[str, ...]]:
    yield from shingles(item, _RUN)
    known = sorted(set(item.stems) - {""}, key=lambda s: (-rarity[s], s))[:_RAREST]
    yield from combinations(sorted(known), 2)
    if item.key:
        yield from (("", item.key, word) for word in known)


def _pairs(hashes: _Numbers, owners: _Numbers, size: int) -> tuple[_Numbers, _Numbers]:
    """Return pairs of items that share a key, as one number each, and how many keys they share."""
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    found: list[_Numbers] = []
    for step in range(1, _MAX_NEIGHBOURS + 1):
        same = hashes[step:] == hashes[:-step]
        found.append(owners[:-step][same] * size + owners[step:][same])
    unique, counts = np.unique(np.concatenate(found), return_counts=True)
    return unique, counts


def _best(pairs: _Numbers, shared: _Numbers, size: int) -> _Numbers:
    """Return the pairs that are among the best for at least one of their two items."""
    first, second = pairs // size, pairs % size
    items = np.concatenate((first, second))
    places = np.concatenate((np.arange(len(pairs)),) * 2)
    order = np.lexsort((places, -shared[places], items))
    items, places = items[order], places[order]
    starts = np.searchsorted(items, items)
    kept = np.unique(places[np.arange(len(items)) - starts < _MAX_CANDIDATES])
    return np.stack((first[kept], second[kept]), axis=1)
