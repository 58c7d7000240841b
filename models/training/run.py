"""The steps of the recipe; each keeps its result, and none is done twice."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from models.training.checkpoint import averaged, chain_of, load_network
from models.training.data import Item, items
from models.training.export import export
from models.training.measuring.calibrate import Rows, fit, held_out_error, judged
from models.training.network import Network, Shape, load_bert
from models.training.parsing import labels
from models.training.prepare import Prepared, examples, prepare
from models.training.senses import fit_senses
from models.training.settings import (
    FULL,
    LAST,
    MODEL,
    Settings,
    base_model,
    branch_name,
    fold_name,
)
from models.training.train import Trainer
from quotex.quotations.model.around import branch_count
from quotex.quotations.model.calibration import UNFITTED, Regression
from quotex.quotations.model.config import (
    CONFIG,
    MODES,
    STANCES,
    Calibration,
    ChainScores,
    Config,
    Decoding,
    Detecting,
    KnownLabels,
)
from quotex.quotations.model.features import COLUMNS
from quotex.quotations.model.onnx import TOKENIZER, Model
from quotex.quotations.model.pieces import Pieces

FLOOR, THRESHOLD, QUOTED_THRESHOLD = 0.05, 0.38, 0.2
_JUDGED_FROM = 0.2  # confidence is fitted to findings at least this likely
Fitted = dict[Detecting, Regression]
_EVEN: Fitted = {"hybrid": UNFITTED, "model": UNFITTED}
Report = Callable[[str], None]


@dataclass(slots=True)
class Recipe:
    """One training: the gold file, the folder for intermediate results, and the settings."""

    gold: Path
    work: Path
    settings: Settings
    report: Report

    def prepared(self) -> list[Prepared]:
        """Return the parsed articles."""
        return prepare(self.gold, self.work)

    def pieces(self) -> Pieces:
        """Return the tokenizer of the pretrained encoder."""
        return Pieces(base_model() / TOKENIZER)

    def train(self, name: str, without: Sequence[str] = ()) -> Network:
        """Train on all articles but those of some publishers, into ``work/name``."""
        torch.set_num_threads(self.settings.threads)
        kept = [p for p in self.prepared() if (p.article.publisher or "") not in without]
        chosen = self._items(kept)
        trainer = Trainer(self._new(), chosen, self.pieces(), self.settings)
        self.report(f"{name}: {len(kept)} articles, {len(chosen)} windows, {trainer.total} steps")
        return trainer.run(self.work / name, self.report)

    def branch(self) -> Network:
        """Continue the full training at a third of its learning rates, with this seed.

        Branches with different seeds stay close enough to one another to be averaged.
        """
        rates = {"encoder_rate": self.settings.encoder_rate / 3}
        rates["head_rate"] = self.settings.head_rate / 3
        torch.set_num_threads(self.settings.threads)
        network = load_network(self.work / FULL / LAST)
        chosen = self._items(self.prepared())
        trainer = Trainer(network, chosen, self.pieces(), replace(self.settings, **rates))
        name = branch_name(self.settings.seed)
        self.report(f"{name}: {len(chosen)} windows, {trainer.total} steps")
        return trainer.run(self.work / name, self.report)

    def _items(self, prepared: Sequence[Prepared]) -> list[Item]:
        return items(examples(prepared, self.pieces()), self.settings.capacity)

    def _new(self) -> Network:
        torch.manual_seed(self.settings.seed)
        known = labels()
        shape = Shape(
            columns=tuple(known.size(column) for column in COLUMNS),
            branches=branch_count(known.size("dep")),
            senses=len(MODES) + len(STANCES),
        )
        network = Network(shape)
        load_bert(network.encoder, load_file(base_model() / "model.safetensors"))
        return network

    def _decoding(self, threshold: float, quoted_threshold: float | None = None) -> Decoding:
        senses: dict[Any, tuple[str, ...]] = {"mode": MODES, "stance": STANCES}
        return Decoding(
            capacity=self.settings.capacity,
            floor=FLOOR,
            threshold=threshold,
            quoted_threshold=quoted_threshold,
            senses=senses,
        )

    def fold(self, without: Sequence[str]) -> dict[Detecting, Rows]:
        """Train without some publishers, and judge what is found in their articles."""
        name = fold_name(without)
        kept = self.work / name / "judged.json"
        if not kept.is_file():
            folder = self.work / name / MODEL
            decoding = self._decoding(_JUDGED_FROM)
            self._write(self.train(name, without), folder, "0", _EVEN, decoding)
            model = Model(folder, self.settings.threads)
            articles = [p.article for p in self.prepared() if p.article.publisher in without]
            found = {
                mode: judged(model, articles, rules=mode == "hybrid")
                for mode in ("hybrid", "model")
            }
            kept.write_text(json.dumps(found), "utf-8")
        return dict(json.loads(kept.read_text("utf-8")))

    def build(
        self,
        out: Path,
        version: str,
        folds: Sequence[Sequence[str]],
        branches: Sequence[int] = (),
    ) -> None:
        """Write the model folder, which gives the model its name.

        The weights are the mean of those of the full training and of its branches, given by seed.
        """
        names = [FULL, *map(branch_name, branches)]
        network = averaged([load_network(self.work / name / LAST) for name in names])
        shares = fit_senses(network, self._items(self.prepared()), self.pieces())
        self.report(f"senses, on cues kept aside: {shares}")
        decoding = self._decoding(THRESHOLD, QUOTED_THRESHOLD)
        self._write(network, out, version, self.calibration(folds), decoding)

    def _write(
        self,
        network: Network,
        out: Path,
        version: str,
        calibration: Fitted,
        decoding: Decoding,
    ) -> None:
        out.mkdir(parents=True, exist_ok=True)
        export(network, out)
        shutil.copyfile(base_model() / TOKENIZER, out / TOKENIZER)
        config = _config(network, out.name, version, calibration, decoding)
        text = json.dumps(config.model_dump(mode="json"), indent=1)
        (out / CONFIG).write_text(text + "\n", "utf-8")

    def calibration(self, folds: Sequence[Sequence[str]]) -> Fitted:
        """Return the regressions that give confidence, fitted to all that the folds judged."""
        judged_rows: dict[Detecting, Rows] = {"hybrid": [], "model": []}
        for without in folds:
            for mode, rows in self.fold(without).items():
                judged_rows[mode].extend(rows)
        fitted = {mode: fit(rows) for mode, rows in judged_rows.items()}
        for mode, rows in judged_rows.items():
            error = held_out_error(rows)
            self.report(f"confidence of {mode}, each half fitted to the other: error {error:.3f}")
        return fitted


def _config(
    network: Network, name: str, version: str, calibration: Fitted, decoding: Decoding
) -> Config:
    known, chain = labels(), chain_of(network)
    return Config(
        format=1,
        name=name,
        version=version,
        columns=COLUMNS,
        labels=KnownLabels(pos=known.pos, dep=known.dep, entity=known.entity),
        reach=network.shape.reach,
        decoding=decoding,
        chain=ChainScores(
            start=tuple(chain.start.tolist()),
            step=tuple(tuple(row) for row in chain.step.tolist()),
            end=tuple(chain.end.tolist()),
        ),
        confidence={
            mode: Calibration(bias=fitted.bias, weights=dict(fitted.weights))
            for mode, fitted in calibration.items()
        },
    )
