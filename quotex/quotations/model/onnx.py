"""A trained model: a folder with a configuration, a tokenizer and two ONNX graphs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from quotex.encoder.encoder import Encoder
from quotex.encoder.graph import TOKENIZER, EncoderGraph, words_folder
from quotex.encoder.pieces import read_pieces
from quotex.encoder.sessions import SLOWER, session
from quotex.quotations.model.calibration import Regression
from quotex.quotations.model.chain import Chain, Flags, Floats
from quotex.quotations.model.config import DetectorMode, read_config
from quotex.quotations.model.encoders import ColumnEncoder, TextEncoder, WindowEncoder
from quotex.quotations.model.features import Ids, Labels
from quotex.quotations.model.sizes import check_sizes

LOOK = "look.onnx"


class Model:
    """Runs the graphs of one folder on the CPU; ``threads`` limits the cores used by one call.

    ``encoder`` is an engine's encoder that is already open.
    """

    def __init__(self, folder: Path, threads: int = 1, encoder: Encoder | None = None) -> None:
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
        self.calibration: Mapping[DetectorMode, Regression] = {
            mode: Regression(fit.bias, fit.weights) for mode, fit in self.config.confidence.items()
        }
        self.encoder = self._open_encoder(encoder, threads)
        # The figures of models in format 1 were measured with every optimisation.
        without = SLOWER if self.config.reads_text else ()
        self._second_look = session(folder / LOOK, threads, without)
        check_sizes(self)

    def _open_encoder(self, known: Encoder | None, threads: int) -> WindowEncoder:
        """Return the encoder, reusing the engine's if it is the same."""
        capacity, owner = self.decoding.capacity, self.config.words_of
        if not self.config.reads_text:
            words = words_folder(self.folder, owner)
            graph = EncoderGraph(self.folder, words, threads)
            pieces = read_pieces(words / TOKENIZER)
            return ColumnEncoder(graph.run, pieces, self.labels, capacity)
        if known is None or known.folder != self.folder:
            known = Encoder(self.folder, capacity, threads, owner)
        return TextEncoder(known, capacity)

    @property
    def name(self) -> str:
        """The model and its version."""
        return f"{self.config.name}-{self.config.version}"

    def second_look(
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
        scores, odds, senses = self._second_look.run(None, feed)
        return scores, odds, senses
