"""The basis of a card's figures: confidence compared with the agreement of annotators."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language

import quotex
from models.training.measuring.measure import (
    LEVELS,
    Measured,
    figures_of,
    judgements,
    measure,
    require_rates,
)
from quotex.errors import InputError
from quotex.evaluation.gold import GoldArticle, GoldAttribution
from quotex.evaluation.overlap import Rates
from quotex.quotations.model.locate import model_folder
from quotex.records import Quotation
from tests.evaluation.builders import located, record, spans

TEXT = "Ada Roe said the harbour wall is safe. Bo Lund denied that it leaked all night."
ROE, LUND = "the harbour wall is safe", "that it leaked all night"


def gold(*attributions: tuple[str, str], id_: str = "a") -> GoldArticle:
    made = [
        GoldAttribution.model_validate(
            {"source": [located(TEXT, source)], "content": [located(TEXT, content)]}
        )
        for source, content in attributions
    ]
    return GoldArticle(id=id_, text=TEXT, attributions=tuple(made))


def found(source: str, content: str, confidence: float) -> Quotation:
    made = record(spans(TEXT, content), speaker=None, source=spans(TEXT, source))
    return made.model_copy(update={"confidence": confidence})


BOTH = gold(("Ada Roe", ROE), ("Bo Lund", LUND))
RIGHT = found("Ada Roe", ROE, 0.92)
WRONG_SOURCE = found("Ada Roe", LUND, 0.75)
PART = found("Bo Lund", "it leaked all", 0.45)
LITTLE = found("Bo Lund", "night", 0.45)


@pytest.mark.parametrize(
    ("quotations", "expected"),
    [
        ((), []),
        ((RIGHT,), [True]),
        ((RIGHT, PART), [True, True]),
        ((RIGHT, WRONG_SOURCE), [True, False]),
        ((RIGHT, LITTLE), [True, False]),
        ((LITTLE, RIGHT), [False, True]),
    ],
)
def test_judgements_follow_annotator_agreement(
    quotations: tuple[Quotation, ...], expected: list[bool]
) -> None:
    confidence, right = judgements([BOTH], {"a": quotations})
    assert right.tolist() == expected
    assert confidence.tolist() == [quotation.confidence for quotation in quotations]


def test_each_article_is_judged_separately() -> None:
    other = gold(("Bo Lund", LUND), id_="b")
    _, right = judgements([BOTH, other], {"a": (RIGHT,), "b": (RIGHT, PART)})
    assert right.tolist() == [True, False, True]


def figures(articles: list[GoldArticle], *quotations: Quotation) -> Measured:
    return figures_of(articles, {articles[0].id: quotations}, "hybrid", 7.0)


def test_precision_and_recall_at_each_level() -> None:
    measured = figures([BOTH], RIGHT, WRONG_SOURCE)
    assert measured.curve == (
        (0.4, 0.5, 0.5),
        (0.5, 0.5, 0.5),
        (0.6, 0.5, 0.5),
        (0.7, 0.5, 0.5),
        (0.8, 1.0, 0.5),
        (0.9, 1.0, 0.5),
        (0.93, 0.0, 0.0),
        (0.95, 0.0, 0.0),
    )
    assert (measured.detector, measured.words_per_second) == ("hybrid", 7.0)
    assert measured.error == pytest.approx(((1 - 0.92) + 0.75) / 2)


def test_a_level_includes_equal_confidence() -> None:
    precision = {level: p for level, p, _ in figures([BOTH], found("Bo Lund", LUND, 0.6)).curve}
    assert (precision[0.6], precision[0.7]) == (1.0, 0.0)


def test_recall_on_the_curve_matches_the_table() -> None:
    """An attribution whose content has no words counts in neither."""
    at = TEXT.index(".")
    empty = GoldAttribution.model_validate({"source": [(0, 3)], "content": [(at, at + 1)]})
    article = GoldArticle(id="a", text=TEXT, attributions=(*BOTH.attributions, empty))
    measured = figures([article], RIGHT, PART)
    assert measured.curve[0] == (0.4, 1.0, measured.spans.attributed.recall)
    assert measured.spans.attributed.recall == 1.0


@pytest.mark.parametrize("article", [BOTH, gold()])
def test_nothing_found_and_nothing_to_find(article: GoldArticle) -> None:
    measured = figures([article])
    assert measured.curve == tuple((level, 0.0, 0.0) for level in LEVELS)
    assert measured.error == 0.0


@pytest.mark.model
@pytest.mark.parametrize("detector", ["hybrid", "model", "rules"])
def test_a_model_folder_is_measured(
    nlp: Language, monkeypatch: pytest.MonkeyPatch, detector: quotex.options.DetectorName
) -> None:
    load = quotex.load
    monkeypatch.setattr(quotex, "load", lambda **options: load(nlp, **options))
    measured = measure(Path(model_folder()), [BOTH], detector)
    assert measured.detector == detector
    assert (measured.spans.articles, measured.spans.gold) == (1, 2)
    assert measured.spans.overlap.recall > 0
    assert measured.words_per_second > 0
    assert np.isfinite(measured.error)


def test_missing_source_figures_give_an_error() -> None:
    rates = Rates(1.0, 0.5, 0.6)
    assert require_rates(rates) == rates
    with pytest.raises(InputError, match='labels no source; give each attribution its "source"'):
        require_rates(None)
