"""Measures a student and its teacher on the held-out articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

import torch
from torch import Tensor

from models.distilling.arrays import PERCENT
from models.distilling.losses import Answers, Lesson

_MIN_CUE, _MIN_GOLD = 0.3, 0.4
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


def measure(lesson: Lesson, held_out: list[list[int]]) -> dict[str, float]:
    """Return accuracies and F1 on batches; empty if there are no batches.

    Tags, trees and names are compared with the parser's, cues and roles with gold; "taught" marks
    the teacher's own figure.
    """
    lesson.student.eval()
    tally = _Tally()
    with torch.no_grad():
        for chosen in held_out:
            found = lesson.answers(chosen)
            _count_trees(lesson, found, tally)
            _count_cues(lesson, found, tally)
    lesson.student.train()
    return {name: tally.hits[name] / max(1, count) for name, count in tally.counts.items()}


def _count_trees(lesson: Lesson, found: Answers, tally: _Tally) -> None:
    windows, words, trees = lesson.data.windows, found.batch.words, found.trees
    at = found.batch.at
    tally.add("tag", trees.tags.argmax(-1) == windows["tags"][at], words)
    starts = windows["starts"][at].bool()
    tally.add_f1("sentence", words, trees.starts > 0, starts, words)
    sentence = starts.long().cumsum(1)
    other_sentence = sentence[:, :, None] != sentence[:, None, :]
    heads = trees.arcs.masked_fill(other_sentence, _NEVER).argmax(-1)
    labels = lesson.student.tree.labels(trees.mixed, heads).argmax(-1)
    right = heads == found.heads
    tally.add("head", right, found.head_in_window)
    tally.add("labelled head", right & (labels == windows["deps"][at]), found.head_in_window)
    marks, names = trees.names.argmax(-1), windows["names"][at]
    tally.add_f1("name", marks == names, marks > 0, names > 0, words)


def _count_cues(lesson: Lesson, found: Answers, tally: _Tally) -> None:
    windows, batch, answers = lesson.data.windows, found.batch, found.cue_answers
    own = batch.words & windows["own"][batch.at].bool()
    own &= lesson.data.is_labelled[batch.windows][:, None]
    gold = windows["anchors"][batch.at].float() / PERCENT > _MIN_GOLD
    for name, odds in (("cue", found.anchors), ("cue, taught", found.teacher_anchors)):
        tally.add_f1(name, own, torch.sigmoid(odds) > _MIN_CUE, gold, own)
    if answers is None:
        return
    counted = answers.cues.mask & answers.cues.gold[:, None] & (answers.right > 0)
    for name, roles in (("role", answers.roles), ("role, taught", answers.teacher_roles)):
        tally.add(name, roles.argmax(-1) == answers.right, counted)
