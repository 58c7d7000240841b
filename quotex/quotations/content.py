"""Where content begins and ends: from tokens to character offsets, marks respected."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quotex.parse.grammar import FINITE, SUBJECTS, antecedent, particle, phrase
from quotex.parse.view import Token
from quotex.quotations.candidate import Bounds, Candidate
from quotex.quotations.context import Context
from quotex.quotations.kind import is_name

_WORD = re.compile(r"\w")
_UNFINISHED = frozenset({"VB", "VBG"})  # of an infinitive or a gerund under the cue
_DASHES = re.compile(r"[-–—―•·*~:]+")


def bounds(context: Context, words: list[Token]) -> Bounds | None:
    """Return the offsets of a run of tokens, without marks at its edges that are not its own.

    A closing or opening quotation mark comes along where its partner lies inside.
    """
    start, end = 0, len(words)
    while start < end and not words[start].is_word:
        start += 1
    while end > start and not words[end - 1].is_word:
        end -= 1
    if start == end:
        return None
    first, last = snapped(context, words[start].start, words[end - 1].end)
    return (first, last) if first < last else None  # a mark that the parser took for a word


def snapped(context: Context, start: int, end: int) -> Bounds:
    """Widen offsets so that no outer quoted stretch is cut through at either edge."""
    first = context.index.stretch_at(start)
    if first is not None and start <= first.inner_start:
        start = first.start
    last = context.index.stretch_at(end - 1)
    if last is not None:
        if start <= last.start:
            end = last.end
        else:
            end = min(_with_marks(context, end, last.inner_end), last.inner_end)
    return start, _with_brackets(context.view.text, start, end)


def with_own_marks(context: Context, start: int, end: int) -> Bounds:
    """Take in the marks right around offsets; unlike ``snapped``, cut stretches stay cut."""
    for stretch in context.index.stretches_in(start, end):
        if stretch.inner_start == start:
            start = stretch.start
        if stretch.inner_end == end and start <= stretch.start:
            end = stretch.end
    return start, end


def _with_marks(context: Context, end: int, limit: int) -> int:
    """Take in the full stop or comma that stands before a closing mark."""
    text = context.view.text
    while end < limit and text[end] in ".,!?…":
        end += 1
    return end


def _with_brackets(text: str, start: int, end: int) -> int:
    """Take in a closing bracket whose partner lies inside."""
    inside = text[start:end]
    for opening, closing in ("()", "[]"):
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            return end + 1
    return end


def is_page_label(context: Context, candidate: Candidate) -> bool:
    """Whether a source is the label of a part of a page, with its colon: "Photo:", "Source:"."""
    if not candidate.source:
        return False
    text, last = context.view.text, candidate.source[-1].end
    words = text[candidate.source[0].start : last].lower()
    return words in context.language.never_sources and text[last : last + 1] == ":"


def is_bare(words: list[Token]) -> bool:
    """Whether the words are no more than a pronoun, which says nothing by itself."""
    return all(t.pos in {"PRON", "DET"} or not t.is_word for t in words)


def is_silence(context: Context, candidate: Candidate) -> bool:
    """Whether nothing of what was said is told: "said little", "says a lot about the mood"."""
    words = [t for bounds in candidate.content for t in context.index.between(*bounds)]
    if not words or context.index.stretch_at(words[0].start) is not None:
        return False
    if len(words) == 1:
        return words[0].is_a("silence")
    amount = words[1] if words[0].is_a("indefinite_article") else words[0]
    if amount.dep != "dobj" or amount.head not in candidate.cue:
        return False
    follows = words[words.index(amount) + 1 :][:1]
    leads = any(t.is_a("topic_preposition") for t in follows)
    return amount.is_a("silence") or (amount.is_a("amount") and leads)


def is_topical(verb: Token) -> bool:
    """Whether a verb tells what is spoken about, not what is said of it; "spoke out" does."""
    return verb.is_a("topical") and particle(verb) is None


def is_topic(context: Context, words: Sequence[Token]) -> bool:
    """Whether the words name a thing and tell nothing of it: nothing quoted, and no verb.

    A relative clause tells only which thing is meant: "the friends that he lost".
    """
    if any(context.index.stretch_at(t.start) is not None for t in words):
        return False
    inside = set(words)
    return all(_is_in_relative(t, inside) for t in words if t.pos in {"VERB", "AUX"})


def _is_in_relative(verb: Token, inside: set[Token]) -> bool:
    above = [t for t in (verb, *verb.ancestors()) if t in inside]
    return any(t.dep == "relcl" and t.child("mark") is None for t in above)


def remaining(words: list[Token], taken: set[int]) -> list[list[Token]]:
    """Split ``words`` into the runs that are left when the ``taken`` tokens are cut out."""
    runs: list[list[Token]] = [[]]
    for token in words:
        if token.i in taken:
            if runs[-1]:
                runs.append([])
        else:
            runs[-1].append(token)
    return [run for run in runs if any(t.is_word for t in run)]


def tidied(context: Context, candidate: Candidate) -> Candidate:
    """Return a candidate with the words of its content and its source alone.

    Content is no mere mark, no title of a work, and nobody who was told; a source has no bullet,
    dateline or clock before it, has the noun that a relative pronoun stands for, and is nobody who
    was told.
    """
    told = [t for word in candidate.cue for t in _who_is_told(word)]
    content = [
        bounds
        for part in _without_titles(context, candidate)
        for bounds in _without_edges(context, candidate, part)
        if not (told and _is_within(bounds, told))
    ]
    source = _with_antecedent(_without_dashes(_without_opening(context, candidate.source)))
    if any(_is_told(word, source) for word in candidate.cue):
        source = ()
    if tuple(content) == candidate.content and len(source) == len(candidate.source):
        return candidate
    return replace(candidate, content=content or candidate.content, source=source)


def _without_titles(context: Context, candidate: Candidate) -> Sequence[Bounds]:
    """Return content without the title of a work behind the cue: she wrote in her memoir, “Ash”."""
    first = candidate.content[:1]
    if not first or context.index.stretch_at(first[0][0]) is None:
        return candidate.content
    return [*first, *(b for b in candidate.content[1:] if not _is_title(context, candidate, b))]


def _is_title(context: Context, candidate: Candidate, bounds: Bounds) -> bool:
    """Whether marks enclose a name of several words, right behind the noun that it is a name of."""
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


def _without_edges(context: Context, candidate: Candidate, part: Bounds) -> list[Bounds]:
    """Return a part of content without what at its edges is no part of it, none if nothing is left.

    That is a dateline or a clock before it, the "it" of "as she put it", and a clause that tells
    when quoted words were said.
    """
    start, end = part
    words = context.index.between(start, end)
    behind = _behind_opening(context, start)
    if behind is not None:
        start = behind
    elif len(words) > 2 and _is_object_of(words[0], candidate.cue) and words[1].text == ",":
        start = words[2].start
    end = _without_adjunct(context, candidate, start, end)
    end = _without_deed(context, candidate, start, end)
    return [(start, end)] if start < end and _WORD.search(context.view.text, start, end) else []


def _is_object_of(word: Token, cue: Sequence[Token]) -> bool:
    return word.pos == "PRON" and word.dep == "dobj" and word.head in cue


def _without_adjunct(context: Context, candidate: Candidate, start: int, end: int) -> int:
    """Return where content ends that a clause of the cue follows: called it “a sham” as he left."""
    quoted = [q for q in context.index.stretches_in(start, end) if q.end < end]
    if not quoted or any(t.child("ccomp", "xcomp") is not None for t in candidate.cue):
        return end
    after = context.index.between(quoted[-1].end, end)
    for word in after:
        opens = word.dep == "advcl" and word.child("mark", "advmod") is after[0]
        opens = opens or (word.dep == "prep" and word is after[0] and not word.is_a("comparison"))
        if opens and word.head in candidate.cue and after[0].is_a("occasion_lead"):
            return quoted[-1].end
    return end


def _without_deed(context: Context, candidate: Candidate, start: int, end: int) -> int:
    """Return where content ends that what else was done follows: urged them to stay and left."""
    inside = context.index.between(start, end)
    for word in inside:
        verb = word.head if word.head.tag not in _UNFINISHED else word.head.head
        if word.dep != "conj" or word.tag not in FINITE or verb not in candidate.cue:
            continue
        if verb.start > start or verb.tag != word.tag or word.child("mark") is not None:
            continue
        joint = next((c for c in word.head.children if c.dep == "cc" and c.i < word.i), None)
        before = [t for t in inside if joint is not None and t.i < joint.i]
        if not before or word.child(*SUBJECTS) is not None:
            continue
        goes_on = before[-1].is_word and word.subtree()[-1].i >= inside[-1].i
        if goes_on and context.index.stretch_at(word.start) is None:
            return with_own_marks(context, start, before[-1].end)[1]
    return end


def _behind_opening(context: Context, start: int) -> int | None:
    """Return where the words begin in a paragraph that opens with a dateline or the time.

    "LUNDBY, May 3 – The mayor …", "10:31 The mayor …".
    """
    at = context.index.first_at(start)
    if at >= len(context.view.tokens):
        return None
    for line in context.document.datelines:
        if line.start <= start < line.end:
            return line.end
    opens, last = context.view.paragraphs[context.view.paragraph(context.view.tokens[at])]
    match = context.language.patterns.clock_label.match(context.view.text, opens, last)
    return match.end() if match is not None and opens <= start < match.end() else None


def _without_opening(context: Context, source: Sequence[Token]) -> Sequence[Token]:
    end = _behind_opening(context, source[0].start) if source else None
    return source if end is None else [t for t in source if t.start >= end]


def _is_told(word: Token, source: Sequence[Token]) -> bool:
    """Whether a source is the subject of a passive of telling: "Reporters were told that …"."""
    return word.child("agent") is None and any(t in source for t in _who_is_told(word)[-1:])


def takes_hearer(verb: Token) -> bool:
    """Whether the subject of a verb's passive is who is told: "the crew was warned"."""
    return verb.is_a("telling") or verb.is_a("advising")


