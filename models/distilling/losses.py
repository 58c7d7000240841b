"""What the student learns: from the parser, from its teacher, and from gold articles."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import torch
from torch import Tensor
from torch.nn import functional as fn

from models.distilling.arrays import CENT
from models.distilling.batches import Asked, Batch, Data
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
class Looked:
    """The answers of student and teacher on the cues of a batch, and the correct roles."""

    asked: Asked
    roles: Tensor
    valid: Tensor
    senses: Tensor
    taught_roles: Tensor
    taught_valid: Tensor
    taught_senses: Tensor
    right: Tensor


@dataclass(slots=True)
class Answers:
    """The answers of student and teacher on a batch."""

    batch: Batch
    states: Tensor
    anchors: Tensor
    taught_states: Tensor
    taught_anchors: Tensor
    trees: TreeScores
    heads: Tensor
    inside: Tensor  # whether a word's head is in the same window
    labels: Tensor
    looked: Looked | None
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
            taught = teacher.encoder(batch.pieces, batch.spread, batch.mask, batch.firsts)
            taught_anchors = teacher.encoder.anchor(taught).squeeze(-1).float()
        states = student.encoder(batch.pieces, batch.text, batch.mask, batch.firsts)
        trees = student.tree(states)
        arcs = trees.arcs.float().masked_fill(~batch.words[:, None, :], _NEVER)
        heads = data.windows["heads"][batch.at]
        found = Answers(
            batch=batch,
            states=states,
            anchors=student.encoder.anchor(states).squeeze(-1).float(),
            taught_states=taught,
            taught_anchors=taught_anchors,
            trees=trees._replace(arcs=arcs),
            heads=heads,
            inside=batch.words & (heads >= 0),
            labels=student.tree.labels(trees.mixed, heads.clamp(min=0)),
            looked=self._looked(batch, states, taught, math.ceil(share * self.settings.cues)),
        )
        found.losses = self._tree_losses(found) | self._anchor_losses(found)
        if found.looked is not None:
            found.losses |= self._look_losses(found.looked, batch)
        return found

    def _looked(self, batch: Batch, states: Tensor, taught: Tensor, most: int) -> Looked | None:
        data, reach = self.data, self.student.shape.reach
        asked = data.asked(batch, most)
        if not len(asked.numbers):
            return None
        drawn = torch.rand(len(asked.numbers), device=data.device)
        no_parse, no_rules = self.settings.no_parse, self.settings.no_rules
        if not self.student.training:
            no_parse = no_rules = 0.0
        parse, rules = drawn >= no_parse, drawn >= no_parse + no_rules
        read = data.features(batch, asked, reach, parse, rules)
        where = asked.rows[:, None], asked.around
        given = states[where], states[asked.rows, asked.word]
        roles, valid, senses = self.student.look(*given, asked.place, read, asked.mask)
        with torch.no_grad():
            every = torch.ones_like(parse)
            read = data.features(batch, asked, reach, every, every)
            given = taught[where], taught[asked.rows, asked.word]
            answers = self.teacher.look(*given, asked.place, read[..., :3], asked.mask)
        taught_roles, taught_valid, taught_senses = (answer.float() for answer in answers)
        return Looked(
            asked=asked,
            roles=roles,
            valid=valid,
            senses=senses.float(),
            taught_roles=taught_roles,
            taught_valid=taught_valid,
            taught_senses=taught_senses,
            right=data.cues["roles"][asked.at].long() * asked.mask,
        )

    def _tree_losses(self, found: Answers) -> dict[str, Tensor]:
        held, words, inside = self.data.windows, found.batch.words, found.inside

        def loss(scores: Tensor, name: str, where: Tensor) -> Tensor:
            right = held[name][found.batch.at].long()
            return fn.cross_entropy(scores.float()[where], right[where])

        starts = held["starts"][found.batch.at].float()
        trees = found.trees
        return {
            "tag": loss(trees.tags, "tags", words),
            "pos": loss(trees.pos, "pos", words),
            "name": loss(trees.names, "names", words),
            "start": fn.binary_cross_entropy_with_logits(
                trees.starts.float()[words], starts[words]
            ),
            "arc": fn.cross_entropy(trees.arcs[inside], found.heads[inside]),
            "dep": loss(found.labels, "deps", inside),
        }

    def _anchor_losses(self, found: Answers) -> dict[str, Tensor]:
        held, batch = self.data.windows, found.batch
        own = batch.words & held["own"][batch.at].bool()
        gold = held["anchors"][batch.at].float() / CENT
        share = self._taught(batch.windows)[:, None].expand_as(gold)
        aim = share * torch.sigmoid(found.taught_anchors) + (1 - share) * gold
        recall = torch.tensor(_ANCHOR_RECALL, device=self.data.device)
        loss = fn.binary_cross_entropy_with_logits(
            found.anchors, aim, reduction="none", pos_weight=recall
        )
        likeness = (self.student.likeness(found.states).float() - found.taught_states.float()) ** 2
        return {"anchor": loss[own].mean(), "states": likeness[batch.words].mean()}

    def _look_losses(self, looked: Looked, batch: Batch) -> dict[str, Tensor]:
        asked = looked.asked
        windows = batch.windows[asked.rows]
        gold, certain = asked.gold.float(), torch.sigmoid(looked.taught_valid)
        weight = torch.where(self.data.is_world[windows], 1.0, 1 - self.settings.taught) * gold
        path = self.student.chain.loss(looked.roles, looked.right, asked.mask)
        # The teacher's roles count only as far as the teacher believes that the word is a cue.
        unlike = (_cross_entropy(looked.roles, looked.taught_roles) * asked.mask).sum(1)
        share = self._taught(windows)
        aim = share * certain + (1 - share) * gold
        kinds = (slice(None, len(MODES)), slice(len(MODES), None))
        senses = sum(
            _cross_entropy(looked.senses[:, kind], looked.taught_senses[:, kind]) for kind in kinds
        )
        return {
            "role": (path * weight).sum() / gold.sum().clamp(min=1),
            "taught role": (unlike * certain).sum() / certain.sum().clamp(min=1),
            "valid": fn.binary_cross_entropy_with_logits(looked.valid, aim),
            "sense": (senses * certain).mean(),
        }

    def _taught(self, windows: Tensor) -> Tensor:
        """Return the weight of the teacher's answers in each window's targets."""
        share, data = self.settings.taught, self.data
        gold = torch.where(data.is_world[windows], share / 2, share)
        return torch.where(data.is_labelled[windows], gold, 1.0)


def _cross_entropy(scores: Tensor, taught: Tensor) -> Tensor:
    return -(torch.softmax(taught, -1) * torch.log_softmax(scores, -1)).sum(-1)
