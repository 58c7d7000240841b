"""From invented articles to a model folder for ``engine="quotex"``."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("onnx", reason="the recipe writes ONNX graphs")
pytest.importorskip("onnxruntime", reason="a trained model runs on onnxruntime")

import torch

import quotex
from models.distilling.eight_bits import to_eight_bits
from models.distilling.prepare import Corpora
from models.distilling.run import Recipe
from models.distilling.settings import ARRAYS, LAST, Settings
from models.training.checkpoint import chain_of
from models.training.export import export
from models.training.network import Network, Shape
from models.training.parsing import labels
from quotex.encoder.config import CONFIG
from quotex.encoder.graph import ENCODER, TOKENIZER, WORDS
from quotex.encoder.parser import TREE
from quotex.errors import ModelError
from quotex.evaluation.gold import read_gold
from quotex.quotations.model.around import branch_count
from quotex.quotations.model.config import MODES, STANCES, read_config
from quotex.quotations.model.features import COLUMNS
from quotex.quotations.model.onnx import LOOK
from tests.models.distilling.invented import TEXT, write_corpora
from tests.models.folders import write_config
from tests.models.tiny import TINY, write_tokenizer

pytestmark = pytest.mark.model

SIZES = TINY | {"layers": 2}
SETTINGS = Settings(
    layers=1,
    inner=24,
    look_layers=1,
    arc=12,
    label=10,
    steps=6,
    batch=300,
    at_once=120,
    cues=6,
    warm_up=2,
    capacity=60,
    held=3,
    threads=1,
    save_every=2,
    report_every=2,
)


@pytest.fixture(scope="module")
def teacher(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny attribution model with the labels of the installed language model."""
    known, folder = labels(), tmp_path_factory.mktemp("teacher")
    torch.manual_seed(3)
    network = Network(
        Shape(
            columns=tuple(known.size(column) for column in COLUMNS),
            branches=branch_count(known.size("dep")),
            senses=len(MODES) + len(STANCES),
            **SIZES,
        )
    )
    with torch.no_grad():
        for weight in network.parameters():  # the exporter merges identical weights
            weight.add_(torch.randn_like(weight) / 50)
    write_tokenizer(folder / TOKENIZER)
    export(network, folder)
    write_config(folder, chain_of(network))
    config = json.loads((folder / CONFIG).read_text("utf-8"))
    config["labels"] = {"pos": known.pos, "dep": known.dep, "entity": known.entity}
    (folder / CONFIG).write_text(json.dumps(config), "utf-8")
    return folder


