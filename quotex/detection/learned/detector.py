"""The learned detector, with the rules as a second opinion (``hybrid``) or without (``model``)."""

from __future__ import annotations

from collections.abc import Iterator

from quotex.detection.candidate import Candidate, Context
from quotex.detection.confidence import confidence_of as share_of
from quotex.detection.continuation import Allowed, continued
from quotex.detection.detector import RuleDetector
from quotex.detection.kind import kind_of
from quotex.detection.learned.base import AttributionModel
from quotex.detection.learned.calibration import parts_of
from quotex.detection.learned.candidates import as_candidate
from quotex.detection.learned.features import encode
from quotex.detection.learned.merge import merged
from quotex.detection.learned.reading import Finding, read
from quotex.detection.rules.signed import signed
from quotex.detection.rules.turns import turns


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
        return continued(context, merged(context, kept, listed or [], sure), allowed)

    def _candidates(self, context: Context, listed: list[Candidate] | None) -> Iterator[Candidate]:
        model = self._model
        encoded = encode(context, listed, model.labels)
        by_cue = {c.cue[0].i: c for c in listed or () if c.cue}
        for finding in read(encoded, model):
            agreeing = next((by_cue[i] for i in finding.cue if i in by_cue), None)
            if finding.content:
                candidate = self._candidate(context, finding, agreeing)
                quoted = kind_of(context, candidate) == "direct"
                if candidate.weight >= model.decoding.least(quoted=quoted):
                    yield candidate

    def _candidate(
        self, context: Context, finding: Finding, agreeing: Candidate | None
    ) -> Candidate:
        candidate = as_candidate(context, finding, agreeing, self._model)
        parts = self.parts_of(context, finding, candidate, agreeing)
        candidate.weight = candidate.confidence = self._calibration.probability(parts)
        return candidate

    def parts_of(
        self, context: Context, finding: Finding, candidate: Candidate, agreeing: Candidate | None
    ) -> dict[str, float]:
        """Return what the confidence of a candidate is made from."""
        share = share_of(agreeing.rule) if agreeing is not None else None
        return parts_of(finding, share, quoted=kind_of(context, candidate) == "direct")
