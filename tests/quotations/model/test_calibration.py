"""Confidence: a probability, whatever the network says."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.quotations.model.calibration import (
    PARTS,
    OtherEvidence,
    Regression,
    log_odds,
    parts_of,
    rivalry,
    shared,
)

from .fake import finding_of, plain_context

_CONTEXT = plain_context("Ada Roe said the wall is safe.")
_FINDING = finding_of(_CONTEXT, "said", source="Ada Roe", content=["the wall is safe"])
_ALONE = OtherEvidence()
_ANY = st.floats(-1e6, 1e6)


def _named(values: list[float]) -> dict[str, float]:
    return dict(zip(PARTS, values, strict=True))


@given(_ANY, *(st.lists(_ANY, min_size=len(PARTS), max_size=len(PARTS)) for _ in range(2)))
def test_a_confidence_is_a_probability(
    bias: float, weights: list[float], parts: list[float]
) -> None:
    assert 0 <= Regression(bias, _named(weights)).probability(_named(parts)) <= 1


@pytest.mark.parametrize(
    ("bias", "weights", "expected"),
    [
        (0.0, {}, 0.5),
        (log_odds(0.8), {}, 0.8),
        (0.0, {"valid": 1.0}, 0.9),  # the cue's own probability
        (0.0, {"valid": -1.0}, 0.1),
        (-1e5, {}, 0.0),
        (1e5, {}, 1.0),
    ],
)
def test_probability(bias: float, weights: dict[str, float], expected: float) -> None:
    regression = Regression(bias, _named([0.0] * len(PARTS)) | weights)
    parts = parts_of(_FINDING, _ALONE)
    assert regression.probability(parts) == pytest.approx(expected)


@given(st.floats(0, 1), st.floats(0, 1))
def test_log_odds_are_bounded_and_monotonic(one: float, other: float) -> None:
    assert abs(log_odds(one)) < 10
    assert log_odds(one) == pytest.approx(-log_odds(1 - one), abs=1e-6)
    if one <= other:
        assert log_odds(one) <= log_odds(other)


@given(st.floats(0.001, 0.999))
def test_log_odds_can_be_inverted(share: float) -> None:
    identity = Regression(0.0, _named([0.0] * len(PARTS)) | {"valid": 1.0})
    parts = parts_of(replace(_FINDING, valid=share), _ALONE)
    assert identity.probability(parts) == pytest.approx(share, abs=1e-6)


def test_the_parts_of_a_finding() -> None:
    parts = parts_of(_FINDING, _ALONE)
    assert set(parts) == set(PARTS)
    odds = ("valid", "anchor", "certainty", "source_certainty", "least")
    assert [parts[name] for name in odds] == [log_odds(p) for p in (0.9, 0.8, 0.7, 0.6, 0.55)]
    assert parts["length"] == pytest.approx(math.log(5))
    assert parts["source_length"] == pytest.approx(math.log(3))
    assert (parts["beyond"], parts["path"]) == (1.5 / 5, -2.0)
    rest = ("at_edge", "no_source", "agreed", "rule_share", "shared", "rival", "quoted")
    assert [parts[name] for name in rest] == [0.0] * len(rest)


@pytest.mark.parametrize(
    ("changed", "company", "expected"),
    [
        ({"source": []}, _ALONE, {"no_source": 1.0, "source_length": 0.0}),
        ({}, OtherEvidence(0.8), {"agreed": 1.0, "rule_share": log_odds(0.8)}),
        (
            {},
            OtherEvidence(0.0),
            {"agreed": 1.0, "rule_share": log_odds(0.0)},
        ),  # a rule never right
        ({}, OtherEvidence(0.8, 0.5), {"agreed": 1.0, "rule_share": log_odds(0.8), "shared": 0.5}),
        ({}, OtherEvidence(rival=0.4), {"rival": 0.4}),
        ({}, OtherEvidence(quoted=True), {"quoted": 1.0}),
        ({}, OtherEvidence(thought=True), {"thought": 1.0}),
        ({}, OtherEvidence(bare=True), {"bare": 1.0}),
        ({"valid": 1.0}, _ALONE, {"valid": log_odds(1.0)}),
        ({"certainty": 0.0}, _ALONE, {"certainty": log_odds(0.0)}),
        ({"least": 0.0}, _ALONE, {"least": log_odds(0.0)}),
        ({"at_edge": True}, _ALONE, {"at_edge": 1.0}),
    ],
)
def test_each_part_depends_on_its_input(
    changed: dict[str, object], company: OtherEvidence, expected: dict[str, float]
) -> None:
    plain = parts_of(_FINDING, _ALONE)
    finding = replace(_FINDING, **changed)  # type: ignore[arg-type]
    assert parts_of(finding, company) == plain | expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [([], [], 0.0), ([1], [], 0.0), ([1, 2], [2, 3, 4], 0.25), ([1, 2], [2, 1], 1.0)],
)
def test_the_share_of_words_that_both_have(
    one: list[int], other: list[int], expected: float
) -> None:
    assert shared(one, other) == shared(other, one) == expected


def test_rivalry_is_weighted_by_the_probability_of_the_rival() -> None:
    """Given each finding's content and cue probability, expect how strongly others claim it."""
    given = [([1, 2, 3, 4], 0.9), ([3, 4], 0.5), ([4], 0.8), ([9], 1.0), ([], 1.0)]
    findings = [replace(_FINDING, content=words, valid=valid) for words, valid in given]
    assert rivalry(findings) == pytest.approx([0.25, 0.45, 0.25, 0.0, 0.0])
    assert rivalry([]) == []
