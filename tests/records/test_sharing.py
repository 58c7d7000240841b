"""Large numbers of mentions are stored once in the JSON form, and restored when it is read."""

from __future__ import annotations

import json

import pytest

from quotex import Article, Extraction, Quotation
from quotex.limits import MAX_REPEATED_MENTIONS
from quotex.records import Span, Speaker
from quotex.records.sharing import with_mentions_restored


def extraction_of(times: int) -> Extraction:
    sentence = "Roe said it rained. "
    text = sentence * times
    starts = range(0, len(text), len(sentence))
    roe = Speaker(
        name="Roe",
        kind="person",
        named=True,
        mentions=tuple(Span.of(text, start, start + 3) for start in starts),
    )
    quotations = [
        Quotation(
            id=f"q-{number}",
            kind="indirect",
            mode="speech",
            stance="asserts",
            content=(Span.of(text, start + 9, start + 18),),
            cue=(Span.of(text, start + 4, start + 8),),
            cue_lemma="say",
            source=(Span.of(text, start, start + 3),),
            speaker=roe,
            confidence=1.0,
            evidence=(),
        )
        for number, start in enumerate(starts)
    ]
    return Extraction.of(Article(text=text, id="rain"), quotations)


@pytest.mark.parametrize("times", [1, 2, MAX_REPEATED_MENTIONS])
def test_few_mentions_are_repeated(times: int) -> None:
    speakers = [q["speaker"] for q in extraction_of(times).to_dict()["quotations"]]
    assert all(len(s["mentions"]) == times and s["mentions_in"] is None for s in speakers)


def test_many_mentions_are_listed_only_once() -> None:
    first, *others = [q["speaker"] for q in extraction_of(150).to_dict()["quotations"]]
    assert (len(first["mentions"]), first["mentions_in"]) == (150, None)
    assert {(len(s["mentions"]), s["mentions_in"]) for s in others} == {(0, "q-0")}


def test_reading_restores_them() -> None:
    extraction = extraction_of(150)
    back = Extraction.model_validate_json(extraction.to_json())
    assert back == extraction
    assert [q.speaker for q in back] == [q.speaker for q in extraction]
    assert back.to_json() == extraction.to_json()


def test_the_json_form_grows_in_proportion_to_the_article() -> None:
    small, large = (len(extraction_of(times).to_json()) for times in (200, 2_000))
    assert large < 12 * small


def test_a_quotation_without_the_one_it_refers_to_is_unchanged() -> None:
    alone = Quotation.model_validate(json.loads(extraction_of(150).to_json())["quotations"][7])
    assert list(with_mentions_restored([alone])) == [alone]
