"""The training loop, with checkpoints from which it resumes."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from models.distilling.arrays import Arrays
from models.distilling.batches import Data, batches, split
from models.distilling.losses import Lesson
from models.distilling.measure import measure
from models.distilling.network import Student
from models.distilling.settings import Settings
from models.training.network import Network

Report = Callable[[str], None]
_PRETRAINED = ("encoder.layers", "encoder.position", "encoder.norm")
_MIN_RATE = 0.01
_MAY_CHANGE = {"seconds", "threads", "save_every", "report_every"}  # may change between runs


class Trainer:
    """One run; on a GPU the networks compute in bfloat16, with weights kept in float32."""

    def __init__(
        self,
        student: Student,
        teacher: Network,
        arrays: Arrays,
        settings: Settings,
        device: torch.device,
    ) -> None:
        self.student, self.settings = student.to(device), settings
        teacher = teacher.to(device).eval().requires_grad_(requires_grad=False)
        self.data = Data(arrays, device)
        self.lesson = Lesson(self.student, teacher, self.data, settings)
        self.chosen, self.held_out = split(arrays, settings)
        self.step, self.epoch, self.place = 0, 0, 0
        self.spent = 0.0
        self.figures: dict[str, float] = {}
        self._optimizer = self._make_optimizer()

    def _make_optimizer(self) -> torch.optim.Optimizer:
        groups: list[list[Tensor]] = [[], []]
        for name, parameter in self.student.named_parameters():
            if parameter.requires_grad:
                groups[not name.startswith(_PRETRAINED)].append(parameter)
        rates = (self.settings.encoder_rate, self.settings.head_rate)
        return torch.optim.AdamW(
            [{"params": g, "lr": r, "top": r} for g, r in zip(groups, rates, strict=True)],
            weight_decay=self.settings.decay,
            betas=(0.9, 0.98),
            fused=True,
        )

    @property
    def progress(self) -> float:
        """The share of the schedule that is done, by steps or by the clock."""
        by_steps = self.step / self.settings.steps
        by_clock = self.spent / self.settings.seconds if self.settings.seconds else 0.0
        return max(by_steps, by_clock)

    def run(self, checkpoint: Path, report: Report, *, resume: bool = True) -> Student:
        """Train to the end, from ``checkpoint`` if it exists and ``resume`` is True."""
        if resume and checkpoint.is_file():
            self._resume(checkpoint)
            report(f"resuming from step {self.step}")
        checkpoint.parent.mkdir(parents=True, exist_ok=True)
        self.student.train()
        started, sums = time.monotonic() - self.spent, dict[str, float]()
        order = self._order()
        while self.progress < 1:
            if self.place == len(order):
                self.epoch, self.place = self.epoch + 1, 0
                order = self._order()
            for name, loss in self._one_step(order[self.place]).items():
                sums[name] = sums.get(name, 0.0) + float(loss) / self.settings.report_every
            self.spent = time.monotonic() - started
            if self.step % self.settings.save_every == 0:
                self._save(checkpoint)
            if self.step % self.settings.report_every == 0:
                means = " ".join(f"{name} {value:.3f}" for name, value in sums.items())
                report(f"step {self.step}, {self.progress:.1%}, {self.spent:.0f} s: {means}")
                sums = {}
        with self._autocast():
            self.figures = measure(self.lesson, self._held_out_batches())
        self._save(checkpoint)
        report(", ".join(f"{name} {value:.3f}" for name, value in self.figures.items()))
        return self.student.eval()

    def _order(self) -> list[list[int]]:
        rng = random.Random(f"{self.settings.seed}-epoch-{self.epoch}")
        return batches(self.chosen, self.data.lengths, self.settings.batch, rng)

    def _held_out_batches(self) -> list[list[int]]:
        return batches(self.held_out, self.data.lengths, self.settings.batch, None)

    def _autocast(self) -> torch.autocast:
        kind = self.data.device.type
        return torch.autocast(kind, torch.bfloat16, enabled=kind == "cuda")

    def _one_step(self, chosen: list[int]) -> dict[str, Tensor]:
        torch.manual_seed(self.settings.seed * 1_000_003 + self.step)
        rate = min(1.0, (self.step + 1) / self.settings.warm_up)
        for group in self._optimizer.param_groups:
            group["lr"] = group["top"] * rate * max(_MIN_RATE, 1 - self.progress)
        self._optimizer.zero_grad()
        losses: dict[str, Tensor] = {}
        for part in self._parts(chosen):
            share = len(part) / len(chosen)
            with self._autocast():
                found = self.lesson.answers(part, share)
                total = found.total(self.settings) * share
            total.backward()  # type: ignore[no-untyped-call]
            for name, loss in found.losses.items():
                losses[name] = losses.get(name, torch.zeros(())) + loss.detach().cpu() * share
        trainable = [p for p in self.student.parameters() if p.requires_grad]
        torch.nn.utils.clip_grad_norm_(trainable, 1.0)
        self._optimizer.step()
        self.step, self.place = self.step + 1, self.place + 1
        return losses

    def _parts(self, chosen: list[int]) -> list[list[int]]:
        if self.data.device.type == "cuda":
            return [chosen]
        return batches(chosen, self.data.lengths, self.settings.at_once, None)

    def _save(self, path: Path) -> None:
        saved = {
            "student": self.student.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "settings": self.settings.to_dict(),
            "place": (self.step, self.epoch, self.place, self.spent),
            "figures": self.figures,
        }
        part = path.with_suffix(".part")  # a run stopped while writing keeps the last checkpoint
        torch.save(saved, part)
        part.replace(path)

    def _resume(self, path: Path) -> None:
        saved: dict[str, Any] = torch.load(path, map_location=self.data.device, weights_only=True)
        before, now = saved["settings"], self.settings.to_dict()
        if changed := {name for name in now if before[name] != now[name]} - _MAY_CHANGE:
            raise ValueError(
                f"{path} was trained with another {', '.join(sorted(changed))}; give the same "
                "settings to resume, or --no-resume to start again"
            )
        self.student.load_state_dict(saved["student"])
        self._optimizer.load_state_dict(saved["optimizer"])
        self.step, self.epoch, self.place, self.spent = saved["place"]
