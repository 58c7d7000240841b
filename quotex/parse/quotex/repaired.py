"""Repairs what the heads of a model disagree on, or what the words themselves rule out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotex.encoder.parser import Parse
from quotex.parse.quotex.endings import singular_endings

ROOT, UNSPECIFIED, GERUND = "ROOT", "dep", "VBG"
_NOUN, _PLURAL, _PREPOSITION = "NN", "NNS", "IN"
_CLAUSE_OF_PREPOSITION, _MODIFIER = "pcomp", "prep"
_NAME, _NUMBER, _COUNT, _DETERMINER = "NNP", "CD", "CARDINAL", "DT"
_OBJECT_OF_PREPOSITION, _PART_OF_NAME, _ADJECTIVE = "pobj", "compound", "amod"
_CLAUSE, _CLAUSE_OF_NOUN = "ccomp", "acl"
_CLAUSES = frozenset({_CLAUSE, "xcomp", "advcl"})
_OF_NO_CLAUSE = frozenset({_ADJECTIVE, _PART_OF_NAME, "acomp"})
_PARTICIPLES = frozenset({"VBG", "VBN", "VBD"})  # the last by mistake
_OBJECT, _HEARER, _AGENT, _PASSIVE, _PRONOUN = "dobj", "dative", "agent", "auxpass", "PRP"
_OBJECTS = frozenset({_OBJECT, _HEARER})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AUXILIARIES = frozenset({"aux", _PASSIVE})
_BEGINNING = _SUBJECTS | {"mark"}
_OF_FULL_CLAUSE = _BEGINNING | _AUXILIARIES
_POSSESSIVE, _PLACES, _SITE = "POS", frozenset({"GPE", "LOC", "FAC"}), "FAC"
_APPOSITION, _COMMA_AND_NOUN = "appos", 2  # words
_DAY, _TIME = "DATE", "npadvmod"
_PERSON, _MIN_ROLE = "PERSON", 5  # letters; "van", "bin" and "dos" belong to a name


def repaired(parse: Parse, words: Sequence[str]) -> Parse:
    """Return the parse of ``words`` without contradictions between its columns."""
    firsts, heads = _without_breaks(parse, words)
    deps = _with_root_labels(parse, heads)
    heads = _without_auxiliary_heads(heads, deps)
    deps = _with_clause_labels(parse.tags, heads, deps)
    heads, deps = _with_hearers(parse.tags, heads, deps)
    heads, deps = _with_whole_names(parse.tags, heads, deps)
    heads, deps = _with_objects_of_verbs(parse.tags, heads, deps)
    heads, deps = _with_one_person_apposed(parse, words, heads, deps)
    heads, deps = _with_days_of_verbs(parse, heads, deps)
    heads, deps = _with_participles_of_subjects(parse.tags, heads, deps)
    return Parse(
        firsts=firsts,
        tags=[
            GERUND if _is_clause(tag, dep, word) else _singular(tag, word)
            for tag, dep, word in zip(_with_numbers(parse), deps, words, strict=True)
        ],
        deps=deps,
        heads=heads,
        entities=list(_whole_places(parse, words)),
    )


def _with_numbers(parse: Parse) -> Sequence[str]:
    """Return the tags, with that of a number for a number by itself: "One said it was late"."""
    alone = {
        first for first, last, label in parse.entities if label == _COUNT and last == first + 1
    }
    if not any(parse.tags[word] == _NAME for word in alone):
        return parse.tags
    return [_NUMBER if n in alone and tag == _NAME else tag for n, tag in enumerate(parse.tags)]


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
        elif dep == _PART_OF_NAME and parse.tags[word] == GERUND:
            found.append(_ADJECTIVE)  # "the acting captain"
        elif parse.heads[word] == word and parse.tags[word] == _PREPOSITION:
            found.append(_MODIFIER)  # a root no longer
        else:
            found.append(UNSPECIFIED if dep == ROOT else dep)
    return found


def _without_auxiliary_heads(heads: list[int], deps: Sequence[str]) -> list[int]:
    """Return the heads with what an auxiliary begins attached to its verb: "that it was mended"."""
    found = list(heads)
    begun = [n for n, dep in enumerate(deps) if dep in _BEGINNING]
    with_subject = {heads[n] for n in begun if deps[n] in _SUBJECTS}
    for word in begun:
        above = heads[word]
        if deps[above] in _AUXILIARIES and heads[above] not in with_subject:
            found[word] = heads[above]
    return found


def _with_clause_labels(
    tags: Sequence[str], heads: Sequence[int], deps: Sequence[str]
) -> list[str]:
    """Return the labels with those of clauses for words that have a subject.

    In "It rained; the roof, she said, had held", that is "rained", which was a root.
    """
    found = list(deps)
    for word in {heads[n] for n, dep in enumerate(deps) if dep in _SUBJECTS}:
        was_root = deps[word] == UNSPECIFIED and word < heads[word]
        if was_root or deps[word] in _OF_NO_CLAUSE:
            of_noun = tags[heads[word]].startswith(_NOUN)
            found[word] = _CLAUSE_OF_NOUN if of_noun else _CLAUSE
    return found


def _with_hearers(
    tags: Sequence[str], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Return heads and labels with participles after a hearer attached to it.

    In "told people gathered in Oslo that it was late", "gathered" is no clause of "told"; nor is
    "gathered" in "told those gathered in Oslo", whatever follows.
    """
    found = [n for n, tag in enumerate(tags) if tag in _PARTICIPLES and deps[n] in _CLAUSES]
    for participle in found:
        hearer = _child_around(participle - 1, heads[participle], heads)
        if hearer is None or deps[hearer] not in _OBJECTS:
            continue
        children = [n for n, head in enumerate(heads) if head == participle]
        if any(deps[n] in _OF_FULL_CLAUSE for n in children):
            continue
        if tags[hearer] == _DETERMINER or _is_told(participle, heads, deps):
            heads, deps = list(heads), list(deps)
            heads[participle], deps[participle] = hearer, _CLAUSE_OF_NOUN
    return heads, deps


