"""Turns what the network found into candidates: character bounds, sense, evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import is_negative_source
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.content import with_own_marks
from quotex.quotations.context import Context
from quotex.quotations.cue import negates
from quotex.quotations.detectors.senses import guessed_sense, lexicon_sense
from quotex.quotations.kind import kind_of
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.finding import Finding

RULE = "model"
GUESSED = "sense-guessed"  # the note for a cue that the lexicon lacks
# If the network finds no source, the one that these rules find is taken.
_SURE_OF_SOURCE = frozenset({"quote-before-cue", "cue-before-quote", "clause-after"})
_MARKS = "\"'”’»"
_STOPS = (".", "?", "!", "…")
_UNKNOWN = Sense("verb", "", "", "speech", "asserts")


def as_candidate(
    context: Context, finding: Finding, agreeing: Candidate | None, model: AttributionModel
) -> Candidate:
    """Return the candidate for a finding; ``agreeing`` is a rule's candidate for the same cue."""
    tokens = context.view.tokens
    cue = [tokens[i] for i in finding.cue]
    source = [tokens[i] for i in finding.source]
    candidate = Candidate(
        _without_previous_sentence(context, content_bounds(context, finding.content), cue),
        cue,
        source,
        _UNKNOWN,
        f"{RULE}:{model.name}",
        f"“{_text(cue)}” begins an attribution, probability {finding.valid:.2f}",
        weight=finding.valid,
    )
    if not source and agreeing is not None and _is_sure_of_source(agreeing):
        source = [t for t in agreeing.source if t.i not in finding.content]
    nobody = is_negative_source(source)
    if agreeing is not None:
        return replace(
            candidate,
            source=source,
            sense=agreeing.sense,
            negated=nobody or agreeing.negated,
            notes=((agreeing.rule, agreeing.detail),),
        )
    sense, notes = _sense(context, candidate, finding, model)
    return replace(candidate, sense=sense, negated=nobody or _is_negated(candidate), notes=notes)


def _is_sure_of_source(rule: Candidate) -> bool:
    return rule.rule in _SURE_OF_SOURCE and rule.sense.mode != "thought"


def _sense(
    context: Context, candidate: Candidate, finding: Finding, model: AttributionModel
) -> tuple[Sense, tuple[tuple[str, str], ...]]:
    """Return what the cue means, from the lexicon or as a guess of the model, noted as such."""
    quoted = kind_of(context, candidate) != "indirect"
    from_lexicon = lexicon_sense(context, candidate.cue, quoted=quoted)
    if from_lexicon is not None:
        return from_lexicon, ()
    parsed = any(token.pos for token in candidate.cue)
    why = "is not in the lexicon" if parsed else "cannot be looked up without a parse"
    detail = f"“{_text(candidate.cue)}” {why}; mode and stance are the model's guess"
    guessed = guessed_sense(finding.senses, model.decoding.senses)
    return guessed, ((GUESSED, detail),)


def content_bounds(context: Context, words: Sequence[int]) -> list[Bounds]:
    """Return the character bounds of content, one for each run of words.

    A mark that opens or closes quoted content belongs to it.
    """
    tokens = context.view.tokens
    runs: list[list[int]] = []
    for word in sorted(words):
        if runs and word == runs[-1][-1] + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return [with_own_marks(context, tokens[run[0]].start, tokens[run[-1]].end) for run in runs]


def _without_previous_sentence(
    context: Context, content: list[Bounds], cue: Sequence[Token]
) -> list[Bounds]:
    """Return content without a whole quoted sentence before a cue that has content of its own.

    In “We sail.” He added that it rained, the first sentence is not what he added.
    """
    if not cue:
        return content
    begins = cue[0].start
    starts_after = (start for start, _ in content if start > begins)
    if all(context.index.stretch_at(start) is not None for start in starts_after):
        return content
    return [b for b in content if b[1] > begins or not _is_sentence(context, b)] or content


def _is_sentence(context: Context, bounds: Bounds) -> bool:
    around = context.index.stretch_at(bounds[0])
    whole = around is not None and around.start == bounds[0] and around.end == bounds[1]
    return whole and context.view.text[bounds[0] : bounds[1]].rstrip(_MARKS).endswith(_STOPS)


def _is_negated(candidate: Candidate) -> bool:
    """Whether a cue says that something is not said: "without saying", not "without evidence"."""
    return any(
        token.is_a("negation")
        or negates(token, candidate.content)
        or (token.is_a("without") and token.child("pobj") is None)
        for token in candidate.cue
    )


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens)
