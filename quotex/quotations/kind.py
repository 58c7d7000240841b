"""How much of the content is in quotation marks: all of it, a part, or none."""

from __future__ import annotations

import re

from quotex.document.marks import Quoted
from quotex.quotations.candidate import Candidate
from quotex.quotations.context import Context
from quotex.records import Kind

_WORD = re.compile(r"\w+")
_ALL = 0.95
_NAME_WORDS = 4
_TITLE_CASE = 0.75


def kind_of(context: Context, candidate: Candidate) -> Kind:
    """Return ``direct``, ``mixed`` or ``indirect``.

    Marks around a name or a title (the "Islamic State" group) do not make content mixed: they
    do not mean that the words are the speaker's.
    """
    words = inside = 0
    quoted = False
    for start, end in candidate.content:
        for match in _WORD.finditer(context.view.text, start, end):
            words += 1
            inside += context.index.stretch_at(match.start()) is not None
        stretches = context.index.stretches_in(start, end)
        quoted = quoted or any(not is_name(context, q) for q in stretches)
    if words and inside / words >= _ALL:
        return "direct"
    return "mixed" if inside and quoted else "indirect"


def is_name(context: Context, stretch: Quoted) -> bool:
    """Whether the marks enclose a name: a few capitalised words, not in a title-case sentence."""
    text = context.view.text
    words = _WORD.findall(text[stretch.inner_start : stretch.inner_end])
    small = context.language.classes.words("name_small")
    if not 0 < len(words) <= _NAME_WORDS or not all(w[:1].isupper() or w in small for w in words):
        return False
    return not _is_title_case(context, stretch)


def _is_title_case(context: Context, stretch: Quoted) -> bool:
    """Whether the sentence around a stretch is in title case, where capitals mean nothing."""
    at = context.index.first_at(stretch.start)
    if at >= len(context.view.tokens):
        return False
    sentence = context.view.sentence(context.view.tokens[at])
    words = [
        t.text for t in sentence if t.is_word and not t.is_a("name_small") and t.text[:1].isalpha()
    ]
    capitals = sum(word[:1].isupper() for word in words)
    return bool(words) and capitals / len(words) >= _TITLE_CASE
