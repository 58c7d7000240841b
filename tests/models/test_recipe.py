"""The whole recipe, from gold to quotations, on a few invented articles with a tiny network."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("onnx", reason="the recipe writes ONNX graphs")
pytest.importorskip("onnxruntime", reason="a trained model runs on onnxruntime")
pytest.importorskip("safetensors", reason="the pretrained encoder is kept as safetensors")

from safetensors.torch import save_file

import quotex
from models.training import __main__ as command
from models.training import run as running
from models.training.checkpoint import load_network
from models.training.network import Shape
from models.training.prepare import prepare
from models.training.run import Recipe
from models.training.settings import FULL, LAST, MODEL, WORLD, Fold, Settings, folds_of
from quotex.encoder.graph import ENCODER, TOKENIZER, WORDS
from quotex.evaluation.gold import read_gold
from quotex.quotations.model.calibration import PARTS
from quotex.quotations.model.onnx import LOOK, Model
from quotex.records import spans_of
from tests.models.tiny import ARTICLES, TINY, bert_weights, write_gold, write_tokenizer

pytestmark = pytest.mark.model

FOLDS = folds_of(["North", "South"])
SETTINGS = Settings(
    steps=80,
    batch=8,
    encoder_rate=3e-3,
    head_rate=1e-2,
    capacity=40,
    no_parse=0.5,
    threads=1,
    save_every=80,
    report_every=40,
)


@pytest.fixture(scope="module")
def patched(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The recipe with a tiny encoder, in one process, with the installed language model."""
    base = tmp_path_factory.mktemp("base")
    write_tokenizer(base / TOKENIZER)
    save_file(bert_weights(), base / "model.safetensors")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(quotex, "load", partial(quotex.load, nlp))
        patch.setattr(running, "base_model", lambda: base)
        patch.setattr(running, "prepare", partial(prepare, processes=1))
        patch.setattr(running, "Shape", partial(Shape, **TINY))
        yield


