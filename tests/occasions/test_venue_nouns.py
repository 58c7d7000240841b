"""Which event or document a noun names, on hand-built trees."""

from __future__ import annotations

import pytest

from quotex.occasions.venues.reader import VenueReader
from tests.trees import ENGLISH, context_of

CLAUSE = """
Roe     Roe     NNP nsubj    2
made    make    VBD ROOT     2
a       a       DT  det      {head}
{words}
"""


def noun_phrase(words: str) -> str:
    """Return a clause with the words as its object; the last one is the head."""
    parts = words.split()
    head = 3 + len(parts)
    rows = [f"{word} {word} NN compound {head}" for word in parts[:-1]]
    rows.append(f"{parts[-1]} {parts[-1]} NN dobj 2")
    return CLAUSE.format(head=head, words="\n".join(rows))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("call", []),
        ("phone call", ["event phone call"]),
        ("conference call", ["event conference call"]),
        ("speech", ["event speech"]),
        ("campaign speech", ["event campaign speech"]),
        ("statement", ["medium statement"]),
        ("press statement", ["medium press statement"]),
        ("boat", []),
        ("fishing boat", []),
    ],
)
def test_the_venues_that_a_noun_names(words: str, expected: list[str]) -> None:
    noun = context_of(noun_phrase(words)).view.tokens[-1]
    found = VenueReader(ENGLISH.venues).venues_of_noun(noun)
    shown = [f"{v.kind} {' '.join(t.text for t in v.words)}" for v in found]
    assert shown == expected
