"""The labels, tags and entities of the model that its repairs refer to."""

from __future__ import annotations

ROOT, UNSPECIFIED = "ROOT", "dep"
CLAUSE, CLAUSE_OF_NOUN, OPEN_CLAUSE, ADVERBIAL = "ccomp", "acl", "xcomp", "advcl"
SUBJECT, PASSIVE_SUBJECT = "nsubj", "nsubjpass"
SUBJECTS = frozenset({SUBJECT, PASSIVE_SUBJECT})
PASSIVE = "auxpass"
AUXILIARIES = frozenset({"aux", PASSIVE})
BEGINNING = SUBJECTS | {"mark"}
OF_FULL_CLAUSE = BEGINNING | AUXILIARIES
CLAUSES = frozenset({CLAUSE, OPEN_CLAUSE, ADVERBIAL})
APPOSITION, PART_OF_NAME = "appos", "compound"
PREPOSITION, OBJECT_OF_PREPOSITION = "prep", "pobj"

NOUN, NAME = "NN", "NNP"
VERB = "VB"  # with what all tags of verbs begin
GERUND = "VBG"

PERSON, DAY = "PERSON", "DATE"
