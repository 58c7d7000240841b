"""Fixtures that several tests share: the language model and the extractors, loaded once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

import quotex
from quotex.parse.models import installed_model
from quotex.parse.stanza.models import SHIPPED
from quotex.parse.stanza.models import stanza_pipeline as make_stanza_pipeline

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

settings.register_profile("quotex", deadline=None)  # a busy machine is not the code's fault
settings.load_profile("quotex")

_LONGEST = "test_paths.py"  # takes minutes in one process; if last, all would wait for it


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with the file that takes longest."""
    items.sort(key=lambda item: item.path.name != _LONGEST)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The language model that ``quotex.load`` uses by default."""
    return spacy.load(installed_model())


@pytest.fixture(scope="session")
def extractor(nlp: Language) -> quotex.Extractor:
    """An extractor with default settings."""
    return quotex.load()


@pytest.fixture(scope="session")
def thinker(nlp: Language) -> quotex.Extractor:
    """An extractor that also reports thoughts."""
    return quotex.load(modes="all")


@pytest.fixture(scope="session")
def stanza_models() -> Path:
    """The folder of the small Stanza models; the test is skipped without them or the extra."""
    pytest.importorskip("stanza", reason="the extra stanza is not installed")
    folder = ROOT / "models" / SHIPPED
    if not (folder / "resources.json").is_file():
        pytest.skip(f"there are no Stanza models in models/{SHIPPED}")
    return folder


@pytest.fixture(scope="session")
def stanza_pipeline(stanza_models: Path) -> Any:
    """A Stanza pipeline with the small models."""
    return make_stanza_pipeline(stanza_models)


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of the shared corpora; the test is skipped if it is absent."""
    folder = SHARED / "corpora"
    if not folder.is_dir():
        pytest.skip("the shared corpora are not on this machine")
    return folder


@pytest.fixture(scope="session")
def scorers() -> Path:
    """The folder of the reference scorers; the test is skipped if it is absent."""
    folder = SHARED / "eval"
    if not folder.is_dir():
        pytest.skip("the reference scorers are not on this machine")
    return folder
