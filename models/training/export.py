"""Writes a trained network as two ONNX graphs, the encoder's weights in eight bits."""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from models.training.network import Encoder, Network
from quotex.encoder.encoder import ENCODER
from quotex.quotations.model.features import COLUMNS
from quotex.quotations.model.onnx import LOOK

_OPSET = 17


class _Reader(nn.Module):
    """The encoder over one window: the states of words, and the log odds that each begins a cue."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, columns: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(pieces, columns, None, first[None])[0]
        return states, self.encoder.anchor(states).squeeze(-1)


def export(network: Network, folder: Path) -> None:
    """Write ``encoder.onnx`` (weights in int8, by channel) and ``look.onnx`` into ``folder``."""
    network = network.float().eval()
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(scratch) / ENCODER
        _export_encoder(network, full)
        quantize_dynamic(
            full,
            folder / ENCODER,
            per_channel=True,
            reduce_range=True,  # seven bits: eight overflow on processors without VNNI
            weight_type=QuantType.QInt8,
        )
        _export_look(network, folder / LOOK)
    for name in (ENCODER, LOOK):
        onnx.checker.check_model(str(folder / name))


def _export_encoder(network: Network, path: Path) -> None:
    pieces = torch.ones(1, 12, dtype=torch.long)
    columns = torch.zeros(1, 12, len(COLUMNS), dtype=torch.long)
    first = torch.arange(1, 9)
    torch.onnx.export(
        _Reader(network.encoder),
        (pieces, columns, first),
        str(path),
        input_names=["pieces", "columns", "first"],
        output_names=["states", "anchors"],
        dynamic_axes={"pieces": {1: "pieces"}, "columns": {1: "pieces"}, "first": {0: "words"}},
        opset_version=_OPSET,
        dynamo=False,
    )


def _export_look(network: Network, path: Path) -> None:
    shape = network.shape
    inputs = (
        torch.zeros(2, 9, shape.width),
        torch.zeros(2, shape.width),
        torch.tensor([1, 2]),
        torch.zeros(2, 9, 3, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.bool),
    )
    axes = {"states": {0: "cues", 1: "words"}, "cues": {0: "cues"}, "places": {0: "cues"}}
    axes |= {name: {0: "cues", 1: "words"} for name in ("features", "mask", "roles")}
    axes |= {name: {0: "cues"} for name in ("valid", "senses")}
    torch.onnx.export(
        network.look,
        inputs,
        str(path),
        input_names=["states", "cues", "places", "features", "mask"],
        output_names=["roles", "valid", "senses"],
        dynamic_axes=axes,
        opset_version=_OPSET,
        dynamo=False,
    )
