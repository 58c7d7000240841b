"""Quoted sentences without a cue go on from the quotation before them, or from none."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.records import Quotation

pytestmark = pytest.mark.model

FIRST = "“We lost the roof,” the farmer said."
GOES_ON = "quote-goes-on"


def evidence(quotation: Quotation) -> list[str]:
    return [e.name for e in quotation.evidence if e.field == "quotation"]


@pytest.mark.parametrize(
    "rest",
    [
        " “We lost the boat as well.”",
        "\n\n“We lost the boat as well.”",
        " He looked at the sea. “We lost the boat as well.”",
    ],
)
def test_a_quoted_sentence_goes_on(extractor: Extractor, rest: str) -> None:
    (quotation,) = extractor(FIRST + rest).quotations
    assert [s.text for s in quotation.content] == [
        "“We lost the roof,”",
        "“We lost the boat as well.”",
    ]
    assert GOES_ON in evidence(quotation)
    assert quotation.kind == "direct"


@pytest.mark.parametrize(
    "rest",
    [
        " The “Old Lady” sank in the bay.",  # a name
        " “The boat.”",  # too few words for a sentence
        " The coat was a “blue and rather ugly” thing.",  # in mid-sentence
        "\n\n\n\nSnow fell. It was cold. The sea froze. “We lost the boat as well.”",  # far off
        "\n\nSnow fell on the pass.\n\n“We lost the boat as well.”",  # a paragraph stands between
    ],
)
def test_what_does_not_go_on(extractor: Extractor, rest: str) -> None:
    (quotation,) = extractor(FIRST + rest).quotations
    assert quotation.text == "“We lost the roof,”"
    assert GOES_ON not in evidence(quotation)


def test_nothing_goes_on_from_a_thought(thinker: Extractor) -> None:
    text = "The farmer fears that the dam will not hold. “We lost the boat as well.”"
    assert [q.text for q in thinker(text).quotations] == ["that the dam will not hold"]


def test_nothing_goes_on_from_nothing(extractor: Extractor) -> None:
    assert extractor("“We lost the boat as well.” The sea froze.").quotations == ()


def test_a_cue_of_its_own_keeps_it_apart(extractor: Extractor) -> None:
    found = extractor(FIRST + " “We lost the boat as well,” his wife said.").quotations
    assert [q.speaker.name for q in found if q.speaker] == ["farmer", "his wife"]
