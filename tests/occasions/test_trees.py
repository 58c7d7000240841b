"""When and where words were said, on hand-built trees: the same in both label schemes."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex.occasions.finder import find_occasions
from quotex.occasions.occasion import Occasion
from quotex.parse.engine import Scheme
from quotex.quotations.detectors.rules import RuleDetector
from quotex.speakers.resolve import resolve_speakers
from tests.trees import TreeCase, read_doc, read_tree_cases

CASES = read_tree_cases(Path(__file__).with_name("trees.txt"))
CASES_AT_LEAST = 50
PUBLISHED = "2014-10-14"


def shown(occasion: Occasion) -> dict[str, str]:
    """Return an occasion in the notation of the cases: the day, and the venues in text order."""
    date, venues = occasion.date, occasion.venues
    days = sorted({date.from_.isoformat(), date.to.isoformat()}) if date else []
    inherited = ["inherited"] if date and date.scope == "inherited" else []
    return {
        "day": ", ".join(["/".join(days), *inherited]) if days else "-",
        "venues": ", ".join(f"{v.kind} {v.span.text}" for v in venues) or "-",
    }


@pytest.mark.parametrize("scheme", ["clear", "ud"])
@pytest.mark.parametrize("case", CASES, ids=lambda c: c.name)
def test_when_and_where(case: TreeCase, scheme: Scheme) -> None:
    context = read_doc(case.doc(scheme), scheme, PUBLISHED)
    [candidates] = RuleDetector().detect([context])
    speakers = resolve_speakers(context, candidates)
    occasions = find_occasions(context, candidates, speakers)
    assert [shown(occasion) for occasion in occasions] == list(case.expected)


def test_half_of_the_cases_expect_nothing() -> None:
    empty = [c for c in CASES if all(set(fields.values()) == {"-"} for fields in c.expected)]
    assert len(CASES) >= CASES_AT_LEAST
    assert len(empty) >= len(CASES) / 2
