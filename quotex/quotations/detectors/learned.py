"""The learned detector, with the rules as a second opinion (``hybrid``) or without (``model``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotex.parse.engine import Depth
from quotex.quotations.authority import authority_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.confidence import confidence_of
from quotex.quotations.content import is_only_pronouns, is_page_label, is_topic, is_topical
from quotex.quotations.context import Context
from quotex.quotations.continuation import continued
from quotex.quotations.detectors.findings import GUESSED, as_candidate
from quotex.quotations.detectors.merge import is_introduced_by_previous_paragraph, merged
from quotex.quotations.detectors.rules import proposed, selected
from quotex.quotations.kind import kind_of
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.calibration import OtherEvidence, parts_of, rivalry, shared
from quotex.quotations.model.features import Encoded, encode
from quotex.quotations.model.finding import Finding
from quotex.quotations.model.reading import read
from quotex.quotations.rules.argument import TOPIC


class LearnedDetector:
    """Finds quotations with a trained model.

    With ``rules`` the network also reads what the rules found, and each rule has the role that its
    authority gives it (``rules/authority.toml``).

    Without ``rules`` the network reads no parse, even if the text has one: words and confidence are
    those for the bare text, to which the confidence was fitted. If there is a parse, mode, stance
    and negation of a cue still come from the lexicon, since the network predicts them less well.
    """

    def __init__(self, model: AttributionModel, *, rules: bool) -> None:
        self._model = model
        self._rules = rules
        self._calibration = model.calibration["hybrid" if rules else "model"]

    @property
    def name(self) -> str:
        """The model and its version."""
        return self._model.name

    @property
    def depth(self) -> Depth:
        """The whole tree if the rules are used, otherwise words and names."""
        return "tree" if self._rules else "names"

    def detect(self, contexts: Sequence[Context]) -> list[list[Candidate]]:
        """Return what the model and the rules find in each article."""
        proposals = [proposed(context, parsed=self._rules) for context in contexts]
        rule_candidates = [
            selected(context, own) if self._rules else None
            for context, own in zip(contexts, proposals, strict=True)
        ]
        pairs = zip(contexts, rule_candidates, strict=True)
        encoded = [encode(context, own, self._model.labels) for context, own in pairs]
        every = zip(
            contexts, proposals, rule_candidates, encoded, read(encoded, self._model), strict=True
        )
        return [self._kept_candidates(*of_article) for of_article in every]

    def _kept_candidates(
        self,
        context: Context,
        proposals: Sequence[Candidate],
        rule_candidates: Sequence[Candidate] | None,
        encoded: Encoded,
        findings: Sequence[Finding],
    ) -> list[Candidate]:
        """Return the candidates to keep in an article; see ``_candidates`` for the arguments."""
        found = self._candidates(
            context, rule_candidates, encoded, [f for f in findings if f.content]
        )
        kept = [
            c
            for c in found
            if all(context.allows_content_at(start) for start, _ in c.content)
            and not is_page_label(context, c)
        ]
        overriding = [c for c in proposals if authority_of(c.rule).authority == "overrides"]
        overriding += [
            c for c in rule_candidates or () if is_introduced_by_previous_paragraph(context, c)
        ]
        return continued(context, merged(kept, rule_candidates or (), overriding))

    def _candidates(
        self,
        context: Context,
        rule_candidates: Sequence[Candidate] | None,
        encoded: Encoded,
        findings: Sequence[Finding],
    ) -> Iterator[Candidate]:
        """Yield what the model finds and is sure enough of.

        ``rule_candidates`` is what the rules keep, None if they are not used.
        """
        model = self._model
        by_cue = {c.cue[0].i: c for c in rule_candidates or () if c.cue}
        for finding, rival in zip(findings, rivalry(findings), strict=True):
            first = next((i for i in finding.cue if i in by_cue), None)
            agreeing = by_cue[first] if first is not None else None
            proposal = encoded.proposals.get(first) if first is not None else None
            candidate = as_candidate(context, finding, agreeing, model)
            if _has_only_pronoun(context, finding, candidate):
                continue
            kind = kind_of(context, candidate)
            evidence = OtherEvidence(
                rule_share=confidence_of(agreeing.rule) if agreeing is not None else None,
                shared=shared(finding.content, proposal.content) if proposal is not None else 0.0,
                rival=rival,
                quoted=kind == "direct",
                thought=self._rules and candidate.sense.mode == "thought",
                bare=self._rules and kind == "indirect" and not _has_verb(context, finding),
            )
            parts = parts_of(finding, evidence)
            confidence = self._calibration.probability(parts)
            if self._rules and _is_mere_topic(context, finding, candidate):
                # Annotators of world news leave most topics out.
                confidence = min(confidence, confidence_of(TOPIC))
            if confidence >= model.decoding.threshold_for(quoted=evidence.quoted):
                yield replace(candidate, weight=confidence, confidence=confidence, parts=parts)


def _has_only_pronoun(context: Context, finding: Finding, candidate: Candidate) -> bool:
    """Whether a verb that is not a known cue has only a pronoun as content: "sentenced him"."""
    guessed = any(name == GUESSED for name, _ in candidate.notes)
    ends_in_verb = bool(candidate.cue) and candidate.cue[-1].pos == "VERB"
    return (
        guessed
        and ends_in_verb
        and is_only_pronouns([context.view.tokens[word] for word in finding.content])
    )


def _is_mere_topic(context: Context, finding: Finding, candidate: Candidate) -> bool:
    """Whether the text says what was spoken about, but not what was said about it."""
    content = [context.view.tokens[word] for word in finding.content]
    return any(is_topical(word) for word in candidate.cue) and is_topic(context, content)


def _has_verb(context: Context, finding: Finding) -> bool:
    tokens = context.view.tokens
    return any(tokens[word].pos in {"VERB", "AUX"} for word in finding.content)
