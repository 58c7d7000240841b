"""What is at the edges of content but not part of it: titles, other actions, times."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quotex.document.marks import Quoted
from quotex.parse.grammar import FINITE, SUBJECTS
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.content import with_own_marks
from quotex.quotations.context import Context
from quotex.quotations.cue import misattached_governor, reports_words, without_joint
from quotex.quotations.kind import is_name
from quotex.quotations.surroundings import is_sentence_like
from quotex.quotations.tidying.openings import end_of_opening
from quotex.quotations.tidying.tails import end_before_venue

_WORD = re.compile(r"\w")
_BULLET = re.compile(r"(?:[•·∙●◦○▪■‣⁃*]\s*)+|[–—-]\s+")
_NON_FINITE = frozenset({"VB", "VBG"})  # tags of an infinitive or a gerund under the cue


def without_titles(context: Context, candidate: Candidate) -> Sequence[Bounds]:
    """Return content without the title of a work after the cue: she wrote in her memoir, “Ash”."""
    first = candidate.content[:1]
    if not first or context.index.stretch_at(first[0][0]) is None:
        return candidate.content
    return [*first, *(b for b in candidate.content[1:] if not _is_title(context, candidate, b))]


def _is_title(context: Context, candidate: Candidate, bounds: Bounds) -> bool:
    """Whether marks enclose a name of several words, right after the noun that it names."""
    stretch = context.index.stretch_at(bounds[0])
    if stretch is None or (stretch.start, stretch.end) != bounds or not is_name(context, stretch):
        return False
    at = context.index.first_at(bounds[0])
    before = [t for t in context.view.tokens[max(0, at - 3) : at] if t.is_word][-1:]
    inside = context.index.between(*bounds)
    several = sum(t.is_word for t in inside) > 1
    return several and any(
        t.dep == "pobj" and t.pos == "NOUN" and t not in candidate.source for t in before
    )


def without_edges(context: Context, candidate: Candidate, part: Bounds) -> list[Bounds]:
    """Return a part of content without what does not belong at its edges; may be empty.

    That is a bullet, a dateline or a time before it, the "it" of "as she put it", and a clause that
    says when quoted words were said.
    """
    start, end = part
    start = _start_after_bullet(context, start, end)
    words = context.index.between(start, end)
    is_only_object = len(words) == 1 and _is_object_of(words[0], candidate.cue)
    if is_only_object and words[0].head.dep == "advcl" and len(candidate.content) > 1:
        return []  # the "it" of "as she put it"
    opening_end = end_of_opening(context, start)
    if opening_end is not None:
        start = opening_end
    elif len(words) > 2 and _is_object_of(words[0], candidate.cue) and words[1].text == ",":
        start = words[2].start
    end = _end_before_adjunct(context, candidate, start, end)
    end = end_before_venue(context, candidate, start, end)
    end = _end_before_other_action(context, candidate, start, end)
    end = _end_before_continuation(context, candidate, start, end)
    if context.index.stretch_at(start) is None:
        end = _end_before_presentation(context, start, end)
    return [(start, end)] if start < end and _WORD.search(context.view.text, start, end) else []


def _start_after_bullet(context: Context, start: int, end: int) -> int:
    """Return the start of content without the bullet of a list before it."""
    bullet = _BULLET.match(context.view.text, start, end)
    return bullet.end() if bullet is not None else start


def _is_object_of(word: Token, cue: Sequence[Token]) -> bool:
    return word.pos == "PRON" and word.dep == "dobj" and word.head in cue


def _end_before_adjunct(context: Context, candidate: Candidate, start: int, end: int) -> int:
    """Return the end of content before a clause of the cue: called it “a sham” as he left."""
    quoted = [q for q in context.index.stretches_in(start, end) if q.end < end]
    if not quoted:
        return end
    after = context.index.between(quoted[-1].end, end)
    if after and quoted[0].start == start and _ends_direct(context, candidate, quoted, after[0]):
        return quoted[-1].end
    if any(t.child("ccomp", "xcomp") is not None for t in candidate.cue):
        return end
    for word in after:
        opens = word.dep == "advcl" and word.child("mark", "advmod") is after[0]
        if opens and word.head in candidate.cue and after[0].is_a("occasion_lead"):
            return quoted[-1].end
    return end


def _ends_direct(
    context: Context, candidate: Candidate, quoted: Sequence[Quoted], after: Token
) -> bool:
    """Whether a word only says when or where a whole quoted sentence was said.

    The parser may take it for part of that sentence: he says “I was never here” before he leaves.
    """
    [first, *others] = quoted
    is_led = all(t.end <= first.start for t in (*candidate.cue, *candidate.source))
    if others or not is_led or not first.closed or is_name(context, first):
        return False
    leads = after.dep == "prep" or (after.is_a("occasion_lead") and after.dep in {"mark", "advmod"})
    return leads and is_sentence_like(context, first) and _opens_with_capital(context, first)


def _opens_with_capital(context: Context, stretch: Quoted) -> bool:
    return context.view.text[stretch.inner_start : stretch.inner_end].lstrip()[:1].isupper()


def _end_before_presentation(context: Context, start: int, end: int) -> int:
    """Return the end of content before a clause on making it public: "as she unveiled the plan"."""
    words = context.index.between(start, end)
    for verb in words:
        mark, subject = verb.child("mark", "advmod"), verb.child("nsubj")
        if verb.dep != "advcl" or not verb.is_a("presenting") or mark is None or subject is None:
            continue
        before = [t for t in words if t.i < mark.i]
        is_last = verb.subtree()[-1].i >= words[-1].i
        if before and is_last and mark.is_a("meanwhile") and subject.is_a("person_subject"):
            return before[-1].end
    return end


def _end_before_other_action(context: Context, candidate: Candidate, start: int, end: int) -> int:
    """Return the end of content before another action: urged them to stay and left."""
    inside = context.index.between(start, end)
    for word in inside:
        verb = word.head if word.head.tag not in _NON_FINITE else word.head.head
        if word.dep != "conj" or word.tag not in FINITE or verb not in candidate.cue:
            continue
        if verb.start > start or verb.tag != word.tag or word.child("mark") is not None:
            continue
        joint = next((c for c in word.head.children if c.dep == "cc" and c.i < word.i), None)
        before = [t for t in inside if joint is not None and t.i < joint.i]
        if not before or word.child(*SUBJECTS) is not None:
            continue
        continues = before[-1].is_word and word.subtree()[-1].i >= inside[-1].i
        if continues and context.index.stretch_at(word.start) is None:
            return with_own_marks(context, start, before[-1].end)[1]
    return end


def _end_before_continuation(context: Context, candidate: Candidate, start: int, end: int) -> int:
    """Return the end of content before a verb that continues the cue: said it was late and left."""
    inside = context.index.between(start, end)
    for number, word in enumerate(inside[1:], start=1):
        if word.dep != "conj" or misattached_governor(context, word) not in candidate.cue:
            continue
        if not reports_words(context, word) or context.index.stretch_at(word.start) is not None:
            continue
        before = without_joint(list(inside[:number]))
        return with_own_marks(context, start, before[-1].end)[1]
    return end
