"""Trains a network; a run that was stopped resumes from its last checkpoint."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional as fn

from models.training.data import Batch, Item, batches, collate
from models.training.looks import Looks, looks
from models.training.network import Network
from models.training.settings import Settings
from quotex.encoder.pieces import Pieces

_MIN_NEGATIVE = 0.05  # other words at least this likely to begin a cue serve as negative examples
_ANCHOR_WEIGHT, _ROLE_WEIGHT = 5.0, 0.25
_ANCHOR_RECALL = 2.0  # a missed cue costs this many times as much as a false one
_GROUPS = (0.0, 0.55, 0.85, 1.0)  # cues are padded in three groups, by length of their span
_MIN_TO_GROUP = 30
Report = Callable[[str], None]


@dataclass(slots=True)
class Losses:
    """The parts of a step's loss."""

    tags: Tensor
    anchors: Tensor
    roles: Tensor
    valid: Tensor

    @property
    def total(self) -> Tensor:
        """The loss to minimise."""
        weighted = _ANCHOR_WEIGHT * self.anchors + _ROLE_WEIGHT * self.roles
        return self.tags + weighted + self.valid


def compute_dtype() -> torch.dtype:
    """Return bfloat16 if the processor has units for it, otherwise float32.

    The wrong choice of the two is about three times as slow.
    """
    known = torch.cpu.get_capabilities()
    fast = known.get("amx_bf16") or known.get("avx512_bf16")
    return torch.bfloat16 if fast else torch.float32


