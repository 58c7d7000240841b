"""Which verbs say how a document became public."""

from __future__ import annotations

import pytest

from quotex.occasions.days.acts import publication_verbs
from tests.occasions.venues.clause import tokens
from tests.trees import ENGLISH

REVIEW = "a DT det 2; review NN nsubj 6; , , punct 6; {} 6; , , punct 6; found/find VBD ROOT 6"


@pytest.mark.parametrize(
    ("aside", "expected"),
    [
        ("published/publish VBN ccomp", ["published"]),  # wherever it is attached
        ("published/publish VBN dep", []),
        ("published/publish VBD ccomp", []),
        ("praised/praise VBN ccomp", []),
    ],
)
def test_a_participle_after_the_subject(aside: str, expected: list[str]) -> None:
    clause = tokens(REVIEW.format(aside))
    assert [t.text for t in publication_verbs(clause[1], ENGLISH.venues)] == expected
