"""coreferee's chains: head tokens of a spaCy Doc."""

from __future__ import annotations

from typing import Any

from quotex.parse.view import View
from quotex.speakers.coreference.importing import imported, set_up
from quotex.speakers.coreference.resolver import Bounds

_COMMANDS = "python -m spacy download en_core_web_sm && python -m coreferee install en"


class CorefereeResolver:
    """Uses a spaCy pipeline with coreferee; the extra "coreferee" installs it.

    coreferee supports the official English models (3.8.0 to 3.8.11 in its version 1.5.0), but not
    copies of them, so the model that comes with quotex cannot be used. Its own data are installed
    by ``python -m coreferee install en``.

    Args:
        nlp: the pipeline; by default the official model that ``quotex.load`` uses, with
            coreferee added.

    Raises:
        ModelError: no pipeline is given, and coreferee, its data or an official model is missing.
    """

    def __init__(self, nlp: Any = None) -> None:
        if nlp is None:
            imported("coreferee")
            nlp = set_up("coreferee", _pipeline, f"run: {_COMMANDS}")
        self._nlp = nlp

    def clusters(self, view: View) -> list[list[Bounds]]:
        """Return the clusters of ``view.text``, as half-open character offsets."""
        doc = self._nlp(view.text)
        return [[_bounds(doc, mention) for mention in chain] for chain in doc._.coref_chains]


def _pipeline() -> Any:
    import spacy

    from quotex.parse.models import OFFICIAL_MODELS, installed_model

    name = installed_model()
    if name not in OFFICIAL_MODELS:
        raise ValueError(f"it supports official models such as {OFFICIAL_MODELS[0]}, not {name}")
    nlp = spacy.load(name)
    nlp.add_pipe("coreferee")
    return nlp


def _bounds(doc: Any, mention: Any) -> Bounds:
    """Return the bounds of a mention: one token, or from the first to the last of several."""
    first, last = doc[min(mention.token_indexes)], doc[max(mention.token_indexes)]
    return first.idx, last.idx + len(last)
