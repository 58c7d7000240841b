"""The annotated sentences of ``cases/``, read by the real parser.

Those in the folder itself are read with the rules only, so that training cannot change them; those
in ``cases/reported/`` with both detectors, because they show what users should not see.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

import quotex
from quotex import Extractor
from tests.annotated import Case, differences, read_cases

FOLDER = Path(__file__).parent / "cases"
FILES = sorted(path.stem for path in FOLDER.glob("*.txt"))
REPORTED = sorted(f"reported/{path.stem}" for path in FOLDER.glob("reported/*.txt"))
KNOWN = "known_failures"
POSITIVES, NEGATIVES = 120, 100

pytestmark = pytest.mark.model


def cases(stem: str) -> list[Case]:
    return read_cases(FOLDER / f"{stem}.txt")


def check(case: Case, extractor: Extractor, thinker: Extractor) -> None:
    """Compare a case with what is found; thoughts count as well if quotations are expected."""
    reader = thinker if case.quotations else extractor
    lines = differences(case, reader(case.text).quotations)
    assert not lines, "\n".join([case.name, *lines])


@pytest.mark.parametrize(
    "case", [c for stem in FILES if stem != KNOWN for c in cases(stem)], ids=lambda c: c.name
)
def test_case(case: Case, extractor: Extractor, thinker: Extractor) -> None:
    check(case, extractor, thinker)


@pytest.mark.parametrize(
    "case",
    [pytest.param(c, marks=pytest.mark.xfail(reason=c.reason, strict=True)) for c in cases(KNOWN)],
    ids=lambda c: c.name,
)
def test_known_failure(case: Case, extractor: Extractor, thinker: Extractor) -> None:
    check(case, extractor, thinker)


@pytest.fixture(scope="module")
def by_default(nlp: Language) -> Extractor:
    """An extractor with the default settings."""
    return quotex.load(nlp)


@pytest.mark.parametrize(
    "case", [c for stem in REPORTED for c in cases(stem)], ids=lambda c: c.name
)
def test_what_is_reported_by_default(case: Case, by_default: Extractor) -> None:
    lines = differences(case, by_default(case.text).quotations)
    assert not lines, "\n".join([case.name, *lines])


def test_there_are_as_many_cases_as_promised() -> None:
    positives = [c for stem in FILES if stem not in {KNOWN, "nothing"} for c in cases(stem)]
    assert len(positives) >= POSITIVES
    assert len(cases("nothing")) >= NEGATIVES
    assert not any(case.quotations for case in cases("nothing"))


def test_each_known_failure_says_why() -> None:
    assert all(case.reason for case in cases(KNOWN))


def test_no_sentence_occurs_twice() -> None:
    texts = [case.text for stem in [*FILES, *REPORTED] for case in cases(stem)]
    assert len(set(texts)) == len(texts)
