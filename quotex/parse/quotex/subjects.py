"""Gives verbs the subjects that the heads of a model attached elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from quotex.parse.quotex.arcs import Arcs
from quotex.parse.quotex.labels import (
    APPOSITION,
    AUXILIARIES,
    CLAUSE,
    CLAUSE_OF_NOUN,
    CLAUSES,
    DAY,
    GERUND,
    NOUN,
    OBJECT_OF_PREPOSITION,
    OF_FULL_CLAUSE,
    PART_OF_NAME,
    PASSIVE,
    PASSIVE_SUBJECT,
    PERSON,
    PREPOSITION,
    SUBJECT,
    SUBJECTS,
    VERB,
)

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_COMMA_AND_NOUN = 2  # words


def separate_people(arcs: Arcs, words: Sequence[str]) -> None:
    """Leave no person in apposition to another.

    In "with her deputy, Tom Roe, Ada Lind said", Tom Roe is the deputy, and Ada Lind said it.
    """
    starts = {last - 1: first for first, last, label in arcs.entities if label == PERSON}
    for subject in [n for n in arcs.labelled(APPOSITION) if n in starts]:
        other, dep = arcs.heads[subject], arcs.deps[arcs.heads[subject]]
        noun, verb = starts.get(other, 0) - _COMMA_AND_NOUN, arcs.heads[other]
        is_apposed = noun >= 0 and words[noun + 1] == "," and arcs.tags[noun] == NOUN
        if is_apposed and dep in SUBJECTS and subject < verb:
            arcs.attach(other, noun, APPOSITION)
            if arcs.heads[other] == noun:
                arcs.attach(subject, verb, dep)


def separate_subjects(arcs: Arcs) -> None:
    """Give a verb its subject: "in May Roe had said", where "May Roe" is no name."""
    for day in arcs.ends_of(DAY):
        subject, preposition = arcs.heads[day], day - 1
        if arcs.deps[day] != PART_OF_NAME or arcs.deps[subject] != OBJECT_OF_PREPOSITION:
            continue
        verb = arcs.heads[subject]
        while not arcs.tags[verb].startswith(VERB) and arcs.heads[verb] != verb:
            verb = arcs.heads[verb]
        own = {n: arcs.deps[n] for n in arcs.children(verb)}
        is_next = subject + 1 == verb or own.get(subject + 1) in AUXILIARIES
        if arcs.heads[subject] == preposition and is_next and not SUBJECTS & set(own.values()):
            arcs.attach(day, preposition, OBJECT_OF_PREPOSITION)
            arcs.attach(subject, verb, PASSIVE_SUBJECT if PASSIVE in own.values() else SUBJECT)


def attach_participles_of_subjects(arcs: Arcs) -> None:
    """Give a subject to a verb that lacks one: "workers leaving the gates said it was late"."""
    for participle, tag in enumerate(arcs.tags):
        verb, subject = arcs.heads[participle], participle - 1
        if tag != GERUND or arcs.deps[participle] not in CLAUSES or verb < participle:
            continue
        dep = arcs.deps[subject]
        if subject < 0 or arcs.heads[subject] != participle or dep not in SUBJECTS:
            continue
        own = list(arcs.children(participle))
        beside = (n for n in (*own, *arcs.children(verb)) if n != subject)
        if any(arcs.deps[n] in OF_FULL_CLAUSE for n in beside):
            continue
        for n in (n for n in own if n < subject):
            arcs.attach(n, verb, arcs.deps[n])  # "At the gates on Monday, workers leaving …"
        arcs.attach(subject, verb, dep)
        arcs.attach(participle, subject, CLAUSE_OF_NOUN)


def return_speakers(arcs: Arcs, words: Sequence[str]) -> None:
    """Give a verb inside a clause the subject after it: "The navy, said Roe, had not sailed"."""
    subjects = arcs.labelled(*SUBJECTS)
    for speaker in subjects:
        verb = arcs.heads[speaker]
        cue = arcs.heads[verb]
        is_next = all(arcs.heads[n] == speaker for n in range(cue + 1, speaker))
        if arcs.deps[verb] != CLAUSE or not cue < speaker < verb or not is_next:
            continue
        before = [n for n in subjects if n < cue and arcs.heads[n] in {cue, verb}]
        is_inside = words[cue - 1] == "," == words[speaker + 1]
        if len(before) == 1 and is_inside and arcs.tags[cue].startswith(VERB):
            arcs.attach(speaker, cue, SUBJECT)
            arcs.attach(before[0], verb, arcs.deps[before[0]])


def find_subjects(arcs: Arcs) -> None:
    """Make a person the subject of a verb without one: "In a talk with the Post, Roe said"."""
    with_subject = {arcs.heads[n] for n in arcs.labelled(*SUBJECTS)}
    for name in set(arcs.ends_of(PERSON)).intersection(arcs.labelled(APPOSITION)):
        verb = arcs.heads[name]
        while arcs.heads[verb] != verb and not arcs.tags[verb].startswith(VERB):
            verb = arcs.heads[verb]
        opening = arcs.child_around(name, verb)
        is_open = arcs.tags[verb] in _FINITE and name < verb and verb not in with_subject
        if is_open and opening is not None and arcs.deps[opening] == PREPOSITION:
            arcs.attach(name, verb, SUBJECT)
