"""Repairs what the heads of a model disagree on, or what the words themselves rule out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quotex.encoder.parser import Parse
from quotex.parse.quotex.arcs import Arcs
from quotex.parse.quotex.endings import singular_endings
from quotex.parse.quotex.labels import (
    AUXILIARIES,
    BEGINNING,
    CLAUSE,
    CLAUSE_OF_NOUN,
    GERUND,
    NAME,
    NOUN,
    PART_OF_NAME,
    PERSON,
    PREPOSITION,
    ROOT,
    SUBJECTS,
    UNSPECIFIED,
)
from quotex.parse.quotex.reattached import reattach

_PLURAL, _PREPOSITION_TAG = "NNS", "IN"
_CLAUSE_OF_PREPOSITION = "pcomp"
_NUMBER, _COUNT = "CD", "CARDINAL"
_ADJECTIVE = "amod"
_OF_NO_CLAUSE = frozenset({_ADJECTIVE, PART_OF_NAME, "acomp"})
_POSSESSIVE, _PLACES, _SITE = "POS", frozenset({"GPE", "LOC", "FAC"}), "FAC"
_MIN_ROLE = 5  # letters; "van", "bin" and "dos" belong to a name


def repaired(parse: Parse, words: Sequence[str]) -> Parse:
    """Return the parse of ``words`` without contradictions between its columns."""
    firsts, heads = _without_breaks(parse, words)
    deps = _with_root_labels(parse, heads)
    heads = _without_auxiliary_heads(heads, deps)
    deps = _with_clause_labels(parse.tags, heads, deps)
    arcs = Arcs(parse, heads, deps)
    reattach(arcs, words)
    return Parse(
        firsts=firsts,
        tags=[
            GERUND if _is_clause(tag, dep, word) else _singular(tag, word)
            for tag, dep, word in zip(_with_numbers(parse), arcs.deps, words, strict=True)
        ],
        deps=arcs.deps,
        heads=arcs.heads,
        entities=list(_whole_places(parse, words)),
    )


def _with_numbers(parse: Parse) -> Sequence[str]:
    """Return the tags, with that of a number for a number by itself: "One said it was late"."""
    alone = {
        first for first, last, label in parse.entities if label == _COUNT and last == first + 1
    }
    if not any(parse.tags[word] == NAME for word in alone):
        return parse.tags
    return [_NUMBER if n in alone and tag == NAME else tag for n, tag in enumerate(parse.tags)]


def _without_breaks(parse: Parse, words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the sentences and heads without breaks after abbreviations: "At 8 a.m. the mayor"."""
    breaks = {n for n in parse.firsts[1:] if _is_abbreviation(words[n - 1]) and words[n].islower()}
    if not breaks:
        return parse.firsts, parse.heads
    firsts = [first for first in parse.firsts if first not in breaks]
    heads = list(parse.heads)
    roots = [word for word, head in enumerate(heads) if word == head]
    for first in sorted(breaks):
        before = max(root for root in roots if root < first)
        heads[before] = min(root for root in roots if root >= first)
    return firsts, heads


def _is_abbreviation(word: str) -> bool:
    return word.endswith(".") and word[0].isalnum()


def _with_root_labels(parse: Parse, heads: Sequence[int]) -> list[str]:
    """Return the labels with ``heads``: ROOT for roots only, and participles as adjectives."""
    found = []
    for word, (dep, head) in enumerate(zip(parse.deps, heads, strict=True)):
        if word == head:
            found.append(ROOT)
        elif dep == PART_OF_NAME and parse.tags[word] == GERUND:
            found.append(_ADJECTIVE)  # "the acting captain"
        elif parse.heads[word] == word and parse.tags[word] == _PREPOSITION_TAG:
            found.append(PREPOSITION)  # a root no longer
        else:
            found.append(UNSPECIFIED if dep == ROOT else dep)
    return found


def _without_auxiliary_heads(heads: list[int], deps: Sequence[str]) -> list[int]:
    """Return the heads with what an auxiliary begins attached to its verb: "that it was mended"."""
    found = list(heads)
    begun = [n for n, dep in enumerate(deps) if dep in BEGINNING]
    with_subject = {heads[n] for n in begun if deps[n] in SUBJECTS}
    for word in begun:
        above = heads[word]
        if deps[above] in AUXILIARIES and heads[above] not in with_subject:
            found[word] = heads[above]
    return found


def _with_clause_labels(
    tags: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> list[str]:
    """Return the labels with those of clauses for words that have a subject.

    In "It rained; the roof, she said, had held", that is "rained", which was a root.
    """
    found = list(deps)
    for word in {heads[n] for n, dep in enumerate(deps) if dep in SUBJECTS}:
        was_root = deps[word] == UNSPECIFIED and word < heads[word]
        if was_root or deps[word] in _OF_NO_CLAUSE:
            of_noun = tags[heads[word]].startswith(NOUN)
            found[word] = CLAUSE_OF_NOUN if of_noun else CLAUSE
    return found


def _whole_places(parse: Parse, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the entities, places with the name after a possessive: "St. Peter's Square"."""
    begun = {first for first, _, _ in parse.entities}
    for entity in parse.entities:
        first, last, label = _without_role(words, *entity)
        is_owner = label in _PLACES and parse.tags[last - 1] == _POSSESSIVE
        is_cut = is_owner and last < len(words) and parse.tags[last] == NAME and last not in begun
        yield (first, last + 1, _SITE) if is_cut else (first, last, label)


def _is_clause(tag: str, dep: str, word: str) -> bool:
    """Return whether a noun is a gerund for the head that gives relations: "after meeting Roe"."""
    return tag == NOUN and dep == _CLAUSE_OF_PREPOSITION and word.lower().endswith("ing")


def _without_role(words: Sequence[str], first: int, last: int, label: str) -> tuple[int, int, str]:
    """Return an entity without the role that the model reads as a first name: "miller Ann Roe"."""
    word = words[first]
    is_role = word.islower() and len(word) >= _MIN_ROLE
    if label == PERSON and is_role and any(w.istitle() for w in words[first + 1 : last]):
        first += 1
    return first, last, label


def _singular(tag: str, word: str) -> str:
    """Return the tag of a noun that cannot be plural by its ending: "the mediator"."""
    return NOUN if tag == _PLURAL and word.endswith(singular_endings()) else tag
