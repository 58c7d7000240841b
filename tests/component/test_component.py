"""quotex in a spaCy pipeline: from the entry point to saved and copied Docs."""

from __future__ import annotations

import inspect
import subprocess
import sys
from dataclasses import fields

import pytest
import spacy
from confection import ConfigValidationError
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import quotex
from quotex.component.component import set_extensions
from quotex.component.factory import DEFAULT_CONFIG
from quotex.options import Options, engine_defaults
from quotex.parse.models import installed_model
from quotex.samples import harbour_bridge

pytestmark = pytest.mark.model

TEXTS = [harbour_bridge().text, "The ferry is late, Ada Brook said.", "Nobody spoke."]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    nlp = spacy.load(installed_model())
    nlp.add_pipe("quotex")
    return nlp


def test_add_pipe_works_without_importing_quotex() -> None:
    code = (
        "import spacy, sys\n"
        f"nlp = spacy.load({installed_model()!r})\n"
        "nlp.add_pipe('quotex')\n"
        "doc = nlp('The ferry is late, Ada Brook said.')\n"
        "print(doc._.quotations[0].speaker.name)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "Ada Brook"


def test_spans_have_roles_and_ids(pipeline: Language) -> None:
    doc = pipeline(TEXTS[1])
    labels = {(span.label_, span.text) for span in doc.spans["quotex"]}
    assert labels == {("CONTENT", "The ferry is late"), ("CUE", "said"), ("SOURCE", "Ada Brook")}
    assert {span.id_ for span in doc.spans["quotex"]} == {doc._.quotations[0].id}


def test_records_point_into_the_doc(pipeline: Language) -> None:
    for doc in pipeline.pipe(TEXTS):
        for quotation in doc._.quotations:
            for span in (*quotation.content, *quotation.cue, *quotation.source):
                assert doc.text[span.start : span.end] == span.text


def test_a_stream_gives_the_same_as_single_calls(pipeline: Language) -> None:
    assert [d._.quotations for d in pipeline.pipe(TEXTS)] == [
        pipeline(text)._.quotations for text in TEXTS
    ]


def test_records_survive_a_doc_bin(pipeline: Language) -> None:
    docs = list(pipeline.pipe(TEXTS))
    data = DocBin(docs=docs).to_bytes()
    back = list(DocBin().from_bytes(data).get_docs(pipeline.vocab))
    assert [d._.quotations for d in back] == [d._.quotations for d in docs]
    assert any(d._.quotations for d in back)


def test_records_survive_bytes(pipeline: Language) -> None:
    doc = pipeline(TEXTS[0])
    back = Doc(pipeline.vocab).from_bytes(doc.to_bytes())
    assert back._.quotations == doc._.quotations != ()


def test_records_survive_worker_processes(pipeline: Language) -> None:
    texts = TEXTS * 3
    alone = [d._.quotations for d in pipeline.pipe(texts)]
    assert [d._.quotations for d in pipeline.pipe(texts, n_process=2, batch_size=3)] == alone


def test_the_pipeline_survives_saving_and_loading(pipeline: Language, tmp_path: object) -> None:
    pipeline.to_disk(f"{tmp_path}/pipeline")
    back = spacy.load(f"{tmp_path}/pipeline")
    assert back(TEXTS[1])._.quotations == pipeline(TEXTS[1])._.quotations


def test_a_doc_without_the_component_has_no_quotations(pipeline: Language) -> None:
    assert Doc(pipeline.vocab, words=["Hello"])._.quotations == ()


def test_settings_reach_the_component() -> None:
    nlp = spacy.load(installed_model())
    nlp.add_pipe("quotex", config={"modes": ["all"]})
    assert [q.cue_lemma for q in nlp("The mayor believes it is safe.")._.quotations] == ["believe"]
    assert nlp.analyze_pipes()["problems"]["quotex"] == []


def test_publication_can_be_given_with_the_doc(pipeline: Language) -> None:
    doc = pipeline.make_doc("Ada Brook said on Monday the ferry would sail.")
    doc._.article = {"published": "9 May 2024"}  # as in a table
    assert str(pipeline(doc)._.quotations[0].date.from_) == "2024-05-06"


def test_a_pipeline_that_lacks_a_pipe_is_rejected() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("quotex")
    with pytest.raises(quotex.ModelError, match="lacks tagger, parser, lemmatizer, ner"):
        nlp("The ferry is late, Ada Brook said.")


def test_the_pipes_may_come_after_the_component() -> None:
    nlp = spacy.load(installed_model())
    nlp.add_pipe("quotex", first=True)
    assert [q.cue_lemma for q in nlp(TEXTS[1])._.quotations] == ["say"]


def test_every_option_is_a_setting_with_the_default_of_load() -> None:
    assert set(DEFAULT_CONFIG) == {option.name for option in fields(Options)}
    load_defaults = {
        name: parameter.default
        for name, parameter in inspect.signature(quotex.load).parameters.items()
        if name not in {"model", *engine_defaults()}
    }
    assert {k: tuple(v) if isinstance(v, list) else v for k, v in DEFAULT_CONFIG.items()} == (
        load_defaults
    )


def test_spacy_rejects_an_unknown_setting() -> None:
    with pytest.raises(ConfigValidationError, match="mode"):
        spacy.blank("en").add_pipe("quotex", config={"mode": "all"})


@pytest.mark.parametrize("name", ["quotations", "article"])
def test_a_name_taken_by_another_package_is_an_error(pipeline: Language, name: str) -> None:
    _, _, getter, setter = Doc.get_extension(name)
    Doc.set_extension(name, default="theirs", force=True)
    try:
        with pytest.raises(quotex.OptionError, match=f"doc._.{name} is used by another component"):
            set_extensions()
    finally:
        Doc.set_extension(name, getter=getter, setter=setter, force=True)


def test_an_article_that_is_not_a_mapping_is_an_error(pipeline: Language) -> None:
    doc = pipeline.make_doc(TEXTS[1])
    doc._.article = "2024-05-09"
    with pytest.raises(quotex.InputError, match=r"doc\._\.article to be a mapping.*got str"):
        pipeline(doc)


def test_the_article_of_a_doc_survives_bytes(pipeline: Language) -> None:
    doc = pipeline.make_doc(TEXTS[1])
    assert doc._.article is None
    doc._.article = {"published": "2024-05-09"}
    assert Doc(pipeline.vocab).from_bytes(doc.to_bytes())._.article == {"published": "2024-05-09"}


class TestADocThatCannotBeRead:
    """It does not affect the others, and spaCy's error handler decides what happens."""

    BATCH = (*TEXTS, "x" * 2_000, TEXTS[1])

    @pytest.fixture
    def strict(self) -> Language:
        nlp = spacy.load(installed_model())
        nlp.add_pipe("quotex", config={"max_chars": 1_900})
        return nlp

    def test_the_docs_before_it_are_returned(self, strict: Language) -> None:
        stream = strict.pipe(self.BATCH)
        assert [next(stream).text for _ in TEXTS] == TEXTS
        with pytest.raises(quotex.InputError, match="more than max_chars"):
            next(stream)

    @pytest.mark.parametrize("of_pipeline", [True, False])
    def test_the_error_handler_is_called(self, strict: Language, of_pipeline: bool) -> None:
        component = strict.get_pipe("quotex")
        failed: list[tuple[str, list[str], type]] = []

        def note(name: str, caller: object, docs: list[Doc], error: Exception) -> None:
            assert caller is component
            failed.append((name, [doc.text for doc in docs], type(error)))

        if of_pipeline:
            strict.default_error_handler = note  # type: ignore[assignment]  # it may return
        else:
            component.set_error_handler(note)  # type: ignore[attr-defined]
        docs = list(strict.pipe(self.BATCH))
        assert [doc.text for doc in docs] == [*TEXTS, TEXTS[1]]
        assert [doc._.quotations for doc in docs] == [
            strict(text)._.quotations for text in (*TEXTS, TEXTS[1])
        ]
        assert docs[-1]._.quotations
        assert failed == [("quotex", ["x" * 2_000], quotex.InputError)]

    def test_a_missing_pipe_is_not_given_to_the_handler(self) -> None:
        def ignore(name: str, caller: object, docs: list[Doc], error: Exception) -> None:
            pass

        nlp = spacy.blank("en")
        nlp.add_pipe("quotex")
        nlp.set_error_handler(ignore)  # type: ignore[arg-type]  # it may return
        assert nlp.get_pipe("quotex").get_error_handler() is ignore  # type: ignore[attr-defined]
        with pytest.raises(quotex.ModelError, match="lacks tagger"):
            list(nlp.pipe(TEXTS))
