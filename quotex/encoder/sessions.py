"""Opens ONNX graphs."""

from __future__ import annotations

from pathlib import Path

import onnxruntime

from quotex.errors import ModelError


def session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    """Return a graph that runs on the CPU; ``threads`` bounds the cores one call takes.

    Raises:
        ModelError: there is none, or onnxruntime does not read it.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it keeps memory for every shape that it has seen
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # burns a core
    options.log_severity_level = 4  # what fails is raised, and told once
    if not path.is_file():
        raise ModelError(f"{path} is missing from the model's folder; take all files of one model")
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001  # it has a class for each code of its own
        raise ModelError(
            f"{path} is no graph that onnxruntime reads: {first_line(error)}"
        ) from None


def first_line(error: Exception) -> str:
    """Return what an error says, cut to one line."""
    return str(error).partition("\n")[0]
