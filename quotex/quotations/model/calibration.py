"""How likely a finding is right: a logistic regression over what the network says about it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from quotex.quotations.model.finding import Finding

_EDGE = 1e-4  # probabilities are kept this far from 0 and 1

PARTS = (
    "valid",
    "anchor",
    "certainty",
    "least",
    "beyond",
    "path",
    "at_edge",
    "length",
    "source_certainty",
    "source_length",
    "no_source",
    "agreed",
    "rule_share",
    "shared",
    "rival",
    "quoted",
    "thought",
    "bare",
)


@dataclass(frozen=True, slots=True)
class OtherEvidence:
    """Other evidence for or against a finding.

    ``rule_share`` is how often the rule that agrees is right, None if none does, and ``shared``
    the share of content words that both have. ``rival`` is how strongly another finding claims the
    same content (see ``rivalry``). ``quoted``: all of the content is in quotation marks;
    ``thought``: the cue reports a thought; ``bare``: the content is not quoted and has no verb, so
    it may be just a thing ("released a car").
    """

    rule_share: float | None = None
    shared: float = 0.0
    rival: float = 0.0
    quoted: bool = False
    thought: bool = False
    bare: bool = False


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


def parts_of(finding: Finding, evidence: OtherEvidence) -> dict[str, float]:
    """Return the parts of a finding from which its confidence is computed."""
    share = evidence.rule_share
    return {
        "valid": log_odds(finding.valid),
        "anchor": log_odds(finding.anchor),
        "certainty": log_odds(finding.certainty),
        "least": log_odds(finding.least),
        "beyond": finding.beyond / (1 + len(finding.content)),
        "path": finding.path,
        "at_edge": float(finding.at_edge),
        "length": math.log1p(len(finding.content)),
        "source_certainty": log_odds(finding.source_certainty),
        "source_length": math.log1p(len(finding.source)),
        "no_source": float(not finding.source),
        "agreed": float(share is not None),
        "rule_share": log_odds(share) if share is not None else 0.0,
        "shared": evidence.shared,
        "rival": evidence.rival,
        "quoted": float(evidence.quoted),
        "thought": float(evidence.thought),
        "bare": float(evidence.bare),
    }


def rivalry(findings: Sequence[Finding]) -> list[float]:
    """Return, for each finding, how strongly another finding claims the same content.

    This is the maximum, over the others, of the other cue's probability times the share of content
    words that the two have in common.
    """
    owners: dict[int, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        for word in finding.content:
            owners[word].append(number)
    claims = [0.0] * len(findings)
    for number, finding in enumerate(findings):
        others = {other for word in finding.content for other in owners[word]} - {number}
        for other in others:
            share = shared(finding.content, findings[other].content)
            claims[number] = max(claims[number], findings[other].valid * share)
    return claims


def shared(one: Collection[int], other: Collection[int]) -> float:
    """Return the share of the words in either that are in both; 0 if both are empty."""
    either = set(one) | set(other)
    return len(set(one) & set(other)) / len(either) if either else 0.0


def log_odds(share: float) -> float:
    """Return the log odds of a probability, bounded."""
    kept = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(kept / (1 - kept))
