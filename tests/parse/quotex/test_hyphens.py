"""What hyphens join is one noun, headed by its last part."""

from __future__ import annotations

import pytest

from quotex.parse.quotex.hyphens import hyphens_inside, joined
from tests.parse.quotex.lines import parse_of

JOINED = ["det", "compound", "punct", "nsubj", "ROOT"]


@pytest.mark.parametrize(
    ("line", "deps", "heads"),
    [
        # all parts have the same place; the first is the head, or the hyphen; in apposition
        ("the/DT/det/4 co/NN/nsubj/5 -/NN/nsubj/5 founder/NN/nsubj/5 hid/VBD/ROOT/5",
         JOINED, [4, 4, 4, 5, 5]),
        ("the/DT/det/2 co/NN/nsubj/5 -/NN/punct/2 founder/NN/appos/2 hid/VBD/ROOT/5",
         JOINED, [4, 4, 4, 5, 5]),
        ("the/DT/det/2 co/NN/appos/3 -/NN/nsubj/5 founder/NN/nmod/2 hid/VBD/ROOT/5",
         JOINED, [4, 4, 4, 5, 5]),
        ("the/DT/det/2 co/NN/appos/4 -/NN/punct/4 founder/NN/nsubj/5 hid/VBD/ROOT/5",
         JOINED, [4, 4, 4, 5, 5]),
        ("the/DT/det/4 co/NN/compound/4 -/NN/nsubj/5 founder/NN/nsubj/5 hid/VBD/ROOT/5",
         JOINED, [4, 4, 4, 5, 5]),
        ("the/DT/det/2 co/NN/ROOT/2 -/NN/punct/2 founder/NN/appos/2 sadly/RB/advmod/2",
         ["det", "compound", "punct", "ROOT", "advmod"], [4, 4, 4, 4, 4]),
    ],
)  # fmt: skip
def test_the_last_part_is_the_head(line: str, deps: list[str], heads: list[int]) -> None:
    found = joined(parse_of(line, [0])[0], [2])
    assert (found.deps, [head + 1 for head in found.heads]) == (deps, heads)


@pytest.mark.parametrize(
    "line",
    [
        "the/DT/det/4 co/NN/compound/4 -/HYPH/punct/4 founder/NN/nsubj/5 hid/VBD/ROOT/5",
        "the/DT/det/5 on/IN/nmod/5 -/HYPH/punct/2 time/NN/pobj/2 bus/NN/ROOT/5",
        "the/DT/det/5 Ann/NNP/compound/5 -/HYPH/punct/5 Lise/NNP/compound/5 Roe/NNP/ROOT/5",
        "a/DT/det/5 well/RB/advmod/4 -/HYPH/punct/4 known/VBN/amod/5 bus/NN/ROOT/5",
        "it/PRP/nsubj/2 hid/VBD/ROOT/2 -/HYPH/punct/2 badly/RB/advmod/2 today/NN/npadvmod/2",
    ],
)
def test_others_stay_as_they_are(line: str) -> None:
    given = parse_of(line, [0])[0]
    assert joined(given, [2]) == given


@pytest.mark.parametrize(
    ("text", "found"),
    [("a co-host", [2]), ("a co - host", []), ("a 30-year", []), ("- host", []), ("co-", [])],
)
def test_hyphens_inside_words(text: str, found: list[int]) -> None:
    words, starts, ends = [], [], []
    at = 0
    for part in text.replace("-", " - ").split():
        at = text.index(part, at)
        words.append(part)
        starts.append(at)
        ends.append(at := at + len(part))
    assert list(hyphens_inside(words, starts, ends)) == found
