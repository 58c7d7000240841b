"""Who a description refers to, on trees built by hand."""

from __future__ import annotations

import pytest

from tests.speakers.hand import referent_name, sentence_with_name, sentence_with_noun

ROE = sentence_with_name("Ada Roe")
LIND = sentence_with_name("Bo Lind")
BOTH = "Ada/NNP/x/2 Roe/NNP/nsubj/6 and/CC/cc/2 Bo/NNP/x/5 Lind/NNP/conj/2 hid/VBD"
AGED = "Ada/NNP/compound/2 Roe/NNP/nsubj/6 ,/, 19/CD/appos/2 ,/, hid/VBD"
OLD = "Ada/NNP/compound/2 Roe/NNP/nsubj/6 ,/, 54/CD/appos/2 ,/, hid/VBD"


@pytest.mark.parametrize(
    ("sentences", "asked", "name"),
    [
        ([ROE, sentence_with_noun("striker")], "striker", "Ada Roe"),
        ([AGED, sentence_with_noun("teenager")], "teenager", "Ada Roe"),
        ([LIND, ROE, sentence_with_noun("striker")], "striker", "Ada Roe"),
        (
            [ROE, "the/DT/det/3 Lundby/NNP/compound/3 woman/NN/nsubj/4 slept/VBD"],
            "woman",
            "Ada Roe",
        ),
        # Two act, the age or noun is somebody else's, the noun is a task, or somebody has it.
        ([BOTH, sentence_with_noun("striker")], "striker", "striker"),
        ([OLD, sentence_with_noun("teenager")], "teenager", "teenager"),
        ([ROE, sentence_with_noun("judge")], "judge", "judge"),
        ([ROE, sentence_with_noun("woman")], "woman", "woman"),
        ([ROE, "a/DT/det/2 striker/NN/nsubj/3 slept/VBD"], "striker", "striker"),
        (
            ["a/DT/det/2 striker/NN/nsubj/3 woke/VBD", ROE, sentence_with_noun("striker")],
            "striker",
            "striker",
        ),
        ([ROE, "¶", "it/PRP rained/VBD", "¶", sentence_with_noun("striker")], "striker", "striker"),
        (
            ["Ada/NNP/x/2 Roe/NNP/nsubj/3 met/VBD the/DT/det/5 striker/NN/dobj/3"],
            "striker",
            "striker",
        ),
    ],
)
def test_whom_a_description_refers_to(sentences: list[str], asked: str, name: str) -> None:
    assert referent_name(asked, *sentences) == name
