"""Extractors that use only the rules, so that no training can change a case."""

from __future__ import annotations

import pytest
from spacy.language import Language

import quotex
from quotex.document.document import Document
from quotex.parse.spacy.engine import SpacyEngine
from quotex.parse.view import View
from quotex.parse.views import read_views
from quotex.records import Article
from tests.trees import ENGLISH

pytest.register_assert_rewrite("tests.speakers.stated")


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> quotex.Extractor:
    """An extractor with only the rules."""
    return quotex.load(nlp, detector="rules", min_confidence=0)


def view_of(nlp: Language, text: str) -> View:
    """Return the view of a text, parsed by a language model."""
    document = Document(Article(text=text, language="en"), ENGLISH)
    return read_views([document], SpacyEngine(nlp), "tree")[0]


@pytest.fixture(scope="session")
def thinker(nlp: Language) -> quotex.Extractor:
    """The same, with thoughts."""
    return quotex.load(nlp, modes="all", detector="rules", min_confidence=0)
