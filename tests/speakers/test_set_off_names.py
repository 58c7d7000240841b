"""Nouns with a name set off after them, whatever the parser makes of it."""

from __future__ import annotations

import pytest

from quotex.speakers.mentions.set_off_names import missed_name, noun_before
from tests.speakers.hand import article, word
from tests.trees import ENGLISH

NAMES = {"Ada Roe": "PERSON"}
ROE = "Ada/NNP/compound/5 Roe/NNP/dep/6"


def before(text: str) -> str | None:
    view = article(text, names=NAMES).view
    first = word(view, "Ada").i
    noun = noun_before(view, ENGLISH.speakers, first, first + 2)
    return noun.text if noun is not None else None


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("the/DT/det/2 driver/NN/x/7 ,/, Ada/NNP Roe/NNP ,/, slept/VBD", "driver"),
        ("the/DT/det/2 driver/NN/x/8 ,/, Dr/NNP Ada/NNP Roe/NNP ,/, slept/VBD", "driver"),
        ("its/PRP$/poss/2 driver/NN/x/7 ,/, Ada/NNP Roe/NNP (/( slept/VBD", "driver"),
        ("slept/VBD the/DT/det/3 driver/NN/x/1 ,/, Ada/NNP Roe/NNP ./.", "driver"),
        ("slept/VBD the/DT/det/3 driver/NN/x/1 ,/, Ada/NNP Roe/NNP", "driver"),
        (
            (
                "a/DT/det/2 lawyer/NN/x/10 for/IN/prep/2 the/DT/det/5 port/NN/pobj/3 ,/, "
                "Ada/NNP Roe/NNP ,/, slept/VBD"
            ),
            "lawyer",
        ),
        # The name is the subject, one of a list, or follows a plural; or the noun has no article.
        ("to/IN the/DT/det/3 driver/NN/x/7 ,/, Ada/NNP Roe/NNP slept/VBD", None),
        ("the/DT/det/2 driver/NN/x/9 ,/, Ada/NNP Roe/NNP ,/, and/CC Bo/NNP slept/VBD", None),
        ("the/DT/det/2 drivers/NNS/x/7 ,/, Ada/NNP Roe/NNP ,/, slept/VBD", None),
        ("driver/NN/x/6 ,/, Ada/NNP Roe/NNP ,/, slept/VBD", None),
        ("the/DT/det/2 driver/NN/x/6 Ada/NNP Roe/NNP ,/, slept/VBD", None),
        ("he/PRP woke/VBD ,/, Ada/NNP Roe/NNP ,/, slept/VBD", None),
        ("Ada/NNP Roe/NNP ,/, slept/VBD", None),
    ],
)
def test_the_noun_before_a_name(text: str, noun: str | None) -> None:
    assert before(text) == noun


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the/DT/det/2 regulator/NN/x/6 ,/, Gridwatch/NNP ,/, slept/VBD", "Gridwatch"),
        ("the/DT/det/2 regulator/NN/x/7 ,/, Grid/NNP Watch/NNP ,/, slept/VBD", "Grid Watch"),
        ("regulator/NN/x/5 ,/, Gridwatch/NNP ,/, slept/VBD", ""),
        ("the/DT/det/2 regulator/NN/x/5 ,/, Gridwatch/NNP slept/VBD", ""),
        ("the/DT/det/2 regulator/NN/x/6 ,/, tired/JJ ,/, slept/VBD", ""),
        ("the/DT/det/2 regulator/NN/x/7 ,/, Gridwatch/NNP ,/, and/CC slept/VBD", ""),
        ("the/DT/det/2 regulator/NN/x/7 ,/, Ada/NNP Roe/NNP ,/, slept/VBD", ""),
        ("the/DT/det/2 regulator/NN/x/3 slept/VBD", ""),
    ],
)
def test_a_name_that_no_recogniser_finds(text: str, name: str) -> None:
    view = article(text, names=NAMES).view
    assert " ".join(t.text for t in missed_name(view, word(view, "regulator"))) == name
