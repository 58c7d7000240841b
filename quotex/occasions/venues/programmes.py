"""Titles of programmes and books: on CNN's “State of the Union”, on State of the Union.

In quotation marks any capitalised words may be a title; without them, only those that are listed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from quotex.document.marks import Quoted
from quotex.languages.word_lists import VenueWords
from quotex.occasions.venues.mention import VenueMention
from quotex.occasions.venues.phrases import name_of, preposition_of, without_possessive
from quotex.parse.view import Token, View

_OPENING = frozenset({'"', "“", "‘", "``", "''"})
_SINGLE = frozenset({"'", "’"})
_IGNORED_MARKS = _OPENING | {"”", "'", "’", ","}
_TRAILING = frozenset({".", ",", ";"})
_SENTENCE_ENDS = frozenset({".", "…"})
_LONGEST = 7  # words
_MARK_AND_SPACES = 4  # characters: a quotation mark and the spaces after it


@dataclass(frozen=True, slots=True)
class ProgrammeTitle:
    """A title's words, and the word before it that ties it to the sentence."""

    words: Sequence[Token]
    introducer: Token


def quoted_programmes(view: View, stretches: Iterable[Quoted]) -> list[ProgrammeTitle]:
    """Return the quoted stretches that are titles after a preposition or a possessive."""
    starts = [t.start for t in view.tokens]
    found = []
    for stretch in stretches:
        words = [t for t in _tokens(view, starts, stretch) if t.text not in _IGNORED_MARKS]
        while words and words[-1].text in _TRAILING:
            words.pop()
        introducer = _introducer_of(view, words)
        if introducer is not None and _is_title(words):
            found.append(ProgrammeTitle(words, introducer))
    return found


def listed_programmes(view: View, listed: frozenset[str]) -> list[ProgrammeTitle]:
    """Return the programmes named without quotation marks: “on Meet the Press”."""
    found = []
    firsts = _first_words(listed)
    for introducer, first in pairwise(view.tokens):
        if first.lower not in firsts or not (
            introducer.is_a("title_lead") or introducer.is_a("company_preposition")
        ):
            continue
        following = view.tokens[first.i : first.i + _LONGEST]
        for last in range(len(following), 0, -1):
            words = following[:last]
            if " ".join(t.lower for t in words) in listed and _is_title(words):
                found.append(ProgrammeTitle(words, introducer))
                break
    return found


def broadcaster(
    title: ProgrammeTitle, words: VenueWords, is_outlet: Callable[[Token], bool]
) -> list[VenueMention]:
    """Return the owner of a programme: "CBN" in "on CBN's “Morning Table”"."""
    owner = title.introducer.head
    preposition, _ = preposition_of(owner.head)
    if title.introducer.dep != "case" or owner.entity != "ORG" or preposition is None:
        return []
    if preposition.lower not in words.prepositions.programme and not is_outlet(owner):
        return []
    return [VenueMention("medium", without_possessive(name_of(owner)))]


@lru_cache(maxsize=8)
def _first_words(listed: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split()[0] for name in listed)


def _tokens(view: View, starts: Sequence[int], stretch: Quoted) -> list[Token]:
    """Return the tokens of a stretch, or none if it is long."""
    first = bisect_left(starts, stretch.start)
    if first == len(starts) or starts[first] >= min(stretch.end, stretch.start + _MARK_AND_SPACES):
        return []
    following = view.tokens[first : first + 2 * _LONGEST]
    words = [t for t in following if t.start < stretch.end]
    return words if len(words) < 2 * _LONGEST else []


def _introducer_of(view: View, words: Sequence[Token]) -> Token | None:
    if not words:
        return None
    before = words[0].i - 1
    while before >= 0 and _is_opening_mark(view, view.tokens[before]):
        before -= 1
    introducer = view.tokens[before] if before >= 0 else None
    if introducer is None or not introducer.is_a("title_lead"):
        return None
    if introducer.is_a("of") and not introducer.head.is_a("programme"):
        return None
    return introducer


def _is_opening_mark(view: View, mark: Token) -> bool:
    """Whether a mark opens a quotation; a single one right after a word is a possessive."""
    before = view.tokens[mark.i - 1].end if mark.i else -1
    return mark.text in _OPENING or (mark.text in _SINGLE and before < mark.start)


def _is_title(words: Sequence[Token]) -> bool:
    if not words or len(words) > _LONGEST or words[-1].text in _SENTENCE_ENDS:
        return False
    return words[0].text[:1].isupper() and all(
        t.text[:1].isupper() or t.text[:1].isdigit() or t.is_a("title_small") or not t.is_word
        for t in words
    )
