"""Which organization a noun for its kind refers to, on trees built by hand."""

from __future__ import annotations

import pytest

from tests.speakers.hand import hid, the, whom

BANK = hid("Lundby Bank")
FIRM = hid("Skarvik Firm")
BOARD = hid("Lundby Board")
MINISTRY = hid("Foreign Ministry")
BOTH = "Lundby/NNP/x/5 Board/NNP/nsubj/5 Skarvik/NNP/x/4 Board/NNP/conj/2 hid/VBD"


@pytest.mark.parametrize(
    ("sentences", "asked", "name"),
    [
        # By the head of a name, or by what the name says.
        ([BANK, the("bank")], "bank", "Lundby Bank"),
        ([BANK, the("lender")], "lender", "Lundby Bank"),
        ([BOARD, the("board")], "board", "Lundby Board"),
        # By a predicate.
        (
            [
                "Lundby/NNP/compound/2 Board/NNP/nsubj/3 is/VBZ/x/3/be a/DT watchdog/NN/attr/3",
                the("regulator"),
            ],
            "regulator",
            "Lundby Board",
        ),
        # Any company is "the company": the only one, or the last to act.
        ([BANK, the("company")], "company", "Lundby Bank"),
        ([BANK, FIRM, the("company")], "company", "Skarvik Firm"),
        ([FIRM, BOARD, the("company")], "company", "Skarvik Firm"),
        # Two at once, another kind, many, or a new one: the noun is a speaker of its own.
        ([BOTH, the("board")], "board", "board"),
        ([BOARD, the("union")], "union", "union"),
        ([BOARD, the("company")], "company", "company"),
        ([MINISTRY, the("company")], "company", "company"),
        ([BANK, "the/DT/det/2 banks/NNS/nsubj/3/bank slept/VBD"], "banks", "banks"),
        ([BANK, "a/DT/det/2 bank/NN/nsubj/3 slept/VBD"], "bank", "bank"),
        ([BANK, "the/DT/det/3 other/JJ/amod/3 bank/NN/nsubj/4 slept/VBD"], "bank", "other bank"),
        ([the("bank")], "bank", "bank"),
    ],
)
def test_which_organization_a_noun_stands_for(sentences: list[str], asked: str, name: str) -> None:
    assert whom(asked, *sentences) == name
