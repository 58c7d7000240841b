"""The network in torch: an encoder with word features, a cue head, and a second look at cues."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from quotex.quotations.model.around import PROPOSALS, ROLES, distance_count

TAGS = 2 * (len(ROLES) - 1) + 1  # begin and inside of each role, and one for no role


@dataclass(frozen=True)
class Shape:
    """Sizes of a network; ``columns`` has the number of ids in each feature column."""

    columns: tuple[int, ...]
    branches: int
    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    look_width: int = 192
    look_layers: int = 2
    look_heads: int = 4
    senses: int = 0
    reach: int = 96
    dropout: float = 0.1

    def to_dict(self) -> dict[str, Any]:
        """Return the sizes as JSON values."""
        return asdict(self)

    @classmethod
    def from_dict(cls, sizes: dict[str, Any]) -> Shape:
        """Return the shape with the sizes from ``to_dict``."""
        return cls(**{**sizes, "columns": tuple(sizes["columns"])})


class Drop(nn.Module):
    """Dropout with masks cut from a pool: drawing a new one each time takes a third of a step."""

    POOL = 1 << 22

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate
        self._pool: Tensor | None = None
        self._left = 0

    def forward(self, x: Tensor) -> Tensor:
        """Return ``x`` with a share of its values zeroed and the others scaled up to compensate."""
        if not self.training or not self.rate:
            return x
        if x.is_cuda:
            return fn.dropout(x, self.rate)
        if self._pool is None or not self._left:
            kept = torch.rand(self.POOL) >= self.rate
            self._pool = kept.to(x.dtype) / (1 - self.rate)
            self._left = 200
        self._left -= 1
        start = int(torch.randint(self.POOL, (1,)))
        size = x.numel()
        repeats = -(-(start + size) // self.POOL)
        pool = self._pool if repeats == 1 else self._pool.repeat(repeats)
        return x * pool[start : start + size].view_as(x)


class Layer(nn.Module):
    """A transformer layer with the norm after each half, as in BERT, or before it."""

    def __init__(
        self, width: int, heads: int, inner: int, dropout: float, *, norm_first: bool
    ) -> None:
        super().__init__()
        self.heads, self.norm_first = heads, norm_first
        self.joint = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = Drop(dropout)

    def attend(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Self-attention; ``mask`` [batch, 1, 1, length] is added to the scores.

        It is written out for CPUs, where the fused kernel's backward pass takes three times as
        long.
        """
        batch, length, width = x.shape
        q, k, v = (
            self.joint(x)
            .view(batch, length, 3, self.heads, width // self.heads)
            .permute(2, 0, 3, 1, 4)
        )
        if x.is_cuda:
            allowed = None if mask is None else mask.to(q.dtype)
            mixed = fn.scaled_dot_product_attention(q, k, v, attn_mask=allowed)
            return self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        scores = q @ (k * (width // self.heads) ** -0.5).transpose(-1, -2)
        scores = scores if mask is None else scores + mask
        mixed = torch.softmax(scores, dim=-1) @ v
        return self.out(mixed.transpose(1, 2).reshape(batch, length, width))

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """Return the states after the layer."""
        if self.norm_first:
            x = x + self.drop(self.attend(self.norm1(x), mask))
            return x + self.drop(self.down(fn.gelu(self.up(self.norm2(x)))))
        x = self.norm1(x + self.drop(self.attend(x, mask)))
        return self.norm2(x + self.drop(self.down(fn.gelu(self.up(x)))))


def _additive_mask(mask: Tensor | None, like: Tensor) -> Tensor | None:
    if mask is None:
        return None
    additive = torch.zeros(mask.shape, dtype=like.dtype, device=like.device).masked_fill(
        ~mask, -1e4
    )
    return additive[:, None, None, :]


class Encoder(nn.Module):
    """Turns piece ids and the features of their words into states; contains the heads on words."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.width
        self.word = nn.Embedding(shape.vocabulary, width)
        self.position = nn.Embedding(shape.positions, width)
        self.columns = nn.ModuleList(nn.Embedding(size, width) for size in shape.columns)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = Drop(shape.dropout)
        self.layers = nn.ModuleList(
            Layer(width, shape.heads, shape.inner, shape.dropout, norm_first=False)
            for _ in range(shape.layers)
        )
        self.tag = nn.Linear(width, TAGS)
        self.anchor = nn.Linear(width, 1)
        for column in self.columns:
            nn.init.normal_(column.weight, std=0.02)

    def forward(
        self, pieces: Tensor, columns: Tensor, mask: Tensor | None, first: Tensor
    ) -> Tensor:
        """Return the state of each word, taken at its first piece.

        Shapes are ``pieces`` [batch, pieces], ``columns`` [batch, pieces, features], ``mask``
        [batch, pieces], which is False where a shorter window is padded, and ``first`` [batch,
        words], the index of each word's first piece.
        """
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(places)
        for number, column in enumerate(self.columns):
            x = x + column(columns[..., number])
        x = self.drop(self.norm(x))
        allowed = _additive_mask(mask, x)
        for layer in self.layers:
            x = layer(x, allowed)
        return x.gather(1, first[..., None].expand(-1, -1, x.shape[-1]))


class Look(nn.Module):
    """The second look: predicts the role of each word around a cue, and whether it is a cue."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width = shape.look_width
        self.words = nn.Linear(shape.width, width)
        self.cue = nn.Linear(shape.width, width)
        self.gate = nn.Linear(shape.width, width)
        self.distance = nn.Embedding(distance_count(shape.reach), width)
        self.branch = nn.Embedding(shape.branches, width)
        self.proposal = nn.Embedding(PROPOSALS, width)
        self.drop = Drop(shape.dropout)
        self.layers = nn.ModuleList(
            Layer(width, shape.look_heads, 2 * width, shape.dropout, norm_first=True)
            for _ in range(shape.look_layers)
        )
        self.norm = nn.LayerNorm(width)
        self.role = nn.Linear(width, len(ROLES))
        self.valid = nn.Linear(width, 1)
        self.sense = nn.Linear(shape.width, shape.senses)
        for table in (self.distance, self.branch, self.proposal):
            nn.init.normal_(table.weight, std=0.02)

    def forward(
        self, words: Tensor, cue: Tensor, place: Tensor, features: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return the scores of roles [cues, length, roles], of the cue [cues] and of its senses.

        ``words`` [cues, length, width] are the states of the words around the cue, ``cue``
        [cues, width] is its own state, ``place`` [cues] its index among them, and ``features``
        [cues, length, 3] are distance, branch and proposal.
        """
        x = self.drop(self.embed(words, cue, features))
        allowed = _additive_mask(mask, x)
        for layer in self.layers:
            x = layer(x, allowed)
        x = self.norm(x)
        at = x[
            torch.arange(x.shape[0], device=x.device), place
        ]  # `len` would fix the size in an export
        return self.role(x).float(), self.valid(at).float().squeeze(-1), self.sense(cue)

    def embed(self, words: Tensor, cue: Tensor, features: Tensor) -> Tensor:
        """Return the words as input to the layers: with the cue and the features added."""
        x = self.words(words)
        x = x + self.cue(cue)[:, None] + x * torch.sigmoid(self.gate(cue))[:, None]
        x = x + self.distance(features[..., 0]) + self.branch(features[..., 1])
        return x + self.proposal(features[..., 2])


class Chain(nn.Module):
    """A linear chain over the roles of the words around one cue."""

    def __init__(self) -> None:
        super().__init__()
        self.start = nn.Parameter(torch.zeros(len(ROLES)))
        self.end = nn.Parameter(torch.zeros(len(ROLES)))
        self.step = nn.Parameter(torch.eye(len(ROLES)))

    def loss(self, scores: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        """Return the negative log likelihood of each sequence [cues]."""
        return self._total(scores, mask) - self._path(scores, roles, mask)

    def _path(self, scores: Tensor, roles: Tensor, mask: Tensor) -> Tensor:
        chosen = scores.gather(2, roles[..., None]).squeeze(-1) * mask
        steps = self.step[roles[:, :-1], roles[:, 1:]] * mask[:, 1:]
        last = roles.gather(1, mask.sum(1, keepdim=True) - 1).squeeze(1)
        return chosen.sum(1) + steps.sum(1) + self.start[roles[:, 0]] + self.end[last]

    def _total(self, scores: Tensor, mask: Tensor) -> Tensor:
        total = self.start + scores[:, 0]
        for at in range(1, scores.shape[1]):
            extended = torch.logsumexp(total[:, :, None] + self.step, dim=1) + scores[:, at]
            total = torch.where(mask[:, at, None], extended, total)
        return torch.logsumexp(total + self.end, dim=1)


class Network(nn.Module):
    """The whole network."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.encoder = Encoder(shape)
        self.look = Look(shape)
        self.chain = Chain()
        rare = math.log(0.03)  # about three words in a hundred begin a cue
        nn.init.constant_(self.encoder.anchor.bias, rare)


def load_bert(encoder: Encoder, weights: dict[str, Tensor]) -> None:
    """Copy in the weights of a BERT checkpoint, named as ``transformers`` names them."""
    with torch.no_grad():
        encoder.word.weight.copy_(weights["embeddings.word_embeddings.weight"])
        token_type = weights["embeddings.token_type_embeddings.weight"][0]
        encoder.position.weight.copy_(weights["embeddings.position_embeddings.weight"] + token_type)
        _copy(encoder.norm, weights, "embeddings.LayerNorm")
        for number, layer in enumerate(encoder.layers):
            prefix = f"encoder.layer.{number}."
            parts = [f"{prefix}attention.self.{part}." for part in ("query", "key", "value")]
            layer.joint.weight.copy_(torch.cat([weights[part + "weight"] for part in parts]))
            layer.joint.bias.copy_(torch.cat([weights[part + "bias"] for part in parts]))
            _copy(layer.out, weights, prefix + "attention.output.dense")
            _copy(layer.norm1, weights, prefix + "attention.output.LayerNorm")
            _copy(layer.up, weights, prefix + "intermediate.dense")
            _copy(layer.down, weights, prefix + "output.dense")
            _copy(layer.norm2, weights, prefix + "output.LayerNorm")


def _copy(module: nn.Module, weights: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(weights[name + ".weight"])  # type: ignore[operator,union-attr]
    module.bias.copy_(weights[name + ".bias"])  # type: ignore[operator,union-attr]
