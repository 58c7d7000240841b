"""Stores the matrices of a second look in eight bits, with scales measured on articles."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from models.training.fused import fuse_products
from models.training.parsing import contexts, pipeline
from quotex.encoder.sessions import session
from quotex.errors import ModelError
from quotex.evaluation.gold import GoldArticle
from quotex.parse.quotex.models import quotex_engine
from quotex.quotations.detectors.learned import LearnedDetector
from quotex.quotations.model.chain import Flags, Floats
from quotex.quotations.model.config import read_config
from quotex.quotations.model.features import Ids
from quotex.quotations.model.onnx import LOOK, Model

MAX_ARTICLES = 120
_COVERED = 0.995  # share of the calls whose lowest and highest values a scale covers
_LARGEST = 255
_SCALED, _FIXED = "DynamicQuantizeLinear", "QuantizeLinear"


class _Range(NamedTuple):
    low: float  # at most 0
    high: float  # at least 0


def evenly_spaced(articles: Sequence[GoldArticle], count: int) -> list[GoldArticle]:
    """Return ``count`` articles at equal distances, or all if there are fewer."""
    kept = min(count, len(articles))
    return [articles[number * len(articles) // kept] for number in range(kept)]


def to_eight_bits(folder: Path, articles: Sequence[GoldArticle]) -> None:
    """Rewrite ``look.onnx`` in ``folder`` with its matrices in eight bits.

    What the matrices are multiplied with gets eight bits, too. Its scales are fixed, and cover what
    occurs when the articles are read: with scales computed in each call, the answer for a cue would
    depend on the other cues of its batch.

    Raises:
        ModelError: the matrices already have eight bits.
        ValueError: no word of the articles gets a second look.
    """
    path = folder / LOOK
    if any(node.op_type in {_SCALED, _FIXED} for node in onnx.load(str(path)).graph.node):
        raise ModelError(f"{path} already has eight bits; build the model again to measure anew")
    with tempfile.TemporaryDirectory() as scratch:
        made = Path(scratch) / LOOK
        quantize_dynamic(
            path,
            made,
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,  # seven bits, because eight overflow on processors without VNNI
            weight_type=QuantType.QInt8,
            # the types of what onnxruntime's own nodes compute cannot be inferred
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        model = onnx.load(str(made))
        _fix_scales(model, _ranges(folder, articles, _Watched(model, Path(scratch))))
        fuse_products(model)
        onnx.save(model, str(made))
        onnx.checker.check_model(str(made))
        path.write_bytes(made.read_bytes())


class _Watched:
    """A second look in eight bits that notes the range of what it scales, in each call."""

    def __init__(self, model: ModelProto, scratch: Path) -> None:
        self._names = sorted({node.input[0] for node in _scaled_nodes(model)})
        self._ranges: list[list[tuple[float, float]]] = []
        watched = ModelProto()
        watched.CopyFrom(model)
        watched.graph.output.extend(
            helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in self._names
        )
        path = scratch / f"watched_{LOOK}"
        onnx.save(watched, str(path))
        self._session = session(path, 1)

    def run(self, feed: dict[str, Any]) -> None:
        """Read one batch of cues; only words where its mask is True count."""
        given = self._session.run(self._names, feed)
        real = [values[feed["mask"]] if values.ndim > 2 else values for values in given]
        self._ranges.append([(values.min(), values.max()) for values in real])

    def ranges(self) -> dict[str, _Range]:
        """Return the range to cover for each name, without the rarest extremes.

        Raises:
            ValueError: nothing was read.
        """
        if not self._ranges:
            raise ValueError(
                "no word of the articles gets a second look, so there is nothing to measure scales "
                "on; give articles with quotations"
            )
        calls = np.array(self._ranges)  # [calls, names, 2]
        lows = np.quantile(calls[..., 0], 1 - _COVERED, axis=0)
        highs = np.quantile(calls[..., 1], _COVERED, axis=0)
        return {
            name: _Range(min(float(low), 0.0), max(float(high), 0.0))
            for name, low, high in zip(self._names, lows, highs, strict=True)
        }


class _WatchedModel(Model):
    """A model that also shows what its second look reads to the one in eight bits."""

    watched: _Watched | None = None

    def second_look(
        self, states: Floats, cues: Floats, places: Ids, features: Ids, mask: Flags
    ) -> tuple[Floats, Floats, Floats]:
        """Return the answers of the model's own second look, in floats."""
        if self.watched is not None:
            self.watched.run(
                {
                    "states": states,
                    "cues": cues,
                    "places": places,
                    "features": features,
                    "mask": mask,
                }
            )
        return super().second_look(states, cues, places, features, mask)


def _ranges(folder: Path, articles: Sequence[GoldArticle], watched: _Watched) -> dict[str, _Range]:
    """Return the ranges that ``watched`` notes while the model reads articles, with the rules."""
    parser = quotex_engine(folder) if read_config(folder).tree is not None else None
    model = _WatchedModel(folder, encoder=parser.encoder if parser is not None else None)
    model.watched = watched
    reader = pipeline(LearnedDetector(model, rules=True), parser)
    for article in articles:
        reader.detect(contexts(reader, [article]))
    return watched.ranges()


def _scaled_nodes(model: ModelProto) -> Iterator[NodeProto]:
    return (node for node in model.graph.node if node.op_type == _SCALED)


def _fix_scales(model: ModelProto, ranges: dict[str, _Range]) -> None:
    for node in _scaled_nodes(model):
        [name], [output, *fixed] = node.input, node.output
        low, high = ranges[name]
        scale = np.float32((high - low) / _LARGEST or 1)
        values = scale, np.uint8(round(-low / float(scale)))
        model.graph.initializer.extend(
            numpy_helper.from_array(np.array(value), each)
            for value, each in zip(values, fixed, strict=True)
        )
        node.CopyFrom(helper.make_node(_FIXED, [name, *fixed], [output], name=node.name))
