"""The settings of a distillation, which its checkpoints keep."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

ARRAYS, LAST = "arrays.npz", "last.pt"


@dataclass(frozen=True)
class Settings:
    """Sizes of the student, and hyperparameters of its training.

    The student has ``layers`` layers of the teacher's, with an ``inner`` part of their neurons;
    ``arc`` and ``label`` are the widths in which arcs and their labels are scored.

    ``steps`` end the schedule, or ``seconds``, whichever comes first (0 for no clock). ``batch`` is
    in pieces, ``capacity`` in pieces a window; of a batch's cues at most ``cues`` are looked at.
    The rates are the peaks of AdamW's. A CPU computes a batch in parts of ``at_once`` pieces, so
    that 4 GB of memory are enough: the means of its losses are then of the parts' means.

    ``taught`` is the teacher's share of what is aimed at in gold articles, half of that in those of
    world news, which are read ``copies`` times; ``states`` weighs the likeness to the teacher's
    states. ``no_parse`` and ``no_rules`` are the shares of cues whose parse (and rules), or whose
    rules alone, are hidden. One article of ``held`` is not trained on, to measure with.

    The confidence of the model built is the teacher's less ``doubt`` in log odds, and what reaches
    ``threshold`` is found; both were chosen on dev.
    """

    layers: int = 4
    inner: int = 768
    look_layers: int = 2
    arc: int = 160
    label: int = 128
    steps: int = 1581
    seconds: float = 0.0
    batch: int = 26000
    at_once: int = 4000
    cues: int = 1100
    encoder_rate: float = 6e-4
    head_rate: float = 1.2e-3
    decay: float = 0.01
    warm_up: int = 150
    taught: float = 0.6
    states: float = 1.0
    copies: int = 4
    no_parse: float = 0.25
    no_rules: float = 0.1
    capacity: int = 250
    threshold: float = 0.4
    doubt: float = 0.5
    held: int = 37
    seed: int = 2
    threads: int = 2
    save_every: int = 50
    report_every: int = 50

    def chosen(self, layers: int) -> list[int]:
        """Return which of the teacher's layers the student's begin as, evenly up to the last."""
        return [round((i + 1) * layers / self.layers) - 1 for i in range(self.layers)]

    def is_held(self, article: int) -> bool:
        """Whether the article with a number is kept for measuring."""
        return article % self.held == 5 % self.held

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as JSON values."""
        return asdict(self)
