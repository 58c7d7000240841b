"""The seam behind which quotations are found; the rules stand behind it here."""

from __future__ import annotations

from bisect import bisect_right
from typing import Protocol

from quotex.detection.candidate import Candidate, Context
from quotex.detection.continuation import Allowed, continued
from quotex.detection.rules import RULES
from quotex.detection.select import select
from quotex.text.furniture import furniture, furniture_rules


class Detector(Protocol):
    """Finds the quotations of an article."""

    @property
    def name(self) -> str:
        """What finds them, with its version where it has one."""
        ...

    def detect(self, context: Context, allowed: Allowed) -> list[Candidate]:
        """Return candidates that do not clash, in text order.

        None has content that begins at an offset which is not ``allowed``.
        """
        ...


class RuleDetector:
    """The rules alone."""

    name = "rules"

    def detect(self, context: Context, allowed: Allowed) -> list[Candidate]:
        """Return what the rules find."""
        proposed = (candidate for rule in RULES for candidate in rule(context))
        kept = [c for c in proposed if all(allowed(start) for start, _ in c.content)]
        return continued(context, select(context, kept), allowed)


def outside_furniture(context: Context) -> Allowed:
    """Return a test of whether an offset stands outside of page furniture."""
    view = context.view
    numbers = furniture(view.text, view.paragraphs, furniture_rules(context.lexicon.language))
    regions = [view.paragraphs[number] for number in numbers]
    starts = [start for start, _ in regions]

    def allowed(offset: int) -> bool:
        at = bisect_right(starts, offset) - 1
        return at < 0 or offset >= regions[at][1]

    return allowed


def anywhere(offset: int) -> bool:
    """Allow every offset."""
    return offset >= 0
