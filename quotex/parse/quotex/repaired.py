"""Repairs what the heads of a model disagree on, or what the words themselves rule out."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.encoder.parser import Parse

ROOT, UNSPECIFIED, GERUND = "ROOT", "dep", "VBG"
_NOUN, _PREPOSITION = "NN", "IN"
_CLAUSE_OF_PREPOSITION, _MODIFIER = "pcomp", "prep"
_PERSON, _MIN_ROLE = "PERSON", 5  # letters; "van", "bin" and "dos" belong to a name


def repaired(parse: Parse, words: Sequence[str]) -> Parse:
    """Return the parse of ``words`` without contradictions between its columns."""
    firsts, heads = _without_breaks(parse, words)
    deps = _with_root_labels(parse, heads)
    return Parse(
        firsts=firsts,
        tags=[
            GERUND if _is_clause(tag, dep, word) else tag
            for tag, dep, word in zip(parse.tags, deps, words, strict=True)
        ],
        deps=deps,
        heads=heads,
        entities=[_without_role(words, *entity) for entity in parse.entities],
    )


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
    """Return the labels with ``heads``: ROOT for all roots, and nothing else."""
    found = []
    for word, (dep, head) in enumerate(zip(parse.deps, heads, strict=True)):
        if word == head:
            found.append(ROOT)
        elif parse.heads[word] == word and parse.tags[word] == _PREPOSITION:
            found.append(_MODIFIER)  # a root no longer
        else:
            found.append(UNSPECIFIED if dep == ROOT else dep)
    return found


def _is_clause(tag: str, dep: str, word: str) -> bool:
    """Return whether a noun is a gerund for the head that gives relations: "after meeting Roe"."""
    return tag == _NOUN and dep == _CLAUSE_OF_PREPOSITION and word.lower().endswith("ing")


def _without_role(words: Sequence[str], first: int, last: int, label: str) -> tuple[int, int, str]:
    """Return an entity without the role that the model reads as a first name: "miller Ann Roe"."""
    word = words[first]
    is_role = word.islower() and len(word) >= _MIN_ROLE
    if label == _PERSON and is_role and any(w.istitle() for w in words[first + 1 : last]):
        first += 1
    return first, last, label
