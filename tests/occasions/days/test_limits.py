"""Prepositions and verbs that rule out a day as that of a cue, on hand-built trees."""

from __future__ import annotations

import pytest

from quotex.occasions.days.limits import is_limit, is_open
from tests.occasions.test_tense import verb_of


@pytest.mark.parametrize(
    ("word", "nearest", "farther"),
    [
        ("until", True, True),
        ("till", True, True),
        ("since", True, True),
        ("about", True, True),
        ("by", True, False),
        ("before", True, False),
        ("ahead", True, False),
        ("on", False, False),
        ("in", False, False),
        ("after", False, False),
        ("during", False, False),
        ("at", False, False),
        ("for", False, False),  # "for Roe" is not a day
    ],
)
def test_limits(word: str, nearest: bool, farther: bool) -> None:
    preposition = verb_of(f"Roe NNP nsubj 2; said VBD ROOT 2; {word} IN prep 2; Roe NNP pobj 3", 3)
    assert is_limit(preposition, is_nearest=True) is nearest
    assert is_limit(preposition, is_nearest=False) is farther


@pytest.mark.parametrize(
    ("rows", "number", "expected"),
    [
        ("Roe NNP nsubj 3; will MD aux 3; go VB ROOT 3", 3, True),
        ("Roe NNP nsubj 3; would MD aux 3; go VB ROOT 3", 3, True),
        ("Roe NNP nsubj 2; spoke VBD ROOT 2; since IN mark 5; she PRP nsubj 5; went VBD advcl 2",
         5, True),
        ("Roe NNP nsubj 2; spoke VBD ROOT 2; until IN mark 5; she PRP nsubj 5; went VBD advcl 2",
         5, True),
        ("Roe NNP nsubj 2; spoke VBD ROOT 2; after IN mark 5; she PRP nsubj 5; went VBD advcl 2",
         5, False),
        ("Roe NNP nsubj 2; spoke VBD ROOT 2; when WRB advmod 5; she PRP nsubj 5; went VBD advcl 2",
         5, False),
        ("Roe NNP nsubj 2; went VBD ROOT 2", 2, False),
        ("Roe NNP nsubj 3; has VBZ aux 3; gone VBN ROOT 3", 3, False),
    ],
)  # fmt: skip
def test_verbs_about_what_is_still_open(rows: str, number: int, expected: bool) -> None:
    assert is_open(verb_of(rows, number)) is expected
