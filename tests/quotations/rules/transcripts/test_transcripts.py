"""Every turn of twelve transcripts is found whole, with the speaker of its label."""

from __future__ import annotations

import pytest
from spacy.language import Language

import quotex
from quotex import Extractor, Quotation
from tests.quotations.rules.transcripts.reader import Transcript, Turn, transcripts

FORMS = ("broadcast", "court", "interview", "parliament")
EACH = 3
SURE = 0.8

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def hybrid(nlp: Language) -> Extractor:
    """The default extractor."""
    return quotex.load(nlp)


def found_for(turn: Turn, found: list[Quotation]) -> Quotation | None:
    """Return the quotation with the turn's content."""
    return next((q for q in found if [(s.start, s.end) for s in q.content] == turn.content), None)


@pytest.mark.parametrize("reader", ["extractor", "hybrid"])
@pytest.mark.parametrize("transcript", transcripts(), ids=lambda t: t.name)
def test_turns(request: pytest.FixtureRequest, reader: str, transcript: Transcript) -> None:
    found = list(request.getfixturevalue(reader)(transcript.text))
    for turn in transcript.turns:
        quotation = found_for(turn, found)
        assert quotation is not None, turn.label
        assert quotation.confidence >= SURE
        assert any(turn.start <= span.start < turn.end for span in quotation.source), turn.label
        name = quotation.speaker.name if quotation.speaker is not None else None
        assert (name or "").casefold() == (turn.speaker or "").casefold()
        asks = transcript.text[turn.content[-1][1] - 1] == "?"
        assert quotation.stance == ("asks" if asks else "asserts")


def test_there_are_three_texts_of_each_form() -> None:
    names = [transcript.name for transcript in transcripts()]
    assert names == [f"{form}_{n}" for form in FORMS for n in range(1, EACH + 1)]
