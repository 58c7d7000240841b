"""Which Stanza models are used, and the error if there are none."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import quotex
from quotex.errors import ModelError, OptionError
from quotex.options import EngineOptions
from quotex.parse.stanza import models as stanza_models
from quotex.parse.stanza.models import PROCESSORS, models_folder, stanza_pipeline

DOWNLOAD_HINT = r"python -c \"import stanza; stanza.download\('en'\)\""


@pytest.fixture
def no_stanza(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment without the extra."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "stanza"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "stanza", None)


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Stanza's own model folder and the one beside quotex, both empty."""
    common = pytest.importorskip("stanza.resources.common", reason="needs the extra stanza")
    found = {"own": tmp_path / "own", "shipped": tmp_path / "models" / "en_stanza_sm"}
    monkeypatch.setattr(common, "DEFAULT_MODEL_DIR", str(found["own"]))
    monkeypatch.setattr(stanza_models, "MODEL_ROOTS", (tmp_path / "nowhere", tmp_path / "models"))
    return found


def put(folder: Path, *languages: str) -> Path:
    for language in languages:
        (folder / language).mkdir(parents=True)
    (folder / "resources.json").write_text(
        json.dumps({language: {} for language in languages}), "utf-8"
    )
    return folder


@pytest.mark.usefixtures("no_stanza")
def test_without_the_extra_the_error_says_what_to_install() -> None:
    with pytest.raises(ModelError, match=r"pip install 'quotex\[stanza\]'") as caught:
        quotex.load(engine="stanza")
    assert "\n" not in str(caught.value)


def test_stanzas_own_models_come_before_the_shipped(folders: dict[str, Path]) -> None:
    shipped = put(folders["shipped"], "en")
    assert models_folder() == shipped
    put(folders["own"], "de")
    assert models_folder() == shipped, "there are no English models"
    (folders["own"] / "en").mkdir()
    assert models_folder() == shipped, "the list does not name them"
    (folders["own"] / "resources.json").write_text('{"en": {}}', "utf-8")
    assert models_folder() == folders["own"]


def test_without_models_the_error_says_how_to_fetch_them(folders: dict[str, Path]) -> None:
    with pytest.raises(ModelError, match=DOWNLOAD_HINT) as caught:
        quotex.load(engine="stanza")
    assert str(folders["own"]) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.usefixtures("folders")
def test_a_folder_without_models_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"has no English Stanza models: expected resources.js"):
        quotex.load(engine="stanza", stanza_dir=tmp_path)
    (tmp_path / "en").mkdir()
    (tmp_path / "resources.json").write_text("no json", "utf-8")
    with pytest.raises(ModelError, match=r"stanza.download\('en', model_dir="):
        models_folder(tmp_path)


def test_models_that_cannot_be_loaded_give_a_one_line_error(folders: dict[str, Path]) -> None:
    put(folders["shipped"], "en")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        quotex.load(engine="stanza", package="gum")
    assert "tokenize=gum" in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("package", "processors", "expected"),
    [
        (None, None, dict.fromkeys(PROCESSORS, "default")),
        ("gum", None, dict.fromkeys(PROCESSORS, "gum")),
        (None, {"ner": "conll03"}, dict.fromkeys(PROCESSORS, "default") | {"ner": "conll03"}),
        ("gum", "ner = conll03, pos=ewt", dict.fromkeys(PROCESSORS, "gum") | {
            "ner": "conll03", "pos": "ewt"}),
        (None, "tokenize, ner", {"tokenize": "default", "ner": "default"}),
    ],
)  # fmt: skip
def test_packages_of_processors(
    monkeypatch: pytest.MonkeyPatch,
    folders: dict[str, Path],
    package: str | None,
    processors: str | dict[str, str] | None,
    expected: dict[str, str],
) -> None:
    import stanza

    options: dict[str, Any] = {}
    made = SimpleNamespace(processors={})
    monkeypatch.setattr(stanza, "Pipeline", lambda language, **given: options.update(given) or made)
    stanza_pipeline(put(folders["own"], "en"), package, processors)
    assert options["processors"] == expected
    assert options["package"] is None
    assert options["download_method"] is None


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize(
    "given", ["", "ner=", "sentiment", "ner=a,pos", {}, {"coref": "x"}, {"ner": ""}, "tokenise"]
)
def test_invalid_processors(given: str | dict[str, str]) -> None:
    with pytest.raises(OptionError, match=r"processors=.*: expected"):
        stanza_pipeline(processors=given)


def test_a_spacy_model_is_rejected() -> None:
    with pytest.raises(OptionError, match="model='en_core_web_sm' is not a Stanza pipeline"):
        quotex.load("en_core_web_sm", engine="stanza")
    with pytest.raises(OptionError, match="model=a object is not"):
        quotex.load(object(), engine="stanza")


def any_stanza_pipeline() -> Any:
    return type("Pipeline", (), {"__module__": "stanza.pipeline.core"})()


def test_a_stanza_pipeline_needs_the_stanza_engine() -> None:
    with pytest.raises(OptionError, match="model= is a Stanza pipeline; give engine='stanza'"):
        quotex.load(any_stanza_pipeline())


def test_a_pipeline_already_has_its_models() -> None:
    with pytest.raises(OptionError, match="package='gum' chooses models, but model= is a pipeline"):
        quotex.load(any_stanza_pipeline(), engine="stanza", package="gum")


def test_quotex_and_its_options_do_not_import_stanza() -> None:
    import subprocess

    EngineOptions(engine="stanza", package="gum")
    code = (
        "import sys, quotex, quotex.loading, quotex.parse.stanza.models; "
        "assert not {'torch', 'stanza'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
