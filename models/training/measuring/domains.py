"""Compares a model trained without some publishers with the full one, publisher by publisher."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from models.training.measuring.measure import read, require_rates, unfiltered_extractor
from quotex.encoder.config import CONFIG
from quotex.errors import InputError
from quotex.evaluation.gold import GoldArticle
from quotex.evaluation.spans import score_spans
from quotex.quotations.model.config import read_config
from quotex.records import Quotation

Found = Mapping[str, Sequence[Quotation]]


@dataclass(frozen=True, slots=True)
class Domain:
    """Attributed F1 on one publisher's articles: of the model without some, and of the full one."""

    publisher: str
    articles: int
    left_out: bool
    without: float
    whole: float


def domains(
    fold: Path, whole: Path, articles: Sequence[GoldArticle], left_out: Collection[str]
) -> list[Domain]:
    """Measure both models with ``hybrid``; the publishers left out come first.

    The model in ``fold`` is given the confidence and thresholds of the full one, so only the
    networks differ.

    Raises:
        InputError: a publisher that was left out has no article here.
    """
    with tempfile.TemporaryDirectory() as scratch:
        calibrated = with_calibration_of(whole, fold, Path(scratch) / "model")
        without = read(unfiltered_extractor(calibrated, "hybrid"), articles)
    return by_publisher(
        articles, without, read(unfiltered_extractor(whole, "hybrid"), articles), left_out
    )


def with_calibration_of(whole: Path, fold: Path, into: Path) -> Path:
    """Write the model of ``fold`` to a folder with the confidence and thresholds of ``whole``."""
    shutil.copytree(fold, into)
    given, own = read_config(whole), read_config(fold)
    thresholds = given.decoding.model_dump(include={"threshold", "quoted_threshold"})
    decoding = own.decoding.model_copy(update=thresholds)
    made = own.model_copy(update={"confidence": given.confidence, "decoding": decoding})
    (into / CONFIG).write_text(json.dumps(made.model_dump(mode="json")), "utf-8")
    return into


def by_publisher(
    articles: Sequence[GoldArticle], without: Found, whole: Found, left_out: Collection[str]
) -> list[Domain]:
    """Return the figures of each publisher."""
    groups: dict[str, list[GoldArticle]] = {}
    for article in articles:
        groups.setdefault(article.publisher or "", []).append(article)
    if missing := sorted(set(left_out) - set(groups)):
        raise InputError(
            f"no article of {', '.join(missing)} to measure on; there are only those of "
            f"{', '.join(sorted(filter(None, groups))) or 'no publisher'}"
        )
    found = [
        Domain(name, len(own), name in left_out, _attributed(own, without), _attributed(own, whole))
        for name, own in groups.items()
    ]
    return sorted(found, key=lambda one: (not one.left_out, one.publisher))


def _attributed(articles: Sequence[GoldArticle], found: Found) -> float:
    spans = score_spans(articles, {a.id: tuple(found[a.id]) for a in articles})
    return require_rates(spans.attributed).f1


def table(found: Sequence[Domain]) -> str:
    """Return the figures as a Markdown table, with the average cost of leaving publishers out."""
    lines = ["| publisher | articles | without | whole |", "|---|---|---|---|"]
    for one in found:
        mark = " (left out)" if one.left_out else ""
        cells = (f"{one.publisher or 'none named'}{mark}", str(one.articles))
        lines.append(f"| {' | '.join(cells)} | {one.without:.3f} | {one.whole:.3f} |")
    for kind, left_out in (("left out", True), ("that stayed in", False)):
        lost = [one.whole - one.without for one in found if one.left_out is left_out]
        if lost:
            lines.append(f"\n{len(lost)} {kind}: {sum(lost) / len(lost):.3f} lost on average")
    return "\n".join(lines)
