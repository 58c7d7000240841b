"""A trained model: a folder with a configuration, a tokenizer and two ONNX graphs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnxruntime

from quotex.errors import ModelError
from quotex.quotations.model.calibration import Regression
from quotex.quotations.model.chain import Chain, Flags, Floats
from quotex.quotations.model.config import CONFIG, Detecting, read_config
from quotex.quotations.model.features import Ids, Labels
from quotex.quotations.model.pieces import Pieces
from quotex.quotations.model.sizes import check_sizes, first_line

ENCODER, LOOK, TOKENIZER = "encoder.onnx", "look.onnx", "tokenizer.json"


class Model:
    """Runs the graphs of one folder on the CPU; ``threads`` bounds the cores one call takes."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.folder = folder
        self.config = read_config(folder)
        self.reach = self.config.reach
        self.decoding = self.config.decoding
        chain = self.config.chain
        self.chain = Chain(
            *(np.array(part, dtype=np.float32) for part in (chain.start, chain.step, chain.end))
        )
        known = self.config.labels
        self.labels = Labels(known.pos, known.dep, known.entity)
        self.calibration: Mapping[Detecting, Regression] = {
            mode: Regression(fit.bias, fit.weights) for mode, fit in self.config.confidence.items()
        }
        self.pieces = _pieces(folder / TOKENIZER)
        self._encoder = _session(folder / ENCODER, threads)
        self._look = _session(folder / LOOK, threads)
        check_sizes(self)

    @property
    def name(self) -> str:
        """The model and its version."""
        return f"{self.config.name}-{self.config.version}"

    def encode(self, pieces: Ids, columns: Ids, first: Ids) -> tuple[Floats, Floats]:
        """Return each word's state [words, width] and its log odds to begin a cue [words]."""
        feed = {"pieces": pieces[None], "columns": columns[None], "first": first}
        states, odds = self._encoder.run(None, feed)
        return states, odds

    def look(
        self, states: Floats, cues: Floats, places: Ids, features: Ids, mask: Flags
    ) -> tuple[Floats, Floats, Floats]:
        """Return the scores of roles [cues, length, roles] and the log odds of cues and senses."""
        feed = {
            "states": states,
            "cues": cues,
            "places": places,
            "features": features,
            "mask": mask,
        }
        scores, odds, senses = self._look.run(None, feed)
        return scores, odds, senses


def _pieces(path: Path) -> Pieces:
    try:
        return Pieces(path)
    except Exception as error:  # noqa: BLE001  # the library raises bare exceptions
        raise ModelError(f"{path} is no tokenizer: {first_line(error)}") from None


def _session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it keeps memory for every shape that it has seen
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # burns a core
    options.log_severity_level = 4  # what fails is raised, and told once
    if not path.is_file():
        raise ModelError(f"{path} is missing; a model folder holds {ENCODER}, {LOOK}, {CONFIG}")
    try:
        return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001  # it has a class for each code of its own
        raise ModelError(
            f"{path} is no graph that onnxruntime reads: {first_line(error)}"
        ) from None
