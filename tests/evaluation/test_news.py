"""News scores: figures worked out by hand on a small text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from quotex.errors import InputError
from quotex.evaluation.gold import GoldArticle, has_news
from quotex.evaluation.mistakes import mistakes, span_mistakes
from quotex.evaluation.news import calibration_error, score_news
from quotex.evaluation.news_scores import DetailRates, NewsScores
from quotex.evaluation.overlap import Rates
from quotex.evaluation.report import report
from quotex.evaluation.spans import score_spans
from quotex.records import Mode, Quotation, VenueKind

from .builders import quotation, with_offsets

TEXT = (
    "Mara Lind told the Lake Post that the dam held. Tom Roe hopes to sell. "
    "Ida Voss wrote that Lind had lied. The pump ran dry."
)
DAM: dict[str, Any] = {
    "source": ["Mara Lind"], "content": ["that the dam held"], "mode": "speech",
    "optional": False, "nested": False, "speaker": "Mara Lind", "aliases": ["Lind"],
    "date": None, "venues": [{"kind": "medium", "text": "Lake Post"}],
}  # fmt: skip
SALE: dict[str, Any] = {
    "source": ["Tom Roe"], "content": ["to sell"], "mode": "thought", "optional": True,
    "nested": False, "speaker": "Tom Roe", "aliases": [], "date": None, "venues": [],
}  # fmt: skip
LIE: dict[str, Any] = {
    "source": ["Ida Voss"], "content": ["that Lind had lied"], "mode": "writing",
    "optional": False, "nested": False, "speaker": "Ida Voss", "aliases": [], "date": None,
    "venues": [],
}  # fmt: skip
INSIDE: dict[str, Any] = {**LIE, "content": ["Lind had lied"], "nested": True}
DAY = (date(2021, 3, 2), date(2021, 3, 2))
ALL = (DAM, SALE, LIE)


def gold_of(*attributions: dict[str, Any], but: Sequence[str] = ()) -> list[GoldArticle]:
    """Return one article; the fields named in ``but`` are left out of all its attributions."""
    labels = [{k: v for k, v in label.items() if k not in but} for label in attributions]
    values = with_offsets({"id": "dam", "text": TEXT, "attributions": labels})
    return [GoldArticle.model_validate(values)]


def predicted(content: str = "that the dam held", **fields: Any) -> Quotation:
    return quotation(TEXT, [content], **fields)


def scores_of(
    gold: list[GoldArticle], *found: Quotation, modes: set[Mode] | None = None
) -> NewsScores:
    return score_news(gold, {"dam": found}, modes=modes).scores


@pytest.mark.parametrize(
    ("found", "precision", "recall", "false", "partial"),
    [
        pytest.param([], 0.0, 0.0, 0, 0, id="nothing"),
        pytest.param(["that the dam held"], 1.0, 0.5, 0, 0, id="one of two"),
        pytest.param(["that the dam held", "that Lind had lied"], 1.0, 1.0, 0, 0, id="both"),
        pytest.param(["that the dam held", "to sell"], 1.0, 0.5, 0, 0, id="an optional one fits"),
        pytest.param(["to sell"], 1.0, 0.0, 0, 0, id="an optional one is not asked for"),
        pytest.param(["that the dam held", "The pump ran dry"], 0.5, 0.5, 1, 0, id="false"),
        pytest.param(["held"], 0.0, 0.0, 0, 1, id="a piece"),
        pytest.param(["dam held"], 1.0, 0.5, 0, 0, id="half of the words"),
        pytest.param(["held. Tom Roe hopes"], 0.0, 0.0, 1, 0, id="a quarter inside"),
        pytest.param(["that the dam held", "the dam held"], 0.5, 0.5, 0, 1, id="one label, twice"),
        pytest.param(["."], 0.0, 0.0, 0, 0, id="no word"),
    ],
)
def test_precision_and_recall(
    found: list[str], precision: float, recall: float, false: int, partial: int
) -> None:
    scores = scores_of(gold_of(*ALL), *map(predicted, found))
    assert (scores.gold, scores.precision, scores.recall) == (2, precision, recall)
    assert (scores.false, scores.partial) == (false, partial)


def test_a_nested_quotation_matches_but_is_not_required() -> None:
    scores = scores_of(
        gold_of(LIE, INSIDE), predicted("that Lind had lied"), predicted("Lind had lied")
    )
    assert (scores.gold, scores.precision, scores.recall) == (1, 1.0, 1.0)
    inner = scores_of(gold_of(LIE, INSIDE), predicted("Lind had lied"))
    assert (inner.precision, inner.recall, inner.f1) == (1.0, 0.0, 0.0)


def test_of_two_equal_matches_the_required_one_is_paired() -> None:
    assert scores_of(gold_of({**DAM, "optional": True}, DAM), predicted()).recall == 1.0


@pytest.mark.parametrize(
    ("content", "other", "exact"),
    [
        ("that the dam held", None, 1.0),
        ("the dam held", None, 0.0),
        ("the dam held", ["the dam held"], 1.0),
        ("that the dam held", ["the dam held"], 1.0),
        ("that the dam", ["the dam held"], 0.0),
    ],
)
def test_exact(content: str, other: list[str] | None, exact: float) -> None:
    gold = gold_of({**DAM, "content_alt": other} if other else DAM)
    assert scores_of(gold, predicted(content)).exact == exact


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (["Mara Lind"], ["Mara Lind"], 1.0),
        (["Mara Lind"], ["Lind told the Lake Post"], 1.0),
        (["Mara Lind"], ["Tom Roe"], 0.0),
        (["Mara Lind"], [], 0.0),
        ([], ["Mara Lind"], 0.0),
        ([], [], 1.0),
    ],
)
def test_source(gold: list[str], found: list[str], right: float) -> None:
    scores = scores_of(gold_of({**DAM, "source": gold}), predicted(source=found))
    assert scores.source == right
    assert scores.score == right  # precision and recall are 1


def test_disputed_speakers_and_days_are_skipped() -> None:
    labels = ({**DAM, "skip": ["speaker", "date"]}, LIE)
    lie = predicted("that Lind had lied", speaker="Ida Voss")
    scores = scores_of(gold_of(*labels), predicted(speaker="Tom Roe", day_range=DAY), lie)
    assert scores.speaker == 1.0
    assert scores.date == DetailRates(Rates(0.0, 0.0, 0.0), 0)
    counted = scores_of(gold_of(DAM, LIE), predicted(speaker="Tom Roe", day_range=DAY), lie)
    assert counted.speaker == 0.5


def test_date() -> None:
    dated = {**DAM, "date": {"from": "2021-03-02", "to": "2021-03-02", "scope": "explicit"}}
    lie = predicted("that Lind had lied", day_range=DAY)
    scores = scores_of(gold_of(dated, LIE), predicted(day_range=DAY), lie)
    assert scores.date == DetailRates(Rates(0.5, 1.0, 2 / 3), 1)


@pytest.mark.parametrize(
    ("found", "allowed", "rates"),
    [
        ([("medium", "Post")], None, Rates(1.0, 1.0, 1.0)),
        ([("place", "Post")], None, Rates(0.0, 0.0, 0.0)),
        ([("medium", "Post"), ("place", "dam")], None, Rates(0.5, 1.0, 2 / 3)),
        ([("medium", "Post"), ("place", "dam")], [("place", "dam")], Rates(1.0, 1.0, 1.0)),
        ([("medium", "Post"), ("event", "dam")], [("place", "dam")], Rates(0.5, 1.0, 2 / 3)),
        ([], [("place", "dam")], Rates(0.0, 0.0, 0.0)),
    ],
)
def test_venue(
    found: list[tuple[VenueKind, str]], allowed: list[tuple[str, str]] | None, rates: Rates
) -> None:
    label = dict(DAM)
    if allowed is not None:
        label["venues_allowed"] = [{"kind": kind, "text": text} for kind, text in allowed]
    assert scores_of(gold_of(label), predicted(venues=found)).venue == DetailRates(rates, 1)


def test_modes_filter_predictions_and_labels() -> None:
    found = (
        predicted(),
        predicted("that Lind had lied", mode="writing"),
        predicted("The pump ran dry"),
    )
    spoken = scores_of(gold_of(*ALL), *found, modes={"speech"})
    assert (spoken.gold, spoken.predicted, spoken.recall, spoken.precision) == (1, 2, 1.0, 0.5)
    thought = scores_of(gold_of(*ALL), *found, modes={"thought"})
    assert (thought.gold, thought.predicted, thought.recall) == (0, 0, 0.0)


def test_minimum_confidence_filters_predictions() -> None:
    found = (predicted(confidence=0.6), predicted("The pump ran dry", confidence=0.59))
    scores = score_news(gold_of(*ALL), {"dam": found}, min_confidence=0.6).scores
    assert (scores.predicted, scores.precision, scores.recall) == (1, 1.0, 0.5)


@pytest.mark.parametrize("without", ["source", "speaker", "date", "venues"])
def test_fields_missing_from_the_gold_have_no_figure(without: str) -> None:
    gold = gold_of(*ALL, but=[without])
    figures = scores_of(gold, predicted(source=["Mara Lind"], speaker="Mara Lind")).to_dict()
    absent = {"venues": {"venue"}, "source": {"source", "score"}}.get(without, {without})
    assert {name for name, figure in figures.items() if figure is None} == absent
    nothing = scores_of(gold).to_dict()
    unmeasured = {"precision", "exact", "source", "speaker", "score", "calibration_error"}
    assert {n for n, f in nothing.items() if f is None} == absent | unmeasured
    table = report(score_spans(gold, {}), None, scores_of(gold))
    for name in absent:
        assert f"\n{name:10} absent from the gold\n" in f"{table}\n"
    for name in unmeasured - absent - {"calibration_error"}:
        assert f"\n{name:10} –\n" in f"{table}\n"


def test_recall_without_required_quotations_has_no_figure() -> None:
    scores = scores_of(gold_of({**DAM, "optional": True}), predicted())
    figures = scores.to_dict()
    assert [figures[name] for name in ("gold", "precision", "recall", "f")] == [0, 1.0, None, None]
    assert "\nrecall     –\n" in report(score_spans([], {}), None, scores)


def test_bare_labels_are_all_required() -> None:
    bare = gold_of(*ALL, but=[name for name in DAM if name != "content"])
    assert not has_news(bare)
    scores = scores_of(bare, predicted())
    assert (scores.gold, scores.precision, scores.recall) == (3, 1.0, 1 / 3)
    assert (scores.exact, scores.source, scores.date) == (1.0, None, None)


def test_a_label_without_a_field_does_not_count_for_it() -> None:
    untold = {k: v for k, v in LIE.items() if k not in ("source", "speaker", "venues")}
    found = (
        predicted(source=["Mara Lind"], speaker="Lind", venues=[("medium", "Post")]),
        predicted("that Lind had lied", source=["Tom Roe"], venues=[("place", "dam")]),
    )
    scores = scores_of(gold_of(DAM, untold), *found)
    assert (scores.recall, scores.source, scores.speaker) == (1.0, 1.0, 1.0)
    assert scores.venue == DetailRates(Rates(1.0, 1.0, 1.0), 1)


def test_recall_by_mode_needs_a_mode() -> None:
    gold = gold_of(*ALL, but=["mode"])
    scores = scores_of(gold, predicted(), modes={"speech"})
    assert (scores.precision, scores.gold, scores.recall, scores.score) == (1.0, None, None, None)
    assert (scores.exact, scores.source, scores.speaker) == (None, None, None)
    assert scores_of(gold, predicted()).recall == 0.5
    some = gold_of(DAM, {k: v for k, v in LIE.items() if k != "mode"})
    assert scores_of(some, predicted(), modes={"speech"}).recall == 1.0


@pytest.mark.parametrize(
    ("judged", "error"),
    [
        ([], None),
        ([(1.0, True)], 0.0),
        ([(0.0, True)], 1.0),
        # one bin: |0.92 - 0.5|; another: |0.3 - 0|; two thirds and a third of the pairs
        ([(0.93, True), (0.91, False), (0.3, False)], 0.42 * 2 / 3 + 0.3 / 3),
        # errors of one bin cancel, those of two do not
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0),
        ([(0.45, True), (0.55, False)], 0.55),
    ],
)
def test_calibration_error(judged: list[tuple[float, bool]], error: float | None) -> None:
    assert calibration_error(judged) == (None if error is None else pytest.approx(error))


def test_a_prediction_that_matches_a_label_is_right_for_calibration() -> None:
    found = (predicted("to sell", confidence=0.8), predicted("The pump ran dry", confidence=0.3))
    assert scores_of(gold_of(*ALL), *found).calibration_error == pytest.approx(0.25)


def test_mistakes_are_listed_in_text_order_of_the_gold() -> None:
    found = (
        predicted("The pump ran dry", cue=["wrote"], confidence=0.75),
        predicted("held", source=["Mara Lind"], cue=["told"], confidence=1.0),
    )
    assert mistakes(span_mistakes(score_news(gold_of(*ALL), {"dam": found}))).splitlines() == [
        "FALSE",
        "  dam [] <wrote> The pump ran dry 0.75",
        "PARTIAL",
        "  dam [Mara Lind] <told> held 1.00",
        "MISSED",
        "  dam [Mara Lind] <> that the dam held",
        "  dam [Ida Voss] <> that Lind had lied",
    ]


def test_predictions_for_an_unknown_article_are_rejected() -> None:
    with pytest.raises(InputError, match=r"not in the gold \(1 articles\): 'sea'"):
        score_news(gold_of(*ALL), {"sea": []})
