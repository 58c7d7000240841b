"""Which organization a noun for its kind refers to, on trees built by hand."""

from __future__ import annotations

import pytest

from tests.speakers.hand import referent_name, sentence_with_name, sentence_with_noun

BANK = sentence_with_name("Lundby Bank")
FIRM = sentence_with_name("Skarvik Firm")
BOARD = sentence_with_name("Lundby Board")
MINISTRY = sentence_with_name("Foreign Ministry")
BOTH = "Lundby/NNP/x/5 Board/NNP/nsubj/5 Skarvik/NNP/x/4 Board/NNP/conj/2 hid/VBD"


@pytest.mark.parametrize(
    ("sentences", "asked", "name"),
    [
        # By the head of a name, or by what the name says.
        ([BANK, sentence_with_noun("bank")], "bank", "Lundby Bank"),
        ([BANK, sentence_with_noun("lender")], "lender", "Lundby Bank"),
        ([BOARD, sentence_with_noun("board")], "board", "Lundby Board"),
        # By a predicate.
        (
            [
                "Lundby/NNP/compound/2 Board/NNP/nsubj/3 is/VBZ/x/3/be a/DT watchdog/NN/attr/3",
                sentence_with_noun("regulator"),
            ],
            "regulator",
            "Lundby Board",
        ),
        # Any company is "the company": the only one, or the last to act.
        ([BANK, sentence_with_noun("company")], "company", "Lundby Bank"),
        ([BANK, FIRM, sentence_with_noun("company")], "company", "Skarvik Firm"),
        ([FIRM, BOARD, sentence_with_noun("company")], "company", "Skarvik Firm"),
        # Two at once, another kind, many, or a new one: the noun is a speaker of its own.
        ([BOTH, sentence_with_noun("board")], "board", "board"),
        ([BOARD, sentence_with_noun("union")], "union", "union"),
        ([BOARD, sentence_with_noun("company")], "company", "company"),
        ([MINISTRY, sentence_with_noun("company")], "company", "company"),
        ([BANK, "the/DT/det/2 banks/NNS/nsubj/3/bank slept/VBD"], "banks", "banks"),
        ([BANK, "a/DT/det/2 bank/NN/nsubj/3 slept/VBD"], "bank", "bank"),
        ([BANK, "the/DT/det/3 other/JJ/amod/3 bank/NN/nsubj/4 slept/VBD"], "bank", "other bank"),
        ([sentence_with_noun("bank")], "bank", "bank"),
    ],
)
def test_which_organization_a_noun_refers_to(sentences: list[str], asked: str, name: str) -> None:
    assert referent_name(asked, *sentences) == name
