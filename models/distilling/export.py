"""Writes a student as a model folder of format 2: three graphs, and their configuration."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import torch
from torch import Tensor, nn

from models.distilling.arrays import Names
from models.distilling.network import Student, TreeHead
from models.distilling.settings import Settings
from models.training.checkpoint import as_arrays
from models.training.export import export_encoder, export_look, write_graph
from models.training.words import share_words
from quotex.encoder.config import CONFIG, TreeLabels
from quotex.encoder.graph import TOKENIZER, words_folder
from quotex.encoder.parser import TREE
from quotex.encoder.words import COLUMNS as TEXT_COLUMNS
from quotex.quotations.model.config import ChainScores, Config, read_config
from quotex.quotations.model.features import SECOND_LOOK_COLUMNS

_NEVER = -1e4
_AROUND = 3  # features of a word around a cue, before the columns


class _TreeReader(nn.Module):
    """The parse of a window: tags, log odds of starts, scores of names and arcs, heads, labels."""

    def __init__(self, tree: TreeHead) -> None:
        super().__init__()
        self.tree = tree

    def forward(self, states: Tensor) -> tuple[Tensor, ...]:
        found = self.tree(states[None])
        starts, arcs = found.starts[0], found.arcs[0]
        sentence = (starts > 0).long().cumsum(0)
        same_sentence = sentence[:, None] == sentence[None]
        arcs = torch.where(same_sentence, arcs, torch.full_like(arcs, _NEVER))
        heads = arcs.argmax(-1)
        labels = self.tree.labels(found.mixed, heads[None])[0]
        return found.tags[0].argmax(-1), starts, found.names[0], arcs, heads, labels.argmax(-1)


def export(student: Student, folder: Path) -> None:
    """Write the graphs of a student, with the weights of encoder and trees in eight bits."""
    student = student.cpu().float().eval()
    width = student.shape.width
    with torch.no_grad():
        export_encoder(student.encoder, folder)
        export_look(student.look, width, folder, _AROUND + len(SECOND_LOOK_COLUMNS))
        words = {0: "words"}
        outputs = dict.fromkeys(("tags", "starts", "names"), words)
        outputs |= {"scores": {0: "words", 1: "words"}, "heads": words, "labels": words}
        write_graph(
            _TreeReader(student.tree),
            (torch.zeros(8, width),),
            folder / TREE,
            {"states": words},
            outputs,
            eight_bits=True,
        )


def write_folder(
    student: Student, names: Names, teacher: Path, settings: Settings, folder: Path, version: str
) -> None:
    """Write the model folder; the model is named after it.

    Until its confidence is fitted again, it is the teacher's, lowered by ``settings.doubt``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    known, chain = read_config(teacher), as_arrays(student.chain)
    words = words_folder(teacher, known.words_of)
    shutil.copyfile(words / TOKENIZER, folder / TOKENIZER)
    export(student, folder)
    config = Config(
        format=2,
        name=folder.name,
        version=version,
        columns=TEXT_COLUMNS,
        labels=known.labels,
        reach=known.reach,
        decoding=known.decoding.model_copy(
            update={
                "capacity": settings.capacity,
                "floor": settings.floor,
                "threshold": settings.threshold,
            }
        ),
        chain=ChainScores(
            start=tuple(chain.start.tolist()),
            step=tuple(tuple(row) for row in chain.step.tolist()),
            end=tuple(chain.end.tolist()),
        ),
        confidence={
            detector: fit.model_copy(update={"bias": fit.bias - settings.doubt})
            for detector, fit in known.confidence.items()
        },
        tree=TreeLabels(tags=names.tags, deps=names.deps, entities=names.entities),
        words_of=share_words(folder, words),
    )
    text = json.dumps(config.model_dump(mode="json"), indent=1)
    (folder / CONFIG).write_text(text + "\n", "utf-8")
