"""Who a lead mentions without a name, on trees built by hand."""

from __future__ import annotations

import pytest

from tests.speakers.hand import referent_name, sentence_with_name

MIDWIFE = "the/DT/det/2 midwife/NN/nsubj/3 spoke/VBD"
ROE = sentence_with_name("Ada Roe")
NURSE = "Ada/NNP/x/2 Roe/NNP/nsubj/7 ,/, a/DT/det/5 nurse/NN/appos/2 ,/, hid/VBD"
LIND = sentence_with_name("Bo Lind")
SPEAKING = {"midwife", "Ada", "Roe"}


@pytest.mark.parametrize(
    ("sentences", "sources", "name"),
    [
        ([MIDWIFE, "¶", ROE], SPEAKING, "Ada Roe"),
        ([MIDWIFE, ROE], SPEAKING, "Ada Roe"),
        ([MIDWIFE, "¶", "it/PRP/nsubj/2 rained/VBD", "¶", ROE], SPEAKING, "Ada Roe"),
        # Somebody else is named between or before, the text says who is named, or one is silent.
        ([MIDWIFE, "¶", LIND, ROE], SPEAKING, "midwife"),
        ([LIND, MIDWIFE.replace("the/", "a/"), "¶", ROE], SPEAKING, "midwife"),
        ([MIDWIFE, "¶", NURSE], SPEAKING, "midwife"),
        (["midwife/NN/nsubj/2 spoke/VBD", "¶", ROE], SPEAKING, "midwife"),
        ([MIDWIFE, "¶", ROE], {"midwife"}, "midwife"),
        ([MIDWIFE, "¶", ROE], {"Ada", "Roe"}, "midwife"),
    ],
)
def test_whom_a_lead_names_later(sentences: list[str], sources: set[str], name: str) -> None:
    assert referent_name("midwife", *sentences, sources=sources) == name
