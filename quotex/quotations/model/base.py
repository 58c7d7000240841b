"""What the detector asks of a trained model, whatever runs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from quotex.encoder.encoder import Encoder
from quotex.encoder.pieces import Pieces
from quotex.quotations.model.calibration import Regression
from quotex.quotations.model.chain import Chain, Flags, Floats
from quotex.quotations.model.config import Decoding, Detecting
from quotex.quotations.model.features import Ids, Labels


class AttributionModel(Protocol):
    """A network with its tokenizer, and how its answers are read."""

    chain: Chain
    reach: int
    labels: Labels
    decoding: Decoding

    @property
    def encoder(self) -> Encoder | None:
        """The encoder, where it reads the text alone; then ``encode`` is not asked."""
        ...

    @property
    def name(self) -> str:
        """The model and its version."""
        ...

    @property
    def pieces(self) -> Pieces:
        """The tokenizer."""
        ...

    @property
    def calibration(self) -> Mapping[Detecting, Regression]:
        """How a confidence is made from a finding's parts, for each way to detect."""
        ...

    def encode(self, pieces: Ids, columns: Ids, first: Ids) -> tuple[Floats, Floats]:
        """Return each word's state [words, width] and its log odds to begin a cue [words].

        ``pieces`` [length] are the ids of one window, ``columns`` [length, features] what is known
        of each, ``first`` [words] where each word begins.
        """
        ...

    def look(
        self, states: Floats, cues: Floats, places: Ids, features: Ids, mask: Flags
    ) -> tuple[Floats, Floats, Floats]:
        """Return the scores of roles [cues, length, roles] and the log odds of cues and senses.

        ``states`` [cues, length, width] are the words around each cue, ``cues`` [cues, width] its
        own, ``places`` [cues] where it stands among them, ``features`` [cues, length, 3] distance,
        branch and proposal, and the columns of the words where the encoder reads none of them,
        ``mask`` [cues, length] is False past the last word.
        """
        ...
