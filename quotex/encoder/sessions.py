"""Opens ONNX graphs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import onnxruntime

from quotex.errors import ModelError

SLOWER = ("SkipLayerNormFusion",)  # its kernel is slower than the nodes it replaces


def session(path: Path, threads: int, without: Sequence[str] = ()) -> onnxruntime.InferenceSession:
    """Return a graph that runs on the CPU; ``threads`` limits the cores used by one call.

    ``without`` are optimisations of onnxruntime that are left out.

    Raises:
        ModelError: there is none, or onnxruntime cannot read it.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # it would keep a plan for every shape seen
    options.add_session_config_entry(
        "session.intra_op.allow_spinning", "0"
    )  # spinning burns a core
    options.log_severity_level = 4  # failures are raised, so do not log them as well
    if not path.is_file():
        raise ModelError(f"{path} is missing from the model's folder; copy all files of the model")
    try:
        return onnxruntime.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=list(without)
        )
    except Exception as error:  # noqa: BLE001  # it has its own class for each error code
        raise ModelError(
            f"{path} is not a graph that onnxruntime can read: {first_line(error)}"
        ) from None


def first_line(error: Exception) -> str:
    """Return the first line of an error's message."""
    return str(error).partition("\n")[0]
