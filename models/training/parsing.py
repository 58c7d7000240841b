"""Parses gold articles as quotex parses any article: with its pipeline and language model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import spacy

from quotex.document.document import Document
from quotex.evaluation.gold import GoldArticle
from quotex.languages import Language
from quotex.options import Options
from quotex.parse.engine import Engine
from quotex.parse.models import installed_model
from quotex.parse.spacy.engine import SpacyEngine
from quotex.pipeline import Pipeline
from quotex.quotations.context import Context
from quotex.quotations.detectors.base import Detector
from quotex.quotations.model.features import Labels

_POS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN"),
    *("PUNCT", "SCONJ", "SYM", "VERB", "X"),
)


@cache
def engine() -> SpacyEngine:
    """Return the installed language model, loaded once.

    Raises:
        ModelError: none is installed.
    """
    return SpacyEngine(spacy.load(installed_model()))


def pipeline(detector: Detector, parser: Engine | None = None) -> Pipeline:
    """Return the pipeline with a detector; quotations count wherever they appear on a page.

    ``parser`` is an engine to use instead of the installed language model.
    """
    return Pipeline(Language(), parser or engine(), detector, Options(furniture=True))


def contexts(reader: Pipeline, articles: Sequence[GoldArticle]) -> list[Context]:
    """Return the input of ``reader``'s detector for each article."""
    return reader.parse([Document(article.article(), reader.language) for article in articles])


def labels() -> Labels:
    """Return the labels of the installed language model."""
    model = engine()
    return Labels(pos=_POS, dep=model.dep_labels, entity=model.entity_labels)