class Trainer:
    """One run over ``items``.

    The network computes in ``compute_dtype()``, with weights kept in float32.
    """

    def __init__(
        self, network: Network, items: Sequence[Item], pieces: Pieces, settings: Settings
    ) -> None:
        self.network, self.items, self.pieces, self.settings = network, items, pieces, settings
        self.per_epoch = math.ceil(len(items) / settings.batch)
        self.total = settings.steps or int(self.per_epoch * settings.epochs)
        self.step = 0
        network.encoder.word.weight.requires_grad_(False)
        network.encoder.to(compute_dtype())
        network.look.to(compute_dtype())
        named = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
        self._names = [name for name, _ in named]
        self._parameters = [parameter for _, parameter in named]
        self._master = [p.detach().clone().float().requires_grad_() for p in self._parameters]
        self._optimizer = self._make_optimizer()

    def _make_optimizer(self) -> torch.optim.Optimizer:
        pretrained = ("encoder.layers", "encoder.position", "encoder.norm")
        groups: list[list[Tensor]] = [[], []]
        for name, parameter in zip(self._names, self._master, strict=True):
            groups[not name.startswith(pretrained)].append(parameter)
        rates = (self.settings.encoder_rate, self.settings.head_rate)
        return torch.optim.AdamW(
            [{"params": g, "lr": r, "top": r} for g, r in zip(groups, rates, strict=True)],
            weight_decay=self.settings.decay,
            betas=(0.9, 0.98),
            fused=True,
        )

    def run(self, folder: Path, report: Report) -> Network:
        """Train to the end, from the last checkpoint in ``folder`` if there is one."""
        checkpoint = folder / "last.pt"
        if checkpoint.is_file():
            self._resume(checkpoint)
            report(f"resuming from step {self.step}")
        self.network.train()
        started, sums = time.monotonic(), [0.0] * 4
        while self.step < self.total:
            losses = self._one_step()
            parts = (losses.tags, losses.anchors, losses.roles, losses.valid)
            sums = [a + float(b.detach()) for a, b in zip(sums, parts, strict=True)]
            if self.step % self.settings.report_every == 0:
                means = " ".join(f"{value / self.settings.report_every:.4f}" for value in sums)
                spent = time.monotonic() - started
                report(f"step {self.step} of {self.total}, {spent:.0f} s: losses {means}")
                sums = [0.0] * 4
            if self.step % self.settings.save_every == 0 or self.step == self.total:
                self._save(checkpoint)
        return self.trained()

    def trained(self) -> Network:
        """Return the network with its weights in full precision."""
        self.network.float()
        self.network.load_state_dict(self._state())
        return self.network.eval()

    def _one_step(self) -> Losses:
        epoch, number = divmod(self.step, self.per_epoch)
        rng = random.Random(f"{self.settings.seed}-{self.step}")
        torch.manual_seed(self.settings.seed * 1_000_003 + self.step)
        order = random.Random(f"{self.settings.seed}-epoch-{epoch}")
        chosen = batches(self.items, self.settings.batch, order)[number]
        batch = collate(chosen, self.pieces, [self._hide(rng) for _ in chosen])
        for group in self._optimizer.param_groups:
            group["lr"] = group["top"] * self._rate()
        losses = self._losses(batch)
        losses.total.backward()  # type: ignore[no-untyped-call]
        for live, master in zip(self._parameters, self._master, strict=True):
            master.grad = live.grad.float() if live.grad is not None else None
            live.grad = None
        torch.nn.utils.clip_grad_norm_(self._master, 1.0)
        self._optimizer.step()
        with torch.no_grad():
            torch._foreach_copy_(self._parameters, self._master)
        self.step += 1
        return losses

    def _hide(self, rng: random.Random) -> tuple[bool, bool]:
        drawn = rng.random()
        no_parse = drawn < self.settings.no_parse
        return no_parse, not no_parse and drawn < self.settings.no_parse + self.settings.no_rules

    def _rate(self) -> float:
        """Return the current share of the peak rate, which rises linearly, then falls linearly."""
        warm = max(20, int(self.total * self.settings.warm_up))
        if self.step < warm:
            return (self.step + 1) / warm
        return max(0.0, 1 - (self.step - warm) / max(1, self.total - warm))

    def _losses(self, batch: Batch) -> Losses:
        encoder = self.network.encoder
        states = encoder(batch.pieces, batch.columns, batch.mask, batch.first)
        tags = encoder.tag(states).float()[batch.words]
        anchors = encoder.anchor(states).float().squeeze(-1)
        cues = _cues(batch, torch.sigmoid(anchors.detach()))
        roles, valid = self._look_losses(batch, states, cues)
        return Losses(
            tags=fn.cross_entropy(tags, batch.tags[batch.words]),
            anchors=fn.binary_cross_entropy_with_logits(
                anchors[batch.words],
                batch.anchors[batch.words],
                pos_weight=torch.tensor(_ANCHOR_RECALL),
            ),
            roles=roles,
            valid=valid,
        )

    def _look_losses(
        self, batch: Batch, states: Tensor, cues: list[tuple[int, int]]
    ) -> tuple[Tensor, Tensor]:
        roles = valid = torch.zeros(())
        if not cues:
            return roles, valid
        reach = self.network.shape.reach
        cues.sort(key=lambda cue: _length(batch, cue, reach))
        cuts = [int(len(cues) * share) for share in _GROUPS]
        if len(cues) <= _MIN_TO_GROUP:
            cuts = [0, len(cues)]
        for first, last in pairwise(cuts):
            part = looks(batch, cues[first:last], reach)
            part_roles, part_valid = self._look_part(states, part)
            roles, valid = roles + part_roles, valid + part_valid
        gold = max(1, sum(len(item.cues) for item in batch.items))
        return roles / gold, valid / len(cues)

    def _look_part(self, states: Tensor, part: Looks) -> tuple[Tensor, Tensor]:
        scores, odds, _ = self.network.look(
            states[part.row[:, None], part.around],
            states[part.row, part.cue],
            part.place,
            part.features,
            part.mask,
        )
        roles = self.network.chain.loss(scores, part.roles, part.mask) * part.valid
        valid = fn.binary_cross_entropy_with_logits(odds, part.valid, reduction="sum")
        return roles.sum(), valid

    def _state(self) -> dict[str, Tensor]:
        state = {name: value.float() for name, value in self.network.state_dict().items()}
        state.update(
            {n: p.detach().clone() for n, p in zip(self._names, self._master, strict=True)}
        )
        return state

    def _save(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        saved = {
            "network": self._state(),
            "optimizer": self._optimizer.state_dict(),
            "step": self.step,
            "shape": self.network.shape.to_dict(),
            "settings": self.settings.to_dict(),
        }
        torch.save(saved, part)
        part.replace(path)

    def _resume(self, path: Path) -> None:
        saved = torch.load(path, weights_only=True)
        if saved["settings"] != self.settings.to_dict():
            raise ValueError(
                f"{path} was made with other settings: {saved['settings']}; "
                "give the same settings, or another folder"
            )
        self.step = saved["step"]
        self._optimizer.load_state_dict(saved["optimizer"])
        with torch.no_grad():
            for name, live, master in zip(self._names, self._parameters, self._master, strict=True):
                master.copy_(saved["network"][name])
                live.copy_(master)


def _cues(batch: Batch, likely: Tensor) -> list[tuple[int, int]]:
    """Return the gold cues of each window, and words that seem to begin a cue but do not."""
    found = []
    for row, item in enumerate(batch.items):
        gold = list(item.cues)
        found.extend((row, cue) for cue in gold)
        window = item.window
        scores = likely[row, : window.last - window.first].clone()
        scores[[cue - window.first for cue in gold]] = -1
        scores[: window.own_first - window.first] = -1
        scores[window.own_last - window.first :] = -1
        values, places = scores.topk(min(2 + len(gold) // 4, len(scores)))
        found.extend(
            (row, window.first + int(place))
            for value, place in zip(values, places, strict=True)
            if value > _MIN_NEGATIVE
        )
    return found


def _length(batch: Batch, cue: tuple[int, int], reach: int) -> int:
    item = batch.items[cue[0]]
    begins, ends, _ = item.example.around_cue(cue[1], reach)
    first, last = item.window.cut(begins, ends)
    return last - first
