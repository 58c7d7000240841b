"""fastcoref's clusters: character offsets already."""

from __future__ import annotations

from typing import Any

from quotex.attribution.adapters.importing import imported
from quotex.attribution.resolvers import Bounds
from quotex.engine.view import View


class FastCorefResolver:
    """Asks a fastcoref model.

    Args:
        model: an ``FCoref`` or ``LingMessCoref``; by default a new ``FCoref`` on the processor.

    Raises:
        ModelError: no model is given and fastcoref is not installed.
    """

    def __init__(self, model: Any = None) -> None:
        if model is None:
            model = imported("fastcoref", "pip install fastcoref").FCoref(device="cpu")
        self._model = model

    def clusters(self, view: View) -> list[list[Bounds]]:
        """Return the clusters of ``view.text``, as half-open character offsets."""
        result = self._model.predict(texts=[view.text])[0]
        found = result.get_clusters(as_strings=False)
        # It gives None for a mention whose words it cannot place in the text.
        return [[(m[0], m[1]) for m in mentions if m is not None] for mentions in found]
