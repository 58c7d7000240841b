"""Extractors that use only the rules, so that training the model cannot change a case."""

from __future__ import annotations

import pytest
from spacy.language import Language

import quotex


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> quotex.Extractor:
    """An extractor that uses only the rules."""
    return quotex.load(nlp, detector="rules", min_confidence=0)


@pytest.fixture(scope="session")
def thinker(nlp: Language) -> quotex.Extractor:
    """The same, including thoughts."""
    return quotex.load(nlp, modes="all", detector="rules", min_confidence=0)
