"""Span scores: known figures for invented texts, and the reference scorer's for random errors."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from quotex.errors import InputError
from quotex.evaluation.confidence import correct_indices
from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.evaluation.overlap import Rates
from quotex.evaluation.report import report
from quotex.evaluation.spans import score_spans
from quotex.records import Quotation

from .builders import (
    by_id,
    corpus,
    invented,
    needs_shared,
    perturbed,
    quotation,
    reference,
    with_offsets,
    with_zeros,
)

TEXT = "Mara Lind said the lake is cold. “Bring two coats”, she wrote. Tom Ek denied it all."
LAKE = {"source": ["Mara Lind"], "cue": ["said"], "content": ["the lake is cold"]}
COATS = {"source": ["she"], "cue": ["wrote"], "content": ["“Bring two coats”"]}
PERFECT = Rates(1.0, 1.0, 1.0)
NOTHING = Rates(0.0, 0.0, 0.0)


def gold_of(*attributions: dict[str, Any], text: str = TEXT) -> list[GoldArticle]:
    numbered = [{"id": f"A{k}", **a} for k, a in enumerate(attributions)]
    values = with_offsets({"id": "lake", "text": text, "attributions": numbered})
    return [GoldArticle.model_validate(values)]


def lake(*content: str, source: str = "Mara Lind") -> Quotation:
    return quotation(TEXT, content, source=[source] if source else [], cue=["said"])


def test_the_gold_scores_one_against_itself() -> None:
    coats = quotation(TEXT, COATS["content"], source=COATS["source"], cue=COATS["cue"])
    scores = score_spans(gold_of(LAKE, COATS), {"lake": [lake("the lake is cold"), coats]})
    assert (scores.articles, scores.gold, scores.predicted) == (1, 2, 2)
    assert scores.exact == scores.overlap == scores.soft == scores.attributed == PERFECT
    assert scores.token == scores.roles["source"] == PERFECT
    assert scores.source_accuracy == 1.0
    assert [scores.kinds[kind].gold for kind in ("direct", "mixed", "indirect")] == [1, 0, 1]
    assert scores.kinds["direct"].attributed == PERFECT
    assert scores.kinds["mixed"].overlap == NOTHING


def test_half_of_the_words() -> None:
    scores = score_spans(gold_of(LAKE), {"lake": [lake("is cold")]})
    assert scores.exact == NOTHING
    assert scores.overlap == PERFECT  # two of four words: just enough
    assert scores.soft == Rates(1.0, 0.5, 2 / 3)
    assert scores.roles["content"] == Rates(1.0, 0.5, 2 / 3)
    assert scores.token == Rates(1.0, 5 / 7, 2 * 5 / 7 / (1 + 5 / 7))


def test_an_article_without_predictions_lowers_only_recall() -> None:
    scores = score_spans(gold_of(LAKE, COATS), {})
    assert (scores.gold, scores.predicted) == (2, 0)
    assert scores.overlap == scores.token == NOTHING


def test_marks_and_commas_at_the_edge_are_ignored() -> None:
    coats = quotation(TEXT, ["Bring two coats”,"], source=["she"])
    assert score_spans(gold_of(COATS), {"lake": [coats]}).exact == PERFECT


def test_content_without_words_is_ignored() -> None:
    scores = score_spans(gold_of(LAKE, {"content": ["."]}), {"lake": [lake("”,")]})
    assert (scores.gold, scores.predicted) == (1, 0)


@pytest.mark.parametrize(
    ("source", "accuracy"),
    [("Mara Lind", 1.0), ("Lind", 1.0), ("Lind said the", 0.0), ("Tom Ek", 0.0), ("", 0.0)],
)
def test_source_accuracy(source: str, accuracy: float) -> None:
    scores = score_spans(gold_of(LAKE), {"lake": [lake("the lake is cold", source=source)]})
    assert scores.source_accuracy == accuracy
    assert scores.attributed.recall == accuracy


def test_a_source_is_not_needed_if_the_gold_has_none() -> None:
    gold = gold_of({**LAKE, "source": []})
    assert score_spans(gold, {"lake": [lake("the lake is cold", source="")]}).attributed == PERFECT
    assert score_spans(gold, {"lake": [lake("the lake is cold")]}).attributed == NOTHING


def test_among_equal_contents_the_right_source_is_paired() -> None:
    wrong, right = lake("the lake is cold", source="Tom Ek"), lake("the lake is cold")
    scores = score_spans(gold_of(LAKE), {"lake": [wrong, right]})
    assert scores.overlap == scores.attributed == Rates(0.5, 1.0, 2 / 3)


def test_precision_is_by_the_kind_of_predicted_content() -> None:
    mixed = quotation(TEXT, ["cold. “Bring two coats"], source=["she"])
    scores = score_spans(gold_of(COATS), {"lake": [mixed]})
    assert scores.kinds["direct"].overlap == Rates(0.0, 1.0, 0.0)
    assert scores.kinds["mixed"].overlap == Rates(1.0, 0.0, 0.0)


def test_a_line_break_closes_an_open_mark() -> None:
    gold = gold_of({"content": ["one two"]}, {"content": ["three"]}, text='He: "one two\nthree')
    kinds = score_spans(gold, {}).kinds
    assert (kinds["direct"].gold, kinds["indirect"].gold) == (1, 1)


def test_gold_without_sources_has_no_source_figures() -> None:
    gold = gold_of({"content": ["the lake is cold"], "cue": ["said"]})
    scores = score_spans(gold, {"lake": [lake("the lake is cold")]})
    assert scores.exact == scores.overlap == scores.token == scores.roles["cue"] == PERFECT
    assert (scores.attributed, scores.source_accuracy) == (None, None)
    assert "source" not in scores.roles
    assert scores.kinds["indirect"].attributed is None
    assert scores.to_dict()["token_source"] is None
    rows = [line for line in report(scores, None).splitlines() if "absent from the gold" in line]
    names = ["attributed", "token_source", "source accuracy", "direct", "mixed", "indirect"]
    assert [row.startswith(name) for row, name in zip(rows, names, strict=True)] == [True] * 6


def test_an_attribution_without_a_source_does_not_count_for_sources() -> None:
    coats = quotation(TEXT, COATS["content"], source=["Tom Ek"], cue=["wrote"])
    untold = {"content": COATS["content"], "cue": COATS["cue"]}
    found = {"lake": [lake("the lake is cold"), coats]}
    scores = score_spans(gold_of(LAKE, untold), found)
    assert scores.overlap == scores.attributed == scores.token == PERFECT
    assert scores.source_accuracy == 1.0
    assert score_spans(gold_of(LAKE, COATS), found).attributed == Rates(0.5, 0.5, 0.5)


@pytest.mark.parametrize(("label", "right"), [(LAKE, set()), ({"content": LAKE["content"]}, {0})])
def test_annotators_without_sources_agree_by_content(
    label: dict[str, Any], right: set[int]
) -> None:
    (article,) = gold_of(label)
    assert correct_indices(article, [lake("the lake is cold", source="Tom Ek")]) == right


def test_an_empty_gold_has_all_figures() -> None:
    scores = score_spans(gold_of(), {"lake": [lake("the lake is cold")]})
    assert scores.attributed == scores.roles["source"] == NOTHING


def test_what_cannot_be_measured_has_no_figure() -> None:
    scores = score_spans(gold_of(LAKE), {})
    assert scores.to_dict()["overlap"] == {"p": None, "r": 0.0, "f": 0.0}
    assert scores.to_dict()["mixed"]["attributed"] == {"p": None, "r": None, "f": None}
    assert scores.to_dict()["source_accuracy_given_overlap"] is None
    table = report(scores, None)
    assert f"{'source accuracy | overlap':28} –\n" in table
    assert f"{'mixed (0) overlap':28} P –  R –  F1 –\n" in table
    empty = score_spans(gold_of(), {"lake": [lake("the lake is cold")]})
    assert empty.to_dict()["overlap"] == {"p": 0.0, "r": None, "f": 0.0}


def test_predictions_for_an_unknown_article_are_rejected() -> None:
    with pytest.raises(InputError, match=r"not in the gold \(1 articles\): 'sea'"):
        score_spans(gold_of(LAKE), {"sea": []})


def assert_reference(path: Path, seed: int) -> None:
    rng = random.Random(seed)
    gold = read_gold(path)
    predictions = [perturbed(article, rng) for article in gold]
    if seed % 2:
        predictions.pop()  # one article has no line in the predictions
    scores = score_spans(gold, by_id(predictions))
    printed = reference("score.py", path, predictions, "--json")
    assert json.dumps(with_zeros(scores.to_dict())) == printed.strip()
    if seed == 0:
        assert with_zeros(report(scores, None)) == reference("score.py", path, predictions).strip()


@needs_shared
@pytest.mark.parametrize("seed", range(8))
def test_figures_match_the_reference_on_invented_texts(tmp_path: Path, seed: int) -> None:
    assert_reference(invented(tmp_path), seed)


@needs_shared
@pytest.mark.parametrize(
    ("name", "step", "seed"),
    [
        ("polnear/dev.jsonl", 14, 1),
        ("speech-events/dev.jsonl", 5, 2),
        ("seeds/articles.jsonl", 1, 0),
    ],
)
def test_figures_match_the_reference_on_the_corpora(
    tmp_path: Path, name: str, step: int, seed: int
) -> None:
    assert_reference(corpus(name, tmp_path, step), seed)
