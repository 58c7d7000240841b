"""The annotated sentences in ``cases/``: the spans are given, the speaker is to be found."""

from __future__ import annotations

from pathlib import Path

import pytest

from quotex import Extractor
from tests.annotated import Case, read_cases
from tests.speakers.stated import check

FOLDER = Path(__file__).parent / "cases"
CASES_AT_LEAST = 60
NAMED, UNNAMED, NULL = (read_cases(FOLDER / f"{s}.txt") for s in ("named", "unnamed", "null"))

pytestmark = pytest.mark.model


@pytest.mark.parametrize("case", NAMED, ids=lambda c: c.name)
def test_a_speaker_with_a_name(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=True)


@pytest.mark.parametrize("case", UNNAMED, ids=lambda c: c.name)
def test_a_speaker_without_a_name(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=False)


@pytest.mark.parametrize("case", NULL, ids=lambda c: c.name)
def test_none_where_the_text_does_not_say(extractor: Extractor, case: Case) -> None:
    check(extractor, case, named=None)


def test_a_third_of_the_cases_name_nobody() -> None:
    held_back = len(UNNAMED) + len(NULL)
    assert len(NAMED) + held_back >= CASES_AT_LEAST
    assert held_back >= (len(NAMED) + held_back) / 3
