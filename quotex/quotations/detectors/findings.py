"""Turns what the network found into candidates: character bounds, sense, evidence."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import is_negated, is_nobody
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate, Context
from quotex.quotations.detectors.senses import guessed_sense, listed_sense
from quotex.quotations.kind import kind_of
from quotex.quotations.model.base import AttributionModel
from quotex.quotations.model.finding import Finding

RULE = "model"
_UNKNOWN = Sense("verb", "", "", "speech", "asserts")
_NOT = frozenset({"not", "n't", "never", "without"})


def as_candidate(
    context: Context, finding: Finding, agreeing: Candidate | None, model: AttributionModel
) -> Candidate:
    """Return the candidate for a finding; ``agreeing`` is a rule's for the same cue."""
    tokens = context.view.tokens
    cue = [tokens[i] for i in finding.cue]
    source = [tokens[i] for i in finding.source]
    nobody = is_nobody(source)
    candidate = Candidate(
        content_bounds(context, finding.content),
        cue,
        source,
        agreeing.sense if agreeing is not None else _UNKNOWN,
        f"{RULE}:{model.name}",
        f"“{_text(cue)}” begins an attribution, probability {finding.valid:.2f}",
        weight=finding.valid,
        negated=nobody or (agreeing.negated if agreeing is not None else _is_negated(cue)),
    )
    if agreeing is not None:
        candidate.extra_evidence.append((agreeing.rule, agreeing.detail))
    else:
        _give_sense(context, candidate, finding, model)
    return candidate


def _give_sense(
    context: Context, candidate: Candidate, finding: Finding, model: AttributionModel
) -> None:
    quoted = kind_of(context, candidate) != "indirect"
    listed = listed_sense(context, candidate.cue, quoted=quoted)
    if listed is not None:
        candidate.sense = listed
        return
    candidate.sense = guessed_sense(finding.senses, model.decoding.senses)
    parsed = any(token.pos for token in candidate.cue)
    why = "the lexicon lacks" if parsed else "without a parse the lexicon cannot tell"
    detail = f"{why} “{_text(candidate.cue)}”: mode and stance are the model's guess"
    candidate.extra_evidence.append(("sense-guessed", detail))


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
    return [_with_marks(context, tokens[run[0]].start, tokens[run[-1]].end) for run in runs]


def _with_marks(context: Context, start: int, end: int) -> Bounds:
    for stretch in context.index.stretches_in(start, end):
        if stretch.inner_start == start:
            start = stretch.start
        if stretch.inner_end == end and start <= stretch.start:
            end = stretch.end
    return start, end


def _is_negated(cue: list[Token]) -> bool:
    return any(token.lower in _NOT or is_negated(token) for token in cue)


def _text(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)
