"""Findings of a model whose encoder reads only the text: the engine's reading is as good."""

from __future__ import annotations

import pytest

import quotex
from quotex import Article
from quotex.quotations.model.locate import ENGINE_MODEL

pytestmark = pytest.mark.model

TEXT = "“The wall is safe,” Bo Lund said. The mayor denied that it had moved."


def test_the_model_reads_trees_of_another_engine() -> None:
    by_spacy = quotex.load(attribution_model=ENGINE_MODEL)(Article(text=TEXT))
    by_own = quotex.load(engine="quotex")(Article(text=TEXT))
    assert by_spacy.made_by is not None
    assert by_spacy.made_by.models["attribution"].startswith(ENGINE_MODEL)
    assert [q.text for q in by_spacy] == [q.text for q in by_own] != []


def test_the_detector_without_rules_finds_the_same_with_either_engine() -> None:
    by_spacy = quotex.load(attribution_model=ENGINE_MODEL, detector="model")(Article(text=TEXT))
    by_own = quotex.load(engine="quotex", detector="model")(Article(text=TEXT))
    assert [q.text for q in by_spacy] == [q.text for q in by_own] != []
