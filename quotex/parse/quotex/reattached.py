"""Attaches words elsewhere where the heads of a model made a known mistake."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quotex.parse.quotex.arcs import Arcs
from quotex.parse.quotex.labels import (
    ADVERBIAL,
    APPOSITION,
    CLAUSE,
    CLAUSE_OF_NOUN,
    CLAUSES,
    DAY,
    GERUND,
    NAME,
    NOUN,
    OBJECT_OF_PREPOSITION,
    OF_FULL_CLAUSE,
    PART_OF_NAME,
    PERSON,
    PREPOSITION,
    SUBJECTS,
    VERB,
)
from quotex.parse.quotex.subjects import (
    attach_participles_of_subjects,
    find_subjects,
    return_speakers,
    separate_people,
    separate_subjects,
)

_RELATIVE, _RELATIVE_ADVERB = "relcl", "WRB"
_PARTICIPLES = frozenset({GERUND, "VBN", "VBD"})  # the last by mistake
_OBJECT, _HEARER, _AGENT, _PRONOUN, _DETERMINER = "dobj", "dative", "agent", "PRP", "DT"
_OBJECTS = frozenset({_OBJECT, _HEARER})
_OBJECTS_OF_PREPOSITIONS = (OBJECT_OF_PREPOSITION, "pcomp")
_TIME, _PLURAL = "npadvmod", "NNS"
_TIMES = frozenset({DAY, "TIME"})
_COUNTING = frozenset({"IN", "RB", "RBR"})  # "hours after", "hours later"


def reattach(arcs: Arcs, words: Sequence[str]) -> None:
    """Attach what the model attaches to the wrong one of ``words``."""
    _attach_participles_of_hearers(arcs)
    _join_names(arcs)
    _give_objects(arcs)
    _attach_agents_and_hearers(arcs)
    separate_people(arcs, words)
    _attach_days(arcs)
    _attach_to_dated_nouns(arcs)
    separate_subjects(arcs)
    _separate_amounts(arcs)
    attach_participles_of_subjects(arcs)
    _attach_clauses_of_time(arcs)
    find_subjects(arcs)
    return_speakers(arcs, words)


def _attach_participles_of_hearers(arcs: Arcs) -> None:
    """Attach participles to the hearer before them.

    In "told people gathered in Oslo that it was late", "gathered" is no clause of "told"; nor is
    "gathered" in "told those gathered in Oslo", whatever follows.
    """
    for participle, tag in enumerate(arcs.tags):
        if tag not in _PARTICIPLES or arcs.deps[participle] not in CLAUSES:
            continue
        hearer = arcs.child_around(participle - 1, arcs.heads[participle])
        if hearer is None or arcs.deps[hearer] not in _OBJECTS:
            continue
        if any(arcs.deps[n] in OF_FULL_CLAUSE for n in arcs.children(participle)):
            continue
        if arcs.tags[hearer] == _DETERMINER or _is_told(participle, arcs):
            arcs.attach(participle, hearer, CLAUSE_OF_NOUN)


def _is_told(participle: int, arcs: Arcs) -> bool:
    """Return whether the verb above a participle has a later clause with a subject of its own."""
    verb = arcs.heads[participle]
    clauses = {n for n in arcs.children(verb) if n > participle and arcs.deps[n] == CLAUSE}
    return any(arcs.heads[n] in clauses for n in arcs.labelled(*SUBJECTS))


def _join_names(arcs: Arcs) -> None:
    """Leave one object to each preposition: "in USA Today"."""
    objects = arcs.labelled(OBJECT_OF_PREPOSITION)
    for one, other in reversed(list(pairwise(objects))):
        last = other if arcs.heads[other] < one else arcs.heads[other]
        is_name = arcs.tags[one] == arcs.tags[last] == NAME
        is_name = is_name and arcs.heads[one] == arcs.heads[last] < one
        if is_name and all(arcs.heads[n] == last for n in range(one + 1, last)):
            arcs.attach(one, last, PART_OF_NAME)


def _give_objects(arcs: Arcs) -> None:
    """Make a name an object of the preposition that it is in apposition to: "on CBN's “Six”"."""
    with_object = {arcs.heads[n] for n in arcs.labelled(*_OBJECTS_OF_PREPOSITIONS)}
    for name in arcs.labelled(APPOSITION):
        preposition = arcs.heads[name]
        is_open = arcs.deps[preposition] == PREPOSITION and preposition not in with_object
        if is_open and preposition < name and arcs.tags[name].startswith(NOUN):
            arcs.deps[name] = OBJECT_OF_PREPOSITION


def _attach_agents_and_hearers(arcs: Arcs) -> None:
    """Attach the agents and the hearers of verbs.

    In "accused of theft by Roe", "by" belongs to the verb, and so does "them" in "denied them
    visits".
    """
    objects = arcs.labelled(_OBJECT)
    for word in arcs.labelled(_AGENT, *SUBJECTS):
        above = arcs.heads[word]
        if arcs.deps[word] == _AGENT:
            passive = arcs.passive_above(above) if arcs.tags[above].startswith(NOUN) else None
            if passive is not None:
                arcs.attach(word, passive, _AGENT)
        elif arcs.tags[word] == _PRONOUN and above in objects and above == word + 1:
            arcs.attach(word, arcs.heads[above], _HEARER)


def _attach_days(arcs: Arcs) -> None:
    """Attach days to the verb: "said by phone Wednesday"."""
    for day in [first for first, _, label in arcs.entities if label == DAY and first]:
        preposition = arcs.heads[day]
        is_second = arcs.deps[day] == arcs.deps[day - 1] == OBJECT_OF_PREPOSITION
        if is_second and arcs.heads[day - 1] == preposition and arcs.tags[day - 1] == NOUN:
            arcs.attach(day, arcs.heads[preposition], _TIME)


def _attach_to_dated_nouns(arcs: Arcs) -> None:
    """Attach to a subject what follows its day: "A report last year by the board found"."""
    for first, after, _ in [e for e in arcs.entities if e[2] == DAY and e[0] > 0]:
        noun, is_last = first - 1, after == len(arcs.tags)
        if is_last or arcs.deps[after] != PREPOSITION or arcs.deps[noun] not in SUBJECTS:
            continue
        if arcs.tags[noun] == NOUN and arcs.heads[noun] == arcs.heads[after] > after:
            arcs.attach(after, noun, PREPOSITION)


def _separate_amounts(arcs: Arcs) -> None:
    """Give a preposition its object: in "in a post hours after it", a post is not of hours."""
    times = [entity for entity in arcs.entities if entity[2] in _TIMES]
    for hours in [n for first, last, _ in times for n in range(max(first, 1), last)]:
        if not _is_counted_with(hours - 1, hours, arcs):
            continue
        noun = hours - 1
        before = [n for n in arcs.children(hours) if n < noun]
        inner = (m for n in (noun, *before) for m in arcs.children(n))
        preposition = min([noun, *before, *inner]) - 1
        is_led = preposition >= 0 and arcs.deps[preposition] == PREPOSITION
        objects = [n for n in arcs.children(preposition) if arcs.deps[n] == OBJECT_OF_PREPOSITION]
        if not is_led or objects not in ([], [hours]):
            continue
        if objects:
            arcs.attach(hours, hours + 1, _TIME)
        for n in before:
            arcs.attach(n, noun, arcs.deps[n])
        arcs.attach(noun, preposition, OBJECT_OF_PREPOSITION)


def _is_counted_with(noun: int, hours: int, arcs: Arcs) -> bool:
    """Return whether a noun is attached to hours that are counted from something else."""
    is_part = arcs.heads[noun] == hours and arcs.deps[noun] == PART_OF_NAME
    tags = arcs.tags[noun : hours + 2]
    return is_part and tags[:2] == [NOUN, _PLURAL] and len(tags) > 2 and tags[2] in _COUNTING


def _attach_clauses_of_time(arcs: Arcs) -> None:
    """Attach to the verb what cannot be about a person: "said Roe, when the Post rang her"."""
    people = set(arcs.ends_of(PERSON))
    for adverb, tag in enumerate(arcs.tags):
        clause = arcs.heads[adverb]
        person = arcs.heads[clause]
        verb = arcs.heads[person]
        is_about = arcs.deps[clause] == _RELATIVE and person in people
        if tag == _RELATIVE_ADVERB and is_about and arcs.tags[verb].startswith(VERB):
            arcs.attach(clause, verb, ADVERBIAL)
