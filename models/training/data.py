"""From gold articles to batches."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from quotex.encoder.pieces import Pieces
from quotex.encoder.windows import Window, windows
from quotex.evaluation.gold import GoldAttribution
from quotex.quotations.model.around import (
    CONTENT,
    CUE,
    NONE,
    ROLES,
    SOURCE,
    features_around,
    span_around,
)
from quotex.quotations.model.features import COLUMNS, Encoded, Ids, mask_parse, mask_rules

_ROLES = tuple((name, role) for role, name in enumerate(ROLES) if role != NONE)


@dataclass(slots=True)
class Example:
    """One annotation of one article: its words, and their roles in each attribution."""

    id: str
    publisher: str
    encoded: Encoded
    pieces: list[list[int]]
    attributions: list[dict[int, list[int]]]  # role to the indices of its words
    around: dict[int, tuple[int, int, Ids]]  # cue to the span around it and the words' features
    senses: dict[int, tuple[str, str]]  # cue to the mode and stance that the lexicon lists

    def around_cue(self, cue: int, reach: int) -> tuple[int, int, Ids]:
        """Return the span around a cue and the features of its words, computed once."""
        if cue not in self.around:
            first, last = span_around(self.encoded, cue, reach)
            features = features_around(self.encoded, cue, first, last, reach)
            self.around[cue] = first, last, features.astype(np.int16)  # distances exceed 255
        return self.around[cue]


def words_of(
    attribution: GoldAttribution, starts: Sequence[int], ends: Sequence[int]
) -> dict[int, list[int]]:
    """Return the indices of the words that each role of a gold attribution covers."""
    found: dict[int, list[int]] = {}
    for name, role in _ROLES:
        numbers: list[int] = []
        for start, end in getattr(attribution, name):
            at = bisect_left(ends, start + 1)
            while at < len(starts) and starts[at] < end:
                numbers.append(at)
                at += 1
        found[role] = numbers
    return found


def tags_of(example: Example) -> Ids:
    """Return one tag per word, over all attributions: begin and inside of each role."""
    tags = np.zeros(len(example.pieces), dtype=np.int64)
    for roles in example.attributions:
        for role in (CONTENT, SOURCE, CUE):
            last = -2
            for word in roles[role]:
                tags[word] = 2 * role - (word != last + 1)
                last = word
    # 1 and 2 are the begin and inside of a source, and so on; see ``Encoder.tag``.
    return tags


@dataclass(slots=True)
class Item:
    """One window of one example."""

    example: Example
    window: Window
    tags: Ids
    cues: dict[int, dict[int, list[int]]]  # first word of a cue to the roles of its attribution


def items(examples: Iterable[Example], capacity: int) -> list[Item]:
    """Cut examples into windows."""
    found = []
    for example in examples:
        tags = tags_of(example)
        cues = {roles[CUE][0]: roles for roles in example.attributions if roles[CUE]}
        lengths = [len(pieces) for pieces in example.pieces]
        for window in windows(example.encoded.paragraphs, lengths, capacity):
            own_cues = {
                cue: roles
                for cue, roles in cues.items()
                if window.own_first <= cue < window.own_last
            }
            found.append(Item(example, window, tags[window.first : window.last], own_cues))
    return found


@dataclass(slots=True)
class Batch:
    """Windows as tensors; ``hidden`` says whether each window's parse and rules are hidden."""

    items: list[Item]
    pieces: Tensor
    columns: Tensor
    mask: Tensor
    first: Tensor
    words: Tensor
    tags: Tensor
    anchors: Tensor
    hidden: list[tuple[bool, bool]]


def collate(chosen: Sequence[Item], pieces: Pieces, hidden: Sequence[tuple[bool, bool]]) -> Batch:
    """Pad windows to one length; ``hidden`` has (no parse or rules, no rules) for each."""
    rows = [_row(item, pieces, *hide) for item, hide in zip(chosen, hidden, strict=True)]
    piece_count = max(len(ids) for ids, _, _ in rows)
    word_count = max(len(firsts) for _, _, firsts in rows)
    batch = Batch(
        items=list(chosen),
        pieces=torch.zeros(len(rows), piece_count, dtype=torch.long),
        columns=torch.zeros(len(rows), piece_count, len(COLUMNS), dtype=torch.long),
        mask=torch.zeros(len(rows), piece_count, dtype=torch.bool),
        first=torch.zeros(len(rows), word_count, dtype=torch.long),
        words=torch.zeros(len(rows), word_count, dtype=torch.bool),
        tags=torch.zeros(len(rows), word_count, dtype=torch.long),
        anchors=torch.zeros(len(rows), word_count),
        hidden=list(hidden),
    )
    for number, (item, (ids, columns, firsts)) in enumerate(zip(chosen, rows, strict=True)):
        batch.pieces[number, : len(ids)] = torch.from_numpy(ids)
        batch.columns[number, : len(ids)] = torch.from_numpy(columns)
        batch.mask[number, : len(ids)] = True
        batch.first[number, : len(firsts)] = torch.from_numpy(firsts)
        batch.words[number, : len(firsts)] = True
        batch.tags[number, : len(firsts)] = torch.from_numpy(item.tags)
        for cue in item.cues:
            batch.anchors[number, cue - item.window.first] = 1
    return batch


def _row(item: Item, pieces: Pieces, no_parse: bool, no_rules: bool) -> tuple[Ids, Ids, Ids]:
    first, last = item.window.first, item.window.last
    columns = item.example.encoded.columns[first:last]
    if no_parse:
        columns = mask_parse(columns)
    elif no_rules:
        columns = mask_rules(columns)
    return pieces.lay_out(item.example.pieces[first:last], columns)


def batches(chosen: Sequence[Item], size: int, rng: random.Random) -> list[list[Item]]:
    """Return all windows in batches, shuffled."""
    order = list(chosen)
    rng.shuffle(order)
    return [order[start : start + size] for start in range(0, len(order), size)]
