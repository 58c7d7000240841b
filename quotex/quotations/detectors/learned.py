"""The learned detector, with the rules as a second opinion (``hybrid``) or without (``model``)."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.quotations.candidate import Candidate, Context
from quotex.quotations.confidence import confidence_of as share_of
from quotex.quotations.continuation import Allowed, continued
from quotex.quotations.detectors.findings import as_candidate
from quotex.quotations.detectors.merge import is_led_over, merged
from quotex.quotations.detectors.rules import RuleDetector
from quotex.quotations.kind import kind_of
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.calibration import Company, parts_of, rivalry, shared
from quotex.quotations.model.features import encode
from quotex.quotations.model.finding import Finding
from quotex.quotations.model.reading import read
from quotex.quotations.rules.signed import signed
from quotex.quotations.rules.turns import turns


class LearnedDetector:
    """Finds quotations with a trained model.

    With ``rules`` the network also reads what the rules found, quotations that it misses and the
    rules are sure of are kept, and content grows to the quotation marks that the rules trust.

    Without, the network reads no parse, not even of a text that has one: words and confidence are
    those of the bare text, on which the confidence was fitted. Mode, stance and negation of a
    cue, which the network does not tell as well, are still the lexicon's where there is a parse.
    """

    def __init__(self, model: AttributionModel, *, rules: bool) -> None:
        self._model = model
        self._rules = RuleDetector() if rules else None
        self._calibration = model.calibration["hybrid" if rules else "model"]

    @property
    def name(self) -> str:
        """The model and its version."""
        return self._model.name

    def detect(self, context: Context, allowed: Allowed) -> list[Candidate]:
        """Return what the model and the rules find, none clashing, in text order."""
        listed = self._rules.detect(context, allowed) if self._rules is not None else None
        found = list(self._candidates(context, listed))
        kept = [c for c in found if all(allowed(start) for start, _ in c.content)]
        sure = [c for rule in (turns, signed) for c in rule(context) if allowed(c.start)]
        sure.extend(c for c in listed or () if is_led_over(context, c))
        return continued(context, merged(context, kept, listed or [], sure), allowed)

    def _candidates(self, context: Context, listed: list[Candidate] | None) -> Iterator[Candidate]:
        model = self._model
        encoded = encode(context, listed, model.labels)
        by_cue = {c.cue[0].i: c for c in listed or () if c.cue}
        findings = [finding for finding in read(encoded, model) if finding.content]
        for finding, rival in zip(findings, rivalry(findings), strict=True):
            first = next((i for i in finding.cue if i in by_cue), None)
            agreeing = by_cue[first] if first is not None else None
            proposal = encoded.proposals.get(first) if first is not None else None
            candidate = as_candidate(context, finding, agreeing, model)
            company = Company(
                rule_share=share_of(agreeing.rule) if agreeing is not None else None,
                shared=shared(finding.content, proposal.content) if proposal is not None else 0.0,
                rival=rival,
                quoted=kind_of(context, candidate) == "direct",
            )
            parts = self.parts_of(finding, company, candidate)
            candidate.weight = candidate.confidence = self._calibration.probability(parts)
            if candidate.weight >= model.decoding.least(quoted=company.quoted):
                yield candidate

    def parts_of(
        self, finding: Finding, company: Company, candidate: Candidate
    ) -> dict[str, float]:
        """Return what the confidence of a candidate is made from."""
        return parts_of(finding, company)
