"""Parses all text once, and stores what the student is to learn from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from models.distilling.sources import articles
from models.training.prepare import Prepared, annotations, cached, map_in_processes, read_one
from quotex.evaluation.gold import GoldArticle

Kind = Literal["gold", "world", "text"]


@dataclass(slots=True)
class Parsed:
    """One article as the parser and the rules see it; ``tags``, ``pos`` and ``deps`` are by word.

    ``firsts`` are the first words of sentences; an entity has words ``[first, last)``.
    """

    prepared: Prepared
    tags: list[str]
    pos: list[str]
    deps: list[str]
    firsts: list[int]
    entities: list[tuple[int, int, str]]


@dataclass(slots=True)
class Source:
    """The articles of one file or folder: gold, gold of other kinds, or unannotated text."""

    name: str
    kind: Kind
    articles: list[Parsed]


@dataclass(frozen=True, slots=True)
class Corpora:
    """The paths of the articles."""

    gold: Path
    world: tuple[Path, ...] = ()
    texts: tuple[Path, ...] = ()

    def parsed(self, work: Path, processes: int = 2) -> list[Source]:
        """Return all articles parsed, from ``work`` if they are stored there."""
        gold: list[tuple[Kind, Path]] = [("gold", self.gold), *(("world", p) for p in self.world)]
        given = [(kind, path, annotations(path)) for kind, path in gold]
        given += [("text", path, [[one] for one in articles(path)]) for path in self.texts]
        return [
            Source(path.stem, kind, _parsed(path.stem, one, work, processes))
            for kind, path, one in given
        ]


def _parsed(name: str, given: list[list[GoldArticle]], work: Path, processes: int) -> list[Parsed]:
    content = "".join(one.model_dump_json() for article in given for one in article).encode()
    return cached(
        f"{name}-parsed", content, work, lambda: map_in_processes(parse_one, given, processes)
    )


def parse_one(annotations: list[GoldArticle]) -> Parsed:
    """Parse one article, given once for each of its annotations."""
    context, prepared = read_one(annotations)
    view = context.view
    return Parsed(
        prepared=prepared,
        tags=[token.tag for token in view.tokens],
        pos=[token.pos for token in view.tokens],
        deps=[token.dep for token in view.tokens],
        firsts=[sentence.first for sentence in view.sentences],
        entities=[(entity.first, entity.last, entity.label) for entity in view.entities],
    )
