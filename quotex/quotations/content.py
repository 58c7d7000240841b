"""Where content begins and ends: from tokens to character offsets, respecting marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.parse.grammar import particle
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context

_WORD = re.compile(r"\w")


def bounds(context: Context, words: list[Token]) -> Bounds | None:
    """Return the offsets of a run of tokens, without marks at its edges that do not belong to it.

    An opening or closing quotation mark is included if its partner is inside.
    """
    start, end = 0, len(words)
    while start < end and not words[start].is_word:
        start += 1
    while end > start and not words[end - 1].is_word:
        end -= 1
    if start == end:
        return None
    first, last = snapped_to_stretches(context, words[start].start, words[end - 1].end)
    return (first, last) if first < last else None  # a mark that the parser took for a word


def snapped_to_stretches(context: Context, start: int, end: int) -> Bounds:
    """Widen offsets so that neither edge cuts through an outer quoted stretch."""
    first = context.index.stretch_at(start)
    if first is not None and start <= first.inner_start:
        start = first.start
    last = context.index.stretch_at(end - 1)
    if last is not None:
        if start <= last.start:
            end = last.end
        else:
            end = min(_with_punctuation(context, end, last.inner_end), last.inner_end)
    return start, _with_brackets(context.view.text, start, end)


def with_own_marks(context: Context, start: int, end: int) -> Bounds:
    """Include the marks right around offsets, but do not widen them where they cut a stretch."""
    for stretch in context.index.stretches_in(start, end):
        if stretch.inner_start == start:
            start = stretch.start
        if stretch.inner_end == end and start <= stretch.start:
            end = stretch.end
    return start, end


def _with_punctuation(context: Context, end: int, limit: int) -> int:
    """Include the full stop or comma before a closing mark."""
    text = context.view.text
    while end < limit and text[end] in ".,!?…":
        end += 1
    return end


def _with_brackets(text: str, start: int, end: int) -> int:
    """Include a closing bracket whose partner is inside."""
    inside = text[start:end]
    for opening, closing in ("()", "[]"):
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            return end + 1
    return end


def is_page_label(context: Context, candidate: Candidate) -> bool:
    """Whether the source is a label for part of a page, before a colon: "Photo:", "Source:"."""
    if not candidate.source:
        return False
    text, last = context.view.text, candidate.source[-1].end
    words = text[candidate.source[0].start : last].lower()
    return words in context.language.never_sources and text[last : last + 1] == ":"


def is_only_pronouns(words: list[Token]) -> bool:
    """Whether the words are only a pronoun, which says nothing on its own."""
    return all(t.pos in {"PRON", "DET"} or not t.is_word for t in words)


def withholds_content(context: Context, candidate: Candidate) -> bool:
    """Whether the text does not say what was said: "said little", "says a lot about the mood"."""
    words = [t for bounds in candidate.content for t in context.index.between(*bounds)]
    if not words or context.index.stretch_at(words[0].start) is not None:
        return False
    if len(words) == 1:
        return words[0].is_a("silence")
    amount = words[1] if words[0].is_a("indefinite_article") else words[0]
    if amount.dep != "dobj" or amount.head not in candidate.cue:
        return False
    follows = words[words.index(amount) + 1 :][:1]
    has_topic = any(t.is_a("topic_preposition") for t in follows)
    return amount.is_a("silence") or (amount.is_a("amount") and has_topic)


def is_topical(verb: Token) -> bool:
    """Whether a verb names only a topic, not what is said about it: "spoke", not "spoke out"."""
    return verb.is_a("topical") and particle(verb) is None


def is_topic(context: Context, words: Sequence[Token]) -> bool:
    """Whether the words name a thing and say nothing about it: nothing quoted, and no verb.

    A relative clause only says which thing is meant: "the friends that he lost".
    """
    if any(context.index.stretch_at(t.start) is not None for t in words):
        return False
    inside = set(words)
    return all(_is_in_relative(t, inside) for t in words if t.pos in {"VERB", "AUX"})


def _is_in_relative(verb: Token, inside: set[Token]) -> bool:
    above = [t for t in (verb, *verb.ancestors()) if t in inside]
    return any(t.dep == "relcl" and t.child("mark") is None for t in above)


def remaining_runs(words: list[Token], taken: set[int]) -> list[list[Token]]:
    """Split ``words`` into the runs that are left when the ``taken`` tokens are cut out."""
    runs: list[list[Token]] = [[]]
    for token in words:
        if token.i in taken:
            if runs[-1]:
                runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if any(t.is_word for t in run)]


def passive_subject_is_hearer(verb: Token) -> bool:
    """Whether the subject of a verb's passive is the hearer: "the crew was warned"."""
    return verb.is_a("telling") or verb.is_a("advising")


def hears(verb: Token) -> bool:
    """Whether the subject of a verb only hears the words: "the inquest heard that"."""
    listener = verb.child("nsubj") if verb.is_a("listening") else None
    return listener is not None and listener.is_a("listening_body")
