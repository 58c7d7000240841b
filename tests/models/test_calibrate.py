"""Confidence is fitted to how often findings are right."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import numpy as np
import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

from models.training.measuring.calibrate import Rows, expected_error, fit, held_out_errors, judge
from quotex.evaluation.gold import GoldArticle
from quotex.quotations.model.calibration import PARTS, Regression, log_odds
from tests.models.tiny import gold_line
from tests.quotations.model.fake import Answer, FakeModel

ZEROS = dict.fromkeys(PARTS, 0.0)


def rows(shares: Sequence[tuple[dict[str, float], int, int]]) -> Rows:
    """Return rows from (parts, number of right rows, number of wrong rows)."""
    return [
        (ZEROS | parts, is_right)
        for parts, right, wrong in shares
        for is_right in [True] * right + [False] * wrong
    ]


@pytest.mark.parametrize(("right", "wrong"), [(30, 10), (10, 30), (5, 5)])
def test_without_evidence_confidence_is_the_base_rate(right: int, wrong: int) -> None:
    fitted = fit(rows([({}, right, wrong)]))
    assert fitted.probability(ZEROS) == pytest.approx(right / (right + wrong), abs=1e-3)


def test_a_predictive_part_gets_weight() -> None:
    quoted = {"quoted": 1.0}
    fitted = fit(rows([(quoted, 900, 100), ({}, 200, 800)]))
    assert fitted.probability(ZEROS | quoted) == pytest.approx(0.9, abs=0.01)
    assert fitted.probability(ZEROS) == pytest.approx(0.2, abs=0.01)
    assert fitted.weights["quoted"] > 2
    assert all(fitted.weights[name] == 0 for name in PARTS if name != "quoted")


def test_a_known_regression_is_found_again() -> None:
    source = random.Random(7)
    known = Regression(-0.5, ZEROS | {"valid": 0.8, "agreed": 1.5})
    drawn: Rows = []
    for _ in range(4000):
        parts = ZEROS | {"valid": source.gauss(0, 2), "agreed": float(source.random() < 0.5)}
        drawn.append((parts, source.random() < known.probability(parts)))
    fitted = fit(drawn)
    assert fitted.bias == pytest.approx(-0.5, abs=0.2)
    assert fitted.weights["valid"] == pytest.approx(0.8, abs=0.1)
    assert fitted.weights["agreed"] == pytest.approx(1.5, abs=0.25)


@pytest.mark.parametrize(("right", "wrong"), [(40, 0), (0, 40), (1, 0)])
def test_uniform_findings_give_a_finite_probability(right: int, wrong: int) -> None:
    share = fit(rows([({"valid": 2.0}, right, wrong)])).probability(ZEROS | {"valid": 2.0})
    assert 0 <= share <= 1
    assert (share > 0.5) is (right > wrong)


def test_the_order_of_the_rows_does_not_matter() -> None:
    given = rows([({"quoted": 1.0}, 9, 4), ({"valid": log_odds(0.3)}, 3, 8), ({}, 2, 2)])
    one, other = fit(given), fit(given[::-1])
    assert one.bias == pytest.approx(other.bias, abs=2e-4)
    assert dict(one.weights) == pytest.approx(dict(other.weights), abs=2e-4)


def test_fitting_without_findings_is_an_error() -> None:
    with pytest.raises(ValueError, match="no findings to fit confidence to"):
        fit([], [])


@pytest.mark.parametrize(
    ("confidence", "right", "expected"),
    [
        ([1.0, 1.0, 0.0], [True, True, False], 0.0),
        ([0.75] * 4, [True, True, True, False], 0.0),
        ([0.9] * 4, [True, True, False, False], 0.4),
        ([0.9, 0.9, 0.1, 0.1], [False, False, True, True], 0.9),
        ([0.95, 0.35], [True, False], 0.2),  # each bin weighted by its share
        ([0.5], [True], 0.5),
    ],
)
def test_expected_error(confidence: list[float], right: list[bool], expected: float) -> None:
    found = expected_error(np.array(confidence), np.array(right))
    assert found == pytest.approx(expected)


def drawn(count: int, known: Regression, seed: int) -> Rows:
    source = random.Random(seed)
    found: Rows = []
    for _ in range(count):
        parts = ZEROS | {"valid": source.gauss(0, 2)}
        found.append((parts, source.random() < known.probability(parts)))
    return found


def test_similar_halves_fit_each_other() -> None:
    known = Regression(0.3, ZEROS | {"valid": 0.9})
    [error] = held_out_errors(drawn(4000, known, 3))
    assert error < 0.04


def test_different_halves_do_not_fit_each_other() -> None:
    """A fit to all rows would hide this."""
    one, other = (Regression(bias, ZEROS) for bias in (-2.0, 2.0))
    given = drawn(500, one, 1) + drawn(500, other, 2)
    shares = np.array([fit(given).probability(parts) for parts, _ in given])
    assert expected_error(shares, np.array([right for _, right in given])) < 0.1
    [error] = held_out_errors(given)
    assert error > 0.6


def test_one_finding_is_too_few_for_two_halves() -> None:
    error, other = held_out_errors(rows([({}, 1, 0)]), rows([({}, 40, 0)]))
    assert math.isnan(error)
    assert other < 0.2


def test_groups_have_equal_weight_whatever_their_size() -> None:
    fitted = fit(rows([({}, 900, 0)]), rows([({}, 0, 90)]), [])
    assert fitted.probability(ZEROS) == pytest.approx(0.5, abs=1e-3)


LINE = (
    "{1s Ada Roe} {1c said} {1q that the harbour wall is safe}. Dogs swam there. ¶ "
    "{2s Bo Lund} {2c denied} {2q that the wall leaked}. The crew of the ferry is ill."
)
RIGHT = Answer(source=("Ada Roe",), content=("that the harbour wall is safe",))
WRONG_SOURCE = Answer(source=("The crew",), content=("that the wall leaked",))
WRONG_CONTENT = Answer(source=("Bo Lund",), content=("The crew of the ferry",))
PART = Answer(source=("Lund",), content=("the wall leaked",))


ARTICLE = GoldArticle.model_validate(gold_line(0, "North", LINE))
CONTINUED = (
    "“{1q We mended it},” {1c said} {1s Bo Lund}. "
    "“{1q The harbour wall is safe for all who walk there}.”"
)


@pytest.mark.model
@pytest.mark.parametrize("rules", [True, False])
@pytest.mark.parametrize(
    ("denied", "is_right"), [(PART, True), (WRONG_SOURCE, False), (WRONG_CONTENT, False)]
)
def test_findings_are_judged(denied: Answer, is_right: bool, rules: bool) -> None:
    found = judge(FakeModel({"said": RIGHT, "denied": denied}), [ARTICLE], rules=rules)
    assert [right for _, right in found] == [True, is_right]
    assert all(set(parts) == set(PARTS) for parts, _ in found)
    assert [parts["agreed"] for parts, _ in found] == [float(rules)] * 2


@pytest.mark.model
@pytest.mark.parametrize("rules", [True, False])
def test_a_finding_is_judged_with_all_its_content(rules: bool) -> None:
    """A quoted sentence that continues a finding makes it right or wrong."""
    article = GoldArticle.model_validate(gold_line(0, "North", CONTINUED))
    answer = Answer(source=("Bo Lund",), content=("We mended it",))
    [(parts, is_right)] = judge(FakeModel({"said": answer}), [article], rules=rules)
    assert is_right
    assert parts["length"] == pytest.approx(math.log(1 + 3))  # what the network itself found


@pytest.mark.model
@pytest.mark.parametrize(("valid", "count"), [(1.0, 1), (-1.0, 0)])
def test_uncertain_findings_are_not_judged(valid: float, count: int) -> None:
    answer = Answer(source=("Ada Roe",), content=RIGHT.content, valid=valid)
    assert len(judge(FakeModel({"said": answer}), [ARTICLE], rules=False)) == count


@pytest.mark.model
def test_without_rules_there_is_no_parse() -> None:
    """This is how ``load(detector="model")`` reads an article."""
    model = FakeModel({"said": RIGHT})
    judge(model, [ARTICLE], rules=False)
    assert not any(features[:, 1:].any() for features in model.features)
    judge(model, [ARTICLE], rules=True)
    assert model.features[-1][:, 1:].all()


@pytest.mark.model
def test_findings_only_of_the_rules_are_not_judged() -> None:
    text = "“The wall is quite safe,” said Ada Roe, who had seen it leak all night."
    quoted = GoldArticle(id="q", text=text, attributions=())
    assert judge(FakeModel({}), [quoted, ARTICLE], rules=True) == []
