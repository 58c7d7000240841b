"""The annotated sentences of ``cases/``: spans are given, the speaker is to be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex import Extraction, Extractor
from tests.annotated import Case, read_cases

FOLDER = Path(__file__).parent / "cases"
CASES_AT_LEAST = 60
NAMED, UNNAMED, NULL = (read_cases(FOLDER / f"{s}.txt") for s in ("named", "unnamed", "null"))

pytestmark = pytest.mark.model


def attributed(extractor: Extractor, case: Case) -> Extraction:
    spans = [{**q.roles, "id": str(number)} for number, q in enumerate(case.quotations)]
    return extractor.attribute(case.text, spans)


def check(extractor: Extractor, case: Case, *, named: bool | None) -> None:
    """Compare the speakers of a case with those it states, None where ``named`` is None."""
    found = {q.id: q for q in attributed(extractor, case)}
    for number, expected in enumerate(case.quotations):
        if "speaker" not in expected.fields:
            continue
        quotation = found[str(number)]
        evidence = [e for e in quotation.evidence if e.field == "speaker"]
        if named is None:
            assert quotation.speaker is None, case.name
            assert not evidence
            continue
        assert quotation.speaker is not None, case.name
        got = (quotation.speaker.name, quotation.speaker.named)
        assert got == (expected.fields["speaker"], named), case.name
        assert len(evidence) == 1


@pytest.mark.parametrize("case", NAMED, ids=lambda c: c.name)
def test_one_who_has_a_name(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=True)


@pytest.mark.parametrize("case", UNNAMED, ids=lambda c: c.name)
def test_one_who_has_none(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=False)


@pytest.mark.parametrize("case", NULL, ids=lambda c: c.name)
def test_none_where_nothing_tells(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=None)


def test_a_third_of_the_cases_have_no_name_to_give() -> None:
    held_back = len(UNNAMED) + len(NULL)
    assert len(NAMED) + held_back >= CASES_AT_LEAST
    assert held_back >= (len(NAMED) + held_back) / 3
