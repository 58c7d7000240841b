"""Measures a student and its teacher on the held-out articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import torch
from torch import Tensor

from models.distilling.arrays import CENT
from models.distilling.losses import Answers, Lesson

_CUE_FROM, _GOLD_FROM = 0.3, 0.4
_NEVER = -1e4


@dataclass(slots=True)
class _Tally:
    hits: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: Tensor, where: Tensor) -> None:
        """Add counts for an accuracy."""
        self.hits[name] += int((right & where).sum())
        self.counts[name] += int(where.sum())

    def add_f1(self, name: str, right: Tensor, found: Tensor, gold: Tensor, where: Tensor) -> None:
        """Add counts for an F1; ``right`` is True where the answer found equals the gold one."""
        self.hits[name] += 2 * int((right & found & gold & where).sum())
        self.counts[name] += int((found & where).sum()) + int((gold & where).sum())


def measured(lesson: Lesson, held: list[list[int]]) -> dict[str, float]:
    """Return accuracies and F1 on batches; empty if there are no batches.

    Tags, trees and names are compared with the parser's, cues and roles with gold; "taught" marks
    the teacher's own figure.
    """
    lesson.student.eval()
    tally = _Tally()
    with torch.no_grad():
        for chosen in held:
            found = lesson.answers(chosen)
            _count_trees(lesson, found, tally)
            _count_cues(lesson, found, tally)
    lesson.student.train()
    return {name: tally.hits[name] / max(1, count) for name, count in tally.counts.items()}


def _count_trees(lesson: Lesson, found: Answers, tally: _Tally) -> None:
    held, words, trees = lesson.data.windows, found.batch.words, found.trees
    at = found.batch.at
    tally.add("tag", trees.tags.argmax(-1) == held["tags"][at], words)
    starts = held["starts"][at].bool()
    tally.add_f1("sentence", words, trees.starts > 0, starts, words)
    sentence = starts.long().cumsum(1)
    apart = sentence[:, :, None] != sentence[:, None, :]
    heads = trees.arcs.masked_fill(apart, _NEVER).argmax(-1)
    labels = lesson.student.tree.labels(trees.mixed, heads).argmax(-1)
    right = heads == found.heads
    tally.add("head", right, found.inside)
    tally.add("labelled head", right & (labels == held["deps"][at]), found.inside)
    marks, names = trees.names.argmax(-1), held["names"][at]
    tally.add_f1("name", marks == names, marks > 0, names > 0, words)


def _count_cues(lesson: Lesson, found: Answers, tally: _Tally) -> None:
    held, batch, looked = lesson.data.windows, found.batch, found.looked
    own = batch.words & held["own"][batch.at].bool()
    own &= lesson.data.is_labelled[batch.windows][:, None]
    gold = held["anchors"][batch.at].float() / CENT > _GOLD_FROM
    for name, odds in (("cue", found.anchors), ("cue, taught", found.taught_anchors)):
        tally.add_f1(name, own, torch.sigmoid(odds) > _CUE_FROM, gold, own)
    if looked is None:
        return
    some = looked.asked.mask & looked.asked.gold[:, None] & (looked.right > 0)
    for name, roles in (("role", looked.roles), ("role, taught", looked.taught_roles)):
        tally.add(name, roles.argmax(-1) == looked.right, some)
