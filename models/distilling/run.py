"""The steps of the recipe; each stores its result in the work folder."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from models.distilling.arrays import Arrays, arrays_of
from models.distilling.card import training_section
from models.distilling.export import write_folder
from models.distilling.network import Student, TreeShape, student_from
from models.distilling.prepare import Corpora
from models.distilling.settings import ARRAYS, LAST, Settings
from models.distilling.train import Trainer
from models.training.network import Network, Shape
from models.training.parsing import labels
from models.training.restore import restore
from quotex.encoder.graph import TOKENIZER, words_folder
from quotex.encoder.pieces import read_pieces
from quotex.errors import ModelError
from quotex.quotations.model.around import branch_count
from quotex.quotations.model.config import read_config
from quotex.quotations.model.features import COLUMNS

Report = Callable[[str], None]


@dataclass(slots=True)
class Recipe:
    """One distillation of ``teacher``, the folder of a model of format 1.

    ``sizes`` are the teacher's sizes that differ from the shipped model's.
    """

    teacher: Path
    work: Path
    settings: Settings
    report: Report
    device: str = "cpu"
    sizes: Mapping[str, Any] = field(default_factory=dict)

    def prepare(self, corpora: Corpora, processes: int = 2) -> None:
        """Parse all articles, and store them as arrays."""
        config, known = read_config(self.teacher), labels()
        if config.labels.model_dump() != {
            "pos": known.pos,
            "dep": known.dep,
            "entity": known.entity,
        }:
            raise ModelError(
                f"{self.teacher} was trained with other labels than those of the installed "
                "language model; install the model that it was trained with"
            )
        pieces = read_pieces(words_folder(self.teacher, config.words_of) / TOKENIZER)
        sources = corpora.parsed(self.work, processes)
        arrays = arrays_of(sources, pieces, self.settings.capacity, config.reach)
        arrays.save(self.work / ARRAYS)
        names = arrays.names
        self.report(f"{sum(names.articles)} articles, {sum(names.words)} words")

    def arrays(self) -> Arrays:
        """Return the arrays that ``prepare`` stored.

        Raises:
            FileNotFoundError: there are none.
        """
        path = self.work / ARRAYS
        if not path.is_file():
            raise FileNotFoundError(f"{path} is missing; run the step `prepare` first")
        return Arrays.load(path)

    def train(self, *, resume: bool = True) -> Student:
        """Train a student, from its last checkpoint if there is one and ``resume`` is True."""
        torch.set_num_threads(self.settings.threads)
        arrays, teacher = self.arrays(), self._teacher()
        student = self._student(teacher, arrays)
        device = torch.device(self.device)
        trainer = Trainer(student, teacher, arrays, self.settings, device)
        self.report(f"{len(trainer.chosen)} windows, {len(trainer.held_out)} held out")
        return trainer.run(self.work / LAST, self.report, resume=resume)

    def build(self, out: Path, version: str) -> None:
        """Write the model folder from a finished training, and report the text for its card."""
        saved: dict[str, Any] = torch.load(self.work / LAST, map_location="cpu", weights_only=True)
        settings, arrays = Settings(**saved["settings"]), self.arrays()
        student = Student(self._shape(), _tree_shape(arrays, settings), settings)
        student.load_state_dict(saved["student"])
        write_folder(student, arrays.names, self.teacher, settings, out, version)
        step, _, _, spent = saved["place"]
        self.report(training_section(arrays.names, settings, step, spent, saved["figures"]))

    def _student(self, teacher: Network, arrays: Arrays) -> Student:
        torch.manual_seed(self.settings.seed)
        return student_from(teacher, _tree_shape(arrays, self.settings), self.settings)

    def _teacher(self) -> Network:
        return restore(self.teacher, Network(self._shape()), words=True)

    def _shape(self) -> Shape:
        config, known = read_config(self.teacher), labels()
        return Shape(
            columns=tuple(known.size(column) for column in COLUMNS),
            branches=branch_count(known.size("dep")),
            senses=sum(len(names) for names in config.decoding.senses.values()),
            **{"reach": config.reach, **self.sizes},
        )


def _tree_shape(arrays: Arrays, settings: Settings) -> TreeShape:
    names = arrays.names
    return TreeShape(
        tags=len(names.tags),
        pos=len(names.pos),
        deps=len(names.deps),
        entities=len(names.entities),
        arc=settings.arc,
        label=settings.label,
    )
