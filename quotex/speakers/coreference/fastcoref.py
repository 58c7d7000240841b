"""fastcoref's clusters: already character offsets."""

from __future__ import annotations

from typing import Any

from quotex.parse.view import View
from quotex.speakers.coreference.importing import imported, set_up
from quotex.speakers.coreference.resolver import Bounds


class FastCorefResolver:
    """Uses a fastcoref model; the extra "fastcoref" installs it.

    Args:
        model: an ``FCoref`` or ``LingMessCoref``; by default a new ``FCoref`` on the CPU, which
            downloads its weights when it is first created.

    Raises:
        ModelError: no model is given, and fastcoref is not installed or lacks its weights.
    """

    def __init__(self, model: Any = None) -> None:
        if model is None:
            model = _default_model()
        self._model = model

    def clusters(self, view: View) -> list[list[Bounds]]:
        """Return the clusters of ``view.text``, as half-open character offsets."""
        result = self._model.predict(texts=[view.text])[0]
        found = result.get_clusters(as_strings=False)
        # It gives None for a mention whose words it cannot locate in the text.
        return [[(m[0], m[1]) for m in mentions if m is not None] for mentions in found]


def _default_model() -> Any:
    from quotex.parse.models import installed_model

    # It uses a spaCy model to find words, and would download one that is not installed.
    options = {"device": "cpu", "nlp": installed_model(), "enable_progress_bar": False}
    tool = imported("fastcoref")
    return set_up(
        "fastcoref",
        lambda: tool.FCoref(**options),
        "give FastCorefResolver a model of your own if its weights cannot be downloaded",
    )
