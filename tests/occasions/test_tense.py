"""The tense of a cue, on hand-built trees."""

from __future__ import annotations

import pytest

from quotex.languages.lexicon import Sense
from quotex.occasions.tense import is_future, is_participle, tense_of, tense_of_verb
from quotex.parse.view import Token
from quotex.quotations.candidate import Candidate
from tests.trees import context_of

SENSE = Sense("verb", "say", "obj", "speech", "asserts")


def verb_of(rows: str, number: int) -> Token:
    """Return a verb of a sentence written as word, tag, relation and head, separated by ";"."""
    return words_of(rows)[number - 1]


def words_of(rows: str) -> list[Token]:
    table = []
    for row in rows.split(";"):
        word, tag, dep, head = row.split()
        table.append(f"{word} {word.lower()} {tag} {dep} {head}")
    return context_of("\n".join(table)).view.tokens


def candidate(cue: list[Token]) -> Candidate:
    return Candidate([(0, 1)], cue, [], SENSE, "test", "", 1.0)


@pytest.mark.parametrize(
    ("rows", "number", "tense"),
    [
        ("Roe NNP nsubj 2; said VBD ROOT 2", 2, "past"),
        ("Roe NNP nsubj 2; says VBZ ROOT 2", 2, "present"),
        ("they PRP nsubj 2; say VBP ROOT 2", 2, "present"),
        ("Roe NNP nsubj 3; has VBZ aux 3; said VBN ROOT 3", 3, "perfect"),
        ("Roe NNP nsubj 3; had VBD aux 3; said VBN ROOT 3", 3, "perfect"),
        ("Roe NNP nsubj 3; ’s VBZ aux 3; said VBN ROOT 3", 3, "perfect"),
        ("Roe NNP nsubj 3; ’s VBZ aux 3; saying VBG ROOT 3", 3, "none"),
        ("Roe NNP nsubj 3; ’s VBZ dep 3; said VBN ROOT 3", 3, "none"),
        ("Roe NNP nsubj 3; will MD aux 3; say VB ROOT 3", 3, "modal"),
        ("Roe NNP nsubj 3; would MD aux 3; say VB ROOT 3", 3, "modal"),
        ("Roe NNP nsubj 4; would MD aux 4; not RB neg 4; say VB ROOT 4", 4, "past"),
        ("Roe NNP nsubj 4; would MD aux 4; only RB advmod 4; say VB ROOT 4", 4, "past"),
        ("Roe NNP nsubj 4; would MD aux 4; also RB advmod 4; say VB ROOT 4", 4, "modal"),
        ("Roe NNP nsubj 4; will MD aux 4; not RB neg 4; say VB ROOT 4", 4, "modal"),
        ("Roe NNP nsubj 4; could MD aux 4; not RB neg 4; say VB ROOT 4", 4, "modal"),
        ("could MD aux 3; not RB neg 3; resist VB ROOT 3; saying VBG xcomp 3", 4, "past"),
        ("could MD aux 2; resist VB ROOT 2; saying VBG xcomp 2", 3, "modal"),
        ("Roe NNP nsubj 4; would MD aux 4; have VB aux 4; said VBN ROOT 4", 4, "perfect"),
        ("Roe NNP nsubj 3; was VBD aux 3; saying VBG ROOT 3", 3, "past"),
        ("Roe NNP nsubjpass 3; was VBD auxpass 3; told VBN ROOT 3", 3, "past"),
        ("Roe NNP nsubj 3; did VBD aux 3; say VB ROOT 3", 3, "past"),
        ("Roe NNP nsubj 3; is VBZ aux 3; saying VBG ROOT 3", 3, "present"),
        ("Roe NNP nsubj 2; left VBD ROOT 2; saying VBG advcl 2", 3, "past"),
        ("Roe NNP nsubj 2; leaves VBZ ROOT 2; saying VBG advcl 2", 3, "present"),
        ("words NNS ROOT 1; saying VBG acl 1", 2, "none"),
        ("saying VBG ROOT 1", 1, "none"),
    ],
)
def test_the_tense_of_a_verb(rows: str, number: int, tense: str) -> None:
    assert tense_of_verb(verb_of(rows, number)) == tense


@pytest.mark.parametrize(("verbs", "tense"), [(6, "past"), (7, "none")])
def test_a_participle_has_the_tense_of_a_verb_not_too_far_above(verbs: int, tense: str) -> None:
    chain = "; ".join(f"saying VBG xcomp {n}" for n in range(1, verbs + 1))
    assert tense_of_verb(verb_of(f"left VBD ROOT 1; {chain}", verbs + 1)) == tense


def test_the_last_verb_of_a_cue_gives_its_tense() -> None:
    words = words_of("Roe NNP nsubj 2; says VBZ ROOT 2; she PRP nsubj 4; thought VBD ccomp 2")
    assert tense_of(candidate([words[1], words[3]])) == "past"
    assert tense_of(candidate([words[0]])) == "none"
    assert tense_of(candidate([])) == "none"


@pytest.mark.parametrize(
    ("rows", "cue", "expected"),
    [
        ("Roe NNP nsubj 2; left VBD ROOT 2; calling VBG advcl 2", [3], True),
        ("Roe NNP nsubj 2; left VBD ROOT 2; calling VBG advcl 2", [2, 3], False),
        ("Roe NNP nsubj 3; was VBD aux 3; calling VBG ROOT 3", [3], False),
        ("Roe NNP nsubj 2; left VBD ROOT 2", [2], False),
        ("Roe NNP nsubj 2; left VBD ROOT 2", [1], False),
    ],
)
def test_a_cue_that_accompanies_another_act(rows: str, cue: list[int], expected: bool) -> None:
    words = words_of(rows)
    assert is_participle(candidate([words[number - 1] for number in cue])) is expected


@pytest.mark.parametrize(
    ("rows", "number", "is_coming"),
    [
        ("Roe NNP nsubj 3; will MD aux 3; say VB ROOT 3", 3, True),
        ("Roe NNP nsubj 3; ’ll MD aux 3; say VB ROOT 3", 3, True),
        ("It PRP nsubj 3; is VBZ aux 3; expect VBN ROOT 3; to TO aux 5; say VB xcomp 3", 5, True),
        ("they PRP nsubj 2; plan VBP ROOT 2; to TO aux 4; say VB xcomp 2", 4, True),
        ("Roe NNP nsubj 3; would MD aux 3; say VB ROOT 3", 3, False),
        ("they PRP nsubj 2; want VBP ROOT 2; to TO aux 4; say VB xcomp 2", 4, False),
        ("It PRP nsubj 3; was VBD aux 3; expect VBN ROOT 3; to TO aux 5; say VB xcomp 3", 5, False),
        ("Roe NNP nsubj 2; said VBD ROOT 2", 2, False),
    ],
)  # fmt: skip
def test_verbs_about_what_is_still_to_come(rows: str, number: int, is_coming: bool) -> None:
    assert is_future(verb_of(rows, number)) is is_coming
