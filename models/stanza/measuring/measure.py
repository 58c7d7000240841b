"""Measures a model folder and quotex's spaCy model on the held-out documents."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy

from models.stanza.conllu import Document
from models.stanza.measuring.reading import Reading, from_spacy, from_stanza, gold
from models.stanza.measuring.score import Count, Scores
from models.stanza.prepare import Corpora
from models.stanza.settings import NAMES, PACKAGE
from quotex.parse.models import installed_model, model_version


@dataclass(frozen=True)
class Engine:
    """A reader of texts, with its name."""

    name: str
    read: Callable[[list[str]], list[Reading]]


@dataclass(frozen=True)
class Measured:
    """The scores of one engine; ``words_per_second`` is of processor time, on one thread."""

    name: str
    scores: Scores
    words_per_second: float


def stanza_engine(folder: Path) -> Engine:
    """Return the Stanza pipeline of a model folder."""
    import torch

    import stanza

    torch.set_num_threads(1)
    pipeline = stanza.Pipeline(
        "en",
        dir=str(folder),
        package=PACKAGE,
        processors=",".join(NAMES),
        download_method=None,
        use_gpu=False,
        verbose=False,
    )
    return Engine(folder.name, lambda texts: list(map(from_stanza, pipeline.bulk_process(texts))))


def spacy_engine() -> Engine:
    """Return the installed spaCy model."""
    name = installed_model()
    language = spacy.load(name)

    def read(texts: list[str]) -> list[Reading]:
        # One paragraph at a time, as in quotex; no sentence crosses a paragraph's end.
        paragraphs = [text.split("\n\n") for text in texts]
        docs = iter(language.pipe([one for text in paragraphs for one in text], batch_size=32))
        return [_joined([from_spacy(next(docs)) for _ in text]) for text in paragraphs]

    return Engine(f"{name} {model_version(name)}", read)


def measure(engine: Engine, corpora: Corpora) -> Measured:
    """Return the engine's scores on the held-out documents."""
    held_out = corpora.split().held_out
    texts = [text_of(document) for document in held_out]
    began = time.process_time()
    readings = engine.read(texts)
    seconds = time.process_time() - began
    scores = Scores()
    for document, reading in zip(held_out, readings, strict=True):
        scores.add(gold(document), reading)
    return Measured(engine.name, scores, scores["words"].gold / seconds)


def agreement(engine: Engine, teacher: Engine, news: Path) -> dict[str, Count]:
    """Return how far the entities of two engines agree on news, by label and overall."""
    texts = [text.replace("\n", "\n\n") for text in _articles(news)]
    counts: dict[str, Count] = {"all": Count()}
    for mine, theirs in zip(engine.read(texts), teacher.read(texts), strict=True):
        counts["all"].add(theirs.entities, mine.entities)
        for label in sorted({label for _, label in (*mine.entities, *theirs.entities)}):
            count = counts.setdefault(label, Count())
            count.add(
                [one for one in theirs.entities if one[1] == label],
                [one for one in mine.entities if one[1] == label],
            )
    return counts


def text_of(document: Document) -> str:
    """Return a document as text with an empty line between paragraphs."""
    paragraphs = (
        "".join(one.text + (" " if one.space_after else "") for one in paragraph).rstrip()
        for paragraph in document.paragraphs()
    )
    return "\n\n".join(paragraphs)


def _articles(news: Path) -> Iterator[str]:
    with news.open(encoding="utf-8") as lines:
        for line in lines:
            article: dict[str, Any] = json.loads(line)
            yield article["text"]


def _joined(readings: list[Reading]) -> Reading:
    joined, at = Reading(), 0
    for reading in readings:
        shifted = reading.shifted(at)
        joined.sentences += shifted.sentences
        joined.tokens += shifted.tokens
        joined.words += shifted.words
        joined.entities += shifted.entities
        at = max([at, *(end for _, end in shifted.tokens)])
    return joined
