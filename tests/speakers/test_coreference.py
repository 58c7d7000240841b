"""Coreference tools beside the built-in rules: what they say, and in which form."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Sequence
from types import SimpleNamespace

import pytest
from spacy.language import Language

import quotex
from quotex.errors import ModelError
from quotex.parse.models import installed_model
from quotex.parse.view import View
from quotex.speakers.coreference.coreferee import CorefereeResolver
from quotex.speakers.coreference.fastcoref import FastCorefResolver
from quotex.speakers.coreference.stanza import StanzaResolver
from tests.conftest import ROOT
from tests.speakers.conftest import view_of

TEXT = "Ada Roe saw Mary Lind. She said the pier was safe."
ROE, LIND, SHE = (0, 7), (12, 21), (23, 26)

pytestmark = pytest.mark.model


class ScriptedResolver:
    """A resolver that returns given clusters."""

    def __init__(self, *clusters: Sequence[tuple[int, int]]) -> None:
        self._clusters = clusters

    def clusters(self, view: View) -> Sequence[Sequence[tuple[int, int]]]:
        return self._clusters


def speaker_of(
    nlp: Language, resolver: ScriptedResolver | None, text: str = TEXT
) -> tuple[str | None, str]:
    quotation = quotex.load(nlp, resolver=resolver)(text).quotations[-1]
    (by,) = [e.by for e in quotation.evidence if e.field == "speaker"] or ["nobody"]
    return quotation.speaker.name if quotation.speaker is not None else None, by


@pytest.mark.parametrize(
    ("clusters", "expected"),
    [
        ([[LIND, SHE]], ("Mary Lind", "model")),
        ([[ROE, SHE]], ("Ada Roe", "model")),
        ([], ("Ada Roe", "rule")),
        ([[ROE, LIND]], ("Ada Roe", "rule")),
        ([[SHE]], ("Ada Roe", "rule")),
    ],
)
def test_a_tool_takes_precedence_where_it_knows_more(
    nlp: Language, clusters: list[list[tuple[int, int]]], expected: tuple[str, str]
) -> None:
    assert speaker_of(nlp, ScriptedResolver(*clusters)) == expected


def test_only_the_rules_without_a_tool(nlp: Language) -> None:
    assert speaker_of(nlp, None) == ("Ada Roe", "rule")


def test_a_tool_may_name_a_noun(nlp: Language) -> None:
    text = "Ada Roe came home. The captain said the pier was safe."
    assert speaker_of(nlp, None, text) == ("captain", "rule")
    assert speaker_of(nlp, ScriptedResolver([(0, 7), (19, 30)]), text) == ("Ada Roe", "model")


def test_a_tool_does_not_rename_a_name(nlp: Language) -> None:
    text = "Ada Roe saw Mary Lind. Mary Lind said the pier was safe."
    assert speaker_of(nlp, ScriptedResolver([(0, 7), (23, 32)]), text) == ("Mary Lind", "rule")


def test_a_name_inside_a_longer_mention_is_not_the_mention(nlp: Language) -> None:
    text = "The sister of Ada Roe came. She said the pier was safe."
    assert speaker_of(nlp, ScriptedResolver([(0, 21), (28, 31)]), text) == (
        "sister of Ada Roe",
        "model",
    )


class TestAdapters:
    """Each adapter, on fakes of what its tool is documented to return."""

    def test_fastcoref(self, nlp: Language) -> None:
        asked: list[list[str]] = []

        def predict(texts: list[str]) -> list[SimpleNamespace]:
            asked.append(texts)
            found = [[LIND, None, SHE]]
            return [SimpleNamespace(get_clusters=lambda as_strings: None if as_strings else found)]

        view = view_of(nlp, TEXT)
        assert FastCorefResolver(SimpleNamespace(predict=predict)).clusters(view) == [[LIND, SHE]]
        assert asked == [[TEXT]]

    def test_coreferee(self, nlp: Language) -> None:
        class FakeDoc(list[SimpleNamespace]):
            _: SimpleNamespace

        class FakeWord(SimpleNamespace):
            def __len__(self) -> int:
                return len(self.text)

        def read(text: str) -> FakeDoc:
            words, at = FakeDoc(), 0
            for word in text.split():
                words.append(FakeWord(idx=text.index(word, at), text=word))
                at = words[-1].idx + len(word)
            mentions = [SimpleNamespace(token_indexes=n) for n in ([1], [5], [1, 3])]
            words._ = SimpleNamespace(coref_chains=[mentions])
            return words

        view = view_of(nlp, TEXT)
        assert CorefereeResolver(read).clusters(view) == [[(4, 7), SHE, (4, 16)]]

    def test_stanza(self, nlp: Language) -> None:
        def word(start: int | None, end: int | None, **more: object) -> SimpleNamespace:
            return SimpleNamespace(start_char=start, end_char=end, **more)

        def mention(sentence: int, start: object, end: object) -> SimpleNamespace:
            return SimpleNamespace(sentence=sentence, start_word=start, end_word=end)

        first = [word(0, 3), word(4, 7), word(8, 11), word(12, 16)]
        first.append(word(None, None, parent=word(17, 21)))
        chain = SimpleNamespace(
            mentions=[mention(0, 3, 5), mention(1, 0, 1), mention(1, (1, 1), (1, 1))]
        )
        sentences = [SimpleNamespace(words=first), SimpleNamespace(words=[word(*SHE)])]
        doc = SimpleNamespace(coref=[chain], sentences=sentences)
        view = view_of(nlp, TEXT)
        assert StanzaResolver(lambda text: doc).clusters(view) == [[LIND, SHE]]

    @pytest.mark.parametrize(
        ("adapter", "package", "extra"),
        [
            (FastCorefResolver, "fastcoref", "fastcoref"),
            (CorefereeResolver, "coreferee", "coreferee"),
            (StanzaResolver, "stanza", "stanza-coref"),
        ],
    )
    def test_one_that_is_missing(
        self, adapter: type[object], package: str, extra: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, package, None)
        with pytest.raises(ModelError, match=rf"{package} cannot be imported") as caught:
            adapter()
        assert f'pip install ".[{extra}]"' in str(caught.value)
        with (ROOT / "pyproject.toml").open("rb") as file:
            extras = tomllib.load(file)["project"]["optional-dependencies"]
        assert extras[extra][0].startswith(package)

    def test_fastcoref_by_default(self, monkeypatch: pytest.MonkeyPatch) -> None:
        made: list[dict[str, object]] = []
        tool = SimpleNamespace(FCoref=lambda **options: made.append(options))
        monkeypatch.setitem(sys.modules, "fastcoref", tool)
        FastCorefResolver()
        assert made == [{"device": "cpu", "nlp": installed_model(), "enable_progress_bar": False}]

    def test_stanza_by_default(self, monkeypatch: pytest.MonkeyPatch) -> None:
        made: list[tuple[object, ...]] = []
        tool = SimpleNamespace(Pipeline=lambda *given, **more: made.append((*given, more)))
        monkeypatch.setitem(sys.modules, "stanza", tool)
        StanzaResolver()
        assert made == [("en", {"processors": "tokenize,coref", "verbose": False})]

    @pytest.mark.parametrize(("name", "does"), [("en_core_web_sm", True), ("en_copy", False)])
    def test_coreferee_takes_official_models(
        self, name: str, does: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        added: list[str] = []
        nlp = SimpleNamespace(add_pipe=added.append)
        monkeypatch.setitem(sys.modules, "coreferee", SimpleNamespace())
        monkeypatch.setattr("quotex.parse.models.installed_model", lambda: name)
        monkeypatch.setattr("spacy.load", lambda given: nlp if given == name else None)
        if does:
            CorefereeResolver()
        else:
            with pytest.raises(ModelError, match=r"en_core_web_sm, not en_copy\); run: python"):
                CorefereeResolver()
        assert added == ["coreferee"] * does

    @pytest.mark.parametrize("adapter", [FastCorefResolver, CorefereeResolver, StanzaResolver])
    def test_one_without_its_weights(
        self, adapter: type[object], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object, **__: object) -> None:
            raise OSError("no weights here\nlook elsewhere")

        package = adapter.__name__.removesuffix("Resolver").lower()
        tool = SimpleNamespace(FCoref=fail, Pipeline=fail)
        monkeypatch.setitem(sys.modules, package, tool)
        monkeypatch.setattr("quotex.parse.models.installed_model", lambda: "en_core_web_sm")
        monkeypatch.setattr("spacy.load", fail)
        with pytest.raises(ModelError, match=rf"{package} cannot be set up \(no weights here\); "):
            adapter()
