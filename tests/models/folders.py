"""Model folders with a tiny network, and inputs for their second look."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import torch

from models.training.checkpoint import chain_of
from models.training.export import export
from models.training.network import Network
from quotex.encoder.config import CONFIG
from quotex.encoder.graph import TOKENIZER
from quotex.quotations.model.calibration import PARTS
from quotex.quotations.model.chain import Chain, Flags, Floats
from quotex.quotations.model.config import MODES, STANCES, Decoding
from quotex.quotations.model.features import COLUMNS, Ids
from tests.models.tiny import SHAPE, network, write_tokenizer
from tests.quotations.model.fake import LABELS

DECODING = Decoding(
    capacity=SHAPE.positions - 2,
    floor=0.05,
    threshold=0.4,
    senses={"mode": MODES, "stance": STANCES},
)


def write_config(folder: Path, chain: Chain) -> None:
    """Write the configuration of a tiny model."""
    fitted = {"bias": 0.0, "weights": dict.fromkeys(PARTS, 0.5)}
    config = {
        "format": 1,
        "name": "en_tiny",
        "version": "0.1.0",
        "columns": COLUMNS,
        "labels": {name: getattr(LABELS, name) for name in ("pos", "dep", "entity")},
        "reach": SHAPE.reach,
        "decoding": DECODING.model_dump(),
        "chain": {name: getattr(chain, name).tolist() for name in ("start", "step", "end")},
        "confidence": {"hybrid": fitted, "model": fitted},
    }
    (folder / CONFIG).write_text(json.dumps(config), "utf-8")


def trained_network() -> Network:
    """Return a network in which no two weights are the same, as after training."""
    model = network()
    with torch.no_grad():
        for weight in model.parameters():
            weight.add_(torch.randn_like(weight) / 50)
    return model


def write_model(folder: Path, model: Network) -> Path:
    """Write a model folder as the recipe does, with the second look in floats; return it."""
    write_tokenizer(folder / TOKENIZER)
    export(model, folder)
    write_config(folder, chain_of(model))
    return folder


def look_inputs(cues: int, length: int) -> tuple[Floats, Floats, Ids, Ids, Flags]:
    """Return random inputs of the second look: states, cues, places, features and mask."""
    rng = np.random.default_rng(cues * 100 + length)
    states = rng.normal(size=(cues, length, SHAPE.width)).astype(np.float32)
    own = rng.normal(size=(cues, SHAPE.width)).astype(np.float32)
    lengths = rng.integers(1, length + 1, size=cues)
    mask = np.arange(length) < lengths[:, None]
    features = rng.integers(3, size=(cues, length, 3))
    return states, own, lengths - 1, features, mask
