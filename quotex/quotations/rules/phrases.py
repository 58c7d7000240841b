"""Cues that are word sequences: "according to X", "in the words of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import phrase
from quotex.parse.view import NOMINAL, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Candidate
from quotex.quotations.content import bounds, remaining
from quotex.quotations.context import Context

PhraseCue = tuple[list[Token], list[Token], Sense]


def phrase_cue(context: Context) -> Iterator[Candidate]:
    """The rest of the sentence is the content: "it rained, according to her"."""
    for sentence in context.view.sentences:
        words = context.view.tokens[sentence.first : sentence.last]
        found = phrase_cue_in(context, words)
        if found is None:
            continue
        cue, source, sense = found
        taken = {t.i for t in cue} | _extent(words, cue, source)
        runs = remaining(words, taken)
        content = [b for run in runs if (b := bounds(context, run)) is not None]
        if content and source:
            text = " ".join(t.text for t in cue)
            yield Candidate(
                _one_side(content, cue, source),
                cue,
                source,
                sense,
                "phrase",
                f"“{text}” names the source of the sentence",
                weight_of("phrase"),
            )


def _one_side(
    content: list[tuple[int, int]], cue: list[Token], source: list[Token]
) -> list[tuple[int, int]]:
    """Keep what stands before the phrase, or after one that opens the sentence."""
    before = [b for b in content if b[1] <= cue[0].start]
    after = [b for b in content if b[0] >= source[-1].end]
    return before[-1:] or after[:1] or content[:1]


def _extent(words: list[Token], cue: list[Token], source: list[Token]) -> set[int]:
    """Return the numbers of all tokens of the phrase: the source with its appositions as well."""
    if not source:
        return set()
    inside = {t.i for t in cue} | {t.i for t in source}
    head = next((t for t in source if t.head.i not in {s.i for s in source}), source[-1])
    inside.update(t.i for t in head.subtree() if t.i > cue[0].i)
    first, last = cue[0].i, max(inside)
    return {t.i for t in words if first <= t.i <= last}


def phrase_cue_in(context: Context, words: Sequence[Token]) -> PhraseCue | None:
    """Return the first cue phrase among ``words`` and the source that follows it."""
    lemmas = [lemma.split() for lemma in context.lexicon.lemmas("phrase")]
    for at, token in enumerate(words):
        for parts in lemmas:
            if token.lower != parts[0]:
                continue
            cue = list(words[at : at + len(parts)])
            if [t.lower for t in cue] != parts:
                continue
            sense = context.lexicon.sense("phrase", " ".join(parts), "source")
            source = _source_after(words[at + len(parts) :])
            if sense is not None and source:
                return cue, source, sense
    return None


def _source_after(words: Sequence[Token]) -> list[Token]:
    for token in words[:12]:
        if token.pos in NOMINAL and token.dep not in {"compound", "poss", "nmod", "amod"}:
            return [t for t in phrase(token) if t.i >= words[0].i]
    return []
