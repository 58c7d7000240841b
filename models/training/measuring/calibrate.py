"""Fits confidence to how often the network is right on articles it has never seen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from models.training.parsing import contexts, pipeline
from quotex.evaluation.gold import GoldArticle
from quotex.evaluation.overlap import Cover, Words, agreeing, gold_cover
from quotex.quotations.candidate import Candidate
from quotex.quotations.detectors.learned import LearnedDetector
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.calibration import PARTS, Regression

_STEPS = 50
_PRIOR = 1.0  # how strongly each weight is pulled towards zero

Rows = list[tuple[dict[str, float], bool]]


def judge(model: AttributionModel, articles: Iterable[GoldArticle], *, rules: bool) -> Rows:
    """Return the parts of each accepted candidate, and whether annotators agree with it.

    They agree if the content overlaps by half or more and the source is the same. The content is
    the final one, including what the rules and quoted sentences add. Only the model's candidates
    count. Without ``rules``, articles are read as with ``detector="model"``, without a parse.
    """
    reader = pipeline(LearnedDetector(model, rules=rules))
    rows: Rows = []
    for article in articles:
        read = contexts(reader, [article])
        [found] = reader.detect(read)
        right = _right(article, found)
        rows.extend((dict(c.parts), n in right) for n, c in enumerate(found) if c.parts is not None)
    return rows


def _right(article: GoldArticle, found: Sequence[Candidate]) -> set[int]:
    words = Words(article.text)
    gold = [gold_cover(words, attribution) for attribution in article.attributions]
    covers = [_cover(words, candidate) for candidate in found]
    return agreeing(gold, covers)


def _cover(words: Words, candidate: Candidate) -> Cover:
    return Cover(
        source=words.under([(t.start, t.end) for t in candidate.source]),
        cue=words.under([(t.start, t.end) for t in candidate.cue]),
        content=words.under(candidate.content),
    )


def fit(*groups: Rows) -> Regression:
    """Fit a logistic regression by Newton's method, each weight pulled a little towards zero.

    Every group of rows has the same weight, whatever its size; the weights of all rows add up to
    their number. An empty group does not count.

    Raises:
        ValueError: there are no rows.
    """
    groups = tuple(rows for rows in groups if rows)
    if not groups:
        raise ValueError(
            "there are no findings to fit confidence to; give folds in which the model finds "
            "quotations"
        )
    rows = [row for group in groups for row in group]
    share = len(rows) / len(groups)
    row_weights = np.concatenate([np.full(len(group), share / len(group)) for group in groups])
    inputs = np.array([[1.0, *(parts[name] for name in PARTS)] for parts, _ in rows])
    right = np.array([float(is_right) for _, is_right in rows])
    prior = np.diag([1e-6, *(_PRIOR for _ in PARTS)])
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        shares = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (row_weights * (right - shares)) - prior @ weights
        hessian = (inputs * (row_weights * shares * (1 - shares))[:, None]).T @ inputs + prior
        weights = weights + np.linalg.solve(hessian, gradient)
    return Regression(
        round(float(weights[0]), 4),
        {name: round(float(w), 4) for name, w in zip(PARTS, weights[1:], strict=True)},
    )


def expected_error(
    confidence: npt.NDArray[np.float64], right: npt.NDArray[np.bool_], bins: int = 10
) -> float:
    """Return the expected calibration error over bins of equal width."""
    number = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [
        abs(confidence[number == b].mean() - right[number == b].mean()) * (number == b).mean()
        for b in range(bins)
        if (number == b).any()
    ]
    return float(sum(gaps))


def held_out_errors(*groups: Rows) -> list[float]:
    """Return each group's expected calibration error, each half scored by a fit to the others.

    The shipped confidence is fitted to all rows; this measures it on articles to which it was not
    fitted. Rows are in article order, so the halves share at most one article. For a group of
    fewer than two rows the error is NaN.
    """
    halves = [(rows[: len(rows) // 2], rows[len(rows) // 2 :]) for rows in groups]
    fitted = [fit(*(pair[seen] for pair in halves)) for seen in (0, 1)]
    errors = []
    for pair in halves:
        scored = [
            (fitted[1 - unseen].probability(parts), bool(is_right))
            for unseen in (0, 1)
            for parts, is_right in pair[unseen]
        ]
        confidence, right = (np.array(column) for column in zip(*scored, strict=True))
        errors.append(expected_error(confidence, right) if all(pair) else math.nan)
    return errors
