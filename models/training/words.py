"""Separates the embeddings of word pieces from the graph that reads them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import numpy as np
import onnx
from onnx import ModelProto, TensorProto, helper, numpy_helper

from models.training.coarse import coarsen
from quotex.encoder.graph import ENCODER, TOKENIZER, WORDS, WORDS_INPUT

WEIGHT, QUANTIZED, SCALE, ZERO = "word.weight", "_quantized", "_scale", "_zero_point"


def export_embeddings(folder: Path, seen: Collection[int] | None = None) -> None:
    """Move the embeddings from the encoder's graph to a file that models of one base can share.

    Embeddings of pieces not in ``seen`` are coarsened; with None, all stay as they are.
    """
    model = onnx.load(str(folder / ENCODER))
    graph = model.graph
    initializers = {one.name: one for one in graph.initializer}
    [name] = (name for name in initializers if name.endswith(WEIGHT + QUANTIZED))
    words = numpy_helper.to_array(initializers[name])
    zero = int(numpy_helper.to_array(initializers[name.removesuffix(QUANTIZED) + ZERO]))
    np.save(folder / WORDS, words if seen is None else coarsen(words, zero, seen))
    graph.initializer.remove(initializers[name])
    _rename_input(model, name)
    shape = list(words.shape)
    graph.input.append(helper.make_tensor_value_info(WORDS_INPUT, TensorProto.UINT8, shape))
    onnx.save(model, str(folder / ENCODER))


def share_words(folder: Path, other: Path) -> str | None:
    """Delete a model's tokenizer and embeddings if those of ``other`` beside it are identical.

    Returns the name of ``other``, or None if the two differ or are not in the same folder.
    """
    if folder.resolve().parent != other.resolve().parent or not (other / WORDS).is_file():
        return None
    names = (TOKENIZER, WORDS)
    if any((folder / name).read_bytes() != (other / name).read_bytes() for name in names):
        return None
    for name in names:
        (folder / name).unlink()
    return other.name


def _rename_input(model: ModelProto, name: str) -> None:
    for node in model.graph.node:
        for place, given in enumerate(node.input):
            if given == name:
                node.input[place] = WORDS_INPUT