@pytest.fixture(scope="module")
def recipe(patched: None, tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    """A recipe of which no step has been run."""
    folder = tmp_path_factory.mktemp("recipe")
    return Recipe(write_gold(folder / "gold.jsonl"), folder / "work", SETTINGS, print)


@pytest.fixture(scope="module")
def built(recipe: Recipe) -> Path:
    """The model folder that the recipe writes."""
    recipe.train("full")
    out = recipe.work / "en_tiny"
    recipe.build(out, "0.1.0", FOLDS)
    return out


def test_the_folder_is_a_model(built: Path) -> None:
    assert {path.name for path in built.iterdir()} == {
        ENCODER,
        LOOK,
        TOKENIZER,
        WORDS,
        "config.json",
    }
    model = Model(built)
    assert model.name == "en_tiny-0.1.0"
    assert set(model.calibration) == {"hybrid", "model"}
    assert all(set(fitted.weights) == set(PARTS) for fitted in model.calibration.values())
    assert model.decoding.capacity == SETTINGS.capacity
    assert "nsubj" in model.labels.dep


@pytest.mark.parametrize("detector", ["hybrid", "model"])
def test_the_model_finds_what_it_was_trained_on(built: Path, recipe: Recipe, detector: str) -> None:
    reader = quotex.load(modes="all", detector=detector, attribution_model=built)  # type: ignore[arg-type]
    gold = found = 0
    for article in read_gold(recipe.gold):
        quotations = reader(article.text).quotations
        for quotation in quotations:
            assert 0 <= quotation.confidence <= 1
            for span in spans_of(quotation):
                assert article.text[span.start : span.end] == span.text
        cues = {(span.start, span.end) for q in quotations for span in q.cue}
        gold += len(article.attributions)
        found += sum(a.cue[0] in cues for a in article.attributions)
        assert len(quotations) <= len(article.attributions) + 2
    assert found >= 0.75 * gold, f"{found} of {gold}"


@pytest.mark.parametrize("detector", ["hybrid", "model"])
def test_the_order_of_articles_does_not_matter(built: Path, recipe: Recipe, detector: str) -> None:
    reader = quotex.load(modes="all", detector=detector, attribution_model=built)  # type: ignore[arg-type]
    texts = [article.text for article in read_gold(recipe.gold)]
    forward, backward = list(reader.pipe(texts)), list(reader.pipe(texts[::-1]))
    assert forward == backward[::-1]
    assert forward == [reader(text) for text in texts]
    assert any(extraction.quotations for extraction in forward)


def test_a_fold_is_judged_on_unseen_articles(built: Path, recipe: Recipe) -> None:
    assert {path.name for path in recipe.work.glob("without-*")} == {
        "without-North",
        "without-North-1-of-2",
        "without-South",
        "without-South-2-of-2",
    }
    judged = recipe.fold(FOLDS[0])
    assert set(judged) == {"hybrid", "model"}
    for first, world in judged.values():
        assert first
        assert all(set(parts) == set(PARTS) for parts, _ in first)
        assert world == []


def test_finished_steps_are_not_repeated(
    built: Path, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError("trained again")

    before = recipe.fold(FOLDS[1])
    monkeypatch.setattr(Recipe, "train", never)
    assert recipe.fold(FOLDS[1]) == before


class _Stopped(Exception):  # noqa: N818
    pass


def stop_at(start: str) -> Callable[[str], None]:
    def report(line: str) -> None:
        if line.startswith(start):
            raise _Stopped

    return report


STOPPING = replace(SETTINGS, steps=4, save_every=2, report_every=1)


def test_a_stopped_training_resumes(patched: None, recipe: Recipe, tmp_path: Path) -> None:
    expected = Recipe(recipe.gold, tmp_path / "whole", STOPPING, print).train("full")
    with pytest.raises(_Stopped):
        Recipe(recipe.gold, tmp_path / "halves", STOPPING, stop_at("step 3 ")).train("full")
    lines: list[str] = []
    found = Recipe(recipe.gold, tmp_path / "halves", STOPPING, lines.append).train("full")
    assert lines[1] == "resuming from step 2"
    assert [line.split(",")[0] for line in lines[2:]] == ["step 3 of 4", "step 4 of 4"]
    weights, resumed = expected.state_dict(), found.state_dict()
    assert all(weights[name].equal(resumed[name]) for name in weights)


def test_a_stopped_fold_resumes(patched: None, recipe: Recipe, tmp_path: Path) -> None:
    with pytest.raises(_Stopped):
        Recipe(recipe.gold, tmp_path, STOPPING, stop_at("step 3 ")).fold(FOLDS[0])
    folder = tmp_path / FOLDS[0].name
    assert not (folder / "judged.json").exists()
    lines: list[str] = []
    found = Recipe(recipe.gold, tmp_path, STOPPING, lines.append).fold(FOLDS[0])
    assert lines[1] == "resuming from step 2"
    assert set(found) == {"hybrid", "model"}
    assert (folder / "judged.json").is_file()
    assert Model(folder / MODEL).name == "model-0"


def write_judged(folder: Path, first: list[list[object]], world: list[list[object]]) -> None:
    folder.mkdir()
    judged = {"hybrid": [first, world], "model": [first, world]}
    (folder / "judged.json").write_text(json.dumps(judged), "utf-8")


def test_both_stages_have_equal_weight(recipe: Recipe, tmp_path: Path) -> None:
    lines: list[str] = []
    other = Recipe(recipe.gold, tmp_path, SETTINGS, lines.append)
    zeros = dict.fromkeys(PARTS, 0.0)
    first, world = ([[zeros, right]] * count for right, count in ((True, 400), (False, 40)))
    write_judged(tmp_path / FOLDS[0].name, first, world)
    for regression in other.calibration(FOLDS[:1]).values():
        assert regression.probability(zeros) == pytest.approx(0.5, abs=1e-3)
    assert lines[0].endswith("error 0.500, 0.500")


def test_confidence_is_fitted_to_all_judgements(recipe: Recipe, tmp_path: Path) -> None:
    lines: list[str] = []
    other = Recipe(recipe.gold, tmp_path, SETTINGS, lines.append)
    given = ([True] * 30 + [False] * 10, [True] * 10 + [False] * 30)
    for fold, right in zip(FOLDS, given, strict=True):
        rows = [[dict.fromkeys(PARTS, 0.0), one] for one in right]
        write_judged(tmp_path / fold.name, rows, [])
    fitted = other.calibration(FOLDS)
    for regression in fitted.values():
        assert regression.probability(dict.fromkeys(PARTS, 0.0)) == pytest.approx(0.5, abs=1e-3)
    error = "each half fitted to the other: error 0.500"
    assert lines == [f"confidence of {mode}, {error}" for mode in ("hybrid", "model")]


def test_training_can_leave_out_a_publisher(patched: None, recipe: Recipe, tmp_path: Path) -> None:
    lines: list[str] = []
    settings = replace(SETTINGS, steps=1)
    other = Recipe(recipe.gold, tmp_path, settings, lines.append)
    other.train("part", ["South"])
    other.train("none-left-out")
    assert lines[0].startswith("part: 2 articles")
    assert lines[-1].startswith("none-left-out: 4 articles")


def test_a_model_that_finds_nothing_cannot_be_calibrated(recipe: Recipe, tmp_path: Path) -> None:
    other = Recipe(recipe.gold, tmp_path, SETTINGS, print)
    write_judged(tmp_path / FOLDS[1].name, [], [])
    with pytest.raises(ValueError, match="no findings to fit confidence to"):
        other.calibration(FOLDS[1:])


def test_the_same_seed_gives_the_same_model(built: Path, recipe: Recipe, tmp_path: Path) -> None:
    settings = replace(SETTINGS, steps=3)
    texts = []
    for name in ("one", "other"):
        other = Recipe(recipe.gold, tmp_path / name, settings, print)
        other.train("full")
        weights = load_network(other.work / "full" / "last.pt").state_dict()
        texts.append(json.dumps({key: value.tolist() for key, value in weights.items()}))
    assert texts[0] == texts[1]


class FakeRecipe:
    """A recipe that records its calls."""

    calls: list[tuple[object, ...]]

    def __init__(
        self, gold: Path, work: Path, settings: Settings, report: object, world: Sequence[Path]
    ) -> None:
        names = [path.name for path in (gold, work, *world)]
        self.calls.append((*names, settings.epochs, settings.seed))

    def train(self, name: str) -> str:
        self.calls.append(("train", name))
        return name

    def network_from(self, folder: Path) -> str:
        return folder.name

    def train_second_stage(self, name: str, start: str) -> None:
        self.calls.append(("go on", name, start))

    def fold(self, fold: Fold) -> None:
        self.calls.append(("fold", fold.name))

    def build(self, out: Path, version: str, folds: list[Fold]) -> None:
        self.calls.append(("build", out.name, version, *(fold.name for fold in folds)))


@pytest.mark.parametrize(
    ("arguments", "calls"),
    [
        (
            ["train", "g.jsonl", "--work", "w", "--epochs", "2", "--seed", "5"],
            [("g.jsonl", "w", 2.0, 5), ("train", "full")],
        ),
        (
            ["go-on", "g.jsonl", "--world", "w.jsonl", "--world", "v.jsonl"],
            [
                ("g.jsonl", "training", "w.jsonl", "v.jsonl", 4.0, 1),
                ("train", "full"),
                ("go on", "world", "full"),
            ],
        ),
        (
            ["go-on", "g.jsonl", "--world", "w.jsonl", "--model", "m/en_x", "--seed", "7"],
            [("g.jsonl", "training", "w.jsonl", 4.0, 7), ("go on", "world", "en_x")],
        ),
        (
            ["folds", "g.jsonl", "--without", "North,East", "--without", "South"],
            [
                ("g.jsonl", "training", 4.0, 1),
                ("fold", "without-North-East-1-of-2"),
                ("fold", "without-South-2-of-2"),
            ],
        ),
        (
            ["build", "g.jsonl", "--world", "w.jsonl", "--without", "North"],
            [
                ("g.jsonl", "training", "w.jsonl", 4.0, 1),
                ("build", "en_attribution_sm", "1.0.0", "without-North-1-of-1"),
            ],
        ),
        (
            ["build", "g.jsonl", "--without", "North", "--out", "m/en_x", "--version", "2.0.0"],
            [
                ("g.jsonl", "training", 4.0, 1),
                ("build", "en_x", "2.0.0", "without-North-1-of-1"),
            ],
        ),
    ],
)
def test_the_command(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], calls: list[tuple[object, ...]]
) -> None:
    FakeRecipe.calls = []
    monkeypatch.setattr(running, "Recipe", FakeRecipe)
    result = CliRunner().invoke(command.app, arguments)
    assert result.exit_code == 0, result.output
    assert FakeRecipe.calls == calls


def test_the_articles_are_invented() -> None:
    assert len(ARTICLES) == len({line for _, line in ARTICLES})
    assert {publisher for publisher, _ in ARTICLES} == {
        name for fold in FOLDS for name in fold.without
    }


@pytest.fixture(scope="module")
def recipe_with_world(recipe: Recipe, built: Path) -> Recipe:
    """The recipe with a second stage on the same articles, each of which is read twice."""
    settings = replace(SETTINGS, steps=3, save_every=3, copies=2, again=0.5)
    return replace(recipe, settings=settings, world=(recipe.gold,))


def test_the_second_stage_continues_from_the_first(recipe_with_world: Recipe, built: Path) -> None:
    lines: list[str] = []
    first = load_network(recipe_with_world.work / FULL / LAST)
    before = {name: weight.clone() for name, weight in first.state_dict().items()}
    found = replace(recipe_with_world, report=lines.append).train_second_stage(WORLD, first)
    assert any(not before[name].equal(weight) for name, weight in found.state_dict().items())
    windows = len(recipe_with_world._items(recipe_with_world.prepared()))
    assert f"{2 * windows + round(windows / 2)} windows, 3 steps" in lines[0]
    out = recipe_with_world.work / "en_tiny_world"
    replace(recipe_with_world, report=lines.append).build(out, "0.2.0", FOLDS)
    assert (out / ENCODER).read_bytes() != (built / ENCODER).read_bytes()
    assert Model(out).name == "en_tiny_world-0.2.0"


def test_each_fold_leaves_out_a_world_news_file(recipe_with_world: Recipe, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(
        "".join(recipe_with_world.gold.read_text("utf-8").splitlines(keepends=True)[:1])
    )
    both = replace(recipe_with_world, world=(recipe_with_world.gold, other))
    for fold, out in zip(FOLDS, (len(ARTICLES), 1), strict=True):
        assert len(both.prepared_world(fold, left_out=True)) == out
        assert len(both.prepared_world(fold)) == len(ARTICLES) + 1 - out
    assert len(both.prepared_world()) == len(ARTICLES) + 1


def test_world_news_left_out_of_a_fold_is_judged(
    recipe_with_world: Recipe, patched: None, tmp_path: Path
) -> None:
    other = replace(
        recipe_with_world, work=tmp_path, settings=replace(SETTINGS, steps=40, save_every=40)
    )
    judged = other.fold(FOLDS[0])
    assert any(world for _, world in judged.values())
    assert (tmp_path / FOLDS[0].name / MODEL / ENCODER).is_file()


def test_training_can_continue_from_a_model_folder(recipe_with_world: Recipe, built: Path) -> None:
    network, first = (
        recipe_with_world.network_from(built),
        load_network(recipe_with_world.work / FULL / LAST),
    )
    assert network.shape == first.shape
