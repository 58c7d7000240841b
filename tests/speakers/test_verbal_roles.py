"""Roles that verbs and relatives show."""

from __future__ import annotations

import pytest

from quotex.speakers.mentions.verbal_roles import VerbalRoles
from tests.speakers.hand import article, named, word
from tests.trees import ENGLISH

NAMES = {"Ada Roe": "PERSON", "Tom Ellery": "PERSON", "Bo Lind": "PERSON", "Lundby Board": "ORG"}
ROE = "Ada/NNP/compound/2 Roe/NNP"


def roles(text: str) -> list[str]:
    context = article(text, names=NAMES)
    clusters = named(context).clusters
    verbal_roles = VerbalRoles(context.view, ENGLISH, clusters)
    roe = next(c for c in clusters if c.name == "Ada Roe")
    return [role.noun for role in verbal_roles.roles(roe)]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        # What somebody does to a body.
        (f"{ROE}/nsubj/3 chairs/VBZ/ROOT/3/chair the/DT/det/5 board/NN/dobj/3", ["chair"]),
        (f"{ROE}/nsubj/6 who/WP/nsubj/4 leads/VBZ/relcl/2/lead it/PRP slept/VBD", []),
        (
            (
                f"{ROE}/nsubj/7 who/WP/nsubj/4 leads/VBZ/relcl/2/lead the/DT/det/6 "
                "union/NN/dobj/4 slept/VBD"
            ),
            ["leader"],
        ),
        (
            (
                f"{ROE}/nsubj/7 whom/WP/dobj/4 leads/VBZ/relcl/2/lead the/DT/det/6 "
                "union/NN/dobj/4 slept/VBD"
            ),
            [],
        ),
        (f"{ROE}/nsubj/3 leads/VBZ/ROOT/3/lead the/DT/det/5 race/NN/dobj/3", []),
        (f"{ROE}/nsubj/3 runs/VBZ/ROOT/3/run the/DT/det/5 board/NN/dobj/3", []),
        # Which relatives somebody has.
        (f"{ROE}/poss/3 husband/NN/nsubj/4 slept/VBD", ["widow", "wife"]),
        (f"{ROE}/dobj/3 met/VBD her/PRP$/poss/5 husband/NN/nsubj/3", []),
        (
            f"{ROE}/nsubj/3 said/VBD her/PRP$/poss/5 husband/NN/nsubj/6 slept/VBD/x/3",
            ["widow", "wife"],
        ),
        (
            f"{ROE}/nsubj/7 ,/, whose/WP$/poss/5 husband/NN/nsubj/6 slept/VBD/relcl/2 hid/VBD/x/7",
            ["widow", "wife"],
        ),
        (f"{ROE}/poss/3 boat/NN/nsubj/4 slept/VBD", []),
        # With two people before it, it is unclear whose husband he is.
        (
            (
                f"{ROE}/nsubj/5 and/CC Bo/NNP/compound/5 Lind/NNP/conj/2 said/VBD/x/6 "
                "her/PRP$/poss/8 husband/NN/nsubj/9 slept/VBD/x/6"
            ),
            [],
        ),
    ],
)
def test_roles_from_verbs_and_relatives(text: str, nouns: list[str]) -> None:
    assert roles(text) == nouns


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (f"{ROE}/nsubj/3 became/VBD/ROOT/3/become mayor/NN/attr/3", "mayor"),
        (f"{ROE}/nsubjpass/3 named/VBN/ROOT/3/name mayor/NN/oprd/3", "mayor"),
        (f"{ROE}/nsubj/3 serves/VBZ/ROOT/3/serve as/IN/prep/3 mayor/NN/pobj/4", "mayor"),
        (f"{ROE}/dobj/3 named/VBD/ROOT/3/name as/IN/prep/3 mayor/NN/pobj/4", "mayor"),
        (f"{ROE}/nsubj/3 named/VBD/ROOT/3/name mayor/NN/oprd/3", None),
        (f"{ROE}/nsubj/3 met/VBD/ROOT/3/meet mayor/NN/attr/3", None),
        (f"{ROE}/nsubj/3 serves/VBZ/ROOT/3/serve in/IN/prep/3 mayor/NN/pobj/4", None),
        (f"{ROE}/dobj/3 became/VBD/ROOT/3/become mayor/NN/attr/3", None),
    ],
)
def test_what_somebody_becomes(text: str, noun: str | None) -> None:
    context = article(text, names=NAMES)
    verbal_roles = VerbalRoles(context.view, ENGLISH, named(context).clusters)
    found = verbal_roles.noun_after_becoming(word(context.view, "Roe"))
    assert (found.text if found is not None else None) == noun
