"""Gives weights fewer values than their numbers can tell, so that a wheel of them is smaller."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import numpy_helper

_STEP = 10  # of the 256 values that an embedding's eight bits tell
_MANTISSA, _KEPT = 23, 5  # bits of a float behind its point, and those of them that are kept
_LARGE = 10_000  # values; what is smaller is biases and norms


def coarser_words(
    words: npt.NDArray[np.uint8], zero: int, seen: Collection[int]
) -> npt.NDArray[np.uint8]:
    """Return embeddings [pieces, width], of which those of ``seen`` pieces stay as they are.

    The others, which a third of the pieces are, take a tenth of the values: their distance from
    ``zero`` is a multiple of the step.
    """
    away = np.round((words.astype(np.int64) - zero) / _STEP) * _STEP
    inside = np.clip(away + zero, 0, np.iinfo(np.uint8).max).astype(np.uint8)
    kept = list(seen)
    inside[kept] = words[kept]
    return inside


def shorten_floats(path: Path) -> None:
    """Cut the large matrices of a graph to five bits behind the point; they stay floats."""
    model = onnx.load(str(path))
    for given in model.graph.initializer:
        weights = numpy_helper.to_array(given)
        if weights.dtype == np.float32 and weights.size >= _LARGE:
            given.CopyFrom(numpy_helper.from_array(_shortened(weights), given.name))
    onnx.save(model, str(path))


def _shortened(weights: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    dropped = _MANTISSA - _KEPT
    bits = np.ascontiguousarray(weights).view(np.uint32).astype(np.uint64)
    rounded = bits + (1 << (dropped - 1)) >> dropped << dropped
    return rounded.astype(np.uint32).view(np.float32)
