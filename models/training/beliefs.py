"""What a network that never saw an article expects of it, to teach another one with.

Annotators leave out a good part of what others mark. A network taught from the marks alone learns
these gaps by heart; what a fold's network expects in the articles it never saw softens them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch

from models.training.data import Item, Shares, collate
from models.training.network import Network
from models.training.train import ANCHOR_RECALL
from quotex.detection.learned.pieces import Pieces

_BATCH = 16


def beliefs(network: Network, items: Sequence[Item], pieces: Pieces) -> dict[str, Shares]:
    """Return, by article, the probability of each word to begin a cue.

    Training makes a missed cue cost more than a false one; the odds are without that.
    """
    found: dict[str, Shares] = {}
    for start in range(0, len(items), _BATCH):
        chosen = items[start : start + _BATCH]
        batch = collate(chosen, pieces, [(False, False)] * len(chosen))
        with torch.no_grad():
            states = network.encoder(batch.pieces, batch.columns, batch.mask, batch.first)
            odds = network.encoder.anchor(states).squeeze(-1) - np.log(ANCHOR_RECALL)
        shares = torch.sigmoid(odds).numpy()
        for row, item in enumerate(chosen):
            window, article = item.window, item.example
            words = found.setdefault(article.id, np.zeros(len(article.pieces), np.float32))
            first, last = window.own_first - window.first, window.own_last - window.first
            words[window.own_first : window.own_last] = shares[row, first:last]
    return found


def write_beliefs(path: Path, found: Mapping[str, Shares]) -> None:
    """Keep beliefs in one file, by article."""
    with path.open("wb") as file:
        np.savez_compressed(file, **found)  # type: ignore[arg-type]


def read_beliefs(path: Path) -> dict[str, Shares]:
    """Return what ``write_beliefs`` kept.

    Raises:
        FileNotFoundError: there is none; the message names the step that makes it.
    """
    if not path.is_file():
        raise FileNotFoundError(f"{path} is missing; run the step `folds` before `train`")
    with np.load(path) as held:
        return {name: held[name] for name in held.files}