@pytest.fixture(scope="module")
def recipe(teacher: Path, tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    """A recipe whose texts have been parsed."""
    folder = tmp_path_factory.mktemp("distilling")
    recipe = Recipe(teacher, folder / "work", SETTINGS, lambda _: None, sizes=SIZES)
    recipe.prepare(write_corpora(folder), processes=1)
    return recipe


@pytest.fixture(scope="module")
def built(recipe: Recipe) -> Path:
    """The model folder that the recipe writes."""
    recipe.train()
    out = recipe.work / "en_small"
    recipe.build(out, "0.1.0")
    return out


def test_all_sources_are_stored(recipe: Recipe) -> None:
    names = recipe.arrays().names
    assert names.sources == ("gold", "world", "news", "plain", "trees")
    assert names.kinds == ("gold", "world", "text", "text", "text")
    assert names.articles == (2, 2, 1, 1, 2)
    assert all(names.words)


def test_parses_are_cached(
    recipe: Recipe, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    def fail(_: object) -> None:
        raise AssertionError("parsed again")

    monkeypatch.setattr("models.distilling.prepare.parse_one", fail)
    before = (recipe.work / ARRAYS).read_bytes()
    recipe.prepare(write_corpora(tmp_path_factory.mktemp("again")), processes=1)
    assert (recipe.work / ARRAYS).read_bytes() == before


def test_the_folder_is_a_model_of_format_2(built: Path) -> None:
    assert {p.name for p in built.iterdir()} == {ENCODER, TREE, LOOK, TOKENIZER, WORDS, CONFIG}
    config = read_config(built)
    assert (config.format, config.name, config.version) == (2, "en_small", "0.1.0")
    assert config.decoding.capacity == SETTINGS.capacity
    assert config.decoding.threshold == SETTINGS.threshold
    assert config.tree is not None
    assert "ROOT" in config.tree.deps


def test_the_engine_reads_with_the_built_model(built: Path) -> None:
    extractor = quotex.load(engine="quotex", attribution_model=built)
    result = extractor(TEXT)
    assert all(q.text == TEXT[q.start : q.end] for q in result.quotations)
    assert extractor(TEXT) == result


def test_the_second_look_is_put_into_eight_bits_with_the_models_own_trees(
    built: Path, recipe: Recipe, tmp_path: Path
) -> None:
    folder = tmp_path / built.name
    shutil.copytree(built, folder)
    to_eight_bits(folder, read_gold(recipe.work.parent / "gold.jsonl"))
    assert (folder / LOOK).read_bytes() != (built / LOOK).read_bytes()
    extractor = quotex.load(engine="quotex", attribution_model=folder)
    assert extractor(TEXT) == extractor(TEXT)


def test_a_resumed_training_gives_the_same_weights(recipe: Recipe, built: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop(line: str) -> None:
        if line.startswith("step 4"):
            raise StoppedError

    whole = torch.load(recipe.work / LAST, weights_only=True)
    checkpoint = recipe.work / LAST
    checkpoint.rename(checkpoint.with_suffix(".whole"))
    with pytest.raises(StoppedError):
        replace(recipe, report=stop).train()
    lines: list[str] = []
    replace(recipe, report=lines.append).train()
    assert lines[1] == "resuming from step 4"
    resumed = torch.load(checkpoint, weights_only=True)
    for name, weight in whole["student"].items():
        torch.testing.assert_close(resumed["student"][name], weight, msg=name)
    assert resumed["figures"] == whole["figures"]


def test_resuming_with_other_settings_is_rejected(recipe: Recipe, built: Path) -> None:
    other = replace(recipe, settings=replace(SETTINGS, batch=200))
    with pytest.raises(ValueError, match="another batch; give the same settings"):
        other.train()


def test_the_clock_ends_the_schedule(recipe: Recipe, built: Path, tmp_path: Path) -> None:
    (tmp_path / ARRAYS).write_bytes((recipe.work / ARRAYS).read_bytes())
    settings = replace(SETTINGS, steps=10_000, seconds=0.5)
    replace(recipe, work=tmp_path, settings=settings).train(resume=False)
    step, *_, spent = torch.load(tmp_path / LAST, weights_only=True)["place"]
    assert 0 < step < 10_000
    assert spent >= 0.5


def test_training_before_preparing_gives_an_error(recipe: Recipe, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="run the step `prepare` first"):
        replace(recipe, work=tmp_path).train()


def test_a_teacher_with_other_labels_is_rejected(recipe: Recipe, tmp_path: Path) -> None:
    given = json.loads((recipe.teacher / CONFIG).read_text("utf-8"))
    given["labels"]["pos"] = ["NOUN"]
    (tmp_path / CONFIG).write_text(json.dumps(given), "utf-8")
    with pytest.raises(ModelError, match="other labels than those of the installed"):
        replace(recipe, teacher=tmp_path).prepare(Corpora(tmp_path / "gold.jsonl"))


def test_the_loss_falls(recipe: Recipe, built: Path, tmp_path: Path) -> None:
    (tmp_path / ARRAYS).write_bytes((recipe.work / ARRAYS).read_bytes())
    lines: list[str] = []
    settings = replace(SETTINGS, steps=40, encoder_rate=3e-3, head_rate=1e-2, report_every=20)
    replace(recipe, work=tmp_path, settings=settings, report=lines.append).train()
    first, last = (float(line.split(" arc ")[1].split()[0]) for line in lines[1:3])
    assert last < first
