"""A trained model: a folder with a configuration, a tokenizer and two ONNX graphs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from quotex.encoder.encoder import ENCODER, TOKENIZER, Encoder
from quotex.encoder.pieces import read_pieces
from quotex.encoder.sessions import session
from quotex.quotations.model.calibration import Regression
from quotex.quotations.model.chain import Chain, Flags, Floats
from quotex.quotations.model.config import Detecting, read_config
from quotex.quotations.model.features import Ids, Labels
from quotex.quotations.model.sizes import check_sizes

LOOK = "look.onnx"


class Model:
    """Runs the graphs of one folder on the CPU; ``threads`` bounds the cores one call takes.

    ``encoder`` is one that is open already, an engine's.
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
        self.calibration: Mapping[Detecting, Regression] = {
            mode: Regression(fit.bias, fit.weights) for mode, fit in self.config.confidence.items()
        }
        self.encoder = self._text_encoder(encoder, threads)
        if self.encoder is not None:
            self.pieces = self.encoder.pieces
        else:
            self.pieces = read_pieces(folder / TOKENIZER)
            self._encoder = session(folder / ENCODER, threads)
        self._look = session(folder / LOOK, threads)
        check_sizes(self)

    def _text_encoder(self, known: Encoder | None, threads: int) -> Encoder | None:
        """Return the encoder if it reads the text alone: the engine's own, where it is the same."""
        if not self.config.reads_text:
            return None
        if known is not None and known.folder == self.folder:
            return known
        return Encoder(self.folder, self.decoding.capacity, threads)

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
