"""Roles before a name or set off beside one, and ages in figures."""

from __future__ import annotations

import pytest

from quotex.speakers.mentions.learned_roles import learn_roles, stated_age
from tests.speakers.hand import article, named
from tests.trees import ENGLISH

NAMES = {"Ada Roe": "PERSON", "Lundby Air": "ORG", "of Prisons": "PERSON"}


def nouns(text: str) -> list[str]:
    context = article(text, names=NAMES)
    clusters = named(context).clusters
    learned = learn_roles(context.view, ENGLISH, clusters)
    return [role.noun for role in learned.of[0]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("striker/NN/compound/3 Ada/NNP/compound/3 Roe/NNP slept/VBD", ["striker"]),
        ("strikers/NNS/compound/3 Ada/NNP/compound/3 Roe/NNP slept/VBD", []),
        ("its/PRP$/poss/2 chair/NN/dobj/7 ,/, Ada/NNP Roe/NNP/x/7 ,/, slept/VBD", ["chair"]),
        ("its/PRP$/poss/2 boat/NN/dobj/7 ,/, Ada/NNP Roe/NNP/x/7 ,/, slept/VBD", []),
        ("the/DT airline/NN/x/4 Lundby/NNP/x/4 Air/NNP slept/VBD", ["airline"]),
        ("the/DT mayor/NN/x/4 Lundby/NNP/x/4 Air/NNP slept/VBD", []),
        ("Inspector/NNP of/IN/x/3 Prisons/NNP slept/VBD", []),
    ],
)
def test_roles_beside_a_name(text: str, found: list[str]) -> None:
    assert nouns(text) == found


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Ada/NNP/x/2 Roe/NNP ,/, 34/CD ,/, slept/VBD", 34),
        ("Ada/NNP/x/2 Roe/NNP (/( 34/CD )/) slept/VBD", 34),
        ("Ada/NNP/x/2 Roe/NNP ,/, 34/CD boats/NNS slept/VBD", None),
        ("Ada/NNP/x/2 Roe/NNP ,/, 2034/CD ,/, slept/VBD", None),
        ("Ada/NNP/x/2 Roe/NNP slept/VBD", None),
    ],
)
def test_an_age_after_a_name(text: str, age: int | None) -> None:
    context = article(text, names=NAMES)
    learned = learn_roles(context.view, ENGLISH, named(context).clusters)
    assert learned.ages.get(0) == age


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("the 34-year-old diver", 34),
        ("the 4-year-old", 4),
        ("the 160-year-old firm", None),
        ("the 34-year", None),
        ("34", None),
    ],
)
def test_an_age_in_a_noun_phrase(text: str, age: int | None) -> None:
    assert stated_age(text, ENGLISH.speakers) == age
