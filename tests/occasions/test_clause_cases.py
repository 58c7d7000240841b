"""Day and venues of the last quotation, on recorded parses."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.occasions.recorded import recorded_extractor
from tests.occasions.test_inheritance_cases import shown

CASES: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("clause_cases.toml").read_text("utf-8")
)
ALL = [
    pytest.param(*case, id=f"{group}-{n}") for group in CASES for n, case in enumerate(CASES[group])
]
EXTRACTOR = recorded_extractor()


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_the_last_quotation(text: str, expected: str) -> None:
    found = EXTRACTOR(text.replace(" ¶ ", "\n\n"), published="2014-10-14").quotations
    assert shown(found[-1]) == expected


def test_a_third_of_the_cases_expect_nothing() -> None:
    expected = [case[1] for group in CASES.values() for case in group]
    assert sum(e == "-" for e in expected) >= len(expected) / 3
