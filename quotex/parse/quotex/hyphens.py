"""Makes one noun of the words that hyphens join: "co-founder", "vice-president", "e-mail"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quotex.encoder.parser import Parse
from quotex.parse.quotex.arcs import Arcs
from quotex.parse.quotex.labels import APPOSITION, NOUN, OBJECT_OF_PREPOSITION, PART_OF_NAME
from quotex.parse.view import HYPHEN

_MARK = "punct"


def hyphens_inside(
    words: Sequence[str], starts: Sequence[int], ends: Sequence[int]
) -> Iterator[int]:
    """Yield the numbers of the hyphens between two words without a space."""
    for n in range(1, len(words) - 1):
        is_joint = words[n] == HYPHEN and ends[n - 1] == starts[n] and ends[n] == starts[n + 1]
        if is_joint and words[n - 1].isalpha() and words[n + 1].isalpha():
            yield n


def joined(parse: Parse, hyphens: Iterable[int]) -> Parse:
    """Return the parse in which the noun after each of the ``hyphens`` heads what they join.

    The model often attaches all parts to the same word, or makes the first part the head.
    """
    inside = [hyphen for hyphen in hyphens if parse.tags[hyphen + 1].startswith(NOUN)]
    if not inside:
        return parse
    arcs = Arcs(parse, parse.heads, parse.deps)
    for hyphen in inside:
        _raise_last(arcs, hyphen)
        if _is_apart(arcs, hyphen):
            _join(arcs, hyphen)
        elif arcs.deps[hyphen] != _MARK and arcs.heads[hyphen] == arcs.heads[hyphen + 1]:
            arcs.attach(hyphen, hyphen + 1, _MARK)
    return replace(parse, heads=arcs.heads, deps=arcs.deps)


def _raise_last(arcs: Arcs, hyphen: int) -> None:
    """Give the last part the place of the part above it."""
    above, last = {hyphen - 1, hyphen}, hyphen + 1
    is_of_preposition = arcs.deps[last] == OBJECT_OF_PREPOSITION  # "on-time" stays as it is
    if arcs.heads[last] not in above or is_of_preposition:
        return
    top = arcs.heads[last]
    while arcs.heads[top] in above and arcs.heads[top] != top:
        top = arcs.heads[top]
    arcs.heads[last] = last if arcs.heads[top] == top else arcs.heads[top]
    arcs.deps[last] = arcs.deps[top]
    arcs.heads[top] = last
    arcs.deps[top] = APPOSITION


def _is_apart(arcs: Arcs, hyphen: int) -> bool:
    """Whether the first part is in apposition to the last, or has its place in the sentence."""
    first, last = hyphen - 1, hyphen + 1
    is_like = (arcs.heads[first], arcs.deps[first]) == (arcs.heads[last], arcs.deps[last])
    is_beside = arcs.heads[first] in {hyphen, last} and arcs.deps[first] == APPOSITION
    is_beside = is_beside or (arcs.heads[hyphen] == last and arcs.deps[hyphen] == APPOSITION)
    return (is_like and arcs.deps[last] != PART_OF_NAME) or is_beside


def _join(arcs: Arcs, hyphen: int) -> None:
    first, last = hyphen - 1, hyphen + 1
    for part in (first, hyphen):
        for child in list(arcs.children(part)):
            arcs.heads[child] = last
    arcs.heads[first], arcs.deps[first] = last, PART_OF_NAME
    arcs.heads[hyphen], arcs.deps[hyphen] = last, _MARK
