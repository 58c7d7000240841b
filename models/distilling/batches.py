"""The arrays on the training device, and batches cut from them."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import torch
from torch import Tensor

from models.distilling.arrays import GOLD, Arrays
from models.distilling.settings import Settings
from quotex.encoder.words import COLUMNS as TEXT_COLUMNS
from quotex.quotations.model.features import COLUMNS

_JITTER = 12  # pieces of random noise in the lengths by which windows are sorted into batches
_PLACE, _FIRST_OF_SENTENCE = 0, 2  # among the columns that the look reads
_FROM_PARSE, _FROM_RULES = (1, 2, 5), 4  # pos, dep and lexicon; rule


@dataclass(slots=True)
class Batch:
    """Windows padded to one length: ``words`` and ``mask`` are True where there is no padding.

    ``at`` indexes the words in the arrays; ``columns`` are the words' features, ``spread`` the
    pieces'.
    """

    windows: Tensor
    pieces: Tensor
    mask: Tensor
    words: Tensor
    at: Tensor
    firsts: Tensor
    columns: Tensor
    spread: Tensor

    @property
    def text(self) -> Tensor:
        """The pieces' columns that can be read from the text alone."""
        return self.spread[..., : len(TEXT_COLUMNS)]


@dataclass(slots=True)
class CueBatch:
    """The cues of a batch that get a second look: their numbers, and their rows and words there.

    ``around`` indexes the words around each cue in its row, and ``at`` in the arrays of cues;
    ``place`` is the cue's own position among them.
    """

    numbers: Tensor
    rows: Tensor
    gold: Tensor
    word: Tensor
    place: Tensor
    around: Tensor
    at: Tensor
    mask: Tensor


class Data:
    """All arrays, held entirely on the device."""

    def __init__(self, arrays: Arrays, device: torch.device) -> None:
        self.device = device
        self.windows, self.cues = (
            _to_device(part, device) for part in (arrays.windows, arrays.cues)
        )
        kinds = np.array(arrays.names.kinds)[arrays.windows.source]
        self.is_labelled = torch.from_numpy(kinds != "text").to(device)
        self.is_world = torch.from_numpy(kinds == "world").to(device)
        self.lengths = np.diff(arrays.windows.piece_bounds)
        self._around = torch.cat(
            [_zero(device), (self.cues["last"] - self.cues["first"]).cumsum(0)]
        )
        self._counts = torch.bincount(self.cues["window"], minlength=len(kinds))
        self._begins = torch.cat([_zero(device), self._counts.cumsum(0)])

    def batch(self, chosen: list[int]) -> Batch:
        """Return the chosen windows as one batch."""
        arrays, windows = self.windows, torch.tensor(chosen, device=self.device)
        pieces_at, mask = _padded_indices(arrays["piece_bounds"], windows)
        at, words = _padded_indices(arrays["word_bounds"], windows)
        firsts = torch.where(words, arrays["firsts"][at], 0)
        # The index of each piece's word; [CLS] has -1, [SEP] the last word's.
        word_starts = torch.zeros(mask.shape, dtype=torch.long, device=self.device)
        word_starts.scatter_add_(1, firsts, words.long())
        word_starts[:, 0] = 0
        word = word_starts.cumsum(1) - 1
        last = torch.arange(mask.shape[1], device=self.device) == mask.sum(1, keepdim=True) - 1
        columns = arrays["columns"][at].long() * words[..., None]
        index = word.clamp(min=0)[..., None].expand(-1, -1, len(COLUMNS))
        spread = columns.gather(1, index) * ((word >= 0) & ~last & mask)[..., None]
        pieces = arrays["pieces"][pieces_at] * mask
        return Batch(windows, pieces, mask, words, at, firsts, columns, spread)

    def cues_of(self, batch: Batch, limit: int) -> CueBatch:
        """Return the cues of a batch, at most ``limit``: gold ones first, then a random sample."""
        counts = self._counts[batch.windows]
        rows = torch.repeat_interleave(torch.arange(len(counts), device=self.device), counts)
        before = counts.cumsum(0) - counts
        numbers = torch.repeat_interleave(self._begins[batch.windows] - before, counts)
        numbers = numbers + torch.arange(len(rows), device=self.device)
        gold = (self.cues["kind"][numbers] & GOLD).bool()
        if len(numbers) > limit:
            drawn = torch.rand(len(numbers), device=self.device) + 2 * gold.float()
            kept = drawn.topk(limit).indices
            numbers, rows, gold = numbers[kept], rows[kept], gold[kept]
        if not len(numbers):
            empty = torch.zeros(0, 0, dtype=torch.long, device=self.device)
            return CueBatch(numbers, rows, gold, numbers, numbers, empty, empty, empty.bool())
        at, mask = _padded_indices(self._around, numbers)
        first, word = self.cues["first"][numbers], self.cues["word"][numbers]
        offsets = torch.arange(mask.shape[1], device=self.device)
        around = torch.where(mask, first[:, None] + offsets, 0)
        return CueBatch(numbers, rows, gold, word, word - first, around, at, mask)

    def features(
        self, batch: Batch, cues: CueBatch, reach: int, parse: Tensor, rules: Tensor
    ) -> Tensor:
        """Return the input of the second look for words around cues: three features, and columns.

        Where ``parse`` or ``rules`` is False for a cue, that information is hidden; without a
        parse there are no rules.
        """
        rules = (parse & rules)[:, None]
        parse = parse[:, None]
        distance = torch.where(cues.mask, cues.around - cues.word[:, None] + reach, 0)
        branch = self.cues["branches"][cues.at].long() * (cues.mask & parse)
        proposal = self.cues["proposals"][cues.at].long() * (cues.mask & rules)
        columns = batch.columns[cues.rows[:, None], cues.around][..., len(TEXT_COLUMNS) :].clone()
        for number in _FROM_PARSE:
            columns[..., number] *= parse
        columns[..., _FROM_RULES] *= rules
        columns[..., _PLACE] *= parse | (columns[..., _PLACE] != _FIRST_OF_SENTENCE)
        return torch.cat([torch.stack([distance, branch, proposal], -1), columns], -1)


