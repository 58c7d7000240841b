"""The annotated sentences in ``cases/roles_*.txt``: who roles and other nouns refer to."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex import Extractor
from tests.annotated import Case, read_cases
from tests.speakers.stated import attributed, check

FOLDER = Path(__file__).parent / "cases"
NAMED, UNNAMED = (read_cases(FOLDER / f"roles_{s}.txt") for s in ("named", "unnamed"))
CASES_AT_LEAST = 70

pytestmark = pytest.mark.model


@pytest.mark.parametrize("case", NAMED, ids=lambda c: c.name)
def test_a_noun_that_refers_to_a_name(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=True)


@pytest.mark.parametrize("case", UNNAMED, ids=lambda c: c.name)
def test_a_noun_that_keeps_its_own_words(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=False)


def test_the_evidence_says_why(extractor: Extractor) -> None:
    for case in NAMED:
        details = [e.detail for q in attributed(extractor, case) for e in q.evidence]
        bound = [d for d in details if d is not None and "” is “" in d]
        assert all(", " in detail for detail in bound), case.name


def test_nearly_half_of_the_cases_name_nobody() -> None:
    assert len(NAMED) + len(UNNAMED) >= CASES_AT_LEAST
    assert len(UNNAMED) >= 0.4 * (len(NAMED) + len(UNNAMED))
