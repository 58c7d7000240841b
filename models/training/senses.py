"""Teaches a trained network the mode and stance of cues, from the cues in the lexicon."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from models.training.data import Item, collate
from models.training.network import Network
from quotex.encoder.pieces import Pieces
from quotex.quotations.model.config import MODES, STANCES

_BATCH = 16
_WINDOWS = 2000  # these contain some 7,000 cues, enough for a head of a few thousand weights
_STEPS = 300
_RATE = 0.02
_DECAY = 1e-3
_HOLD_OUT_EVERY = 10  # every tenth cue is held out, if there are at least ten
_DEFAULT_SENSE = ("speech", "asserts")  # the sense of every cue if there is nothing to learn from


def fit_senses(network: Network, items: Sequence[Item], pieces: Pieces) -> dict[str, float]:
    """Fit the network's sense head to the states of gold cues, and leave the rest unchanged.

    Returns how many cues were held out (every tenth), and for what shares of them the mode and the
    stance were right. With fewer than ten cues, none is held out; if the lexicon lists none of
    them, the head will take every cue for plain speech.
    """
    sampled = items[:: max(1, len(items) // _WINDOWS)]
    states, modes, stances = _states(network.float().eval(), sampled, pieces)
    if not len(states):
        network.look.sense = _constant_head(network.shape.width)
        return {"cues": 0.0}
    held_out = (torch.arange(len(states)) % _HOLD_OUT_EVERY == 0) & (len(states) >= _HOLD_OUT_EVERY)
    network.look.sense = head = _fit_head(states[~held_out], modes[~held_out], stances[~held_out])
    if not held_out.any():
        return {"cues": 0.0}
    with torch.no_grad():
        odds = head(states[held_out])
    right_mode = odds[:, : len(MODES)].argmax(1) == modes[held_out]
    right_stance = odds[:, len(MODES) :].argmax(1) == stances[held_out]
    return {
        "cues": float(held_out.sum()),
        "mode": float(right_mode.float().mean()),
        "stance": float(right_stance.float().mean()),
    }


def _constant_head(width: int) -> nn.Linear:
    head = nn.Linear(width, len(MODES) + len(STANCES))
    mode, stance = _DEFAULT_SENSE
    with torch.no_grad():
        head.weight.zero_()
        head.bias.zero_()
        head.bias[[MODES.index(mode), len(MODES) + STANCES.index(stance)]] = 1.0
    return head


def _fit_head(states: Tensor, modes: Tensor, stances: Tensor) -> nn.Linear:
    head = nn.Linear(states.shape[1], len(MODES) + len(STANCES))
    optimizer = torch.optim.AdamW(head.parameters(), lr=_RATE, weight_decay=_DECAY)
    for _ in range(_STEPS):
        odds = head(states)
        loss = fn.cross_entropy(odds[:, : len(MODES)], modes)
        loss = loss + fn.cross_entropy(odds[:, len(MODES) :], stances)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
    return head


def _states(
    network: Network, items: Sequence[Item], pieces: Pieces
) -> tuple[Tensor, Tensor, Tensor]:
    """Return the states of the gold cues that the lexicon lists, with modes and stances."""
    states, modes, stances = [], [], []
    for start in range(0, len(items), _BATCH):
        chosen = items[start : start + _BATCH]
        # The parse of every other window is hidden: senses must be right with and without one.
        batch = collate(chosen, pieces, [(i % 2 == 0, False) for i in range(len(chosen))])
        with torch.no_grad():
            words = network.encoder(batch.pieces, batch.columns, batch.mask, batch.first)
        for row, item in enumerate(chosen):
            for cue in item.cues:
                if cue in item.example.senses:
                    mode, stance = item.example.senses[cue]
                    states.append(words[row, cue - item.window.first])
                    modes.append(MODES.index(mode))
                    stances.append(STANCES.index(stance))
    found = torch.stack(states) if states else torch.zeros(0, network.shape.width)
    return found, torch.tensor(modes), torch.tensor(stances)
