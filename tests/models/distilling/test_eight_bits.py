"""The matrices of a second look are stored in eight bits; its answers hardly change."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from typer.testing import CliRunner

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("onnx", reason="the recipe writes ONNX graphs")
pytest.importorskip("onnxruntime", reason="a trained model runs on onnxruntime")

import onnx
import torch

from models.distilling.__main__ import app
from models.distilling.eight_bits import evenly_spaced, to_eight_bits
from models.training.network import Network
from models.training.restore import restore
from quotex.encoder.config import CONFIG
from quotex.errors import ModelError
from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.quotations.model.onnx import LOOK, Model
from tests.models.folders import look_inputs, trained_network, write_model
from tests.models.tiny import ARTICLES, SHAPE, gold_line, write_gold

pytestmark = pytest.mark.model

GOLD = [GoldArticle.model_validate(gold_line(n, *line)) for n, line in enumerate(ARTICLES)]


@pytest.fixture(scope="module")
def trained() -> Network:
    """A network in which no two weights are the same, as after training."""
    return trained_network()


@pytest.fixture(scope="module")
def floats(trained: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder as the recipe writes it, with the second look in floats."""
    return write_model(tmp_path_factory.mktemp("floats"), trained)


@pytest.fixture(scope="module")
def folder(nlp: Language, floats: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same folder with the second look in eight bits."""
    found = tmp_path_factory.mktemp("bits") / "en_tiny"
    shutil.copytree(floats, found)
    to_eight_bits(found, GOLD)
    return found


@pytest.mark.parametrize("length", [1, 9, 30])
@pytest.mark.parametrize("cues", [1, 3, 7])
def test_answers_hardly_change(folder: Path, floats: Path, cues: int, length: int) -> None:
    given = look_inputs(cues, length)
    mask = given[-1]
    found, expected = (Model(one).second_look(*given) for one in (folder, floats))
    for one, other in zip(found, expected, strict=True):
        assert one.dtype == np.float32
        assert one.shape == other.shape
        real = (one[mask], other[mask]) if one.shape[:2] == mask.shape else (one, other)
        np.testing.assert_allclose(*real, atol=0.3)


def test_the_answer_for_a_cue_does_not_depend_on_its_batch(folder: Path) -> None:
    """With scales computed in each call, it would."""
    model, (states, own, places, features, mask) = Model(folder), look_inputs(7, 16)
    states[3:] *= 40
    batch = model.second_look(states, own, places, features, mask)
    for cue in range(7):
        row = slice(cue, cue + 1)
        alone = model.second_look(states[row], own[row], places[row], features[row], mask[row])
        for one, other in zip(alone, batch, strict=True):
            np.testing.assert_array_equal(one[0], other[cue])


def test_all_scales_are_fixed(folder: Path) -> None:
    kinds = {node.op_type for node in onnx.load(str(folder / LOOK)).graph.node}
    assert {"QuantizeLinear", "MatMulIntegerToFloat"} <= kinds
    assert kinds.isdisjoint({"DynamicQuantizeLinear", "MatMulInteger"})


def test_the_same_articles_give_the_same_graph(folder: Path, floats: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(floats, again)
    to_eight_bits(again, GOLD)
    assert (again / LOOK).read_bytes() == (folder / LOOK).read_bytes()


def test_a_second_time_is_refused(folder: Path) -> None:
    before = (folder / LOOK).read_bytes()
    with pytest.raises(ModelError, match=r"look\.onnx already has eight bits"):
        to_eight_bits(folder, GOLD)
    assert (folder / LOOK).read_bytes() == before


def test_a_network_is_restored(trained: Network, folder: Path) -> None:
    expected = trained.look.state_dict()
    found = restore(folder, Network(SHAPE)).look.state_dict()
    for name, weight in expected.items():
        reach = float(weight.abs().max())
        torch.testing.assert_close(found[name], weight, atol=reach / 60, rtol=0, msg=name)


@pytest.mark.parametrize(("articles", "floor"), [([], 0.05), (GOLD, 1.0)])
def test_without_a_cue_nothing_is_written(
    nlp: Language, floats: Path, tmp_path: Path, articles: Sequence[GoldArticle], floor: float
) -> None:
    other = tmp_path / "other"
    shutil.copytree(floats, other)
    config = json.loads((other / CONFIG).read_text("utf-8"))
    config["decoding"]["floor"] = floor
    (other / CONFIG).write_text(json.dumps(config), "utf-8")
    with pytest.raises(ValueError, match="no word of the articles gets a second look"):
        to_eight_bits(other, articles)
    assert (other / LOOK).read_bytes() == (floats / LOOK).read_bytes()


@pytest.mark.parametrize(
    ("count", "kept"), [(0, ""), (1, "a"), (3, "ace"), (7, "abcdefg"), (9, "abcdefg")]
)
def test_articles_are_evenly_spaced(count: int, kept: str) -> None:
    articles = [GoldArticle(id=name, text=name, attributions=()) for name in "abcdefg"]
    assert "".join(article.id for article in evenly_spaced(articles, count)) == kept


def test_the_command(nlp: Language, floats: Path, tmp_path: Path) -> None:
    out, gold = tmp_path / "en_tiny", write_gold(tmp_path / "gold.jsonl")
    shutil.copytree(floats, out)
    assert len(read_gold(gold)) == len(ARTICLES)
    given = ["eight-bits", str(gold), "--world", str(gold), "--out", str(out)]
    result = CliRunner().invoke(app, given)
    assert result.exit_code == 0, result.output
    assert f"{2 * len(ARTICLES)} articles; look.onnx: " in result.output
    assert (out / LOOK).stat().st_size != (floats / LOOK).stat().st_size
