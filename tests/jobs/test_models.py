"""What a job was asked to do is the same in every run, and different when a model or lexicon is."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pyarrow", reason="needs quotex[tables]")

from quotex.batch import Settings
from quotex.errors import LexiconError, ModelError, OptionError
from quotex.jobs import Job, run_job
from quotex.jobs.manifest import Manifest, check_same_job
from quotex.parse.models import installed_model, model_version
from quotex.quotations.model.locate import model_folder
from quotex.speakers.coreference.resolver import MentionResolver

CUES = """
version = 1
language = "en"

[[class]]
mode = "speech"
stance = "promises"
[class.verbs]
{} = "that quote"
"""


class Resolver(MentionResolver):
    """Finds nothing."""

    def clusters(self, texts: Any) -> list[Any]:
        """Return nothing for each text."""
        return [[] for _ in texts]


def _asked(model: Any = None, **options: Any) -> dict[str, Any]:
    settings = Settings(model=model, options=options)
    asked = Job(inputs=["in.jsonl"], output=Path("out"), settings=settings).asked()
    plain: dict[str, Any] = json.loads(json.dumps(asked))
    assert plain == asked
    return plain


def test_models_have_a_version() -> None:
    language = f"{installed_model()}-{model_version(installed_model())}"
    config = json.loads((model_folder() / "config.json").read_bytes())
    found = _asked(engine="spacy")["models"]
    assert found["engine"].startswith("spacy-3.")
    assert found["language"] == language
    assert found["attribution"] == f"{config['name']}-{config['version']}"
    rules = _asked(engine="spacy", detector="rules")["models"]
    assert set(rules) == {"engine", "language"}
    own = _asked()["models"]
    assert own["trees"] == own["attribution"]
    assert own["trees"].startswith("en_quotex_sm-")


def test_a_model_changed_in_its_folder_is_another_one(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    shutil.copy(model_folder() / "config.json", folder)
    (folder / "look.onnx").write_bytes(b"one")
    before = _asked(attribution_model=folder)
    assert before == _asked(attribution_model=folder)
    (folder / "look.onnx").write_bytes(b"two")
    assert _asked(attribution_model=folder)["models"] != before["models"]
    (folder / "meta.json").write_text('{"lang": "en", "name": "x", "version": "2"}', "utf-8")
    found = _asked(str(folder), detector="rules")
    assert found["model"] == str(folder)
    assert found["models"]["language"].startswith("en_x-2 sha256:")


def test_stanza_goes_by_its_list_of_models(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "resources.json").write_text('{"en": {"default": "one"}}', "utf-8")
    before = _asked(engine="stanza", stanza_dir=tmp_path, detector="rules")["models"]
    assert before["engine"].startswith("stanza")
    (tmp_path / "resources.json").write_text('{"en": {"default": "two"}}', "utf-8")
    after = _asked(engine="stanza", stanza_dir=tmp_path, detector="rules")["models"]
    assert before["language"] != after["language"]


@pytest.mark.model
def test_a_pipeline_goes_by_its_name() -> None:
    import spacy

    nlp = spacy.blank("en")
    nlp.meta["name"], nlp.meta["version"] = "own", "1.2"
    found = _asked(nlp, detector="rules")
    assert found["model"] == found["models"]["language"] == "en_own-1.2"


@pytest.mark.parametrize("kind", [set, tuple, list, iter])
def test_modes_are_sorted(kind: Any) -> None:
    modes = ["writing", "thought", "speech"]
    settings = Settings(options={"modes": kind(modes)})
    job = Job(inputs=["in.jsonl"], output=Path("out"), settings=settings)
    assert job.asked()["options"] == {"modes": sorted(modes)}
    assert job.asked() == job.asked()


def test_other_options_are_plain_data() -> None:
    found = _asked(resolver=Resolver(), modes="all", threads=2)
    assert found["options"] == {"resolver": "Resolver", "modes": "all", "threads": 2}
    assert found["models"]["resolver"] == "Resolver"


def test_a_changed_lexicon_is_rejected(tmp_path: Path) -> None:
    lexicon = tmp_path / "cues.toml"
    lexicon.write_text(CUES.format("burble"), "utf-8")
    before = _asked(lexicon=[lexicon])
    assert before == _asked(lexicon=str(lexicon))
    Manifest(before).write(tmp_path)
    check_same_job(tmp_path, _asked(lexicon=lexicon))
    lexicon.write_text(CUES.format("warble"), "utf-8")
    message = r'started with lexicons=\["cues.toml sha256:.*now lexicons=.*cannot be mixed'
    with pytest.raises(OptionError, match=message):
        check_same_job(tmp_path, _asked(lexicon=lexicon))


def test_a_folder_of_a_job_that_did_not_record_models_can_be_used(tmp_path: Path) -> None:
    asked = _asked(detector="rules")
    older = {name: value for name, value in asked.items() if name not in {"models", "lexicons"}}
    Manifest(older).write(tmp_path)
    check_same_job(tmp_path, asked)


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"lexicon": ["gone.toml"]}, LexiconError, "gone.toml: cannot be read"),
        ({"attribution_model": "gone"}, ModelError, "no attribution model 'gone'"),
        ({"modes": ["shout"]}, OptionError, "expected 'all' or some of"),
    ],
)
def test_what_cannot_be_loaded_is_rejected_before_old_output_is_removed(
    tmp_path: Path, options: dict[str, Any], error: type[Exception], message: str
) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "Roe."}\n', "utf-8")
    (tmp_path / "manifest.json").write_text("{}", "utf-8")
    settings = Settings(options=options)
    job = Job(
        inputs=[str(tmp_path / "in.jsonl")], output=tmp_path, settings=settings, overwrite=True
    )
    with pytest.raises(error, match=message):
        run_job(job)
    assert (tmp_path / "manifest.json").read_text("utf-8") == "{}"
