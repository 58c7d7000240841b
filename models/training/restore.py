"""Reads a network back from the graphs of a model folder, to continue training from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from models.training.fused import FUSED_PRODUCT, PRODUCT
from models.training.network import Network
from models.training.words import QUANTIZED, SCALE, WEIGHT, ZERO
from quotex.encoder.graph import ENCODER, read_words, words_folder
from quotex.errors import ModelError
from quotex.quotations.model.config import read_config
from quotex.quotations.model.onnx import LOOK

_Array = npt.NDArray[np.float32]
_EMBEDDINGS = f"encoder.{WEIGHT}"
_NOT_IN_GRAPHS = ("encoder.tag.weight", "encoder.tag.bias", _EMBEDDINGS)
_UNNAMED = "onnx::"  # the exporter transposes the matrices of layers and renames them
_PRODUCTS = ("MatMul", PRODUCT, FUSED_PRODUCT)
_PARTS = ("joint", "out", "up", "down")  # of a layer, in order of use


def restore(folder: Path, network: Network, *, words: bool = False) -> Network:
    """Fill ``network`` with the weights of the model in ``folder``, converted back to floats.

    The tag head, which only training uses, is in no graph and is left unchanged. So are the word
    embeddings, which training does not change, unless ``words`` is True.

    Raises:
        ModelError: the model's shape differs from that of ``network``.
    """
    shape, config = network.shape, read_config(folder)
    chain = config.chain
    found = dict(_weights(folder / ENCODER, "", _layers("encoder", shape.layers)))
    if words and _EMBEDDINGS not in found:
        found[_EMBEDDINGS] = _embeddings(folder, config.words_of)
    look = ["look.words.weight", *_layers("look", shape.look_layers), "look.role.weight"]
    found |= _weights(folder / LOOK, "look.", look)
    for part in ("start", "step", "end"):
        found[f"chain.{part}"] = np.array(getattr(chain, part), dtype=np.float32)
    state = network.state_dict()
    unchanged = set(_NOT_IN_GRAPHS) - ({_EMBEDDINGS} if words else set())
    for name in state.keys() - unchanged:
        expected = tuple(state[name].shape)
        given = found.get(name)
        if given is None or given.shape != expected:
            raise ModelError(
                f"{folder}: {name} has the shape {None if given is None else given.shape}, "
                f"expected {expected}; give a model of the shape that is trained here"
            )
        state[name] = torch.from_numpy(given.copy())
    network.load_state_dict(state)
    return network.eval()


def _layers(owner: str, count: int) -> list[str]:
    return [f"{owner}.layers.{i}.{part}.weight" for i in range(count) for part in _PARTS]


def _weights(path: Path, owner: str, matrices: list[str]) -> Iterator[tuple[str, _Array]]:
    """Yield all weights of a graph with their names in the network.

    ``matrices`` are the names of the weights that have none in the graph, in order of use.
    """
    graph = onnx.load(str(path)).graph
    initializers = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    used = [name for node in graph.node for name in node.input if name in initializers]
    whole = [name for name in used if not name.endswith((SCALE, ZERO))]
    unnamed = iter(matrices)
    # Eight bits also turn the layers that were exported with their own matrix into products.
    transposed = {node.input[1] for node in graph.node if node.op_type in _PRODUCTS}
    for name in dict.fromkeys(whole):
        given = _as_floats(name, initializers)
        own = name.removesuffix(QUANTIZED)
        named = next(unnamed, name) if name.startswith(_UNNAMED) else owner + own
        yield named, given.T if name in transposed else given


def _embeddings(folder: Path, owner: str | None) -> _Array:
    graph = onnx.load(str(folder / ENCODER)).graph
    initializers = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    initializers[_EMBEDDINGS + QUANTIZED] = read_words(words_folder(folder, owner))
    return _as_floats(_EMBEDDINGS + QUANTIZED, initializers)


def _as_floats(name: str, initializers: dict[str, npt.NDArray[np.generic]]) -> _Array:
    given = initializers[name]
    if name.endswith(QUANTIZED):
        plain = name.removesuffix(QUANTIZED)
        zero = initializers[plain + ZERO].astype(np.float32)
        given = (given.astype(np.float32) - zero) * initializers[plain + SCALE].astype(np.float32)
    return given.astype(np.float32)
