"""How likely a finding is right: a logistic regression over what the network said of it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # reading asks for a model, which has a calibration
    from quotex.detection.learned.reading import Finding

_EDGE = 1e-4  # probabilities are kept this far from 0 and 1

PARTS = (
    "valid",
    "anchor",
    "certainty",
    "source_certainty",
    "no_source",
    "agreed",
    "rule_share",
    "quoted",
)


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights of ``PARTS`` and a bias, all in log odds."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, parts: Mapping[str, float]) -> float:
        """Return the probability that a finding with these parts is right."""
        odds = self.bias + sum(self.weights[name] * parts[name] for name in PARTS)
        return (1 + math.tanh(odds / 2)) / 2  # the logistic function, for odds of any size


UNFITTED = Regression(0.0, {name: float(name == "valid") for name in PARTS})  # the network's own


def parts_of(finding: Finding, rule_share: float | None, *, quoted: bool) -> dict[str, float]:
    """Return the parts of a finding that its confidence is made from.

    ``rule_share`` is how often the rule that agrees is right, None where none does; ``quoted``
    tells whether all of the content stands in quotation marks.
    """
    return {
        "valid": log_odds(finding.valid),
        "anchor": log_odds(finding.anchor),
        "certainty": log_odds(finding.certainty),
        "source_certainty": log_odds(finding.source_certainty),
        "no_source": float(not finding.source),
        "agreed": float(rule_share is not None),
        "rule_share": log_odds(rule_share) if rule_share is not None else 0.0,
        "quoted": float(quoted),
    }


def log_odds(share: float) -> float:
    """Return the log odds of a probability, bounded."""
    kept = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))
