"""What is given in place of one extraction, or of several, is rejected with advice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import quotex
from quotex.errors import InputError
from quotex.records.given import several, single
from tests.linking.handmade import Said, article

ONE = article("a", "2031-03-06", Said("“We stay,”", name="Amit Devane"))
MANY = [ONE, article("b", "2031-03-07", Said("“We go,”", name="Bo Lund"))]


def test_extractions_are_passed_on() -> None:
    assert list(several(MANY)) == list(several(iter(MANY))) == MANY
    assert list(several([])) == []
    assert single(ONE) is ONE


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (ONE, "expected several extractions, got one; put it in a list"),
        ("a text", "expected extractions, got str; read an article with"),
        (3, "expected extractions, got int"),
    ],
)
def test_what_is_not_several_is_rejected_at_once(given: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        several(given)


def test_something_else_is_rejected_when_it_is_reached() -> None:
    found = several([ONE, "a text"])
    assert next(found) is ONE
    with pytest.raises(InputError, match="expected extractions, got str"):
        next(found)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (MANY, "expected an extraction, got several; call it for each of them"),
        (["a"], "expected an extraction, got list; read an article with"),
        ([], "expected an extraction, got list"),
        (None, "expected an extraction, got NoneType"),
    ],
)
def test_what_is_not_one_is_rejected(given: object, message: str) -> None:
    with pytest.raises(InputError, match=message):
        single(given)


@pytest.mark.parametrize("function", [quotex.to_pandas, quotex.to_polars, quotex.to_tsv])
def test_tables_take_several(function: Callable[[object], object]) -> None:
    with pytest.raises(InputError, match="put it in a list"):
        function(ONE)


@pytest.mark.parametrize(
    "function", [quotex.to_brat, quotex.to_cas, quotex.to_schema_org, quotex.to_web_annotation]
)
def test_formats_for_an_article_take_one(function: Callable[[object], object]) -> None:
    with pytest.raises(InputError, match="got several; call it for each of them"):
        function(MANY)