def _with_whole_names(
    tags: Sequence[str], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Return heads and labels with one object for a preposition: "in USA Today"."""
    objects = [n for n, dep in enumerate(deps) if dep == _OBJECT_OF_PREPOSITION]
    for one, other in reversed(list(pairwise(objects))):
        last = other if heads[other] < one else heads[other]
        is_name = tags[one] == tags[last] == _NAME and heads[one] == heads[last] < one
        if is_name and all(heads[n] == last for n in range(one + 1, last)):
            heads, deps = list(heads), list(deps)
            heads[one], deps[one] = last, _PART_OF_NAME
    return heads, deps


def _with_objects_of_verbs(
    tags: Sequence[str], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Return heads and labels with the agents and the hearers of verbs.

    In "accused of theft by Roe", "by" belongs to the verb, and so does "them" in "denied them
    visits".
    """
    heads, deps = list(heads), list(deps)
    objects = [n for n, dep in enumerate(deps) if dep == _OBJECT]
    for word, (dep, tag) in enumerate(zip(tuple(deps), tags, strict=True)):
        above = heads[word]
        if dep == _AGENT and tags[above].startswith(_NOUN):
            passive = _passive_above(above, heads, deps)
            heads[word] = passive if passive is not None else above
        elif dep in _SUBJECTS and tag == _PRONOUN and above in objects and above == word + 1:
            heads[word], deps[word] = heads[above], _HEARER
    return heads, deps


def _with_one_person_apposed(
    parse: Parse, words: Sequence[str], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Return heads and labels with no person in apposition to another.

    In "with her deputy, Tom Roe, Ada Lind said", Tom Roe is the deputy, and Ada Lind said it.
    """
    heads, deps = list(heads), list(deps)
    starts = {last - 1: first for first, last, label in parse.entities if label == _PERSON}
    for subject in [n for n, dep in enumerate(deps) if dep == _APPOSITION and n in starts]:
        other = heads[subject]
        noun = starts.get(other, 0) - _COMMA_AND_NOUN
        is_apposed = noun >= 0 and words[noun + 1] == "," and parse.tags[noun] == _NOUN
        is_apposed = is_apposed and not _is_under(noun, other, heads)
        if is_apposed and deps[other] in _SUBJECTS and subject < heads[other]:
            heads[subject], deps[subject] = heads[other], deps[other]
            heads[other], deps[other] = noun, _APPOSITION
    return heads, deps


def _with_days_of_verbs(
    parse: Parse, heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Return heads and labels with days attached to the verb: "said by phone Wednesday"."""
    days = [first for first, _, label in parse.entities if label == _DAY and first]
    for day in days:
        before = heads[day]
        is_second = deps[day] == deps[day - 1] == _OBJECT_OF_PREPOSITION and heads[day - 1] == before
        if is_second and parse.tags[day - 1] == _NOUN:
            heads, deps = list(heads), list(deps)
            heads[day], deps[day] = heads[before], _TIME
    return heads, deps


def _with_participles_of_subjects(
    tags: Sequence[str], heads: list[int], deps: list[str]
) -> tuple[list[int], list[str]]:
    """Return heads and labels with a subject for each verb that lacks one.

    In "workers leaving the gates said it was late", the workers said it, and are leaving.
    """
    for participle, tag in enumerate(tags):
        verb = heads[participle]
        if tag != GERUND or deps[participle] not in _CLAUSES or verb < participle:
            continue
        subject = participle - 1
        if not (subject >= 0 and heads[subject] == participle and deps[subject] in _SUBJECTS):
            continue
        below = [n for n, head in enumerate(heads) if head in {verb, participle} and n != head]
        if any(deps[n] in _OF_FULL_CLAUSE and n != subject for n in below):
            continue
        heads, deps = list(heads), list(deps)
        for n in below:
            if heads[n] == participle and n < subject:
                heads[n] = verb  # "At the gates on Monday, workers leaving …"
        heads[subject], deps[participle] = verb, _CLAUSE_OF_NOUN
        heads[participle] = subject
    return heads, deps


def _is_under(word: int, top: int, heads: Sequence[int]) -> bool:
    while word != top and heads[word] != word:
        word = heads[word]
    return word == top


def _passive_above(word: int, heads: Sequence[int], deps: Sequence[str]) -> int | None:
    """Return the first word above another, or itself, that has a passive auxiliary, or None."""
    passive = {head for head, dep in zip(heads, deps, strict=True) if dep == _PASSIVE}
    while word not in passive:
        if heads[word] == word:
            return None
        word = heads[word]
    return word


def _child_around(word: int, head: int, heads: Sequence[int]) -> int | None:
    """Return the child of ``head`` whose phrase contains a word, or None."""
    while word >= 0 and heads[word] not in {head, word}:
        word = heads[word]
    return word if word >= 0 and heads[word] == head != word else None


def _is_told(participle: int, heads: Sequence[int], deps: Sequence[str]) -> bool:
    """Return whether the verb above a participle has a later clause with a subject of its own."""
    verb = heads[participle]
    clauses = {n for n in range(participle + 1, len(heads)) if heads[n] == verb != n}
    clauses = {n for n in clauses if deps[n] == _CLAUSE}
    return any(deps[n] in _SUBJECTS and heads[n] in clauses for n in range(len(heads)))


def _whole_places(parse: Parse, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the entities, places with the name after a possessive: "St. Peter's Square"."""
    begun = {first for first, _, _ in parse.entities}
    for entity in parse.entities:
        first, last, label = _without_role(words, *entity)
        is_owner = label in _PLACES and parse.tags[last - 1] == _POSSESSIVE
        is_cut = is_owner and last < len(words) and parse.tags[last] == _NAME and last not in begun
        yield (first, last + 1, _SITE) if is_cut else (first, last, label)


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


def _singular(tag: str, word: str) -> str:
    """Return the tag of a noun that cannot be plural by its ending: "the mediator"."""
    return _NOUN if tag == _PLURAL and word.endswith(singular_endings()) else tag
