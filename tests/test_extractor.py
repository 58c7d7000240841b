"""The API: one article, a stream of articles, and invalid input."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

import quotex
from quotex.articles import as_article
from quotex.parse.models import PACKAGED_MODEL, installed_model
from quotex.records import spans_of
from quotex.samples import harbour_bridge

pytestmark = pytest.mark.model

PLAIN = "The ferry will sail again on Monday, Ada Brook said. The harbour is quiet."


def test_the_sample_article(extractor: quotex.Extractor) -> None:
    found = extractor(harbour_bridge())
    said = {(q.speaker.name, q.cue_lemma, q.stance, q.kind) for q in found if q.speaker}
    assert ("Port Albany", "deny", "denies", "indirect") in said
    assert ("Ana Ruiz", "tell", "asserts", "mixed") in said
    assert ("Tom Okafor", "write", "asserts", "direct") in said
    assert ("transport ministry", "refuse", "withholds", "indirect") in said
    assert all("Read more" not in q.text and "Skip" not in q.text for q in found)


def test_every_span_is_the_text_at_its_offsets(extractor: quotex.Extractor) -> None:
    article = harbour_bridge()
    found = extractor(article)
    assert len(found) >= 5
    for quotation in found:
        for span in spans_of(quotation):
            assert article.text[span.start : span.end] == span.text


def test_no_speaker_is_called_unknown(extractor: quotex.Extractor) -> None:
    found = extractor("“It rained all night.” Nobody was surprised, they said.")
    assert all(q.speaker is None or q.speaker.name.lower() != "unknown" for q in found)


def test_the_same_text_gives_the_same_ids(extractor: quotex.Extractor) -> None:
    assert [q.id for q in extractor(PLAIN)] == [q.id for q in extractor(PLAIN, id="other")]


def test_a_stream_gives_the_same_as_single_calls(extractor: quotex.Extractor) -> None:
    texts = [PLAIN, harbour_bridge().text, "", "No one spoke.", PLAIN * 3]
    assert list(extractor.pipe(texts)) == [extractor(text) for text in texts]
    assert list(extractor.pipe(reversed(texts))) == [extractor(text) for text in reversed(texts)]


def test_a_stream_accepts_texts_articles_and_mappings(extractor: quotex.Extractor) -> None:
    article = quotex.Article(text=PLAIN, id="one")
    found = list(extractor.pipe([PLAIN, article, {"text": PLAIN, "id": "one"}]))
    assert found[1] == found[2]
    assert found[0].quotations == found[1].quotations


def test_a_bad_article_does_not_affect_the_others(extractor: quotex.Extractor) -> None:
    bad: list[object] = [PLAIN, 7, {"id": "no-text"}, {"text": PLAIN, "published": "soon"}, PLAIN]
    found = list(extractor.pipe(bad))  # type: ignore[arg-type]
    assert [bool(e.error) for e in found] == [False, True, True, True, False]
    assert [e.article.id for e in found[1:3]] == ["article-1", "no-text"]
    assert found[0].quotations == found[4].quotations != ()


def test_a_stream_is_lazy(extractor: quotex.Extractor) -> None:
    def endless() -> Iterator[str]:
        while True:
            yield PLAIN

    stream = extractor.pipe(endless())
    assert len(next(stream)) == len(next(stream)) == 1


@pytest.mark.parametrize(
    ("given_text", "says"),
    [
        pytest.param(None, "expected text as str", id="none"),
        pytest.param(b"bytes", "expected text as str", id="bytes"),
        pytest.param({"body": "x"}, "not an article", id="mapping without text"),
        pytest.param("half \ud800", "lone surrogate at offset 5", id="surrogate"),
        pytest.param("x" * 1_000_001, "more than max_chars", id="too long"),
    ],
)
def test_values_that_are_not_articles_are_rejected(
    extractor: quotex.Extractor, given_text: object, says: str
) -> None:
    with pytest.raises(quotex.InputError, match=says):
        extractor(given_text)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text", ["", " \n\t ", "…", '"', "“", "''''", "\n\n\n", "\x00\x01", "\u200b"]
)
def test_texts_without_words_have_no_quotations(extractor: quotex.Extractor, text: str) -> None:
    assert len(extractor(text)) == 0


NOISE = st.text(alphabet="abS “”\"'‘’«»,.:—\n\u00a0\u200b", max_size=120)


@settings(max_examples=40)
@given(NOISE, st.sampled_from([PLAIN, ""]))
def test_any_text_is_read(extractor: quotex.Extractor, noise: str, tail: str) -> None:
    text = noise + "\n\n" + tail
    found = extractor(text)
    taken: set[int] = set()
    for quotation in found:
        for span in spans_of(quotation):
            assert text[span.start : span.end] == span.text
        covered = {i for s in quotation.content for i in range(s.start, s.end)}
        assert not covered & taken, "content of two quotations overlaps"
        taken |= covered


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "  ", "\u00a0 "], ids=ascii)
def test_every_kind_of_space_is_a_space(extractor: quotex.Extractor, space: str) -> None:
    plain = [q.text for q in extractor(PLAIN)]
    odd = [q.text.replace(space, " ") for q in extractor(PLAIN.replace(" ", space))]
    assert plain == odd != []


def test_modes(extractor: quotex.Extractor, thinker: quotex.Extractor) -> None:
    text = "The mayor believes the bridge is safe. The engineers said it was not."
    assert [q.cue_lemma for q in extractor(text)] == ["say"]
    assert [q.cue_lemma for q in thinker(text)] == ["believe", "say"]
    assert thinker(text)[0].mode == "thought"


def test_the_publication_day_resolves_weekdays_but_is_never_the_answer(
    extractor: quotex.Extractor,
) -> None:
    text = "Ada Brook said on Monday the ferry would sail. It was full, she added."
    dated = extractor(text, published="2024-05-09")
    assert dated[0].date is not None
    assert dated[0].date.from_ == date(2024, 5, 6)
    assert extractor(text)[0].date is None
    assert extractor("The ferry is late, Ada Brook said.", published="2024-05-09")[0].date is None


def test_a_publication_time_is_reduced_to_its_day() -> None:
    article = as_article("x", {"published": datetime(2024, 5, 9, 23, 59)})
    assert article.published == date(2024, 5, 9)


@pytest.mark.parametrize(
    "published",
    [
        "2024-05-09T23:30:00-08:00",
        "2024-05-09T10:00:00Z",
        "9 May 2024",
        pd.Timestamp("2024-05-09 23:30"),
        np.datetime64("2024-05-09T23:30"),
    ],
)
def test_the_day_of_publication_has_the_forms_of_tables(
    extractor: quotex.Extractor, published: Any
) -> None:
    assert extractor(PLAIN, published=published).article.published == date(2024, 5, 9)
    [found] = extractor.pipe([{"text": PLAIN, "published": published}])
    assert (found.article.published, found.error) == (date(2024, 5, 9), None)


def test_a_missing_day_of_publication_is_none(extractor: quotex.Extractor) -> None:
    for published in (None, pd.NaT, float("nan")):
        found = extractor({"text": PLAIN, "published": published})
        assert found.article.published is None


@pytest.mark.parametrize(
    ("published", "says"),
    [
        ("soon", "published: 'soon' cannot be read as a day; expected a date, or text like"),
        ("", "published: '' cannot be read as a day"),
        ("9/5/2024", "may be 2024-09-05 or 2024-05-09.* write it as YYYY-MM-DD"),
        (True, "published: expected a date, .*, got bool True"),
    ],
)
def test_what_is_not_a_day_is_rejected(
    extractor: quotex.Extractor, published: Any, says: str
) -> None:
    with pytest.raises(quotex.InputError, match=says):
        extractor(PLAIN, published=published)
    with pytest.raises(quotex.InputError, match=r"published: .* is not a day; give a date, or"):
        as_article({"text": PLAIN, "published": f"at {published}"})


def test_what_is_not_the_text_of_an_article_is_noticed(extractor: quotex.Extractor) -> None:
    codes = {"": "no-text", " \n": "no-text", "news/8.txt": "not-text", f"<p>{PLAIN}": "not-text"}
    for text, code in codes.items():
        found = extractor(text)
        assert ([n.code for n in found.notices], found.error) == ([code], None)
        assert list(extractor.pipe([text])) == [found]
        assert [n.code for n in extractor.attribute(text, []).notices] == [code]
    assert not extractor(PLAIN).notices


def test_an_unpaired_mark_is_reported(extractor: quotex.Extractor) -> None:
    found = extractor("“The ferry is late, Ada Brook said. The pier was empty.")
    assert [n.code for n in found.notices] == ["unpaired-mark"]
    assert found.notices[0].span is not None
    assert found.notices[0].span.start == 0


class TestOptions:
    """Each option changes the result."""

    def test_min_confidence(self, nlp: Language, extractor: quotex.Extractor) -> None:
        lowest = min(q.confidence for q in extractor(harbour_bridge()))
        choosy = quotex.load(nlp, min_confidence=lowest + 0.01)
        assert 0 < len(choosy(harbour_bridge())) < len(extractor(harbour_bridge()))

    def test_furniture(self, nlp: Language, extractor: quotex.Extractor) -> None:
        text = "We have a small favor to ask.\n\nOur readers say we tell you the truth every day."
        everything = quotex.load(nlp, furniture=True)
        assert len(extractor(text)) == 0
        assert len(everything(text)) == 1

    def test_max_chars(self, nlp: Language, extractor: quotex.Extractor) -> None:
        short = quotex.load(nlp, max_chars=10)
        with pytest.raises(quotex.InputError, match="max_chars=10"):
            short(PLAIN)

    def test_lexicon(self, nlp: Language, extractor: quotex.Extractor, tmp_path: Path) -> None:
        text = "The ferry would sail, Ada Brook trumpeted to the crowd on the pier."
        own = tmp_path / "own.toml"
        own.write_text(
            'version = 1\nlanguage = "en"\n[[class]]\nmode = "speech"\nstance = "promises"\n'
            '[class.verbs]\ntrumpet = "that quote"\n'
        )
        taught = quotex.load(nlp, lexicon=[own])
        assert [q.stance for q in taught(text)] == ["promises"]
        assert len(extractor(text)) == 0

    @pytest.mark.parametrize(
        ("options", "says"),
        [
            ({"modes": "gossip"}, "expected 'all' or some of"),
            ({"modes": []}, "expected 'all' or some of"),
            ({"min_confidence": 1.5}, "is outside"),
            ({"max_chars": 0}, "not a positive number"),
        ],
    )
    def test_an_invalid_value_is_rejected(self, options: dict[str, object], says: str) -> None:
        with pytest.raises(quotex.OptionError, match=says):
            quotex.load(**options)  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("installed", "chosen"),
        [
            (("en_core_web_lg", PACKAGED_MODEL), "en_core_web_lg"),
            (("en_core_web_lg", "en_core_web_sm"), "en_core_web_sm"),
            ((PACKAGED_MODEL,), PACKAGED_MODEL),
        ],
    )
    def test_an_official_model_is_preferred_to_the_copy(
        self, monkeypatch: pytest.MonkeyPatch, installed: tuple[str, ...], chosen: str
    ) -> None:
        monkeypatch.setattr(
            "importlib.util.find_spec", lambda name: object() if name in installed else None
        )
        assert installed_model() == chosen

    def test_no_installed_model_is_an_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        with pytest.raises(quotex.ModelError, match="pip install"):
            installed_model()

    def test_a_missing_model_is_an_error(self) -> None:
        with pytest.raises(quotex.ModelError, match=r"cannot be loaded.*the default"):
            quotex.load("en_core_web_nowhere")

    def test_a_model_without_a_parser_is_an_error(self) -> None:
        import spacy

        with pytest.raises(quotex.ModelError, match="lacks tagger, parser, lemmatizer, ner"):
            quotex.load(spacy.blank("en"))


GERMAN = "Die Mauer ist sicher, sagte die Bürgermeisterin am Montag vor dem Rathaus in Wick."


def test_a_text_that_is_not_english_gives_only_a_notice(extractor: quotex.Extractor) -> None:
    found = extractor(GERMAN)
    assert (found.article.language, len(found)) == ("de", 0)
    assert [notice.code for notice in found.notices] == ["not-english"]
    assert list(extractor.pipe([GERMAN])) == [found]


def test_a_given_language_overrides_detection(extractor: quotex.Extractor) -> None:
    found = extractor({"text": GERMAN, "language": "en-GB"})
    assert found.article.language == "en-GB"
    assert not found.notices


def test_a_byline_gives_the_day_of_publication(extractor: quotex.Extractor) -> None:
    text = "By Tom Finn\nPublished May 9, 2024\n\n“The wall is safe,” Ada Roe said on Tuesday."
    found = extractor(text)
    assert (str(found.article.published), found.article.published_from) == ("2024-05-09", "byline")
    assert found[0].date is not None
    assert str(found[0].date.from_) == "2024-05-07"
    given = extractor(text, published="2024-05-10")
    assert (str(given.article.published), given.article.published_from) == ("2024-05-10", "caller")


def test_furniture_has_its_section_if_requested() -> None:
    text = "“The wall is safe,” Ada Roe said.\n\nRelated\n\nElla Finn said: “The mill is lost”"
    found = quotex.load(furniture=True)(text)
    assert [q.section for q in found] == ["body", "related"]
    assert [q.section for q in quotex.load()(text)] == ["body"]


def test_the_repr_of_an_extractor_shows_its_options(extractor: quotex.Extractor) -> None:
    name = extractor.pipeline.engine.name
    assert repr(extractor) == f"<Extractor: {name}>"
    chosen = quotex.load(detector="rules", min_confidence=0)
    assert repr(chosen) == f"<Extractor: {name}, min_confidence=0, detector='rules'>"
