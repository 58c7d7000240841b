"""Attaches words elsewhere where the heads of a model made a known mistake."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from quotex.encoder.parser import Parse

GERUND = "VBG"
CLAUSE, CLAUSE_OF_NOUN = "ccomp", "acl"
SUBJECT, PASSIVE_SUBJECT = "nsubj", "nsubjpass"
SUBJECTS = frozenset({SUBJECT, PASSIVE_SUBJECT})
_PASSIVE = "auxpass"
AUXILIARIES = frozenset({"aux", _PASSIVE})
BEGINNING = SUBJECTS | {"mark"}
NOUN, NAME, PERSON = "NN", "NNP", "PERSON"
_OF_FULL_CLAUSE = BEGINNING | AUXILIARIES
_RELATIVE, _RELATIVE_ADVERB, _ADVERBIAL = "relcl", "WRB", "advcl"
_CLAUSES = frozenset({CLAUSE, "xcomp", _ADVERBIAL})
_PARTICIPLES = frozenset({GERUND, "VBN", "VBD"})  # the last by mistake
_OBJECT, _HEARER, _AGENT, _PRONOUN, _DETERMINER = "dobj", "dative", "agent", "PRP", "DT"
_OBJECTS = frozenset({_OBJECT, _HEARER})
_OBJECT_OF_PREPOSITION, _PART_OF_NAME = "pobj", "compound"
_OBJECTS_OF_PREPOSITIONS = (_OBJECT_OF_PREPOSITION, "pcomp")
_DAY, _TIME = "DATE", "npadvmod"
_TIMES = frozenset({_DAY, "TIME"})
_PREPOSITION, _PLURAL = "prep", "NNS"
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERB = "VB"  # with what all tags of verbs begin
_COUNTING = frozenset({"IN", "RB", "RBR"})  # "hours after", "hours later"
_APPOSITION, _COMMA_AND_NOUN = "appos", 2  # words


class Arcs:
    """The heads and labels of a paragraph's words, as lists that change.

    ``tags`` and ``entities`` stay as they are. No change makes a cycle.
    """

    def __init__(self, parse: Parse, heads: Sequence[int], deps: Sequence[str]) -> None:
        self.tags = parse.tags
        self.entities = parse.entities
        self.heads = list(heads)
        self.deps = list(deps)

    def attach(self, word: int, head: int, dep: str) -> None:
        """Attach a word to another, unless that one is below it."""
        if not self._is_under(head, word):
            self.heads[word], self.deps[word] = head, dep

    def labelled(self, *deps: str) -> list[int]:
        """Return the words with one of these labels."""
        return [word for word, dep in enumerate(self.deps) if dep in deps]

    def ends_of(self, label: str) -> Iterator[int]:
        """Yield the last word of each entity with a label."""
        return (last - 1 for _, last, own in self.entities if own == label)

    def children(self, word: int) -> Iterator[int]:
        """Yield the children of a word."""
        return (n for n, head in enumerate(self.heads) if head == word != n)

    def child_around(self, word: int, head: int) -> int | None:
        """Return the child of ``head`` whose phrase contains a word, or None."""
        while word >= 0 and self.heads[word] not in {head, word}:
            word = self.heads[word]
        return word if word >= 0 and self.heads[word] == head != word else None

    def passive_above(self, word: int) -> int | None:
        """Return the first word above another, or itself, that has a passive auxiliary, or None."""
        passive = {self.heads[n] for n in self.labelled(_PASSIVE)}
        while word not in passive:
            if self.heads[word] == word:
                return None
            word = self.heads[word]
        return word

    def _is_under(self, word: int, top: int) -> bool:
        while word != top and self.heads[word] != word:
            word = self.heads[word]
        return word == top


def reattach(arcs: Arcs, words: Sequence[str]) -> None:
    """Attach what the model attaches to the wrong one of ``words``."""
    _attach_participles_of_hearers(arcs)
    _join_names(arcs)
    _give_objects(arcs)
    _attach_agents_and_hearers(arcs)
    _separate_people(arcs, words)
    _attach_days(arcs)
    _separate_subjects(arcs)
    _separate_amounts(arcs)
    _attach_participles_of_subjects(arcs)
    _attach_clauses_of_time(arcs)
    _find_subjects(arcs)


def _attach_participles_of_hearers(arcs: Arcs) -> None:
    """Attach participles to the hearer before them.

    In "told people gathered in Oslo that it was late", "gathered" is no clause of "told"; nor is
    "gathered" in "told those gathered in Oslo", whatever follows.
    """
    for participle, tag in enumerate(arcs.tags):
        if tag not in _PARTICIPLES or arcs.deps[participle] not in _CLAUSES:
            continue
        hearer = arcs.child_around(participle - 1, arcs.heads[participle])
        if hearer is None or arcs.deps[hearer] not in _OBJECTS:
            continue
        if any(arcs.deps[n] in _OF_FULL_CLAUSE for n in arcs.children(participle)):
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
    objects = arcs.labelled(_OBJECT_OF_PREPOSITION)
    for one, other in reversed(list(pairwise(objects))):
        last = other if arcs.heads[other] < one else arcs.heads[other]
        is_name = arcs.tags[one] == arcs.tags[last] == NAME
        is_name = is_name and arcs.heads[one] == arcs.heads[last] < one
        if is_name and all(arcs.heads[n] == last for n in range(one + 1, last)):
            arcs.attach(one, last, _PART_OF_NAME)


def _give_objects(arcs: Arcs) -> None:
    """Make a name an object of the preposition that it is in apposition to: "on CBN's “Six”"."""
    with_object = {arcs.heads[n] for n in arcs.labelled(*_OBJECTS_OF_PREPOSITIONS)}
    for name in arcs.labelled(_APPOSITION):
        preposition = arcs.heads[name]
        is_open = arcs.deps[preposition] == _PREPOSITION and preposition not in with_object
        if is_open and preposition < name and arcs.tags[name].startswith(NOUN):
            arcs.deps[name] = _OBJECT_OF_PREPOSITION


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


def _separate_people(arcs: Arcs, words: Sequence[str]) -> None:
    """Leave no person in apposition to another.

    In "with her deputy, Tom Roe, Ada Lind said", Tom Roe is the deputy, and Ada Lind said it.
    """
    starts = {last - 1: first for first, last, label in arcs.entities if label == PERSON}
    for subject in [n for n in arcs.labelled(_APPOSITION) if n in starts]:
        other, dep = arcs.heads[subject], arcs.deps[arcs.heads[subject]]
        noun, verb = starts.get(other, 0) - _COMMA_AND_NOUN, arcs.heads[other]
        is_apposed = noun >= 0 and words[noun + 1] == "," and arcs.tags[noun] == NOUN
        if is_apposed and dep in SUBJECTS and subject < verb:
            arcs.attach(other, noun, _APPOSITION)
            if arcs.heads[other] == noun:
                arcs.attach(subject, verb, dep)


def _attach_days(arcs: Arcs) -> None:
    """Attach days to the verb: "said by phone Wednesday"."""
    for day in [first for first, _, label in arcs.entities if label == _DAY and first]:
        preposition = arcs.heads[day]
        is_second = arcs.deps[day] == arcs.deps[day - 1] == _OBJECT_OF_PREPOSITION
        if is_second and arcs.heads[day - 1] == preposition and arcs.tags[day - 1] == NOUN:
            arcs.attach(day, arcs.heads[preposition], _TIME)


def _separate_subjects(arcs: Arcs) -> None:
    """Give a verb its subject: "in May Roe had said", where "May Roe" is no name."""
    for day in arcs.ends_of(_DAY):
        subject, preposition = arcs.heads[day], day - 1
        if arcs.deps[day] != _PART_OF_NAME or arcs.deps[subject] != _OBJECT_OF_PREPOSITION:
            continue
        verb = arcs.heads[subject]
        while not arcs.tags[verb].startswith(_VERB) and arcs.heads[verb] != verb:
            verb = arcs.heads[verb]
        own = {n: arcs.deps[n] for n in arcs.children(verb)}
        is_next = subject + 1 == verb or own.get(subject + 1) in AUXILIARIES
        if arcs.heads[subject] == preposition and is_next and not SUBJECTS & set(own.values()):
            arcs.attach(day, preposition, _OBJECT_OF_PREPOSITION)
            arcs.attach(subject, verb, PASSIVE_SUBJECT if _PASSIVE in own.values() else SUBJECT)


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
        is_led = preposition >= 0 and arcs.deps[preposition] == _PREPOSITION
        objects = [n for n in arcs.children(preposition) if arcs.deps[n] == _OBJECT_OF_PREPOSITION]
        if not is_led or objects not in ([], [hours]):
            continue
        if objects:
            arcs.attach(hours, hours + 1, _TIME)
        for n in before:
            arcs.attach(n, noun, arcs.deps[n])
        arcs.attach(noun, preposition, _OBJECT_OF_PREPOSITION)


def _is_counted_with(noun: int, hours: int, arcs: Arcs) -> bool:
    """Return whether a noun is attached to hours that are counted from something else."""
    is_part = arcs.heads[noun] == hours and arcs.deps[noun] == _PART_OF_NAME
    tags = arcs.tags[noun : hours + 2]
    return is_part and tags[:2] == [NOUN, _PLURAL] and len(tags) > 2 and tags[2] in _COUNTING


def _attach_participles_of_subjects(arcs: Arcs) -> None:
    """Give a subject to a verb that lacks one: "workers leaving the gates said it was late"."""
    for participle, tag in enumerate(arcs.tags):
        verb, subject = arcs.heads[participle], participle - 1
        if tag != GERUND or arcs.deps[participle] not in _CLAUSES or verb < participle:
            continue
        dep = arcs.deps[subject]
        if subject < 0 or arcs.heads[subject] != participle or dep not in SUBJECTS:
            continue
        own = list(arcs.children(participle))
        beside = (n for n in (*own, *arcs.children(verb)) if n != subject)
        if any(arcs.deps[n] in _OF_FULL_CLAUSE for n in beside):
            continue
        for n in (n for n in own if n < subject):
            arcs.attach(n, verb, arcs.deps[n])  # "At the gates on Monday, workers leaving …"
        arcs.attach(subject, verb, dep)
        arcs.attach(participle, subject, CLAUSE_OF_NOUN)


def _attach_clauses_of_time(arcs: Arcs) -> None:
    """Attach to the verb what cannot be about a person: "said Roe, when the Post rang her"."""
    people = set(arcs.ends_of(PERSON))
    for adverb, tag in enumerate(arcs.tags):
        clause = arcs.heads[adverb]
        person = arcs.heads[clause]
        verb = arcs.heads[person]
        is_about = arcs.deps[clause] == _RELATIVE and person in people
        if tag == _RELATIVE_ADVERB and is_about and arcs.tags[verb].startswith(_VERB):
            arcs.attach(clause, verb, _ADVERBIAL)


def _find_subjects(arcs: Arcs) -> None:
    """Make a person the subject of a verb without one: "In a talk with the Post, Roe said"."""
    with_subject = {arcs.heads[n] for n in arcs.labelled(*SUBJECTS)}
    for name in set(arcs.ends_of(PERSON)).intersection(arcs.labelled(_APPOSITION)):
        verb = arcs.heads[name]
        while arcs.heads[verb] != verb and not arcs.tags[verb].startswith(_VERB):
            verb = arcs.heads[verb]
        opening = arcs.child_around(name, verb)
        is_open = arcs.tags[verb] in _FINITE and name < verb and verb not in with_subject
        if is_open and opening is not None and arcs.deps[opening] == _PREPOSITION:
            arcs.attach(name, verb, SUBJECT)
