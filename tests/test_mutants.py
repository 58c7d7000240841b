"""Tests of the mutation tool; ``make mutants`` runs the mutants."""

from __future__ import annotations

import ast

import pytest

from tests.mutants import PACKAGES, mutated, sites


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a < b", "a <= b"),
        ("a in b", "a not in b"),
        ("a is None", "a is not None"),
        ("a and b", "a or b"),
        ("a + b", "a - b"),
        ("not a", "not (not a)"),
    ],
)
def test_one_operator_is_changed(source: str, changed: str) -> None:
    assert ast.dump(ast.parse(mutated(source, 0)[0])) == ast.dump(ast.parse(changed))


def test_each_operator_is_a_separate_site() -> None:
    source = "if a < b <= c and not d:\n    e = f + 1"
    mutants = {mutated(source, number)[0] for number in range(5)}
    assert len(mutants) == 5
    assert ast.unparse(ast.parse(source)) not in mutants


def test_every_package_has_operators() -> None:
    found = sites(PACKAGES)
    assert {site.package for site in found} == set(PACKAGES)
    assert len(found) > 500
