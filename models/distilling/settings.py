"""The settings of a distillation, which are stored in its checkpoints."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

ARRAYS, LAST = "arrays.npz", "last.pt"


@dataclass(frozen=True)
class Settings:
    """Sizes of the student, and hyperparameters of its training.

    The student has ``layers`` of the teacher's layers, with ``inner`` of their neurons each;
    ``arc`` and ``label`` are the widths of the scorers of arcs and their labels.

    Training ends after ``steps`` or ``seconds``, whichever comes first (0 seconds for no limit).
    ``batch`` is in pieces, ``capacity`` in pieces per window; at most ``cues`` cues of a batch get
    a second look. The rates are AdamW's peak rates. A CPU computes a batch in parts of ``at_once``
    pieces, for which 4 GB of memory are enough; a loss is then the mean of the parts' means.

    ``taught`` is the weight of the teacher's answers in the targets for gold articles, halved for
    world news, which is read ``copies`` times; ``states`` is the weight of the likeness to the
    teacher's states. ``no_parse`` and ``no_rules`` are the shares of cues whose parse (and rules),
    or only whose rules, are hidden. One article in ``held`` is held out for measuring.

    The built model looks again at words that begin a cue with a probability of ``floor``. Its
    confidence is the teacher's less ``doubt`` in log odds, and ``threshold`` is its threshold for
    findings. All three were chosen on dev.
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
    floor: float = 0.1
    threshold: float = 0.4
    doubt: float = 0.5
    held: int = 37
    seed: int = 2
    threads: int = 2
    save_every: int = 50
    report_every: int = 50

    def chosen(self, layers: int) -> list[int]:
        """Return the teacher's layers that the student copies, evenly spaced up to the last."""
        return [round((i + 1) * layers / self.layers) - 1 for i in range(self.layers)]

    def is_held_out(self, article: int) -> bool:
        """Return whether the article with this number is held out for measuring."""
        return article % self.held == 5 % self.held

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as JSON values."""
        return asdict(self)
