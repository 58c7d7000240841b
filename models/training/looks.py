"""Batches for the second look: the words around gold cues and around words that resemble one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from models.training.data import Batch, Item
from quotex.quotations.model.around import (
    CueWindow,
    mask_parse_around,
    mask_rules_around,
    pad,
    roles_around,
)


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
    """Return the second look's input for ``cues``, each given as (index of the window, word)."""
    arounds, golds = [], []
    for row, cue in cues:
        item = batch.items[row]
        around = _around(item, cue, reach)
        no_parse, no_rules = batch.hidden[row]
        if no_parse:
            around = around._replace(features=mask_parse_around(around.features))
        elif no_rules:
            around = around._replace(features=mask_rules_around(around.features))
        arounds.append(around)
        golds.append(item.cues.get(cue))
    given = pad(arounds)
    roles = torch.zeros(given.mask.shape, dtype=torch.long)
    for number, (around, gold) in enumerate(zip(arounds, golds, strict=True)):
        if gold is not None:
            length = len(around.features)
            own = roles_around(gold, around.first, around.first + length)
            roles[number, :length] = torch.from_numpy(own)
    return Looks(
        row=torch.tensor([row for row, _ in cues]),
        cue=torch.from_numpy(given.own),
        around=torch.from_numpy(given.around),
        place=torch.from_numpy(given.places),
        features=torch.from_numpy(given.features),
        mask=torch.from_numpy(given.mask),
        roles=roles,
        valid=torch.tensor([float(gold is not None) for gold in golds]),
    )


def _around(item: Item, cue: int, reach: int) -> CueWindow:
    begins, ends, features = item.example.around_cue(cue, reach)
    first, last = item.window.cut(begins, ends)
    shown = features[first - begins : last - begins].astype(np.int64)
    return CueWindow(cue, first, shown, item.window.first)
