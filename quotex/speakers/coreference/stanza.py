"""Stanza's chains: words of a sentence."""

from __future__ import annotations

from typing import Any

from quotex.parse.view import View
from quotex.speakers.coreference.importing import imported, set_up
from quotex.speakers.coreference.resolver import Bounds


class StanzaResolver:
    """Uses a Stanza pipeline with the processor "coref"; the extra "stanza-coref" installs it.

    Args:
        pipeline: the pipeline; by default a new English one, which downloads missing models.

    Raises:
        ModelError: no pipeline is given, and Stanza is not installed or lacks its models.
    """

    def __init__(self, pipeline: Any = None) -> None:
        if pipeline is None:
            stanza = imported("stanza", "stanza-coref")
            pipeline = set_up(
                "stanza",
                lambda: stanza.Pipeline("en", processors="tokenize,coref", verbose=False),
                "give StanzaResolver a pipeline of your own if models cannot be downloaded",
            )
        self._pipeline = pipeline

    def clusters(self, view: View) -> list[list[Bounds]]:
        """Return the clusters of ``view.text``, as half-open character offsets."""
        doc = self._pipeline(view.text)
        return [
            [bounds for mention in chain.mentions if (bounds := _bounds(doc, mention)) is not None]
            for chain in doc.coref
        ]


def _bounds(doc: Any, mention: Any) -> Bounds | None:
    """Return the bounds of a mention, None for one that has no words (a dropped pronoun)."""
    if isinstance(mention.start_word, tuple):
        return None
    words = doc.sentences[mention.sentence].words[mention.start_word : mention.end_word]
    return _with_offsets(words[0]).start_char, _with_offsets(words[-1]).end_char


def _with_offsets(word: Any) -> Any:
    """Return the word, or the token that it is a part of if only that has offsets."""
    return word if word.start_char is not None else word.parent
