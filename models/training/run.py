"""The steps of the recipe; each stores its result, and none is repeated."""

from __future__ import annotations

import copy
import json
import math
import random
import shutil
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from models.training.checkpoint import average, chain_of, load_network, save_network
from models.training.data import Item, items
from models.training.export import export
from models.training.measuring.calibrate import Rows, fit, held_out_errors, judge
from models.training.network import Network, Shape, load_bert
from models.training.parsing import labels
from models.training.prepare import Prepared, examples, prepare
from models.training.restore import restore
from models.training.senses import fit_senses
from models.training.settings import (
    FULL,
    LAST,
    MIXED,
    MODEL,
    WORLD,
    Fold,
    Settings,
    base_model,
    fold_name,
)
from models.training.train import Trainer
from quotex.encoder.graph import TOKENIZER
from quotex.encoder.pieces import Pieces
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
    DetectorMode,
    KnownLabels,
)
from quotex.quotations.model.features import COLUMNS
from quotex.quotations.model.onnx import Model

FLOOR, THRESHOLD, QUOTED_THRESHOLD = 0.05, 0.35, 0.2
_MIN_JUDGED = 0.2  # confidence is fitted to findings that are at least this likely
Fitted = dict[DetectorMode, Regression]
Judged = dict[DetectorMode, list[Rows]]  # way of detecting to the rows of each stage
_UNCALIBRATED: Fitted = {"hybrid": UNFITTED, "model": UNFITTED}
Report = Callable[[str], None]


@dataclass(slots=True)
class Recipe:
    """One training in two stages, with its folder for intermediate results and its settings.

    The first stage reads ``gold``, a large set of one kind of news. The second continues from there
    and reads ``world``, smaller files of other kinds, along with part of ``gold``. Without
    ``world`` there is only the first stage.
    """

    gold: Path
    work: Path
    settings: Settings
    report: Report
    world: Sequence[Path] = ()

    def prepared(self) -> list[Prepared]:
        """Return the parsed articles of the first stage."""
        return prepare(self.gold, self.work)

    def prepared_world(self, fold: Fold | None = None, *, left_out: bool = False) -> list[Prepared]:
        """Return the parsed world news; given a fold, only what it keeps or leaves out."""
        paths = (
            path
            for number, path in enumerate(self.world)
            if fold is None or fold.leaves_out(number) is left_out
        )
        return [article for path in paths for article in prepare(path, self.work)]

    def pieces(self) -> Pieces:
        """Return the tokenizer of the pretrained encoder."""
        return Pieces(base_model() / TOKENIZER)

    def train(self, name: str, without: Sequence[str] = ()) -> Network:
        """Train the first stage in ``work/name``, on all articles except some publishers'."""
        chosen = self._items(self._articles_without(without))
        return self._run(name, self._new_network(), chosen, self.settings)

    def train_second_stage(self, name: str, start: Network, fold: Fold | None = None) -> Network:
        """Train the second stage from ``start`` in ``work/name``, and return a mix of both stages.

        ``start`` itself is trained further.
        """
        settings = self.settings.second_stage()
        before = copy.deepcopy(start)
        first = self._items(self._articles_without(fold.without if fold else ()))
        count = round(settings.again * len(first))
        repeated = random.Random(settings.seed).sample(first, count)
        world = self._items(self.prepared_world(fold))
        after = self._run(name, start, [*repeated, *settings.copies * world], settings)
        network = average(before, after, 1 - settings.kept)
        save_network(network, self.work / name / MIXED)
        return network

    def network_from(self, folder: Path) -> Network:
        """Return the network of a model folder, to continue from instead of a first stage."""
        return restore(folder, self._new_network())

    def _articles_without(self, without: Sequence[str]) -> list[Prepared]:
        return [p for p in self.prepared() if (p.article.publisher or "") not in without]

    def _run(
        self, name: str, network: Network, chosen: Sequence[Item], settings: Settings
    ) -> Network:
        torch.set_num_threads(settings.threads)
        trainer = Trainer(network, chosen, self.pieces(), settings)
        articles = len({id(item.example.encoded) for item in chosen})
        self.report(f"{name}: {articles} articles, {len(chosen)} windows, {trainer.total} steps")
        return trainer.run(self.work / name, self.report)

    def _items(self, prepared: Sequence[Prepared]) -> list[Item]:
        return items(examples(prepared, self.pieces()), self.settings.capacity)

    def _new_network(self) -> Network:
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

    def fold(self, fold: Fold) -> Judged:
        """Train without what the fold leaves out, and judge the findings there."""
        cache = self.work / fold.name / "judged.json"
        if not cache.is_file():
            folder = self.work / fold.name / MODEL
            network = self.train(fold_name(fold.without), fold.without)
            if self.world:
                network = self.train_second_stage(fold.name, network, fold)
            self._write(network, folder, "0", _UNCALIBRATED, self._decoding(_MIN_JUDGED))
            model = Model(folder, self.settings.threads)
            articles = [p.article for p in self.prepared() if p.article.publisher in fold.without]
            first = articles[:: math.ceil(len(articles) / self.settings.judged) or 1]
            world = [p.article for p in self.prepared_world(fold, left_out=True)]
            found = {
                mode: [judge(model, part, rules=mode == "hybrid") for part in (first, world)]
                for mode in _UNCALIBRATED
            }
            cache.write_text(json.dumps(found), "utf-8")
        return dict(json.loads(cache.read_text("utf-8")))

    def build(self, out: Path, version: str, folds: Sequence[Fold]) -> None:
        """Write the model folder; the model is named after it."""
        checkpoint = self.work / WORLD / MIXED if self.world else self.work / FULL / LAST
        network = load_network(checkpoint)
        prepared = [*self.prepared(), *self.prepared_world()]
        items = self._items(prepared)
        shares = fit_senses(network, items, self.pieces())
        self.report(f"senses, on held-out cues: {shares}")
        decoding = self._decoding(THRESHOLD, QUOTED_THRESHOLD)
        seen = {piece for i in items for word in i.example.pieces for piece in word}
        self._write(network, out, version, self.calibration(folds), decoding, seen)

    def _write(
        self,
        network: Network,
        out: Path,
        version: str,
        calibration: Fitted,
        decoding: Decoding,
        seen: Collection[int] | None = None,
    ) -> None:
        out.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(base_model() / TOKENIZER, out / TOKENIZER)
        export(network, out, seen)
        config = _config(network, out.name, version, calibration, decoding)
        text = json.dumps(config.model_dump(mode="json"), indent=1)
        (out / CONFIG).write_text(text + "\n", "utf-8")

    def calibration(self, folds: Sequence[Fold]) -> Fitted:
        """Return the regressions for confidence, fitted to all findings that the folds judged.

        Both stages have the same weight, whatever the number of their findings.
        """
        fitted: Fitted = {}
        found = [self.fold(fold) for fold in folds]
        for mode in _UNCALIBRATED:
            by_stage = zip(*(one[mode] for one in found), strict=True)
            stages = [list(chain.from_iterable(rows)) for rows in by_stage]
            fitted[mode] = fit(*stages)
            errors = ", ".join(f"{error:.3f}" for error in held_out_errors(*filter(None, stages)))
            self.report(f"confidence of {mode}, each half fitted to the other: error {errors}")
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
