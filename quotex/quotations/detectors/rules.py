"""The seam behind which quotations are found; the rules stand behind it here."""

from __future__ import annotations

from typing import Protocol

from quotex.quotations.candidate import Candidate, Context
from quotex.quotations.continuation import Allowed, continued
from quotex.quotations.rules import RULES
from quotex.quotations.select import select


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
        return continued(context, select(context, proposed(context, allowed)), allowed)


def proposed(context: Context, allowed: Allowed) -> list[Candidate]:
    """Return all that the rules propose, clashing or not."""
    candidates = (candidate for rule in RULES for candidate in rule(context))
    return [c for c in candidates if all(allowed(start) for start, _ in c.content)]


def anywhere(offset: int) -> bool:
    """Allow every offset."""
    return offset >= 0