def _to_device(part: Any, device: torch.device) -> dict[str, Tensor]:
    """Return arrays as tensors; bytes stay bytes, wider types become long."""
    found = {}
    for field in fields(part):
        values = getattr(part, field.name)
        converted = values if values.dtype == np.uint8 else values.astype(np.int64)
        found[field.name] = torch.from_numpy(converted).to(device)
    return found


def _zero(device: torch.device) -> Tensor:
    return torch.zeros(1, dtype=torch.long, device=device)


def _padded_indices(bounds: Tensor, chosen: Tensor) -> tuple[Tensor, Tensor]:
    """Return the indices between the bounds of each chosen entry, padded, with their mask."""
    counts = bounds[chosen + 1] - bounds[chosen]
    offsets = torch.arange(int(counts.max()), device=bounds.device)[None]
    mask = offsets < counts[:, None]
    return torch.where(mask, bounds[chosen][:, None] + offsets, 0), mask


def split(arrays: Arrays, settings: Settings) -> tuple[list[int], list[int]]:
    """Return the windows to train on, with world news repeated, and those held out."""
    kinds = np.array(arrays.names.kinds)[arrays.windows.source]
    train, held_out = [], []
    for window, (article, kind) in enumerate(zip(arrays.windows.article, kinds, strict=True)):
        if settings.is_held_out(int(article)):
            held_out.append(window)
        else:
            train.extend([window] * (settings.copies if kind == "world" else 1))
    return train, held_out


def batches(
    chosen: Iterable[int], lengths: np.ndarray[Any, Any], limit: int, rng: random.Random | None
) -> list[list[int]]:
    """Return batches of windows of similar length, at most ``limit`` pieces each with padding.

    With ``rng`` the batches are shuffled.
    """
    jitter = {window: rng.random() * _JITTER if rng else 0.0 for window in sorted(set(chosen))}
    order = sorted(chosen, key=lambda window: lengths[window] + jitter[window])
    found: list[list[int]] = []
    for window in order:
        if found and (len(found[-1]) + 1) * max(lengths[window], lengths[found[-1][0]]) <= limit:
            found[-1].append(window)
        else:
            found.append([window])
    if rng:
        rng.shuffle(found)
    return found
