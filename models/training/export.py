"""Writes a trained network as two ONNX graphs, with the encoder's weights in eight bits."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Collection
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from models.training.coarse import shorten_floats
from models.training.fused import fuse_attention
from models.training.network import Encoder, Layer, Look, Network
from models.training.words import export_embeddings
from quotex.encoder.graph import ENCODER
from quotex.quotations.model.onnx import LOOK

_OPSET = 17
Axes = dict[str, dict[int, str]]


class _Reader(nn.Module):
    """The encoder over one window: the states of words, and the log odds that each begins a cue."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, columns: Tensor, first: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(pieces, columns, None, first[None])[0]
        return states, self.encoder.anchor(states).squeeze(-1)


def export(network: Network, folder: Path, seen: Collection[int] | None = None) -> None:
    """Write ``encoder.onnx`` (weights in int8, by channel), its words and ``look.onnx``.

    ``seen`` are the word pieces that occurred in training; the embeddings of others are coarsened.
    """
    network = network.float().eval()
    export_encoder(network.encoder, folder, seen)
    export_look(network.look, network.shape.width, folder)


def export_encoder(encoder: Encoder, folder: Path, seen: Collection[int] | None = None) -> None:
    """Write ``encoder.onnx``, with weights in eight bits, and ``words.npy`` beside it."""
    pieces = torch.ones(1, 12, dtype=torch.long)
    columns = torch.zeros(1, 12, len(encoder.columns), dtype=torch.long)
    write_graph(
        _Reader(encoder),
        (pieces, columns, torch.arange(1, 9)),
        folder / ENCODER,
        {"pieces": {1: "pieces"}, "columns": {1: "pieces"}, "first": {0: "words"}},
        {"states": {}, "anchors": {}},
        eight_bits=True,
        heads=_heads(encoder.layers),
    )
    export_embeddings(folder, seen)


def export_look(look: Look, width: int, folder: Path, features: int = 3) -> None:
    """Write ``look.onnx``, which reads states of size ``width`` and ``features`` of each word."""
    given = (
        torch.zeros(2, 9, width),
        torch.zeros(2, width),
        torch.tensor([1, 2]),
        torch.zeros(2, 9, features, dtype=torch.long),
        torch.ones(2, 9, dtype=torch.bool),
    )
    cues, words = {0: "cues"}, {0: "cues", 1: "words"}
    inputs = {"states": words, "cues": cues, "places": cues, "features": words, "mask": words}
    outputs = {"roles": words, "valid": cues, "senses": cues}
    write_graph(
        look,
        given,
        folder / LOOK,
        inputs,
        outputs,
        eight_bits=False,
        heads=_heads(look.layers),
    )


def _heads(layers: nn.ModuleList) -> int:
    return next(layer.heads for layer in layers if isinstance(layer, Layer))


def write_graph(
    module: nn.Module,
    given: tuple[Tensor, ...],
    path: Path,
    inputs: Axes,
    outputs: Axes,
    *,
    eight_bits: bool,
    heads: int = 0,
) -> None:
    """Write a module as a graph; ``inputs`` and ``outputs`` name its axes of variable length.

    ``heads`` is the number of heads of its layers, if it has layers with attention.
    """
    with tempfile.TemporaryDirectory() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        full = Path(scratch) / path.name if eight_bits else path
        torch.onnx.export(
            module,
            given,
            str(full),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: axes for name, axes in (inputs | outputs).items() if axes},
            opset_version=_OPSET,
            dynamo=False,
        )
        if eight_bits:
            quantize_dynamic(
                full,
                path,
                per_channel=True,
                reduce_range=True,  # seven bits, because eight overflow on processors without VNNI
                weight_type=QuantType.QInt8,
            )
    if not eight_bits:
        shorten_floats(path)
    if heads:
        model = onnx.load(str(path))
        fuse_attention(model, heads)
        onnx.save(model, str(path))
    onnx.checker.check_model(str(path))
