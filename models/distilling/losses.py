"""What the student learns: from the parser, from its teacher, and from gold articles."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional as fn

from models.distilling.arrays import PERCENT
from models.distilling.batches import Batch, CueBatch, Data
from models.distilling.network import Student, TreeScores
from models.distilling.settings import Settings
from models.training.network import Network
from quotex.quotations.model.config import MODES

_NEVER = -1e4
_ANCHOR_RECALL = 2.0  # a missed cue costs this many times as much as a false one
WEIGHTS = {
    "tag": 0.5,
    "pos": 0.2,
    "name": 1.0,
    "start": 0.3,
    "arc": 1.0,
    "dep": 0.7,
    "anchor": 5.0,
    "role": 0.25,
    "taught role": 0.25,
    "valid": 1.0,
    "sense": 0.5,
}


@dataclass(slots=True)
class CueAnswers:
    """The answers of student and teacher on the cues of a batch, and the correct roles."""

    cues: CueBatch
    roles: Tensor
    valid: Tensor
    senses: Tensor
    teacher_roles: Tensor
    teacher_valid: Tensor
    teacher_senses: Tensor
    right: Tensor


@dataclass(slots=True)
class Answers:
    """The answers of student and teacher on a batch."""

    batch: Batch
    states: Tensor
    anchors: Tensor
    teacher_states: Tensor
    teacher_anchors: Tensor
    trees: TreeScores
    heads: Tensor
    head_in_window: Tensor  # whether a word's head is in the same window
    labels: Tensor
    cue_answers: CueAnswers | None
    losses: dict[str, Tensor] = field(default_factory=dict)

    def total(self, settings: Settings) -> Tensor:
        """Return the loss to minimise."""
        weights = WEIGHTS | {"states": settings.states}
        return torch.stack([weights[name] * loss for name, loss in self.losses.items()]).sum()


class Lesson:
    """Puts the same input to student and teacher, and computes the student's losses."""

    def __init__(self, student: Student, teacher: Network, data: Data, settings: Settings) -> None:
        self.student, self.teacher = student, teacher
        self.data, self.settings = data, settings

    def answers(self, chosen: list[int], share: float = 1.0) -> Answers:
        """Return the answers on windows, with the losses; the windows are ``share`` of a batch."""
        student, teacher, data = self.student, self.teacher, self.data
        batch = data.batch(chosen)
        with torch.no_grad():
            teacher_states = teacher.encoder(batch.pieces, batch.spread, batch.mask, batch.firsts)
            teacher_anchors = teacher.encoder.anchor(teacher_states).squeeze(-1).float()
        states = student.encoder(batch.pieces, batch.text, batch.mask, batch.firsts)
        trees = student.tree(states)
        arcs = trees.arcs.float().masked_fill(~batch.words[:, None, :], _NEVER)
        heads = data.windows["heads"][batch.at]
        found = Answers(
            batch=batch,
            states=states,
            anchors=student.encoder.anchor(states).squeeze(-1).float(),
            teacher_states=teacher_states,
            teacher_anchors=teacher_anchors,
            trees=trees._replace(arcs=arcs),
            heads=heads,
            head_in_window=batch.words & (heads >= 0),
            labels=student.tree.labels(trees.mixed, heads.clamp(min=0)),
            cue_answers=self._cue_answers(
                batch, states, teacher_states, math.ceil(share * self.settings.cues)
            ),
        )
        found.losses = self._tree_losses(found) | self._anchor_losses(found)
        if found.cue_answers is not None:
            found.losses |= self._look_losses(found.cue_answers, batch)
        return found

    def _cue_answers(
        self, batch: Batch, states: Tensor, teacher_states: Tensor, limit: int
    ) -> CueAnswers | None:
        data, reach = self.data, self.student.shape.reach
        cues = data.cues_of(batch, limit)
        if not len(cues.numbers):
            return None
        drawn = torch.rand(len(cues.numbers), device=data.device)
        no_parse, no_rules = self.settings.no_parse, self.settings.no_rules
        if not self.student.training:
            no_parse = no_rules = 0.0
        parse, rules = drawn >= no_parse, drawn >= no_parse + no_rules
        read = data.features(batch, cues, reach, parse, rules)
        where = cues.rows[:, None], cues.around
        given = states[where], states[cues.rows, cues.word]
        roles, valid, senses = self.student.look(*given, cues.place, read, cues.mask)
        with torch.no_grad():
            visible = torch.ones_like(parse)
            read = data.features(batch, cues, reach, visible, visible)
            given = teacher_states[where], teacher_states[cues.rows, cues.word]
            answers = self.teacher.look(*given, cues.place, read[..., :3], cues.mask)
        teacher_roles, teacher_valid, teacher_senses = (answer.float() for answer in answers)
        return CueAnswers(
            cues=cues,
            roles=roles,
            valid=valid,
            senses=senses.float(),
            teacher_roles=teacher_roles,
            teacher_valid=teacher_valid,
            teacher_senses=teacher_senses,
            right=data.cues["roles"][cues.at].long() * cues.mask,
        )

    def _tree_losses(self, found: Answers) -> dict[str, Tensor]:
        windows, words, head_in_window = self.data.windows, found.batch.words, found.head_in_window

        def loss(scores: Tensor, name: str, where: Tensor) -> Tensor:
            right = windows[name][found.batch.at].long()
            return fn.cross_entropy(scores.float()[where], right[where])

        starts = windows["starts"][found.batch.at].float()
        trees = found.trees
        return {
            "tag": loss(trees.tags, "tags", words),
            "pos": loss(trees.pos, "pos", words),
            "name": loss(trees.names, "names", words),
            "start": fn.binary_cross_entropy_with_logits(
                trees.starts.float()[words], starts[words]
            ),
            "arc": fn.cross_entropy(trees.arcs[head_in_window], found.heads[head_in_window]),
            "dep": loss(found.labels, "deps", head_in_window),
        }

    def _anchor_losses(self, found: Answers) -> dict[str, Tensor]:
        windows, batch = self.data.windows, found.batch
        own = batch.words & windows["own"][batch.at].bool()
        gold = windows["anchors"][batch.at].float() / PERCENT
        share = self._teacher_share(batch.windows)[:, None].expand_as(gold)
        target = share * torch.sigmoid(found.teacher_anchors) + (1 - share) * gold
        recall = torch.tensor(_ANCHOR_RECALL, device=self.data.device)
        loss = fn.binary_cross_entropy_with_logits(
            found.anchors, target, reduction="none", pos_weight=recall
        )
        likeness = (self.student.likeness(found.states).float() - found.teacher_states.float()) ** 2
        return {"anchor": loss[own].mean(), "states": likeness[batch.words].mean()}

    def _look_losses(self, answers: CueAnswers, batch: Batch) -> dict[str, Tensor]:
        cues = answers.cues
        windows = batch.windows[cues.rows]
        gold, certain = cues.gold.float(), torch.sigmoid(answers.teacher_valid)
        weight = torch.where(self.data.is_world[windows], 1.0, 1 - self.settings.taught) * gold
        path = self.student.chain.loss(answers.roles, answers.right, cues.mask)
        # The teacher's roles count only as far as the teacher believes that the word is a cue.
        divergence = (_cross_entropy(answers.roles, answers.teacher_roles) * cues.mask).sum(1)
        share = self._teacher_share(windows)
        target = share * certain + (1 - share) * gold
        kinds = (slice(None, len(MODES)), slice(len(MODES), None))
        senses = sum(
            _cross_entropy(answers.senses[:, kind], answers.teacher_senses[:, kind])
            for kind in kinds
        )
        return {
            "role": (path * weight).sum() / gold.sum().clamp(min=1),
            "taught role": (divergence * certain).sum() / certain.sum().clamp(min=1),
            "valid": fn.binary_cross_entropy_with_logits(answers.valid, target),
            "sense": (senses * certain).mean(),
        }

    def _teacher_share(self, windows: Tensor) -> Tensor:
        """Return the weight of the teacher's answers in each window's targets."""
        share, data = self.settings.taught, self.data
        gold = torch.where(data.is_world[windows], share / 2, share)
        return torch.where(data.is_labelled[windows], gold, 1.0)


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return -(torch.softmax(targets, -1) * torch.log_softmax(scores, -1)).sum(-1)
