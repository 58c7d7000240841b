"""spaCy's memory of words stays within bounds and does not change results."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy
from spacy.language import Language

from quotex.parse.engine import Engine, Tree
from quotex.parse.models import installed_model
from quotex.parse.spacy import vocabulary
from quotex.parse.spacy.engine import SpacyEngine
from quotex.parse.spacy.vocabulary import Vocabulary

pytestmark = pytest.mark.model

TEXTS = [
    f"“The quay at Wick{mark} is unsafe,” said Ada Roe{mark}ley, who had been sitting there."
    for mark in "abcdefghijkl"
]


@pytest.fixture
def no_words_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "MAX_WORDS", 0)


def spacy_engine() -> SpacyEngine:
    return SpacyEngine(spacy.load(installed_model()), own=True)


def trees(engine: Engine, texts: list[str]) -> list[Tree]:
    return list(engine.read(texts, "tree"))


def test_new_words_are_forgotten_once_there_are_many(no_words_kept: None) -> None:
    nlp = spacy.load(installed_model())
    engine = SpacyEngine(nlp, own=True)
    trees(engine, TEXTS[:1])
    known = len(nlp.vocab.strings)
    for text in TEXTS[1:]:
        trees(engine, [text])
    assert len(nlp.vocab.strings) == known


def test_new_words_are_kept_until_then() -> None:
    nlp = spacy.load(installed_model())
    trees(SpacyEngine(nlp, own=True), TEXTS[:1])
    assert "Roealey" in nlp.vocab.strings


def test_a_callers_pipeline_keeps_its_words(no_words_kept: None, nlp: Language) -> None:
    trees(SpacyEngine(nlp), ["Ada Zzyzx left the quay."])
    assert "Zzyzx" in nlp.vocab.strings


def test_forgetting_words_does_not_change_the_trees(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = trees(spacy_engine(), TEXTS)
    monkeypatch.setattr(vocabulary, "MAX_WORDS", 0)
    engine = spacy_engine()
    assert [tree for text in TEXTS for tree in trees(engine, [text])] == expected
    assert trees(engine, TEXTS[::-1]) == expected[::-1]


def test_threads_read_one_at_a_time(no_words_kept: None) -> None:
    engine = spacy_engine()
    expected = trees(engine, TEXTS)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda text: trees(engine, [text]), TEXTS * 4))
    assert [tree for one in found for tree in one] == expected * 4


def test_an_unfinished_read_does_not_block_others(no_words_kept: None) -> None:
    engine = spacy_engine()
    left: Iterator[Tree] = engine.read(TEXTS, "tree")
    next(left)
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(trees, engine, TEXTS[:1]).result(timeout=60)


def test_an_error_ends_the_zone(no_words_kept: None) -> None:
    nlp = spacy.load(installed_model())
    words = Vocabulary(nlp)
    with pytest.raises(RuntimeError, match="read"), words.bounded():
        raise RuntimeError("read")
    assert not nlp.vocab.in_memory_zone
    with words.bounded():
        assert nlp.vocab.in_memory_zone
