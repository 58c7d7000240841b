"""A torch network behind the interface of a shipped model, to compare an export with."""

from __future__ import annotations

from collections.abc import Mapping

import torch

from models.training.checkpoint import chain_of
from models.training.network import Network
from quotex.encoder.pieces import Pieces
from quotex.quotations.model.calibration import UNFITTED, Regression
from quotex.quotations.model.chain import Flags, Floats
from quotex.quotations.model.config import Decoding, DetectorMode
from quotex.quotations.model.encoders import ColumnEncoder
from quotex.quotations.model.features import Ids, Labels


class TorchModel:
    """Has the interface of ``quotex.quotations.model.onnx.Model``."""

    def __init__(
        self, network: Network, pieces: Pieces, labels: Labels, decoding: Decoding
    ) -> None:
        self.network = network.float().eval()
        self.labels, self.decoding = labels, decoding
        self.encoder = ColumnEncoder(self.encode, pieces, labels, decoding.capacity)
        self.name = "in-training"
        self.chain = chain_of(network)
        self.reach = network.shape.reach
        self.calibration: Mapping[DetectorMode, Regression] = {
            "hybrid": UNFITTED,
            "model": UNFITTED,
        }

    def encode(self, pieces: Ids, columns: Ids, first: Ids) -> tuple[Floats, Floats]:
        """Return each word's state [words, width] and log odds of beginning a cue [words]."""
        with torch.no_grad():
            inputs = (torch.from_numpy(part)[None] for part in (pieces, columns))
            states = self.network.encoder(*inputs, None, torch.from_numpy(first)[None])[0]
            return states.numpy(), self.network.encoder.anchor(states).squeeze(-1).numpy()

    def second_look(
        self, states: Floats, cues: Floats, places: Ids, features: Ids, mask: Flags
    ) -> tuple[Floats, Floats, Floats]:
        """Return the scores of roles [cues, length, roles] and the log odds of cues and senses."""
        with torch.no_grad():
            given = (torch.from_numpy(part) for part in (states, cues, places, features, mask))
            roles, odds, senses = self.network.look(*given)
            return roles.numpy(), odds.numpy(), senses.numpy()