def _who_is_told(word: Token) -> Sequence[Token]:
    """Return the subject of a passive of telling, up to its head, nothing of any other word.

    Who is asked whether it rained is told as well; who is asked to leave is not.
    """
    is_asked = word.is_a("asking") and word.child("ccomp") is not None
    told = word.child("nsubjpass") if is_asked or takes_hearer(word) else None
    return [t for t in phrase(told) if t.i <= told.i] or [told] if told is not None else []


def _is_within(bounds: Bounds, words: Sequence[Token]) -> bool:
    return words[0].start <= bounds[0] and bounds[1] <= words[-1].end


def _with_antecedent(source: Sequence[Token]) -> Sequence[Token]:
    """Return a source that is a relative pronoun together with what it stands for."""
    if len(source) != 1:
        return source
    noun = antecedent(source[0], source[0].head)
    if noun is source[0]:
        return source
    named = [token for token in phrase(noun) if token.i < source[0].i]
    return [*named, source[0]]


def _without_dashes(source: Sequence[Token]) -> Sequence[Token]:
    """Return a source without the dash or bullet that leads to it or behind it."""
    start, end = 0, len(source)
    while start < end and _DASHES.fullmatch(source[start].text):
        start += 1
    while end > start and _DASHES.fullmatch(source[end - 1].text):
        end -= 1
    return source[start:end]
