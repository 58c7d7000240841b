"""The writer's own words, which a model sometimes includes in the content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotex.document.marks import Quoted
from quotex.parse.grammar import FINITE, NOUN_CLAUSES
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context

_STOPS = frozenset(".?!…")
_BREAKS = frozenset({":", ";"})
_MIN_WORDS = 2


def without_narration(
    context: Context, candidate: Candidate, content: Sequence[Bounds], *, is_turn: bool
) -> list[Bounds]:
    """Return content without the writer's own sentences before, between or after quoted ones.

    And if she left? “No,” he said. And if he did? “Then I would.” Nobody asked. In a turn of a
    transcript (``is_turn``), the speaker may go on after quoting somebody.
    """
    found: list[Bounds] = []
    begins = candidate.cue[0].start if candidate.cue else 0
    for start, end in content:
        may_open = bool(found) or end <= begins
        if may_open and (quoted_from := _after_opening_sentence(context, start, end)) is not None:
            start = quoted_from
        stretches = [q for q in context.index.stretches_in(start, end) if q.start >= start]
        for one, other in pairwise(stretches):
            ends = context.view.text[one.inner_end - 1] in _STOPS
            if ends and _after_opening_sentence(context, one.end, other.end) is not None:
                found.append((start, one.end))
                start = other.start
        found.append((start, end if is_turn else _before_next_sentence(context, stretches, end)))
    return found


def _before_next_sentence(context: Context, stretches: Sequence[Quoted], end: int) -> int:
    """Return where a part ends that goes on with a new sentence after its last quoted words."""
    last = stretches[-1] if stretches else None
    if last is None or last.end >= end or context.view.text[last.inner_end - 1] not in _STOPS:
        return end
    after = [t for t in context.index.between(last.end, end) if t.is_word]
    return last.end if after and after[0].text[:1].isupper() else end


def _after_opening_sentence(context: Context, start: int, end: int) -> int | None:
    """Return where quoted words begin after a sentence that opens a part, None if none does."""
    first = next(iter(context.index.stretches_in(start, end)), None)
    before = context.index.between(start, first.start) if first is not None else []
    is_sentence = any(t.is_word for t in before) and before[-1].text in _STOPS
    return first.start if first is not None and is_sentence else None


def without_introduction(
    context: Context, candidate: Candidate, content: Sequence[Bounds]
) -> Sequence[Bounds]:
    """Return content without the clause that introduces it, if the cue interrupts the content.

    In "the point is plain: the roof, she said, leaks" the point is the writer's.
    """
    cue = candidate.cue
    before = [b for b in content if cue and b[1] <= cue[0].start]
    if not before or len(before) == len(content):
        return content
    last = len(before) - 1
    start, end = before[last]
    between = context.view.text[before[last - 1][1] : start] if last else ""
    begins = _after_colon(context, start, end) or (start if between.strip() in _BREAKS else None)
    return content if begins is None else [(begins, end), *content[last + 1 :]]


def _after_colon(context: Context, start: int, end: int) -> int | None:
    """Return where a clause after a colon begins, None if there is none."""
    begins = None
    words = context.index.between(start, end)
    for number, word in enumerate(words[:-1]):
        after_clause = any(t.tag in FINITE for t in words[:number])
        if after_clause and word.text in _BREAKS and context.index.stretch_at(word.start) is None:
            begins = words[number + 1].start
    return begins


def without_comment(context: Context, part: Bounds) -> Bounds:
    """Return a part of content without the writer's comment on it: ", a claim that Roe denies"."""
    start, end = part
    words = context.index.between(start, end)
    for noun in _comments(words):
        opens = noun.subtree()[0].i - words[0].i
        if opens <= 0 or words[opens - 1].text != "," or noun.subtree()[-1].i < words[-1].i:
            continue
        before = words[: opens - 1]
        quoted = context.index.stretch_at(noun.start) is not None
        if sum(t.is_word for t in before) >= _MIN_WORDS and not quoted:
            return start, before[-1].end
    return part


def _comments(words: list[Token]) -> Iterator[Token]:
    """Yield the nouns for an utterance that have a clause: "a charge he denies"."""
    for word in words:
        if word.is_a("saying") and any(
            c.dep in NOUN_CLAUSES and c.i > word.i for c in word.children
        ):
            article = word.child("det")
            if article is not None and article.is_a("indefinite_article"):
                yield word
