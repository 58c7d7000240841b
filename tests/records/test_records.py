"""The records: which values they accept or reject, and their single JSON form."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from quotex.records import (
    SCHEMA_VERSION,
    Anonymity,
    Article,
    Provenance,
    Quotation,
    Span,
    Speaker,
    SpeechDate,
    Venue,
    quotation_id,
    text_hash,
)
from quotex.result import Extraction

DAY = {"from": "2024-05-06", "to": "2024-05-06"}
TEXT = "The ferry is late, Ada Brook said on Monday in Port Albany."
MADE_BY = Provenance(
    quotex="0.3.0",
    engine="spaces/1",
    models={"attribution": "en_test-1.0.0"},
    options={"modes": ["speech"], "nested": False},
)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def quotation(**changes: object) -> Quotation:
    content = (span("The ferry is late"),)
    fields: dict[str, object] = {
        "id": quotation_id(text_hash(TEXT), content),
        "kind": "indirect",
        "mode": "speech",
        "stance": "asserts",
        "content": content,
        "cue": (span("said"),),
        "cue_lemma": "say",
        "source": (span("Ada Brook"),),
        "speaker": Speaker(name="Ada Brook", kind="person", named=True),
        "date": SpeechDate.model_validate({**DAY, "evidence": span("Monday"), "scope": "explicit"}),
        "venues": (Venue(kind="place", span=span("Port Albany"), scope="explicit"),),
        "confidence": 0.9,
    }
    return Quotation.model_validate({**fields, **changes})


@given(st.text(min_size=1), st.data())
def test_a_span_is_the_text_at_its_offsets(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    extraction = Span.of(text, start, end)
    assert text[extraction.start : extraction.end] == extraction.text


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"start": 3, "end": 3, "text": ""}, id="empty"),
        pytest.param({"start": 5, "end": 3, "text": "ab"}, id="backwards"),
        pytest.param({"start": 0, "end": 4, "text": "abc"}, id="text of another length"),
        pytest.param({"start": -1, "end": 1, "text": "ab"}, id="negative"),
    ],
)
def test_an_impossible_span_is_rejected(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate(fields)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"content": ()}, id="no content"),
        pytest.param({"kind": "free"}, id="unknown kind"),
        pytest.param({"stance": "mumbles"}, id="unknown stance"),
        pytest.param({"confidence": 1.2}, id="confidence over 1"),
        pytest.param({"speaker": {"name": "", "kind": "person", "named": True}}, id="no name"),
    ],
)
def test_a_quotation_outside_the_schema_is_rejected(changes: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        quotation(**changes)


def test_records_are_frozen() -> None:
    with pytest.raises(ValidationError):
        quotation().kind = "direct"  # type: ignore[misc]


def test_a_date_that_runs_backwards_is_rejected() -> None:
    with pytest.raises(ValidationError, match="runs backwards"):
        SpeechDate.model_validate(
            {**DAY, "from": "2024-05-07", "evidence": span("Monday"), "scope": "explicit"}
        )


def test_the_json_form_has_from_and_to() -> None:
    data = quotation().model_dump(mode="json", by_alias=True)
    assert data["date"]["from"] == data["date"]["to"] == "2024-05-06"


def test_a_json_round_trip_gives_the_same_extraction() -> None:
    article = Article(text=TEXT, published=date(2024, 5, 7), title="Ferry “late”")
    extraction = Extraction.of(article, [quotation()])
    back = Extraction.model_validate_json(extraction.to_json())
    assert back == extraction
    assert back.text is None
    assert back.with_text(TEXT).text == TEXT


def test_another_text_cannot_be_attached() -> None:
    extraction = Extraction.of(Article(text=TEXT), [quotation()])
    with pytest.raises(ValueError, match="is not that of article"):
        extraction.with_text(TEXT + "!")


def test_an_extraction_rejects_spans_of_another_text() -> None:
    with pytest.raises(ValueError, match="is not the article's text"):
        Extraction.of(Article(text="x" + TEXT), [quotation()])


def test_an_extraction_is_a_sequence_in_text_order() -> None:
    later = quotation(id="q-2", content=(span("late"),))
    extraction = Extraction.of(Article(text=TEXT), [later, quotation()])
    assert (
        [q.id for q in extraction]
        == [extraction[0].id, extraction[1].id]
        == [quotation().id, "q-2"]
    )
    assert len(extraction) == 2
    assert extraction[:1] == (quotation(),)


def test_an_empty_extraction_is_not_a_failure() -> None:
    assert bool(Extraction.of(Article(text=TEXT)))


def test_ids_depend_only_on_text_and_offsets() -> None:
    content = (span("The ferry is late"),)
    assert quotation_id(text_hash(TEXT), content) == quotation_id(text_hash(TEXT), content)
    assert quotation_id(text_hash(TEXT), content) != quotation_id(text_hash(TEXT + " "), content)
    assert quotation_id(text_hash(TEXT), content, ()) != quotation_id(text_hash(TEXT), (), content)


def test_an_article_without_an_id_gets_one_from_its_text() -> None:
    assert Article(text="a").id == Article(text="a", title="b").id != Article(text="b").id
    assert Article(text="a", id="mine").id == "mine"


def test_a_copy_with_another_text_has_the_id_of_that_text() -> None:
    one, two = Article(text="one", title="One"), Article(text="two", title="One")
    copy = one.model_copy(update={"text": "two"})
    assert (copy, copy.id, copy.text_sha256) == (two, two.id, two.text_sha256)
    assert copy.model_copy(update={"text": "one"}) == one
    assert one.model_copy(update={"title": "Two"}).id == one.id
    assert one.model_copy(update={"text": "two", "id": "mine"}).id == "mine"
    assert Article(text="one", id="mine").model_copy(update={"text": "two"}).id == "mine"


def test_to_json_is_plain_json() -> None:
    extraction = Extraction.of(Article(text=TEXT), [quotation()])
    assert json.loads(extraction.to_json()) == extraction.to_dict()
    assert extraction.to_dict()["schema_version"] == "1.4"


def newer(data: object) -> object:
    """Return JSON data with an unknown field added to each of its objects."""
    if isinstance(data, list):
        return [newer(item) for item in data]
    if not isinstance(data, dict):
        return data
    changed = {key: value if key == "options" else newer(value) for key, value in data.items()}
    return changed if "attribution" in data else {**changed, "verdict": {"is": ["true"]}}


@pytest.mark.parametrize("version", ["1.0", "1.2", "1.3", "1.4", "1.5", "1.12"])
def test_json_of_any_minor_version_is_read(version: str) -> None:
    made = Extraction.of(Article(text=TEXT), [quotation()], made_by=MADE_BY)
    written = newer(made.to_dict() | {"schema_version": version})
    assert Extraction.model_validate(written) == made
    assert Extraction.model_validate_json(json.dumps(written)).to_dict() == made.to_dict()


def test_json_from_before_1_3_has_no_provenance() -> None:
    old = Extraction.of(Article(text=TEXT), [quotation()]).to_dict() | {"schema_version": "1.2"}
    del old["made_by"]
    read = Extraction.model_validate(old)
    assert (read.made_by, read.schema_version) == (None, SCHEMA_VERSION)
    assert read[0] == quotation()


def test_json_from_before_1_4_has_no_anonymity() -> None:
    old = Extraction.of(Article(text=TEXT), [quotation()]).to_dict() | {"schema_version": "1.3"}
    del old["quotations"][0]["anonymity"]
    assert Extraction.model_validate(old)[0] == quotation()


def test_the_words_of_anonymity_are_from_the_article() -> None:
    words = Anonymity(span=span("Monday"), reason=span("in Port Albany"))
    extraction = Extraction.of(Article(text=TEXT), [quotation(anonymity=words)])
    assert Extraction.model_validate_json(extraction.to_json())[0].anonymity == words
    moved = Anonymity(span=span("Monday"), reason=Span(start=0, end=3, text="for"))
    with pytest.raises(ValueError, match="is not the article's text"):
        Extraction.of(Article(text=TEXT), [quotation(anonymity=moved)])


@pytest.mark.parametrize("version", ["2.0", "0.9", "1", "1.x", "", None, 1.3])
def test_json_of_another_major_version_is_rejected(version: object) -> None:
    data = Extraction.of(Article(text=TEXT)).to_dict() | {"schema_version": version}
    with pytest.raises(ValidationError, match="upgrade quotex"):
        Extraction.model_validate(data)


def test_an_article_with_an_unknown_field_is_rejected() -> None:
    with pytest.raises(ValidationError, match="publishd"):
        Article.model_validate({"text": TEXT, "publishd": "2024-05-06"})


def test_provenance_survives_json_and_with_text() -> None:
    made = Extraction.of(Article(text=TEXT), [quotation()], made_by=MADE_BY)
    read = Extraction.model_validate_json(made.to_json())
    assert read.made_by == MADE_BY == read.with_text(TEXT).made_by
