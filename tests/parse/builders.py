"""Shared by the tests of parsing: trees written as tables, and a minimal engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from quotex.document.document import Document
from quotex.languages.word_classes import word_classes
from quotex.parse.builder import ViewBuilder
from quotex.parse.engine import Depth, Scheme, Tree
from quotex.parse.shape import normalised
from quotex.parse.view import View
from quotex.records import Article
from tests.trees import ENGLISH

Ranges = Iterable[tuple[int, int, str]]


def document_of(text: str) -> Document:
    """Return the document of an English text."""
    return Document(Article(text=text, language="en"), ENGLISH)


def tree_of_rows(text: str, rows: str, entities: Ranges = (), firsts: Sequence[int] = ()) -> Tree:
    """Return a tree of ``text``; each row has word, lemma, part of speech, tag, label and head.

    Heads and ``entities`` refer to rows, counted from 0.
    """
    table = [line.split() for line in rows.strip().splitlines()]
    starts, at = [], 0
    for row in table:
        starts.append(text.index(row[0], at))
        at = starts[-1] + len(row[0])
    return Tree(
        starts=starts,
        ends=[start + len(row[0]) for start, row in zip(starts, table, strict=True)],
        firsts=list(firsts) or [0],
        entities=list(entities),
        lemmas=[row[1] for row in table],
        pos=[row[2] for row in table],
        tags=[row[3] for row in table],
        deps=[row[4] for row in table],
        heads=[int(row[5]) for row in table],
    )


def view_of_rows(text: str, rows: str, entities: Ranges = (), scheme: Scheme = "clear") -> View:
    """Return the view of an article read in one piece, from a table of its words."""
    document = document_of(text)
    builder = ViewBuilder(text, document.bounds, ENGLISH.classes)
    tree = normalised(tree_of_rows(text, rows, entities), scheme, word_classes("en"))
    builder.add(tree, text, lambda start, end: (start, end))
    return builder.view


def _names(text: str, words: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    runs = groupby(enumerate(words), key=lambda word: text[word[1][0]].isupper())
    named = [[n for n, _ in run] for is_name, run in runs if is_name]
    return [(run[0], run[-1] + 1, "PERSON") for run in named]


@dataclass
class WhitespaceEngine:
    """An engine that splits words; each depends on the one before, and capitals make names."""

    name: str = "spaces/1"
    scheme: Scheme = "clear"
    calls: list[tuple[Depth, list[str]]] = field(default_factory=list)

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        """Yield a tree for each text."""
        self.calls.append((depth, list(texts)))
        for text in texts:
            words = [match.span() for match in re.finditer(r"[\w’'-]+|[^\w\s]", text)]
            tree = Tree([a for a, _ in words], [b for _, b in words], [0], _names(text, words))
            if depth == "tree":
                count = len(words)
                tree.lemmas = [text[a:b].lower() for a, b in words]
                tree.pos, tree.tags = ["NOUN"] * count, ["NN"] * count
                tree.deps = ["ROOT", *["dep"] * (count - 1)][:count]
                tree.heads = [max(number - 1, 0) for number in range(count)]
            yield tree
