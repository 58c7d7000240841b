"""What a rule proposes, and what it may look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from quotex.document.marks import Quoted
from quotex.languages.lexicon import Lexicon, Sense
from quotex.parse.view import Token, View
from quotex.quotations.index import SpanIndex

Bounds = tuple[int, int]


@dataclass(slots=True)
class Candidate:
    """A quotation as a rule proposes it.

    ``content`` holds half-open character offsets into the text; ``cue`` and ``source`` hold
    tokens, in text order. ``weight`` in [0, 1] ranks candidates that clash; ``confidence`` is how
    often such a one is right, None where its rule's measured share tells.
    """

    content: list[Bounds]
    cue: list[Token]
    source: list[Token]
    sense: Sense
    rule: str
    detail: str
    weight: float
    negated: bool = False
    confidence: float | None = None
    extra_evidence: list[tuple[str, str]] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Where the content begins."""
        return self.content[0][0]

    @property
    def end(self) -> int:
        """Where the content ends."""
        return self.content[-1][1]


@dataclass(slots=True)
class Context:
    """All that a rule may read of one article."""

    view: View
    lexicon: Lexicon
    stretches: list[Quoted]
    index: SpanIndex

    @property
    def outer(self) -> list[Quoted]:
        """The quoted stretches that no other encloses."""
        return [q for q in self.stretches if q.depth == 0]


Rule = Callable[[Context], Iterator[Candidate]]
