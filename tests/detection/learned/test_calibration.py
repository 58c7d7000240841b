"""Confidence: a probability, whatever the network said."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotex.detection.learned.calibration import PARTS, Regression, log_odds, parts_of

from .fake import finding_of, plain_context

_CONTEXT = plain_context("Ada Roe said the wall is safe.")
_FINDING = finding_of(_CONTEXT, "said", source="Ada Roe", content=["the wall is safe"])
_ANY = st.floats(-1e6, 1e6)


def _named(values: list[float]) -> dict[str, float]:
    return dict(zip(PARTS, values, strict=True))


@given(_ANY, *(st.lists(_ANY, min_size=len(PARTS), max_size=len(PARTS)) for _ in range(2)))
@settings(deadline=None)
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
    parts = parts_of(_FINDING, None, quoted=False)
    assert regression.probability(parts) == pytest.approx(expected)


@given(st.floats(0, 1), st.floats(0, 1))
@settings(deadline=None)
def test_log_odds_are_bounded_and_grow(one: float, other: float) -> None:
    assert abs(log_odds(one)) < 10
    assert log_odds(one) == pytest.approx(-log_odds(1 - one), abs=1e-6)
    if one <= other:
        assert log_odds(one) <= log_odds(other)


@given(st.floats(0.001, 0.999))
@settings(deadline=None)
def test_log_odds_turn_back(share: float) -> None:
    identity = Regression(0.0, _named([0.0] * len(PARTS)) | {"valid": 1.0})
    parts = parts_of(replace(_FINDING, valid=share), None, quoted=False)
    assert identity.probability(parts) == pytest.approx(share, abs=1e-6)


def test_the_parts_of_a_finding() -> None:
    parts = parts_of(_FINDING, None, quoted=False)
    assert set(parts) == set(PARTS)
    assert [parts[name] for name in ("valid", "anchor", "certainty", "source_certainty")] == [
        log_odds(share) for share in (0.9, 0.8, 0.7, 0.6)
    ]
    assert [parts[name] for name in ("no_source", "agreed", "rule_share", "quoted")] == [0.0] * 4


@pytest.mark.parametrize(
    ("changed", "share", "quoted", "expected"),
    [
        ({"source": []}, None, False, {"no_source": 1.0}),
        ({}, 0.8, False, {"agreed": 1.0, "rule_share": log_odds(0.8)}),
        ({}, 0.0, False, {"agreed": 1.0, "rule_share": log_odds(0.0)}),  # a rule never right
        ({}, None, True, {"quoted": 1.0}),
        ({"valid": 1.0}, None, False, {"valid": log_odds(1.0)}),
        ({"certainty": 0.0}, None, False, {"certainty": log_odds(0.0)}),
    ],
)
def test_a_part_follows_what_it_is_made_from(
    changed: dict[str, object], share: float | None, quoted: bool, expected: dict[str, float]
) -> None:
    plain = parts_of(_FINDING, None, quoted=False)
    finding = replace(_FINDING, **changed)  # type: ignore[arg-type]
    assert parts_of(finding, share, quoted=quoted) == plain | expected
