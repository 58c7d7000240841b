"""Parses gold articles once, and stores the network's input."""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from models.training.data import Example, words_of
from models.training.parsing import contexts, labels, pipeline
from quotex.encoder.pieces import Pieces
from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.pipeline import Pipeline
from quotex.quotations.context import Context
from quotex.quotations.detectors.rules import RuleDetector
from quotex.quotations.model.features import Encoded, encode

Input = TypeVar("Input")
Result = TypeVar("Result")


@dataclass(slots=True)
class Prepared:
    """One article: words with their offsets, features, and the senses that the lexicon lists.

    ``senses`` maps the first word of each cue that a rule found to its mode and stance.
    """

    article: GoldArticle
    others: list[GoldArticle]
    encoded: Encoded
    starts: list[int]
    ends: list[int]
    senses: dict[int, tuple[str, str]]


def prepare(path: Path, work: Path, processes: int = 2) -> list[Prepared]:
    """Return the prepared articles of a gold file, from ``work`` if they are stored there."""
    given = annotations(path)
    return cached(
        path.stem, path.read_bytes(), work, lambda: map_in_processes(prepare_one, given, processes)
    )


def cached(
    name: str, content: bytes, work: Path, compute: Callable[[], list[Result]]
) -> list[Result]:
    """Return the result of ``compute`` for a content, from ``work`` if it is stored there."""
    path = work / f"{name}-{hashlib.sha256(content).hexdigest()[:12]}.pickle"
    if path.is_file():
        with path.open("rb") as file:
            return list(pickle.load(file))
    found = compute()
    work.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pickle.dump(found, file)
    return found


def map_in_processes(
    step: Callable[[Input], Result], given: Sequence[Input], processes: int = 2
) -> list[Result]:
    """Return the result of a step for each item, in order."""
    if processes > 1:
        with get_context("spawn").Pool(processes) as pool:
            return pool.map(step, given, chunksize=8)
    return [step(one) for one in given]


def annotations(path: Path) -> list[list[GoldArticle]]:
    """Return each article of a gold file once for every annotator who marked it.

    The field "others" of a line has further annotations, each ``{"attributions": [...]}``.
    """
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    further = {line["id"]: line.get("others") or [] for line in lines}
    return [
        [article, *(_annotated(article, other) for other in further[article.id])]
        for article in read_gold(path)
    ]


def _annotated(article: GoldArticle, other: dict[str, Any]) -> GoldArticle:
    given = {"id": article.id, "text": article.text, "attributions": other["attributions"]}
    return GoldArticle.model_validate(given)


def prepare_one(annotations: list[GoldArticle]) -> Prepared:
    """Parse one article, given once for each of its annotations, and compute its features."""
    return read_one(annotations)[1]


def read_one(annotations: list[GoldArticle]) -> tuple[Context, Prepared]:
    """Return the detector's input for one article, and the prepared article."""
    reader = _rules()
    article, *others = annotations
    [context] = contexts(reader, [article])
    [found] = reader.detector.detect([context])  # the raw findings, as in the learned detector
    return context, Prepared(
        article=article,
        others=others,
        encoded=encode(context, found, labels()),
        starts=[token.start for token in context.view.tokens],
        ends=[token.end for token in context.view.tokens],
        senses={c.cue[0].i: (c.sense.mode, c.sense.stance) for c in found if c.cue},
    )


@cache
def _rules() -> Pipeline:
    return pipeline(RuleDetector())


def examples(prepared: Sequence[Prepared], pieces: Pieces) -> list[Example]:
    """Return one example for each annotation of each article."""
    found = []
    for one in prepared:
        split = pieces.split(one.encoded.words)
        for annotated in (one.article, *one.others):
            outer = [a for a in annotated.attributions if not a.nested]  # a word has only one role
            roles = [words_of(a, one.starts, one.ends) for a in outer]
            found.append(
                Example(
                    one.article.id,
                    one.article.publisher or "",
                    one.encoded,
                    split,
                    roles,
                    around={},
                    senses=one.senses,
                )
            )
    return found
