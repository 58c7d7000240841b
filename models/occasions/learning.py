"""Learns how likely a quotation belongs to an event near it, from articles with labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import product
from typing import Final, NamedTuple

import numpy as np

from models.training.parsing import contexts, pipeline
from quotex.evaluation.events import given_spans, matching_venues, same_date
from quotex.evaluation.gold import GoldArticle, GoldAttribution
from quotex.loading import load_engine
from quotex.occasions.finder import mentions_of
from quotex.occasions.inheritance.law import timeline_of
from quotex.occasions.inheritance.likely import Pair, Weights, pairs
from quotex.occasions.inheritance.mention import EventMention, text_order
from quotex.occasions.inheritance.speech_event import SpeechEvent
from quotex.options import EngineName, EngineOptions
from quotex.parse.engine import Engine
from quotex.quotations.detectors.rules import RuleDetector
from quotex.quotations.given import GivenReader
from quotex.speakers.resolve import resolve_speakers

_ENGINES: Final[tuple[EngineName, ...]] = ("quotex", "spacy")
_STEPS = 50
_PRIOR = 20.0  # how strongly each weight is pulled towards zero
_MIN_PAIRS = 10  # a clue of fewer pairs says nothing
_MIN_SHARE = 0.5  # of an event's venues that the annotators give
_LEAST = 0.73  # what lower ones cost is in models/README.md


class Row(NamedTuple):
    """The clues of one pair, and whether the quotation belongs to the event."""

    clues: frozenset[str]
    belongs: bool


class Rows(NamedTuple):
    """The rows for the day and for the venues."""

    day: list[Row]
    venues: list[Row]


def rows_of(articles: Iterable[GoldArticle]) -> Rows:
    """Return the rows of articles whose quotations have days and venues as labels.

    Each article is read once with each engine, whose trees lead to different pairs.
    """
    rows = Rows([], [])
    for article, engine in product(articles, _ENGINES):
        for attribution, pair in _pairs(article, engine):
            if attribution.gives("date") and pair.event.day is not None:
                rows.day.append(Row(pair.clues, same_date(attribution.date, pair.event.day)))
            if attribution.gives("venues") and pair.event.venues:
                rows.venues.append(Row(pair.clues, _has_venues(attribution, pair.event)))
    return rows


def _pairs(article: GoldArticle, engine: EngineName) -> Iterator[tuple[GoldAttribution, Pair]]:
    reader = pipeline(RuleDetector(), _engine(engine))
    [context] = contexts(reader, [article])
    given = GivenReader(context)
    spans = sorted(given_spans(article), key=lambda s: (min(s.content), max(s.content)))
    candidates = [given.candidate(one) for one in spans]
    labels = {a.id: a for a in article.attributions}
    quotations, scenes, _ = mentions_of(
        context, candidates, resolve_speakers(context, candidates, None)
    )
    labelled: dict[EventMention, GoldAttribution] = {
        mention: labels[one.id]
        for mention, one in zip(quotations, spans, strict=True)
        if one.id in labels and not labels[one.id].nested
    }
    ordered = sorted((m for m in [*quotations, *scenes] if not m.is_within), key=text_order)
    published = context.document.published
    timeline = timeline_of(ordered, reader.language, published)
    for pair in pairs(ordered, timeline, reader.language.venues, published):
        if pair.quotation in labelled:
            yield labelled[pair.quotation], pair


@cache
def _engine(name: EngineName) -> Engine:
    return load_engine(None, EngineOptions(engine=name), threads=1)


def _has_venues(attribution: GoldAttribution, event: SpeechEvent) -> bool:
    common = matching_venues(attribution.venues or (), event.venues, any_kind=False)
    return common > 0 and common >= _MIN_SHARE * len(event.venues)


def fit(rows: Sequence[Row]) -> Weights:
    """Fit a logistic regression by Newton's method, each weight pulled a little towards zero.

    Raises:
        ValueError: there are no rows.
    """
    counts = Counter(clue for row in rows for clue in row.clues)
    clues = sorted(clue for clue, count in counts.items() if count >= _MIN_PAIRS)
    if not clues:
        raise ValueError("no quotation without an event has one near it; give more articles")
    inputs = np.array([[1.0, *(float(clue in row.clues) for clue in clues)] for row in rows])
    belongs = np.array([float(row.belongs) for row in rows])
    prior = np.diag([1e-6, *(_PRIOR for _ in clues)])
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        shares = 1 / (1 + np.exp(-inputs @ weights))
        gradient = inputs.T @ (belongs - shares) - prior @ weights
        hessian = (inputs * (shares * (1 - shares))[:, None]).T @ inputs + prior
        weights = weights + np.linalg.solve(hessian, gradient)
    rounded = [round(float(weight), 2) for weight in weights]
    return Weights(bias=rounded[0], clues=dict(zip(clues, rounded[1:], strict=True)))


def table(rows: Rows, source: str) -> str:
    """Return the weights as the text of ``likely.toml``; ``source`` describes the articles."""
    lines = [
        "# How likely a quotation belongs to an event near it, in log odds; see ``likely.py``.",
        f"# Source: learned from {source}",
        "# by python -m models.occasions, each with both engines.",
        "# After each clue: how many of its pairs belong together.",
        "",
        "version = 1",
        f"least = {_LEAST}",
    ]
    for kind, of_kind in zip(rows._fields, rows, strict=True):
        weights = fit(of_kind)
        lines += ["", f"[{kind}]", f"bias = {weights.bias}", "", f"[{kind}.clues]"]
        for clue, weight in weights.clues.items():
            having = [row.belongs for row in of_kind if clue in row.clues]
            lines.append(f"{clue} = {weight} # {sum(having)} of {len(having)}")
    return "\n".join([*lines, ""])
