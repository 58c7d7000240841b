"""Teaches a trained network the mode and stance of cues, from those that the lexicon lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from models.training.data import Item, collate
from models.training.network import Network
from quotex.detection.learned.pieces import Pieces
from quotex.records import Mode, Stance

MODES: tuple[str, ...] = get_args(Mode)
STANCES: tuple[str, ...] = get_args(Stance)

_BATCH = 16
_WINDOWS = 2000  # so many hold some 7,000 cues, enough for a head of a few thousand weights
_ROUNDS = 300
_RATE = 0.02
_DECAY = 1e-3


def fit_senses(network: Network, items: Sequence[Item], pieces: Pieces) -> dict[str, float]:
    """Fit the network's head of senses on the states of gold cues; all else stays as it is.

    Returns the shares of cues, of the tenth kept aside, whose mode and stance come out right.
    """
    some = items[:: max(1, len(items) // _WINDOWS)]
    states, modes, stances = _states(network.float().eval(), some, pieces)
    aside = torch.arange(len(states)) % 10 == 0
    head = nn.Linear(states.shape[1], len(MODES) + len(STANCES))
    optimizer = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=_DECAY)
    for _ in range(_ROUNDS):
        odds = head(states[~aside])
        loss = fn.cross_entropy(odds[:, : len(MODES)], modes[~aside])
        loss = loss + fn.cross_entropy(odds[:, len(MODES) :], stances[~aside])
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    network.look.sense = head
    with torch.no_grad():
        odds = head(states[aside])
    right_mode = odds[:, : len(MODES)].argmax(1) == modes[aside]
    right_stance = odds[:, len(MODES) :].argmax(1) == stances[aside]
    return {
        "cues": float(aside.sum()),
        "mode": float(right_mode.float().mean()),
        "stance": float(right_stance.float().mean()),
    }


def _states(
    network: Network, items: Sequence[Item], pieces: Pieces
) -> tuple[Tensor, Tensor, Tensor]:
    """Return the states of the gold cues that the lexicon lists, with mode and stance."""
    states, modes, stances = [], [], []
    for start in range(0, len(items), _BATCH):
        chosen = items[start : start + _BATCH]
        # Hidden from half of them, so that a cue has a sense with and without a parse.
        batch = collate(chosen, pieces, [(i % 2 == 0, False) for i in range(len(chosen))])
        with torch.no_grad():
            found = network.encoder(batch.pieces, batch.columns, batch.mask, batch.first)
        for row, item in enumerate(chosen):
            for cue in item.cues:
                if cue in item.example.senses:
                    mode, stance = item.example.senses[cue]
                    states.append(found[row, cue - item.window.first])
                    modes.append(MODES.index(mode))
                    stances.append(STANCES.index(stance))
    return torch.stack(states), torch.tensor(modes), torch.tensor(stances)
