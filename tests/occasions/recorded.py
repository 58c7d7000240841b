"""Articles with recorded parses, so that a new model cannot change what the rules read.

``trees.toml`` holds the tree of each paragraph: its words in text order, each written as word,
lemma, part of speech, tag, relation and the number of its head, counted from 1, then its entity if
it has one, with "+" before it if it continues. "|" ends a sentence.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from quotex.extractor import Extractor
from quotex.options import Options
from quotex.parse.engine import Depth, Scheme, Tree
from quotex.pipeline import Pipeline
from quotex.quotations.detectors.rules import RuleDetector
from tests.trees import ENGLISH


class RecordedEngine:
    """Returns the recorded trees of paragraphs, looked up by their text."""

    name = "recorded"
    scheme: Scheme = "clear"

    def __init__(self) -> None:
        path = Path(__file__).with_name("trees.toml")
        self._trees: dict[str, str] = tomllib.loads(path.read_text("utf-8"))["trees"]

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield the recorded tree of each text."""
        assert depth == "tree"
        return (tree_of(text, self._trees[text]) for text in texts)

    def check(self, depth: Depth) -> None:
        """Accept any depth."""


def tree_of(text: str, notation: str) -> Tree:
    """Return the tree of a text; ``notation`` is that of ``trees.toml``."""
    tree = Tree([], [], [0], [])
    end = 0
    for part in notation.split():
        if part == "|":
            tree.firsts.append(len(tree.starts))
            continue
        word, lemma, pos, tag, dep, head, *entity = part.split("/")
        number = len(tree.starts)
        start = text.index(word, end)
        end = start + len(word)
        tree.starts.append(start)
        tree.ends.append(end)
        tree.lemmas.append(lemma)
        tree.pos.append(pos)
        tree.tags.append(tag)
        tree.deps.append(dep)
        tree.heads.append(int(head) - 1)
        for label in entity:
            first = tree.entities.pop()[0] if label.startswith("+") else number
            tree.entities.append((first, number + 1, label.removeprefix("+")))
    return tree


def recorded_extractor() -> Extractor:
    """Return an extractor that uses only the rules, on recorded parses."""
    options = Options(detector="rules", min_confidence=0)
    return Extractor(Pipeline(ENGLISH, RecordedEngine(), RuleDetector(), options))
