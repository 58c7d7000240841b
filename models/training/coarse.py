"""Gives weights fewer distinct values, which makes the wheel that contains them smaller."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

_STEP = 10  # out of the 256 values of an embedding's eight bits
_MANTISSA, _KEPT_BITS = 23, 5  # bits of a float's mantissa, and how many of them are kept
_MIN_SIZE = 10_000  # values; smaller tensors are biases and norms


def coarsen(
    words: npt.NDArray[np.uint8], zero: int, seen: Collection[int]
) -> npt.NDArray[np.uint8]:
    """Return embeddings [pieces, width] in which only those of ``seen`` pieces are unchanged.

    The others, a third of the pieces, take a tenth of the values: their distance from ``zero`` is
    a multiple of the step.
    """
    rounded = np.round((words.astype(np.int64) - zero) / _STEP) * _STEP
    clipped = np.clip(rounded + zero, 0, np.iinfo(np.uint8).max).astype(np.uint8)
    unchanged = list(seen)
    clipped[unchanged] = words[unchanged]
    return clipped


def shorten_floats(path: Path) -> None:
    """Round the large matrices of a graph to five mantissa bits; they stay floats."""
    model = onnx.load(str(path))
    for given in model.graph.initializer:
        weights = numpy_helper.to_array(given)
        if weights.dtype == np.float32 and weights.size >= _MIN_SIZE:
            given.CopyFrom(numpy_helper.from_array(_shortened(weights), given.name))
    onnx.save(model, str(path))


def _shortened(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    dropped = _MANTISSA - _KEPT_BITS
    bits = np.ascontiguousarray(weights).view(np.uint32).astype(np.uint64)
    rounded = bits + (1 << (dropped - 1)) >> dropped << dropped
    return rounded.astype(np.uint32).view(np.float32)
