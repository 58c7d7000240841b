"""What the detector needs from a trained model, whatever runs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from quotex.quotations.model.calibration import Regression
from quotex.quotations.model.chain import Chain, Flags, Floats
from quotex.quotations.model.config import Decoding, DetectorMode
from quotex.quotations.model.encoders import WindowEncoder
from quotex.quotations.model.features import Ids, Labels


class AttributionModel(Protocol):
    """A network with its tokenizer, and how its output is read."""

    chain: Chain
    reach: int
    labels: Labels
    decoding: Decoding

    @property
    def encoder(self) -> WindowEncoder:
        """The encoder and its input."""
        ...

    @property
    def name(self) -> str:
        """The model and its version."""
        ...

    @property
    def calibration(self) -> Mapping[DetectorMode, Regression]:
        """How a confidence is computed from a finding's parts, for each way of detecting."""
        ...

    def second_look(
        self, states: Floats, cues: Floats, places: Ids, features: Ids, mask: Flags
    ) -> tuple[Floats, Floats, Floats]:
        """Return the scores of roles [cues, length, roles] and the log odds of cues and senses.

        ``states`` [cues, length, width] are the states of the words around each cue, ``cues``
        [cues, width] those of the cues themselves, and ``places`` [cues] has the index of each cue
        among the words around it. ``features`` [cues, length, 3 or more] are distance, branch and
        proposal, then the columns that ``encoder`` leaves unread; ``mask`` [cues, length] is
        False past the last word.
        """
        ...
