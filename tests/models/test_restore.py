"""A network is restored from the graphs of its folder, up to eight-bit rounding."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("onnx", reason="the recipe writes ONNX graphs")
pytest.importorskip("onnxruntime", reason="a trained model runs on onnxruntime")

import torch

from models.training.network import Network
from models.training.restore import restore
from quotex.encoder.config import CONFIG
from quotex.errors import ModelError
from tests.models.folders import trained_network, write_model
from tests.models.tiny import SHAPE

_NOT_RESTORED = ("encoder.tag.weight", "encoder.tag.bias", "encoder.word.weight")


@pytest.fixture(scope="module")
def trained() -> Network:
    """A network in which no two weights are the same, as after training."""
    return trained_network()


@pytest.fixture(scope="module")
def folder(trained: Network, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("model"), trained)


def test_the_weights_are_restored(trained: Network, folder: Path) -> None:
    expected, blank = trained.state_dict(), Network(SHAPE)
    before = {name: weight.clone() for name, weight in blank.state_dict().items()}
    found = restore(folder, blank).state_dict()
    for name, weight in expected.items():
        if name in _NOT_RESTORED:
            assert torch.equal(found[name], before[name]), name
        else:
            reach = float(weight.abs().max()) or 1.0
            torch.testing.assert_close(found[name], weight, atol=reach / 60, rtol=0, msg=name)


@pytest.mark.parametrize("changed", [{"width": 64}, {"layers": 2}, {"look_width": 32}])
def test_another_shape_is_rejected(folder: Path, changed: dict[str, int]) -> None:
    with pytest.raises(ModelError, match="give a model of the shape that is trained here"):
        restore(folder, Network(replace(SHAPE, **changed)))


def test_a_folder_without_a_model_is_rejected(tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_text(json.dumps({}), "utf-8")
    with pytest.raises(ModelError):
        restore(tmp_path, Network(SHAPE))
