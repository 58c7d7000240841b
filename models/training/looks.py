"""Batches for the second look: the words around gold cues and around those that only seem so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from models.training.data import Batch, roles_around


@dataclass(slots=True)
class Looks:
    """``states[row, around]`` are the words; where ``mask`` is False, ``around`` is padding."""

    row: Tensor
    cue: Tensor
    around: Tensor
    place: Tensor
    features: Tensor
    mask: Tensor
    roles: Tensor
    valid: Tensor


def looks(batch: Batch, cues: Sequence[tuple[int, int]], reach: int) -> Looks:
    """Return what the second look reads of ``cues``: (number of the window, word) each."""
    parts = []
    for row, cue in cues:
        item = batch.items[row]
        first, last, features = item.example.look(cue, reach)
        first, last = max(first, item.window.first), min(last, item.window.last)
        base = item.example.look(cue, reach)[0]
        features = features[first - base : last - base].astype(np.int64)
        no_parse, no_rules = batch.hidden[row]
        if no_parse:
            features[:, 1:] = 0
        elif no_rules:
            features[:, 2] = 0
        gold = item.cues.get(cue)
        roles = roles_around(gold, first, last) if gold else np.zeros(last - first, dtype=np.int64)
        parts.append((row, cue, first, features, roles, gold is not None))
    most = max(len(roles) for *_, roles, _ in parts)
    count = len(parts)
    found = Looks(
        row=torch.tensor([p[0] for p in parts]),
        cue=torch.tensor([p[1] - batch.items[p[0]].window.first for p in parts]),
        around=torch.zeros(count, most, dtype=torch.long),
        place=torch.tensor([p[1] - p[2] for p in parts]),
        features=torch.zeros(count, most, 3, dtype=torch.long),
        mask=torch.zeros(count, most, dtype=torch.bool),
        roles=torch.zeros(count, most, dtype=torch.long),
        valid=torch.tensor([float(p[5]) for p in parts]),
    )
    for number, (row, _, first, features, roles, _) in enumerate(parts):
        length = len(roles)
        start = first - batch.items[row].window.first
        found.around[number, :length] = torch.arange(start, start + length)
        found.features[number, :length] = torch.from_numpy(features)
        found.mask[number, :length] = True
        found.roles[number, :length] = torch.from_numpy(roles)
    return found
