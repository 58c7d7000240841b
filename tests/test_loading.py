"""Which models ``load`` accepts."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import quotex
from quotex import options
from quotex.parse.models import installed_model
from quotex.quotations.model.locate import DEFAULT, ENGINE_MODEL
from quotex.samples import harbour_bridge

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def folder(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spaCy pipeline saved to a folder."""
    made = tmp_path_factory.mktemp("models") / "en_saved"
    nlp.to_disk(made)
    return made


@pytest.mark.parametrize("form", [Path, str])
def test_a_folder_may_be_a_path_or_a_name(folder: Path, form: type) -> None:
    loaded, expected = quotex.load(form(folder)), quotex.load(engine="spacy")
    assert loaded(harbour_bridge()) == expected(harbour_bridge())
    assert len(loaded(harbour_bridge())) >= 5


def test_an_extractor_from_a_path_can_be_pickled(folder: Path) -> None:
    loaded = quotex.load(folder, detector="rules")
    copy = pickle.loads(pickle.dumps(loaded))
    assert copy is not loaded
    assert copy(harbour_bridge()) == loaded(harbour_bridge())


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(quotex.ModelError, match=r"model '.*' cannot be loaded.*the default") as e:
        quotex.load(tmp_path)
    assert "PosixPath" not in str(e.value)


@pytest.mark.parametrize("model", [7, False, b"en_core_web_sm", object(), ["en_core_web_sm"]])
def test_what_is_no_model_is_an_error(model: Any) -> None:
    with pytest.raises(quotex.OptionError, match=r"model=a \w+ is not a spaCy pipeline; give one"):
        quotex.load(model)


def test_a_pipeline_or_path_of_spacy_is_not_one_of_stanza(nlp: Language, folder: Path) -> None:
    for model, shown in ((folder, repr(str(folder))), (nlp, "a English")):
        with pytest.raises(quotex.OptionError, match=f"model={shown} is not a Stanza pipeline"):
            quotex.load(model, engine="stanza")


def test_the_files_of_a_lexicon_are_hashed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "own.toml"
    own.write_text('version = 1\nlanguage = "en"\n', "utf-8")
    hashed: list[str] = []
    label = options._file_label
    monkeypatch.setattr(options, "_file_label", lambda p: hashed.append(p.name) or label(p))
    quotex.load(detector="rules", lexicon=own)
    assert hashed == ["own.toml"]


@pytest.mark.parametrize(
    ("options", "engine"),
    [
        ({}, "quotex/en_quotex_sm-"),
        ({"attribution_model": ENGINE_MODEL}, "quotex/en_quotex_sm-"),
        ({"attribution_model": DEFAULT}, "spacy/"),  # it makes no trees
        ({"attribution_model": DEFAULT, "engine": "spacy"}, "spacy/"),
        ({"model": installed_model()}, "spacy/"),
    ],
)
def test_models_for_spacy_are_read_with_spacy(options: dict[str, Any], engine: str) -> None:
    assert quotex.load(**options).pipeline.engine.name.startswith(engine)


def test_an_unknown_attribution_model_is_an_error() -> None:
    with pytest.raises(quotex.ModelError, match="no attribution model 'en_nowhere'"):
        quotex.load(attribution_model="en_nowhere")
