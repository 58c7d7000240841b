"""Properties that hold for all texts, on random texts."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

import quotex
from tests.fuzz.invariants import check, check_extraction, check_text
from tests.fuzz.strategies import news

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())

pytestmark = pytest.mark.model
bounded = settings(
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@pytest.fixture(scope="module")
def rules(nlp: Language) -> quotex.Extractor:
    return quotex.load(nlp, modes="all", detector="rules", furniture=True, min_confidence=0)


@settings(bounded, max_examples=300)
@given(news())
def test_invariants_hold_before_the_parse(text: str) -> None:
    check_text(text)


@settings(bounded, max_examples=100)
@given(news())
def test_invariants_hold_for_the_rules(rules: quotex.Extractor, text: str) -> None:
    check_extraction(rules, text)


@settings(bounded, max_examples=40)
@given(news())
def test_invariants_hold_for_the_hybrid_detector(extractor: quotex.Extractor, text: str) -> None:
    check_extraction(extractor, text)


@settings(bounded, max_examples=15)
@given(st.lists(news() | st.text(max_size=20), min_size=1, max_size=4))
def test_a_batch_gives_the_same_as_single_articles(
    rules: quotex.Extractor, texts: list[str]
) -> None:
    for text, found in zip(texts, rules.pipe(texts), strict=True):
        assert found.error is not None or found == rules(text)


@settings(bounded, max_examples=100)
@given(news())
def test_time_expressions_shift_with_their_text(text: str) -> None:
    behind = quotex.time_expressions("Nothing.\n\n" + text)
    assert [(e.start - 10, e.text) for e in behind] == [
        (e.start, e.text) for e in quotex.time_expressions(text)
    ]


def test_the_fuzzer_corpus_exists() -> None:
    assert len(CORPUS) >= 10


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_invariants_hold_for_the_fuzzer_corpus(rules: quotex.Extractor, path: Path) -> None:
    check(rules, path.read_bytes().decode("utf-8", "surrogateescape"))
