"""The exported graphs give the same answers as the network."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("onnx", reason="the recipe writes ONNX graphs")
pytest.importorskip("onnxruntime", reason="a trained model runs on onnxruntime")

import onnx

from models.training.export import export
from models.training.fused import ATTENTION
from quotex.encoder.graph import ENCODER, TOKENIZER, WORDS
from quotex.errors import ModelError
from quotex.quotations.model.config import CONFIG
from quotex.quotations.model.encoders import ColumnEncoder
from quotex.quotations.model.features import COLUMNS, Ids
from quotex.quotations.model.onnx import LOOK, Model
from tests.models.folders import DECODING, look_inputs, write_model
from tests.models.tiny import SHAPE, VOCABULARY, network, pieces_in, write_tokenizer
from tests.models.torch_model import TorchModel
from tests.quotations.model.fake import LABELS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model folder with the graphs of the tiny network."""
    return write_model(tmp_path_factory.mktemp("model"), network())


@pytest.fixture(scope="module")
def model(folder: Path) -> Model:
    """The exported model."""
    return Model(folder)


@pytest.fixture(scope="module")
def original(folder: Path) -> TorchModel:
    """The network that was exported."""
    return TorchModel(network(), pieces_in(folder), LABELS, DECODING)


def window(length: int, words: int, seed: int = 0) -> tuple[Ids, Ids, Ids]:
    rng = np.random.default_rng(seed)
    pieces = rng.integers(len(VOCABULARY), size=length)
    columns = rng.integers(2, size=(length, len(COLUMNS)))
    return pieces, columns, np.sort(rng.choice(np.arange(1, length - 1), words, replace=False))


def columns_of(model: Model) -> ColumnEncoder:
    assert isinstance(model.encoder, ColumnEncoder)
    return model.encoder


def test_the_folder_contains_the_graphs(folder: Path) -> None:
    assert {path.name for path in folder.iterdir()} == {ENCODER, LOOK, TOKENIZER, WORDS, CONFIG}


def test_a_model_reads_its_configuration(model: Model, original: TorchModel) -> None:
    assert model.name == "en_tiny-0.1.0"
    assert (model.reach, model.labels) == (original.reach, original.labels)
    assert model.decoding == original.decoding
    for part in ("start", "step", "end"):
        np.testing.assert_array_equal(getattr(model.chain, part), getattr(original.chain, part))
    assert columns_of(model).pieces.split(["said"]) == [[VOCABULARY["said"]]]
    assert model.calibration["model"].weights["valid"] == 0.5


@pytest.mark.parametrize(("file", "layers"), [(ENCODER, SHAPE.layers), (LOOK, SHAPE.look_layers)])
def test_attention_is_one_node_of_each_layer(folder: Path, file: str, layers: int) -> None:
    kinds = [node.op_type for node in onnx.load(str(folder / file)).graph.node]
    assert kinds.count(ATTENTION) == layers
    assert "Softmax" not in kinds


@pytest.mark.parametrize(("length", "words"), [(3, 1), (12, 8), (40, 25)])
def test_the_encoder(model: Model, original: TorchModel, length: int, words: int) -> None:
    given = window(length, words)
    states, odds = columns_of(model).encode(*given)
    expected_states, expected_odds = original.encode(*given)
    assert states.shape == (words, SHAPE.width)
    assert odds.shape == (words,)
    assert states.dtype == odds.dtype == np.float32
    # Processors without VNNI saturate large sums of 8-bit products, so errors are larger there.
    np.testing.assert_allclose(states, expected_states, atol=0.3)
    np.testing.assert_allclose(odds, expected_odds, atol=0.4)
    assert np.abs(states - expected_states).mean() < 0.06, "eight bits cost little"


@pytest.mark.parametrize("length", [1, 9, 30])
@pytest.mark.parametrize("cues", [1, 2, 3, 7])
def test_the_second_look(model: Model, original: TorchModel, cues: int, length: int) -> None:
    given = look_inputs(cues, length)
    for found, expected in zip(
        model.second_look(*given), original.second_look(*given), strict=True
    ):
        assert found.shape == expected.shape
        np.testing.assert_allclose(found, expected, atol=1e-4)


def test_an_answer_does_not_depend_on_earlier_calls(model: Model, folder: Path) -> None:
    given = [window(length, 2, seed=length) for length in (30, 5, 17)]
    forward = [columns_of(model).encode(*one) for one in given]
    fresh = Model(folder)
    backward = [columns_of(fresh).encode(*one) for one in reversed(given)][::-1]
    for one, other in zip(forward, backward, strict=True):
        for a, b in zip(one, other, strict=True):
            np.testing.assert_array_equal(a, b)


def test_weights_are_stored_in_eight_bits(folder: Path, tmp_path: Path) -> None:
    write_tokenizer(tmp_path / TOKENIZER)
    export(network(shape=replace(SHAPE, inner=2048)), tmp_path)
    weights = 2 * 2048 * SHAPE.width
    grown = (tmp_path / ENCODER).stat().st_size - (folder / ENCODER).stat().st_size
    assert weights * 0.9 < grown < weights * 2


@pytest.mark.parametrize("missing", [ENCODER, LOOK, WORDS])
def test_a_folder_without_a_graph_is_rejected(folder: Path, tmp_path: Path, missing: str) -> None:
    for path in folder.iterdir():
        if path.name != missing:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(ModelError, match=f"{missing} is missing"):
        Model(tmp_path)


def test_a_window_of_the_capacity_is_read(model: Model) -> None:
    """With one more piece, it would not fit the network, which ``check_sizes`` would report."""
    states, _ = columns_of(model).encode(*window(DECODING.capacity + 2, 5))
    assert states.shape == (5, SHAPE.width)
    with pytest.raises(Exception, match="Add node"):
        columns_of(model).encode(*window(DECODING.capacity + 3, 5))
