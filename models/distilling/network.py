"""The student: a smaller encoder that reads only text, with heads for trees, and a second look."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from models.distilling.settings import Settings
from models.training.network import Chain, Encoder, Look, Network, Shape
from quotex.encoder.words import COLUMNS as TEXT_COLUMNS
from quotex.quotations.model.around import ROLES
from quotex.quotations.model.features import COLUMNS, SECOND_LOOK_COLUMNS

_NEVER = -1e4
_ARC_SCALE = 12.0  # scales arc scores to start out as large as label scores
_FIRST_COLUMN = 3  # among the features around a cue, after distance, branch and proposal


@dataclass(frozen=True)
class TreeShape:
    """The number of labels of each kind, and the widths of the scorers."""

    tags: int
    pos: int
    deps: int
    entities: int
    arc: int = 160
    label: int = 128


class TreeScores(NamedTuple):
    """The scores of words; ``arcs`` [windows, words, heads] has root scores on the diagonal."""

    mixed: Tensor
    tags: Tensor
    pos: Tensor
    starts: Tensor
    names: Tensor
    arcs: Tensor


class TreeHead(nn.Module):
    """Predicts tags, parts of speech, sentences, names and arcs from the states of words."""

    def __init__(self, width: int, shape: TreeShape) -> None:
        super().__init__()
        self.mix = nn.Linear(width, width)
        self.tag = nn.Linear(width, shape.tags)
        self.pos = nn.Linear(width, shape.pos)
        self.sent = nn.Linear(width, 1)
        self.ner = nn.Linear(width, 2 * shape.entities + 1)
        self.dep = nn.Linear(width, shape.arc)
        self.head = nn.Linear(width, shape.arc)
        self.bi = nn.Linear(shape.arc, shape.arc, bias=False)
        self.bias = nn.Linear(shape.arc, 1)
        self.root = nn.Linear(width, 1)
        self.label_dep = nn.Linear(width, shape.label)
        self.label_head = nn.Linear(width, shape.label)
        self.label = nn.Linear(shape.label, shape.deps)
        self.drop = nn.Dropout(0.2)

    def forward(self, states: Tensor) -> TreeScores:
        """Return the scores of words from their states [windows, words, width]."""
        x = self.drop(fn.gelu(self.mix(states)) + states)
        heads = self.head(x)
        arcs = self.dep(x) @ self.bi(heads).transpose(1, 2) + self.bias(heads).transpose(1, 2)
        roots = self.root(x) * torch.eye(x.shape[1], device=x.device)
        return TreeScores(
            x,
            self.tag(x),
            self.pos(x),
            self.sent(x).squeeze(-1),
            self.ner(x),
            arcs / _ARC_SCALE + roots,
        )

    def labels(self, mixed: Tensor, heads: Tensor) -> Tensor:
        """Return label scores for the arcs to ``heads`` [windows, words]."""
        wide = heads[..., None].expand(-1, -1, self.label_head.out_features)
        above = self.label_head(mixed).gather(1, wide)
        return self.label(self.drop(fn.relu(self.label_dep(mixed) + above)))


class WideLook(Look):
    """The second look, which reads the columns that the encoder no longer reads.

    ``sizes`` are those of ``SECOND_LOOK_COLUMNS``, which follow the three features around a cue.
    """

    def __init__(self, shape: Shape, sizes: tuple[int, ...]) -> None:
        super().__init__(shape)
        self.columns = nn.ModuleList(nn.Embedding(size, shape.look_width) for size in sizes)
        for column in self.columns:
            nn.init.normal_(column.weight, std=0.02)

    def embed(self, words: Tensor, cue: Tensor, features: Tensor) -> Tensor:
        """Return the words as input to the layers."""
        x = super().embed(words, cue, features)
        for number, column in enumerate(self.columns, start=_FIRST_COLUMN):
            x = x + column(features[..., number])
        return x


class TreeSumChain(Chain):
    """The same chain, summed as a tree of products: eight levels instead of two hundred steps."""

    def _total(self, scores: Tensor, mask: Tensor) -> Tensor:
        count, length = mask.shape
        product = self.step[None, None] + scores[:, 1:, None, :]
        identity = torch.full((len(ROLES), len(ROLES)), _NEVER, device=scores.device)
        identity = identity.fill_diagonal_(0.0)
        product = torch.where(mask[:, 1:, None, None], product, identity)
        padding = (1 << math.ceil(math.log2(max(1, length - 1)))) - (length - 1)
        product = torch.cat([product, identity.expand(count, padding, -1, -1)], dim=1)
        while product.shape[1] > 1:
            left, right = product[:, 0::2], product[:, 1::2]
            product = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
        paths = (self.start + scores[:, 0])[:, :, None] + product[:, 0]
        return torch.logsumexp(torch.logsumexp(paths, dim=1) + self.end, dim=1)


class Student(nn.Module):
    """The whole student; ``likeness`` maps its states to the teacher's."""

    def __init__(self, teacher: Shape, trees: TreeShape, settings: Settings) -> None:
        super().__init__()
        self.shape = replace(
            teacher,
            columns=teacher.columns[: len(TEXT_COLUMNS)],
            layers=settings.layers,
            inner=settings.inner,
            look_layers=settings.look_layers,
        )
        self.encoder = Encoder(self.shape)
        self.look = WideLook(self.shape, teacher.columns[-len(SECOND_LOOK_COLUMNS) :])
        self.chain = TreeSumChain()
        self.tree = TreeHead(teacher.width, trees)
        self.likeness = nn.Linear(teacher.width, teacher.width)


def student_from(teacher: Network, trees: TreeShape, settings: Settings) -> Student:
    """Return a student cut from its teacher: some of its layers, with their heaviest neurons."""
    student = Student(teacher.shape, trees, settings)
    ours, theirs = student.encoder, teacher.encoder
    with torch.no_grad():
        for part in ("word", "position", "norm", "anchor"):
            getattr(ours, part).load_state_dict(getattr(theirs, part).state_dict())
        for column, other in zip(ours.columns, theirs.columns, strict=False):
            column.load_state_dict(other.state_dict())
        # The positions take over what an omitted column adds where nothing is known.
        for column in list(theirs.columns)[len(TEXT_COLUMNS) : len(COLUMNS)]:
            ours.position.weight.add_(column.weight[0])  # type: ignore[operator]
        for layer, number in zip(ours.layers, settings.chosen(len(theirs.layers)), strict=True):
            _copy_layer(layer, theirs.layers[number])
        weights = student.look.state_dict()
        teacher_weights = teacher.look.state_dict()
        weights |= {name: weight for name, weight in teacher_weights.items() if name in weights}
        student.look.load_state_dict(weights)
        student.chain.load_state_dict(teacher.chain.state_dict())
        nn.init.eye_(student.likeness.weight)
        nn.init.zeros_(student.likeness.bias)
    ours.word.weight.requires_grad_(False)
    return student


def _copy_layer(layer: nn.Module, other: nn.Module) -> None:
    for part in ("joint", "out", "norm1", "norm2"):
        getattr(layer, part).load_state_dict(getattr(other, part).state_dict())
    up, down = other.up, other.down
    weight = up.weight.norm(dim=1) * down.weight.norm(dim=0)
    kept = weight.topk(layer.up.out_features).indices.sort().values
    layer.up.weight.copy_(up.weight[kept])
    layer.up.bias.copy_(up.bias[kept])
    layer.down.weight.copy_(down.weight[:, kept])
    layer.down.bias.copy_(down.bias)
