"""Decodes the roles of the words around each cue: a linear chain, as in a CRF."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from quotex.quotations.model.around import CUE
from quotex.quotations.model.features import Ids

Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
_NEVER = -1e4


@dataclass(frozen=True, slots=True)
class Chain:
    """The scores of each role as the first, of each step between two, and of each as the last."""

    start: Floats
    step: Floats
    end: Floats

    def best(self, scores: Floats, lengths: Ids) -> Ids:
        """Return the likeliest roles [cues, length] of ``scores`` [cues, length, roles].

        What lies past a cue's length means nothing.
        """
        count, most, roles = scores.shape
        back = np.zeros((count, most, roles), dtype=np.int64)
        total = self.start + scores[:, 0]
        final = total + self.end
        for at in range(1, most):
            ways = total[:, :, None] + self.step
            back[:, at] = ways.argmax(axis=1)
            total = ways.max(axis=1) + scores[:, at]
            ended = lengths == at + 1
            final[ended] = (total + self.end)[ended]
        found = np.zeros((count, most), dtype=np.int64)
        role = final.argmax(axis=1)
        rows = np.arange(count)
        for at in range(most - 1, -1, -1):
            role = np.where(lengths == at + 1, final.argmax(axis=1), role)
            found[:, at] = role
            role = back[rows, at, role]
        return found

    def marginals(self, scores: Floats, lengths: Ids) -> Floats:
        """Return the probability of each role of each word, [cues, length, roles]."""
        count, most, roles = scores.shape
        forward = np.zeros((count, most, roles), dtype=np.float32)
        forward[:, 0] = self.start + scores[:, 0]
        for at in range(1, most):
            ways = forward[:, at - 1, :, None] + self.step
            forward[:, at] = _log_sum(ways, 1) + scores[:, at]
        backward = np.zeros_like(forward)
        for at in range(most - 1, -1, -1):
            ended = (lengths == at + 1)[:, None]
            if at + 1 < most:
                ways = self.step + (backward[:, at + 1] + scores[:, at + 1])[:, None, :]
                backward[:, at] = _log_sum(ways, 2)
            backward[:, at] = np.where(ended, self.end, backward[:, at])
        both = forward + backward
        both -= _log_sum(both, 2)[:, :, None]
        return np.asarray(np.exp(both), dtype=np.float32)


def _log_sum(values: Floats, axis: int) -> Floats:
    most = values.max(axis=axis, keepdims=True)
    total = np.log(np.exp(values - most).sum(axis=axis, keepdims=True)) + most
    return np.asarray(total.squeeze(axis), dtype=np.float32)


def hold_cue(scores: Floats, places: Ids) -> Floats:
    """Return scores under which the word at each place can only be the cue."""
    held = scores.copy()
    rows = np.arange(len(held))
    kept = held[rows, places, CUE]
    held[rows, places] = _NEVER
    held[rows, places, CUE] = kept
    return held
