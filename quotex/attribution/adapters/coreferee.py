"""coreferee's chains: head tokens of a spaCy Doc."""

from __future__ import annotations

from typing import Any

from quotex.attribution.adapters.importing import imported
from quotex.attribution.resolvers import Bounds
from quotex.engine.view import View


class CorefereeResolver:
    """Asks a spaCy pipeline that has coreferee in it.

    Args:
        nlp: the pipeline; by default the model that ``quotex.load`` takes, with coreferee added.

    Raises:
        ModelError: no pipeline is given and coreferee is not installed.
    """

    def __init__(self, nlp: Any = None) -> None:
        if nlp is None:
            imported("coreferee", "pip install coreferee && python -m coreferee install en")
            import spacy

            from quotex.loading import installed_model

            nlp = spacy.load(installed_model())
            nlp.add_pipe("coreferee")
        self._nlp = nlp

    def clusters(self, view: View) -> list[list[Bounds]]:
        """Return the clusters of ``view.text``, as half-open character offsets."""
        doc = self._nlp(view.text)
        return [[_bounds(doc, mention) for mention in chain] for chain in doc._.coref_chains]


def _bounds(doc: Any, mention: Any) -> Bounds:
    """Return where a mention stands: one token, or all from the first to the last of several."""
    first, last = doc[min(mention.token_indexes)], doc[max(mention.token_indexes)]
    return first.idx, last.idx + len(last)
