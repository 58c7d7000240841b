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
    """The scores of each role as the first, of each step between two, and of each as the last.

    Many cues are decoded together, word by word, sorted by length, longest first, so that the
    unfinished ones always come first. Nothing is summed over cues or over padding: the answer for
    a cue is the same to the last bit whatever it is decoded with.
    """

    start: Floats
    step: Floats
    end: Floats

    def best(self, scores: Floats, lengths: Ids) -> Ids:
        """Return the likeliest roles [cues, length] of ``scores`` [cues, length, roles].

        Values beyond a cue's length are meaningless.
        """
        order, unfinished = _longest_first(lengths)
        cues = np.arange(len(order))
        emissions = np.ascontiguousarray(scores[order].transpose(1, 2, 0))
        total = np.zeros_like(emissions)  # of the best path to each role of each word
        total[0] = self.start[:, None] + emissions[0]
        to_from = np.ascontiguousarray(self.step.T)
        for at, rows in unfinished:
            ways = total[at - 1, None, :, :rows] + to_from[:, :, None]
            total[at, :, :rows] = ways.max(axis=1) + emissions[at, :, :rows]
        found = np.zeros((len(emissions), len(order)), dtype=np.int64)
        last = lengths[order] - 1
        found[last, cues] = (total[last, :, cues] + self.end).argmax(axis=1)
        for at, rows in reversed(unfinished):
            ways = total[at - 1, :, :rows] + self.step[:, found[at, :rows]]
            found[at - 1, :rows] = ways.argmax(axis=0)
        return np.ascontiguousarray(found[:, np.argsort(order)].T)

    def marginals(self, scores: Floats, lengths: Ids) -> Floats:
        """Return the probability of each role of each word, [cues, length, roles].

        The forward and the backward pass run together.
        """
        order, unfinished = _longest_first(lengths)
        length, cues = scores.shape[1], np.arange(len(order))[:, None]
        turned = np.maximum(lengths[order][:, None] - 1 - np.arange(length), 0)
        emissions = scores[order].astype(np.float64)
        emissions = np.exp(emissions - emissions.max(axis=2, keepdims=True))
        seen = np.ascontiguousarray(
            np.stack([emissions, emissions[cues, turned]]).transpose(2, 3, 0, 1)
        )
        ends = np.exp(np.stack([self.start, self.end]).T.astype(np.float64))
        steps = np.exp(np.stack([self.step.T, self.step]).astype(np.float64))
        steps = np.ascontiguousarray(steps.transpose(1, 2, 0))[..., None]
        reached = np.ones_like(seen)  # [length, roles, ways, cues], without the word's own share
        reached[0] = ends[..., None]
        for at, rows in unfinished:
            before = reached[at - 1, :, :, :rows] * seen[at - 1, :, :, :rows]
            before /= before.sum(axis=0)
            reached[at, :, :, :rows] = (before * steps).sum(axis=1)
        ahead, back = reached.transpose(2, 3, 0, 1)
        both = ahead * back[cues, turned] * emissions
        both /= both.sum(axis=2, keepdims=True)
        return np.asarray(both[np.argsort(order)], dtype=np.float32)


def _longest_first(lengths: Ids) -> tuple[Ids, list[tuple[int, int]]]:
    """Return the cues by length, and each position after the first with how many cues reach it."""
    order = np.argsort(-lengths, kind="stable")
    counts = np.searchsorted(np.sort(lengths), np.arange(int(lengths.max())), side="right")
    unfinished = [(at, len(lengths) - int(gone)) for at, gone in enumerate(counts)]
    return order, unfinished[1:]


def force_cue(scores: Floats, places: Ids) -> Floats:
    """Return the scores with the word at each place forced to be the cue."""
    forced = scores.copy()
    rows = np.arange(len(forced))
    kept = forced[rows, places, CUE]
    forced[rows, places] = _NEVER
    forced[rows, places, CUE] = kept
    return forced
