"""Cases of day and venue, for each clause of the law of inheritance."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quotex import Extractor
from quotex.records import Quotation

pytestmark = pytest.mark.model

CASES: dict[str, list[list[str]]] = tomllib.loads(
    Path(__file__).with_name("inheritance_cases.toml").read_text("utf-8")
)
ALL = [
    pytest.param(*case, id=f"{group}-{n}") for group in CASES for n, case in enumerate(CASES[group])
]


def shown(quotation: Quotation) -> str:
    """Return the day and venues in the notation of the cases."""
    day = quotation.date.evidence.text if quotation.date is not None else "-"
    venues = ", ".join(sorted(f"{v.kind} {v.span.text}" for v in quotation.venues)) or "-"
    return "-" if (day, venues) == ("-", "-") else f"{day}; {venues}"


@pytest.mark.parametrize(("text", "expected"), ALL)
def test_the_last_quotation(extractor: Extractor, text: str, expected: str) -> None:
    found = list(extractor(text.replace(" ¶ ", "\n\n"), published="2014-10-14").quotations)
    assert shown(found[-1]) == expected


def test_the_headline_and_the_lead_look_ahead(extractor: Extractor) -> None:
    text = "Roe says wall is safe\n\n“It is old,” Ada Roe said at a rally on Monday."
    found = list(extractor(text, published="2014-10-14").quotations)
    assert [shown(q) for q in found] == ["Monday; event rally"] * 2
    assert [q.date.scope for q in found if q.date is not None] == ["inherited", "explicit"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Wall is safe and the gate will be mended, mayor says", "Monday; event rally"),
        ("Mayor says the harbour board must go", "-"),
        ("Wall is safe, mayor says", "-"),  # two words in common are too few
    ],
)
def test_a_headline_restates_the_quotation_whose_words_it_repeats(
    extractor: Extractor, headline: str, expected: str
) -> None:
    said = "“The wall is safe, and the gate will be mended,” Ada Roe said at a rally on Monday."
    text = f"{headline}\n\nIt rained in Oslo.\n\n{said}"
    found = list(extractor(text, published="2014-10-14").quotations)
    assert shown(found[0]) == expected


def test_without_a_day_of_publication_nothing_relative_is_inherited(extractor: Extractor) -> None:
    text = "Ada Roe came to Oslo on Monday.\n\n“The wall is safe,” she said."
    (quotation,) = extractor(text).quotations
    assert shown(quotation) == "-; place Oslo"


def test_a_third_of_the_cases_expect_nothing() -> None:
    expected = [case[1] for group in CASES.values() for case in group]
    assert sum(e == "-" for e in expected) >= len(expected) / 3
