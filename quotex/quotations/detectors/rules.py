"""The detector that uses only the rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from quotex.parse.engine import Depth
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import is_page_label
from quotex.quotations.context import Context
from quotex.quotations.continuation import continued
from quotex.quotations.rules import RULES
from quotex.quotations.select import select


class RuleDetector:
    """Keeps the surest of the rules' candidates that do not clash."""

    name: Final = "rules"
    depth: Final[Depth] = "tree"

    def detect(self, contexts: Sequence[Context]) -> list[list[Candidate]]:
        """Return what the rules find in each article."""
        return [selected(context, proposed(context)) for context in contexts]


def proposed(context: Context, *, parsed: bool = True) -> list[Candidate]:
    """Return all that the rules propose, clashing or not; without a parse, only what needs none."""
    rules = (rule for rule in RULES if parsed or not rule.needs_parse)
    candidates = (candidate for rule in rules for candidate in rule.find(context))
    return [
        c
        for c in candidates
        if all(context.allows_content_at(start) for start, _ in c.content)
        and not is_page_label(context, c)
    ]


def selected(context: Context, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates to keep, with the quoted sentences that continue them."""
    return continued(context, select(context, candidates))
