"""Measures a model folder on gold articles that it was not trained on."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

import quotex
from models.training.measuring.calibrate import expected_error
from quotex.errors import InputError
from quotex.evaluation.confidence import correct_indices
from quotex.evaluation.gold import GoldArticle
from quotex.evaluation.overlap import Rates, ratio
from quotex.evaluation.spans import SpanScores, score_spans
from quotex.extractor import Extractor
from quotex.options import DetectorName
from quotex.records import Quotation

LEVELS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.93, 0.95)


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures of one detector; ``curve`` has precision and recall at each of ``LEVELS``.

    A quotation is right if annotators agree with its source and with half or more of its content.
    ``error`` is the expected calibration error in ten bins.
    """

    detector: DetectorName
    spans: SpanScores
    words_per_second: float
    error: float
    curve: tuple[tuple[float, float, float], ...]


def measure(folder: Path, articles: Sequence[GoldArticle], detector: DetectorName) -> Measured:
    """Run one detector with the model in ``folder`` over the articles."""
    extractor = unfiltered_extractor(folder, detector)
    started = time.perf_counter()
    found = read(extractor, articles)
    seconds = time.perf_counter() - started
    words = sum(len(article.text.split()) for article in articles)
    return figures_of(articles, found, detector, words / seconds)


def unfiltered_extractor(folder: Path, detector: DetectorName) -> Extractor:
    """Return an extractor with the model in ``folder`` that reports everything, in all modes."""
    return quotex.load(modes="all", detector=detector, attribution_model=folder, min_confidence=0)


def default_extractor(folder: Path) -> Extractor:
    """Return an extractor with the model in ``folder`` and otherwise default settings."""
    return quotex.load(attribution_model=folder)


def read(extractor: Extractor, articles: Sequence[GoldArticle]) -> dict[str, tuple[Quotation, ...]]:
    """Return the quotations of each article, by its id."""
    return {article.id: extractor(article.article()).quotations for article in articles}


def figures_of(
    articles: Sequence[GoldArticle],
    found: dict[str, tuple[Quotation, ...]],
    detector: DetectorName,
    words_per_second: float,
) -> Measured:
    """Return the figures of what one detector found in each article, by id."""
    confidence, right = judgements(articles, found)
    spans = score_spans(articles, found)
    return Measured(
        detector,
        spans,
        words_per_second,
        expected_error(confidence, right),
        tuple((level, *_at(level, confidence, right, spans.gold)) for level in LEVELS),
    )


def judgements(
    articles: Sequence[GoldArticle], found: dict[str, tuple[Quotation, ...]]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    """Return the confidence of each quotation, and whether annotators agree with it."""
    confidence: list[float] = []
    right: list[bool] = []
    for article in articles:
        agreeing = correct_indices(article, found[article.id])
        for number, quotation in enumerate(found[article.id]):
            confidence.append(quotation.confidence)
            right.append(number in agreeing)
    return np.array(confidence), np.array(right)


def require_rates(rates: Rates | None) -> Rates:
    """Return rates that can only be computed if the gold labels sources.

    Raises:
        InputError: it labels none.
    """
    if rates is None:
        raise InputError('the gold labels no source; give each attribution its "source"')
    return rates


def _at(
    level: float, confidence: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], gold: int
) -> tuple[float, float]:
    kept = right[confidence >= level]
    return ratio(int(kept.sum()), len(kept)), ratio(int(kept.sum()), gold)
