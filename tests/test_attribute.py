"""Quotations with spans found by other means."""

from __future__ import annotations

from typing import Any

import pytest

import quotex
from quotex import InputError

pytestmark = pytest.mark.model

TEXT = "Ada Roe came home on Friday. She denied on Monday that the pier was unsafe. It rained."
SHE, DENIED, CONTENT = [29, 32], [33, 39], [50, 74]
GIVEN = {"source": [SHE], "cue": [DENIED], "content": [CONTENT], "id": "one"}


def one(extractor: quotex.Extractor, text: str, given: dict[str, Any]) -> quotex.Quotation:
    (quotation,) = extractor.attribute(text, [given])
    return quotation


def test_given_spans_get_speaker_day_and_cue(extractor: quotex.Extractor) -> None:
    article = {"text": TEXT, "published": "2024-05-09"}
    (quotation,) = extractor.attribute(article, [GIVEN])
    assert quotation.id == "one"
    assert quotation.speaker is not None
    assert quotation.date is not None
    assert (quotation.speaker.name, quotation.stance, quotation.mode, quotation.kind) == (
        "Ada Roe",
        "denies",
        "speech",
        "indirect",
    )
    assert quotation.date.from_.isoformat() == "2024-05-06"
    assert quotation.confidence == 1.0


@pytest.mark.parametrize("mark", ["‘", "”", "—", "…"])
def test_a_source_that_is_only_a_mark_names_nobody(extractor: quotex.Extractor, mark: str) -> None:
    text = f"It rained, said {mark} on Monday."
    at = text.index(mark)
    quotation = one(extractor, text, {"source": [[at, at + 1]], "content": [[0, 9]]})
    assert quotation.speaker is None


def test_offsets_inside_a_token_are_unchanged(extractor: quotex.Extractor) -> None:
    given = {"source": [[30, 32]], "cue": [[33, 36]], "content": [[51, 70], [72, 74]]}
    quotation = one(extractor, TEXT, given)
    found = [[s.start, s.end] for s in (*quotation.source, *quotation.cue, *quotation.content)]
    assert found == [[30, 32], [33, 36], [51, 70], [72, 74]]
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ada Roe"


def test_one_quotation_per_span_in_text_order(extractor: quotex.Extractor) -> None:
    late = {"content": [[76, 85]], "id": "late"}
    overlapping = {"content": [[60, 85]], "id": "overlapping"}
    found = extractor.attribute(TEXT, [late, GIVEN, overlapping])
    assert [q.id for q in found] == ["one", "overlapping", "late"]


def test_extracted_quotations_can_be_given_back(extractor: quotex.Extractor) -> None:
    text = "“It rains,” Ada Roe said. ¶ Tom Ellery denied that it rained.".replace(" ¶ ", "\n\n")
    found = extractor(text)
    again = extractor.attribute(text, found)
    drop = {"confidence", "evidence"}
    assert [q.model_dump(exclude=drop) for q in again] == [
        q.model_dump(exclude=drop) for q in found
    ]


def test_a_day_may_be_given_without_the_rest_of_its_phrase(extractor: quotex.Extractor) -> None:
    text = "Ada Roe criticised the plan for the pier on Friday."
    given = {"source": [[0, 7]], "cue": [[8, 18]], "content": [[19, 27], [44, 50]]}
    assert [(s.start, s.end) for s in one(extractor, text, given).content] == [(19, 27), (44, 50)]


def test_no_spans_give_no_quotations(extractor: quotex.Extractor) -> None:
    assert len(extractor.attribute(TEXT, [])) == 0


def test_options_filter_nothing(nlp: Any) -> None:
    strict = quotex.load(nlp, modes="speech", min_confidence=1.0)
    text = "Ada Roe believes that it rains."
    given = {"source": [[0, 7]], "cue": [[8, 16]], "content": [[17, 30]]}
    assert [q.mode for q in strict.attribute(text, [given])] == ["thought"]


@pytest.mark.parametrize(
    ("cue", "stance", "says"),
    [
        ("warned", "warns", "is in the lexicon"),
        ("according to", "asserts", "is in the lexicon"),
        ("yodelled", "asserts", "“yodelled” is not in the lexicon"),
        ("", "asserts", "no cue"),
    ],
)
def test_a_cue_has_its_sense_in_the_lexicon(
    extractor: quotex.Extractor, cue: str, stance: str, says: str
) -> None:
    text = f"It rained, {cue} Ada Roe."
    given = {"content": [[0, 9]], "cue": [[11, 11 + len(cue)]] if cue else []}
    quotation = one(extractor, text, given)
    assert (quotation.stance, quotation.mode) == (stance, "speech")
    assert says in quotation.evidence[0].detail


def test_a_denied_cue_is_read_as_withholding(extractor: quotex.Extractor) -> None:
    text = "Ada Roe did not say that it rained."
    given = {"source": [[0, 7]], "cue": [[8, 19]], "content": [[20, 34]]}
    assert one(extractor, text, given).stance == "withholds"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ([{"content": []}], "content: .*at least 1"),
        ([{"cue": [[0, 3]]}], "content: Field required"),
        ([{"content": [[0, 0]]}], r"content \[0, 0\) does not lie in the text"),
        ([{"content": [[5, 3]]}], r"content \[5, 3\) does not lie in the text"),
        ([{"content": [[0, 999]]}], r"content \[0, 999\) does not lie in the text"),
        ([{"content": [[-3, 4]]}], r"content \[-3, 4\) does not lie in the text"),
        ([{"content": [[0, 3]], "cue": [[80, 99]]}], r"cue \[80, 99\) does not lie in the text"),
        ([{"content": [[28, 29]]}], "nothing but white space"),
        ([{"content": [["a", 3]]}], "spans 0: content.0.0"),
        ([{"content": [[0, 3]], "sources": []}], "spans 0: sources"),
        ([{"content": [[0, 3]], "id": "a"}, {"content": [[3, 7]], "id": "a"}], "ids must differ"),
        ({"content": [[0, 3]]}, "put it in a list"),
        (["Ada Roe"], "spans 0"),
    ],
)
def test_invalid_spans_are_rejected(
    extractor: quotex.Extractor, given: list[dict[str, Any]], says: str
) -> None:
    with pytest.raises(InputError, match=says):
        extractor.attribute(TEXT, given)
