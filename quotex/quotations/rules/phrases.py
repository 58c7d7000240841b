"""Cues that are word sequences: "according to X", "in the words of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.languages.lexicon import Sense
from quotex.parse.grammar import SUBJECTS, is_verb, phrase
from quotex.parse.view import NOMINAL, Token
from quotex.quotations.authority import weight_of
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.content import bounds, remaining_runs
from quotex.quotations.context import Context

_MAX_WORDS_TO_OWNER_END = 8  # words from the first of a phrase to those after its source
PhraseCue = tuple[list[Token], list[Token], Sense]


def phrase_cue(context: Context) -> Iterator[Candidate]:
    """Propose the rest of the sentence as the content: "it rained, according to her"."""
    for sentence in context.view.sentences:
        words = context.view.tokens[sentence.first : sentence.last]
        found = phrase_cue_in(context, words)
        if found is None:
            continue
        cue, source, sense = found
        taken = {t.i for t in cue} | _extent(words, cue, source)
        runs = remaining_runs(words, taken)
        content = [b for run in runs if (b := bounds(context, run)) is not None]
        if content and source:
            text = " ".join(t.text for t in cue)
            yield Candidate(
                _content_beside(words, content, cue, taken),
                cue,
                source,
                sense,
                "phrase",
                f"“{text}” names the source of the sentence",
                weight_of("phrase"),
            )


def _content_beside(
    words: Sequence[Token], content: list[Bounds], cue: list[Token], taken: set[int]
) -> list[Bounds]:
    """Return the content on the side of a phrase where its clause is, or on both sides.

    It is on both sides if the subject is before the phrase and its verb after it: "two men,
    according to her, left"; it is after the phrase if the clause begins there: "…, and according to
    her, two men left". Otherwise it is what is before the phrase, or everything after one that
    opens the sentence.
    """
    first, last = min(taken), max(taken)
    before = [b for b in content if b[1] <= cue[0].start]
    after = [b for b in content if b not in before]
    verb = cue[0]
    while verb.head is not verb and (verb.i in taken or not is_verb(verb)):
        verb = verb.head
    noun = verb.child(*SUBJECTS)
    if before and after and verb.i > last and noun is not None:
        if noun.i > last:
            return after[:1]
        if not words[first - words[0].i - 1].is_word:
            return content
    return before[-1:] or after[:1] or content[:1]


def _extent(words: list[Token], cue: list[Token], source: list[Token]) -> set[int]:
    """Return the numbers of all tokens of the phrase, including the source with appositions."""
    if not source:
        return set()
    inside = {t.i for t in cue} | {t.i for t in source}
    head = next((t for t in source if t.head.i not in {s.i for s in source}), source[-1])
    inside.update(t.i for t in head.subtree() if t.i > cue[0].i)
    first, last = cue[0].i, max(inside)
    return {t.i for t in words if first <= t.i <= last}


def phrase_cue_in(context: Context, words: Sequence[Token]) -> PhraseCue | None:
    """Return the first cue phrase among ``words`` and the source that follows it."""
    for at, token in enumerate(words):
        for parts in context.lexicon.phrases(token.lower):
            cue = list(words[at : at + len(parts)])
            if sense := context.lexicon.sense("phrase", " ".join(parts), "owner"):
                cue, source = _around_owner(words, at, parts)
            elif [t.lower for t in cue] == parts:
                sense = context.lexicon.sense("phrase", " ".join(parts), "source")
                source = _source_after(words[at + len(parts) :])
            if sense is not None and cue and source and not _is_yardstick(source):
                return cue, source, sense
    return None


def _is_yardstick(source: list[Token]) -> bool:
    """Whether a phrase names a standard rather than a source: "according to plan"."""
    return len(source) == 1 and source[0].is_a("yardstick")


def _around_owner(
    words: Sequence[Token], at: int, parts: list[str]
) -> tuple[list[Token], list[Token]]:
    """Return a phrase around its source, and that source: "in Roe's words", "as she put it".

    The phrase is set off: there is a mark or the edge of the sentence on both sides of it.
    """
    rest = parts[1:]
    for first in range(at + 2, min(at + _MAX_WORDS_TO_OWNER_END, len(words) - len(rest) + 1)):
        if [t.lower for t in words[first : first + len(rest)]] == rest:
            last = first + len(rest)
            set_off = (at == 0 or not words[at - 1].is_word) and (
                last == len(words) or not words[last].is_word
            )
            source = _source_after(words[at + 1 : first], owner=True) if set_off else []
            return [words[at], *words[first:last]], source
    return [], []


def _source_after(words: Sequence[Token], *, owner: bool = False) -> list[Token]:
    parts = {"compound", "nmod", "amod"} if owner else {"compound", "poss", "nmod", "amod"}
    for token in words[:12]:
        if token.pos in NOMINAL and token.dep not in parts:
            return [t for t in phrase(token) if words[0].i <= t.i <= words[-1].i]
    return []
