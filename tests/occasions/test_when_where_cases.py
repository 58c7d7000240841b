"""The day and the venues of the annotated sentences of ``cases/``: spans are given."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quotex import Extractor
from quotex.records import Article, Quotation
from tests.annotated import parse

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parent / "cases"
PUBLISHED = "2014-10-14"
WHEN_AT_LEAST, WHERE_AT_LEAST = 80, 50


def read(name: str) -> dict[str, list[list[str]]]:
    """Return the groups of a file: text, expected result and sometimes the day of publication."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


WHEN, WHERE = read("when"), read("where")


def params(groups: dict[str, list[list[str]]]) -> list[Any]:
    return [
        pytest.param(*case[:2], case[2] if len(case) > 2 else PUBLISHED, id=f"{group}-{number}")
        for group, cases in groups.items()
        for number, case in enumerate(cases)
    ]


def last(extractor: Extractor, annotated: str, published: str) -> Quotation:
    """Return the record of the last marked quotation."""
    case = parse(annotated)
    spans = [{**q.roles, "id": str(number)} for number, q in enumerate(case.quotations)]
    given = Article.model_validate({"text": case.text, "published": published or None})
    found = {q.id: q for q in extractor.attribute(given, spans)}
    return found[str(len(spans) - 1)]


def day(quotation: Quotation) -> str:
    """Return the day of a quotation in the notation of the cases."""
    said = quotation.date
    if said is None:
        return "-"
    ends = {said.from_.isoformat(), said.to.isoformat()}
    return "/".join(sorted(ends)) + (", inherited" if said.scope == "inherited" else "")


def venues(quotation: Quotation) -> str:
    """Return the venues of a quotation in the notation of the cases."""
    shown = (f"{v.kind} {v.span.text}" for v in quotation.venues)
    return ", ".join(sorted(shown, key=str.casefold)) or "-"


@pytest.mark.parametrize(("text", "expected", "published"), params(WHEN))
def test_when(extractor: Extractor, text: str, expected: str, published: str) -> None:
    assert day(last(extractor, text, published)) == expected


@pytest.mark.parametrize(("text", "expected", "published"), params(WHERE))
def test_where(extractor: Extractor, text: str, expected: str, published: str) -> None:
    assert venues(last(extractor, text, published)) == expected


@pytest.mark.parametrize(("groups", "at_least"), [(WHEN, WHEN_AT_LEAST), (WHERE, WHERE_AT_LEAST)])
def test_a_third_of_the_cases_expect_nothing(
    groups: dict[str, list[list[str]]], at_least: int
) -> None:
    expected = [case[1] for cases in groups.values() for case in cases]
    assert len(expected) >= at_least
    assert expected.count("-") >= len(expected) / 3
