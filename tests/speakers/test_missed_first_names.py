"""First names that the recogniser does not find, on articles written word by word."""

from __future__ import annotations

import pytest

from quotex.speakers.names.missed_first_names import MissedFirstNames
from tests.speakers.hand import article
from tests.trees import ENGLISH


@pytest.mark.parametrize(
    ("sentence", "labels", "found"),
    [
        # A subject with only a first name, or one followed by another capitalised word.
        ("Doreen/NNP/nsubj/2 slept/VBD", {}, ["Doreen"]),
        ("it/PRP sank/VBD after/IN Doreen/NNP/nsubj/5 slept/VBD", {}, ["Doreen"]),
        ("Doreen/NNP/nsubj/2 slept/VBD", {"Doreen": "PRODUCT"}, ["Doreen"]),
        ("they/PRP saw/VBD Doreen/NNP/compound/4 Lind/NNP/dobj/2", {}, ["Doreen Lind"]),
        ("Mayor/NNP/x/3 Doreen/NNP/x/3 Lind/NNP/nsubj/4 slept/VBD", {}, ["Doreen Lind"]),
        (
            "Oslo/NNP/x/3 Doreen/NNP/x/3 Lind/NNP/nsubj/4 slept/VBD",
            {"Oslo": "GPE"},
            ["Doreen Lind"],
        ),
        # Not a subject, not a first name, not tagged as a name, or labelled as something else.
        ("they/PRP saw/VBD Doreen/NNP/dobj/2", {}, []),
        ("Droveci/NNP/nsubj/2 slept/VBD", {}, []),
        ("Hope/NN/nsubj/2 slept/VBD", {}, []),
        ("doreen/NNP/nsubj/2 slept/VBD", {}, []),
        ("DOREEN/NNP/nsubj/2 slept/VBD", {}, []),
        ("Doreen/NNP/nsubj/2 slept/VBD", {"Doreen": "WORK_OF_ART"}, []),
        ("April/NNP/nsubj/2 came/VBD", {"April": "DATE"}, []),
        # A part of a longer name, a ship, a prize or a firm.
        ("the/DT/det/2 Doreen/NNP/nsubj/3 sank/VBD", {}, []),
        ("Lundby/NNP/x/2 Doreen/NNP/nsubj/3 sank/VBD", {}, []),
        ("Doreen/NNP/x/3 Lind/NNP/x/3 Prize/NNP/nsubj/4 came/VBD", {}, []),
        ("Doreen/NNP/x/2 Council/NNP/nsubj/3 slept/VBD", {}, []),
        ("Doreen/NNP/x/2 Ltd/NNP/nsubj/3 slept/VBD", {}, []),
        ("Doreen/NNP/x/2 Lind/NNP/nsubj/3 slept/VBD", {"Lind": "GPE"}, []),
    ],
)
def test_missed_first_names(sentence: str, labels: dict[str, str], found: list[str]) -> None:
    view = article(sentence, names=labels).view
    runs = MissedFirstNames(view, ENGLISH, frozenset()).runs()
    assert [" ".join(t.text for t in view.tokens[a:b]) for a, b in runs] == found


def test_headlines_do_not_count() -> None:
    view = article("Doreen/NNP/nsubj/2 slept/VBD").view
    assert list(MissedFirstNames(view, ENGLISH, frozenset({0})).runs()) == []
