"""What a rule proposes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quotex.languages.lexicon import Sense
from quotex.parse.view import Token

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """A quotation that a rule or the model proposes. It is immutable; changes make a new one.

    ``content`` holds half-open character offsets into the text; ``cue`` and ``source`` hold
    tokens, in text order. ``weight`` in [0, 1] ranks candidates that clash; ``confidence`` is how
    often a candidate like this is right, None to use the measured share of its rule. ``notes`` are
    further evidence: the name of a rule, and a sentence for a person to read. ``parts`` are the
    named values that a model's confidence was computed from; None for a rule's candidate.
    """

    content: Sequence[Bounds]
    cue: Sequence[Token]
    source: Sequence[Token]
    sense: Sense
    rule: str
    detail: str
    weight: float
    negated: bool = False
    confidence: float | None = None
    notes: tuple[tuple[str, str], ...] = ()
    parts: Mapping[str, float] | None = None

    def __post_init__(self) -> None:
        for name in ("content", "cue", "source"):
            object.__setattr__(self, name, tuple(getattr(self, name)))

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]


def inside(token: Token, content: Sequence[Bounds]) -> bool:
    """Whether a token starts inside one of the spans."""
    at = token.start
    for start, end in content:  # noqa: SIM110  a generator takes three times as long here
        if start <= at < end:
            return True
    return False
