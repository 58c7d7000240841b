"""Makes trees from an encoder's states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from quotex.encoder.config import TreeLabels
from quotex.encoder.graph import Floats
from quotex.encoder.names import names_of
from quotex.encoder.pieces import Ids
from quotex.encoder.sessions import session
from quotex.encoder.trees import heads_of, is_tree, sentences_of
from quotex.errors import ModelError

TREE = "tree.onnx"
_NAMES, _NAMES_AXES = "names", 2  # words and marks


@dataclass(frozen=True, slots=True)
class Parse:
    """The columns of a tree; see ``quotex.parse.engine.Tree``."""

    firsts: list[int]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    entities: list[tuple[int, int, str]]


class Parser:
    """The heads of a model that predict sentences, tags, trees and entities from states."""

    def __init__(self, folder: Path, labels: TreeLabels, threads: int = 1) -> None:
        self.labels = labels
        self._graph = session(folder / TREE, threads)
        shapes = {given.name: given.shape for given in self._graph.get_outputs()}
        if len(shapes.get(_NAMES, ())) != _NAMES_AXES:
            raise ModelError(
                f"{folder / TREE} does not score the marks of names; write the model again with "
                "`python -m models.distilling build` of this version"
            )

    def parse(self, states: Floats) -> Parse:
        """Return the trees over the words of a paragraph; there must be at least one word."""
        tags, starts, names, scores, heads, deps = self._graph.run(None, {"states": states})
        sentences = sentences_of(starts > 0)
        heads = _with_valid_trees(heads, scores, sentences)
        known = self.labels
        return Parse(
            firsts=[first for first, _ in sentences],
            tags=[known.tags[tag] for tag in tags.tolist()],
            deps=[known.deps[dep] for dep in deps.tolist()],
            heads=heads.tolist(),
            entities=[
                (first, last, known.entities[label])
                for first, last, label in names_of(names, sentences)
            ],
        )


def _with_valid_trees(heads: Ids, scores: Floats, sentences: Sequence[tuple[int, int]]) -> Ids:
    """Return the heads, replaced by the best tree in sentences where they do not form one."""
    valid = heads.copy()
    for first, last in sentences:
        if not is_tree(heads[first:last] - first):
            valid[first:last] = heads_of(scores[first:last, first:last]) + first
    return valid
