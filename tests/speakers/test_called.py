"""People whom the recogniser missed, on articles written word by word."""

from __future__ import annotations

import pytest

from quotex.speakers.names.called import CalledByLastWord
from tests.speakers.hand import article
from tests.trees import ENGLISH

ILAN = "Ilan/NNP/compound/2 Droveci/NNP/nsubj/3 said/VBD/x/3"
ILAN_FELL = "Ilan/NNP/compound/4 Droveci/NNP/nsubj/5 fell/VBD"
LATER = "Droveci/NNP/nsubj/2 slept/VBD"
GIVEN = "Ada/NNP/compound/2 Droveci/NNP/nsubj/3 slept/VBD"


@pytest.mark.parametrize(
    ("sentences", "spoken", "found"),
    [
        # A speaker with a name of two words, elsewhere called only by the last of them.
        ([ILAN, LATER], {"Ilan", "Droveci"}, ["Ilan Droveci"]),
        ([LATER, ILAN], {"Ilan", "Droveci"}, ["Ilan Droveci"]),
        ([GIVEN, LATER], set(), ["Ada Droveci"]),
        (
            ["Brock/NNP/x/3 Wyatt/NNP/x/3 Holt/NNP/nsubj/4 said/VBD", "Holt/NNP/nsubj/2 ran/VBD"],
            {"Holt"},
            ["Brock Wyatt Holt"],
        ),
        # Or one after a noun for a person.
        ([f"the/DT/det/2 singer/NN/x/5 {ILAN_FELL}", LATER], set(), ["Ilan Droveci"]),
        ([f"the/DT/det/2 pier/NN/x/5 {ILAN_FELL}", LATER], set(), []),
        ([f"the/DT/det/2 singers/NNS/x/5 {ILAN_FELL}", LATER], set(), []),
        ([f"the/DT/det/2 owner/NN/x/5 {ILAN_FELL}", LATER], set(), []),
        ([f"the/DT/det/2 singer/NN/x/5 {ILAN_FELL}", "it/PRP/nsubj/2 rained/VBD"], set(), []),
        # Not called by it, silent without a first name, called by the first word, or a body.
        ([ILAN, "it/PRP/nsubj/2 rained/VBD"], {"Ilan", "Droveci"}, []),
        ([ILAN, LATER], set(), []),
        ([ILAN, LATER, "Ilan/NNP/nsubj/2 slept/VBD"], {"Droveci"}, []),
        (
            ["Lundby/NNP/x/2 United/NNP/nsubj/3 said/VBD", "United/NNP/nsubj/2 lost/VBD"],
            {"United"},
            [],
        ),
        (
            [
                "the/DT/det/3 Ilan/NNP/x/3 Droveci/NNP/nsubj/4 said/VBD",
                "the/DT/det/2 Droveci/NNP/nsubj/3 sank/VBD",
            ],
            {"Droveci"},
            [],
        ),
        (
            ["Ilan/NNP/x/2 Harbour/NNP/nsubj/3 said/VBD", "Harbour/NNP/x/3 a/DT/x/3 harbour/NN"],
            {"Harbour"},
            [],
        ),
    ],
)
def test_who_is_called_by_the_last_word(
    sentences: list[str], spoken: set[str], found: list[str]
) -> None:
    view = article(*sentences).view
    numbers = {t.i for t in view.tokens if t.text in spoken}
    runs = CalledByLastWord(view, ENGLISH, frozenset(), numbers).runs()
    assert [" ".join(t.text for t in view.tokens[a:b]) for a, b in runs] == found
