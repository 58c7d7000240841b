"""What the text says about a source's wish not to be named, and about the reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from quotex import Extractor

pytestmark = pytest.mark.model

CASES = tomllib.loads((Path(__file__).parent / "cases" / "anonymity.toml").read_text("utf-8"))


def read(extractor: Extractor, text: str) -> list[tuple[str, str | None] | None]:
    found = []
    for quotation in extractor(text.replace("¶", "\n\n")):
        said = quotation.anonymity
        reason = said.reason.text if said is not None and said.reason is not None else None
        found.append((said.span.text, reason) if said is not None else None)
    return found


@pytest.mark.parametrize("case", CASES["fires"], ids=lambda case: case["text"][:50])
def test_the_words_and_the_reason(extractor: Extractor, case: dict[str, Any]) -> None:
    found = read(extractor, case["text"])
    assert set(found) - {None} == {(case["words"], case.get("reason"))}


@pytest.mark.parametrize("case", CASES["quiet"], ids=lambda case: case["text"][:50])
def test_no_wish_of_a_source(extractor: Extractor, case: dict[str, Any]) -> None:
    assert set(read(extractor, case["text"])) == {None}


def test_nobody_with_a_name_has_it(extractor: Extractor) -> None:
    texts = [case["text"].replace("¶", "\n\n") for case in CASES["fires"]]
    named = [q for text in texts for q in extractor(text) if q.speaker and q.speaker.named]
    assert named
    assert all(quotation.anonymity is None for quotation in named)


def test_all_quotations_of_the_source_have_it(extractor: Extractor) -> None:
    text = (
        "The yard is broke, a foreman said on condition of anonymity, since he still works there. "
        "“We have not been paid since May,” the foreman said."
    )
    expected = ("on condition of anonymity", "since he still works there")
    assert read(extractor, text) == [expected, expected]
