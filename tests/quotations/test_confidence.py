"""Confidence is a measured share, and every rule has one."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from quotex.quotations.confidence import ConfidenceTable, confidence_of, confidence_table


def test_a_listed_rule_has_its_own_share() -> None:
    table = confidence_table()
    assert all(confidence_of(rule) == share for rule, share in table.rules.items())


def test_a_rule_that_is_not_listed_has_the_overall_share() -> None:
    assert confidence_of("no such rule") == confidence_table().overall


@pytest.mark.parametrize(
    "fault",
    [{"version": 2}, {"overall": 1.5}, {"rules": {"a": -0.1}}, {"other": 1}],
)
def test_rejects_an_invalid_table(fault: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ConfidenceTable.model_validate({"version": 1, "overall": 0.5, "rules": {}, **fault})
