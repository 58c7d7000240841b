"""Candidates with only the words of their content and their source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotex.parse.grammar import SUBJECTS, antecedent, phrase, trimmed
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.content import hears, passive_subject_is_hearer, with_own_marks
from quotex.quotations.context import Context
from quotex.quotations.rules.transcripts.turns import is_turn
from quotex.quotations.tidying.edges import without_edges, without_titles
from quotex.quotations.tidying.missing import with_missing_words
from quotex.quotations.tidying.narration import (
    without_comment,
    without_introduction,
    without_narration,
)
from quotex.quotations.tidying.openings import source_without_opening

_MARKS = re.compile(r"[-–—―•·*~:,;]+")


def tidied(context: Context, candidate: Candidate) -> Candidate:
    """Return a candidate with only the words of its content and its source.

    Content is not just a mark, the title of a work, the writer's comment or the person addressed.
    A source has no bullet, dateline or time before it and no topic after it, includes the
    antecedent of a relative pronoun and the document of "by the board", and is not the person
    addressed.
    """
    candidate = _with_adjusted_content(context, candidate)
    hearer = [t for word in candidate.cue for t in _hearer(word)]
    content = [
        bounds
        for part in without_titles(context, candidate)
        for edged in without_edges(context, candidate, part)
        for bounds in _without_hearer(context, edged, hearer)
    ]
    source = _without_marks(source_without_opening(context, candidate))
    source = _with_antecedent(_without_topic(context, candidate, source))
    source = _with_document(candidate, source)
    is_hearer = any(_names_only_hearer(word, source) or hears(word) for word in candidate.cue)
    if is_hearer or not any(token.is_word for token in source):
        source = ()
    if tuple(content) == candidate.content and len(source) == len(candidate.source):
        return candidate
    return replace(candidate, content=content or candidate.content, source=source)


def _with_adjusted_content(context: Context, candidate: Candidate) -> Candidate:
    """Return a candidate with the words its content lacks, and without the writer's own words."""
    content: Sequence[Bounds] = with_missing_words(context, candidate)
    content = without_narration(context, candidate, content, is_turn=is_turn(candidate))
    content = without_introduction(context, candidate, content)
    content = [without_comment(context, part) for part in content]
    return candidate if tuple(content) == candidate.content else replace(candidate, content=content)


def _without_topic(
    context: Context, candidate: Candidate, source: Sequence[Token]
) -> Sequence[Token]:
    """Return a source after its cue without the topic of the words: said Ada of the delay."""
    speakers = context.language.speakers
    bodies = speakers.organization | speakers.government | speakers.groups
    if not candidate.cue or not source or source[0].i < candidate.cue[-1].i:
        return source
    for number, preposition in enumerate(source[1:], start=1):
        noun = preposition.child("pobj") if preposition.is_a("of") else None
        if noun is None or noun.pos != "NOUN" or noun.subtree()[-1].i < source[-1].i:
            continue
        is_affiliation = noun.lemma in bodies or any(t.pos == "PROPN" for t in noun.subtree())
        is_known = noun.child("det", "poss") is not None
        named = next((t for t in reversed(source[:number]) if t.is_word), preposition)
        if is_known and not is_affiliation and named.pos in {"PROPN", "NUM"}:
            return trimmed(list(source[:number]))
    return source


def _names_only_hearer(word: Token, source: Sequence[Token]) -> bool:
    """Whether a source names only the hearer: "Reporters were told that …"."""
    is_told = word.child("agent") is None and passive_subject_is_hearer(word)
    return is_told and word.child("nsubjpass") in source


def _hearer(word: Token) -> Sequence[Token]:
    """Return the subject of a passive verb of telling; empty for other words."""
    hearer = word.child("nsubjpass") if passive_subject_is_hearer(word) else None
    return [t for t in hearer.subtree() if t.i < word.i] if hearer is not None else []


def _without_hearer(context: Context, part: Bounds, hearer: Sequence[Token]) -> Iterator[Bounds]:
    """Yield a part of content without the person addressed at its end, if anything is left."""
    start, end = part
    if hearer and start < end <= hearer[-1].end and hearer[0].start < end:
        words = [t for t in context.index.between(start, end) if t.i < hearer[0].i and t.is_word]
        if words:
            yield with_own_marks(context, start, words[-1].end)
    else:
        yield part


def _with_antecedent(source: Sequence[Token]) -> Sequence[Token]:
    """Return a source with the antecedent added if it is a relative pronoun."""
    if len(source) != 1:
        return source
    noun = antecedent(source[0], source[0].head)
    if noun is source[0]:
        return source
    named = [token for token in phrase(noun) if token.i < source[0].i]
    return [*named, source[0]]


def _with_document(candidate: Candidate, source: Sequence[Token]) -> Sequence[Token]:
    """Return a source with the subject that it is attached to: "*A report on Monday* by Roe"."""
    if not source or source[0].dep not in {"prep", "agent"}:
        return source
    noun = source[0].head
    is_before = noun.i < source[0].i and noun.dep in SUBJECTS and noun.head in candidate.cue
    return [t for t in noun.subtree() if t.i <= source[-1].i] if is_before else source


def _without_marks(source: Sequence[Token]) -> Sequence[Token]:
    """Return a source without dashes, commas or bullets before or after it."""
    start, end = 0, len(source)
    while start < end and _MARKS.fullmatch(source[start].text):
        start += 1
    while end > start and _MARKS.fullmatch(source[end - 1].text):
        end -= 1
    return source[start:end]
