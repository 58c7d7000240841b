"""The results of scoring world news: the figures, and the mistakes behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quotex.evaluation.gold import GoldArticle, GoldAttribution
from quotex.evaluation.overlap import Rates, measured
from quotex.records import Quotation


@dataclass(frozen=True, slots=True)
class DetailRates:
    """Precision and recall of a detail, and how often the gold of found quotations gives it."""

    rates: Rates
    gold: int

    def to_dict(self) -> dict[str, float | None]:
        """Return the figures under the reference scorer's keys."""
        return {**self.rates.to_dict(), "of": self.gold}


@dataclass(frozen=True, slots=True)
class NewsScores:
    """How well predictions match gold that marks required quotations.

    ``precision``: the share of the predictions that match a label; of the others, ``partial`` ones
    are part of a label and ``false`` ones are not. ``recall``: the share found of the ``gold``
    required quotations in the requested modes. Of those found: ``exact`` content, ``source`` (the
    two touch, or both are absent), ``speaker``, ``date`` and ``venue``. ``score``: F1 times the
    share of right sources. ``calibration_error``: the expected calibration error of the confidence
    in ten bins, where a prediction that matches a label is right. A figure is None if the gold
    lacks the facts for it; ``unmeasured`` are the keys of those that are 0 only because there was
    nothing to measure.
    """

    articles: int
    gold: int | None
    predicted: int
    precision: float
    recall: float | None
    f1: float | None
    false: int
    partial: int
    exact: float | None
    source: float | None
    speaker: float | None
    date: DetailRates | None
    venue: DetailRates | None
    calibration_error: float | None
    unmeasured: frozenset[str] = frozenset()

    @property
    def score(self) -> float | None:
        """A single figure to rank by."""
        return None if self.f1 is None or self.source is None else self.f1 * self.source

    def to_dict(self) -> dict[str, Any]:
        """Return what the reference scorer prints with ``--json``, then the calibration error.

        Figures that were not measured are None.
        """
        figures = {
            "articles": self.articles,
            "gold": self.gold,
            "pred": self.predicted,
            "precision": self.precision,
            "recall": self.recall,
            "f": self.f1,
            "false": self.false,
            "partial": self.partial,
            "exact": self.exact,
            "source": self.source,
            "speaker": self.speaker,
            "date": self.date.to_dict() if self.date else None,
            "venue": self.venue.to_dict() if self.venue else None,
            "score": self.score,
            "calibration_error": self.calibration_error,
        }
        return measured(figures, self.unmeasured)


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A prediction that matches no label."""

    article: GoldArticle
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Missed:
    """A required quotation that no prediction matches."""

    article: GoldArticle
    attribution: GoldAttribution


@dataclass(frozen=True, slots=True)
class NewsResult:
    """The scores, and the mistakes that they count, in the order of the gold."""

    scores: NewsScores
    false: tuple[Unmatched, ...]
    partial: tuple[Unmatched, ...]
    missed: tuple[Missed, ...]
