"""Verbs get the subjects that the heads of a model attach elsewhere; others keep theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.parse.quotex.repaired import repaired
from tests.parse.quotex.lines import parse_of

BESIDE = (
    "her/PRP$/poss/2 {noun}/NN/pobj/8 ,/,/punct/8 Tom/NNP/compound/5 Roe/NNP/nsubj/8 ,/,/punct/5"
    " Lind/NNP/appos/5 said/VBD/ROOT/8"
)


def test_no_person_is_in_apposition_to_another() -> None:
    given, words = parse_of(BESIDE.format(noun="deputy"), [0])
    found = repaired(replace(given, entities=[(3, 5, "PERSON"), (6, 7, "PERSON")]), words)
    assert (found.heads[4], found.deps[4]) == (1, "appos")
    assert (found.heads[6], found.deps[6]) == (7, "nsubj")


@pytest.mark.parametrize(
    "entities",
    [[(3, 5, "PERSON"), (6, 7, "ORG")], [(3, 5, "ORG"), (6, 7, "PERSON")], [(6, 7, "PERSON")]],
)
def test_other_appositions_stay(entities: list[tuple[int, int, str]]) -> None:
    given, words = parse_of(BESIDE.format(noun="deputy"), [0])
    found = repaired(replace(given, entities=entities), words)
    assert (found.heads, found.deps) == (given.heads, given.deps)


def test_a_noun_below_the_person_makes_no_cycle() -> None:
    given, words = parse_of(BESIDE.format(noun="deputy").replace("/pobj/8", "/nmod/5"), [0])
    found = repaired(replace(given, entities=[(3, 5, "PERSON"), (6, 7, "PERSON")]), words)
    assert (found.heads, found.deps) == (given.heads, given.deps)


LEAVING = (
    "At/IN/prep/{fronted} gates/NNS/pobj/1 ,/,/punct/7 workers/NNS/{dep}/5 leaving/VBG/{clause}/7"
    " it/PRP/dobj/5 said/VBD/ROOT/7 so/RB/advmod/7"
)


@pytest.mark.parametrize("clause", ["ccomp", "advcl"])
def test_a_verb_without_a_subject_takes_that_of_the_participle_before_it(clause: str) -> None:
    line = LEAVING.format(fronted=5, dep="nsubj", clause=clause)
    found = repaired(*parse_of(line, [0]))
    assert found.heads == [6, 0, 6, 6, 3, 4, 6, 6]
    assert (found.deps[3], found.deps[4]) == ("nsubj", "acl")


@pytest.mark.parametrize(
    "line",
    [
        LEAVING.format(fronted=7, dep="dobj", clause="advcl"),
        LEAVING.format(fronted=7, dep="nsubj", clause="ccomp").replace(
            "so/RB/advmod", "it/PRP/nsubj"
        ),
        LEAVING.format(fronted=7, dep="nsubj", clause="acl"),
    ],
)
def test_other_participles_keep_their_subjects(line: str) -> None:
    given, words = parse_of(line, [0])
    found = repaired(given, words)
    assert (found.heads, found.deps) == (given.heads, given.deps)


IN_MAY = "in/IN/prep/{verb} May/NNP/compound/3 {noun}/pobj/1 {rest}"


@pytest.mark.parametrize(
    ("rest", "verb", "dep"),
    [
        ("said/VBD/ROOT/4", 4, "nsubj"),
        ("had/VBD/aux/5 said/VBN/ROOT/5", 5, "nsubj"),
        ("was/VBD/auxpass/5 told/VBN/ROOT/5", 5, "nsubjpass"),
    ],
)
@pytest.mark.parametrize("noun", ["Roe/NNP", "friends/NNS"])
def test_who_follows_a_month_is_the_subject(noun: str, rest: str, verb: int, dep: str) -> None:
    given, words = parse_of(IN_MAY.format(noun=noun, rest=rest, verb=verb), [0])
    found = repaired(replace(given, entities=[(1, 2, "DATE")]), words)
    assert (found.heads[1], found.deps[1]) == (0, "pobj")
    assert (found.heads[2], found.deps[2]) == (verb - 1, dep)


@pytest.mark.parametrize(
    ("rest", "label"),
    [
        ("said/VBD/ROOT/4", "PERSON"),
        ("said/VBD/ROOT/4 Lind/NNP/nsubj/4", "DATE"),  # "in May weather, said Lind"
        (",/,/punct/5 said/VBD/ROOT/5", "DATE"),
    ],
)
def test_other_words_after_a_month_stay(rest: str, label: str) -> None:
    verb = 5 if rest.startswith(",") else 4
    given, words = parse_of(IN_MAY.format(noun="weather/NN", rest=rest, verb=verb), [0])
    found = repaired(replace(given, entities=[(1, 2, label)]), words)
    assert (found.heads, found.deps) == (given.heads, given.deps)


IN_A_TALK = "In/IN/prep/5 Oslo/NNP/pobj/1 ,/,/punct/2 Roe/NNP/appos/2 {verb}/5 it/PRP/{dep}/5"


def test_a_person_after_an_opening_phrase_is_the_subject() -> None:
    parse, words = parse_of(IN_A_TALK.format(verb="said/VBD/ROOT", dep="dobj"), [0])
    found = repaired(replace(parse, entities=[(3, 4, "PERSON")]), words)
    assert (found.heads[3], found.deps[3]) == (4, "nsubj")


@pytest.mark.parametrize(
    ("verb", "dep", "label"),
    [
        ("said/VBD/ROOT", "nsubj", "PERSON"),
        ("said/VBD/ROOT", "dobj", "GPE"),
        ("saying/VBG/ROOT", "dobj", "PERSON"),
    ],
)
def test_a_verb_keeps_its_subject_and_a_place_its_name(verb: str, dep: str, label: str) -> None:
    parse, words = parse_of(IN_A_TALK.format(verb=verb, dep=dep), [0])
    found = repaired(replace(parse, entities=[(3, 4, label)]), words)
    assert (found.heads[3], found.deps[3]) == (1, "appos")


AROUND = "The/DT/det/2 navy/NN/nsubj/{first} ,/,/punct/8 said/{tag}/ROOT/4 Roe/NNP/nsubj/8"
SAILED = " {mark}/,/punct/8 had/VBD/aux/8 sailed/VBN/ccomp/4"


@pytest.mark.parametrize("first", [8, 4])
def test_who_said_it_inside_a_clause_is_not_its_subject(first: int) -> None:
    line = AROUND.format(first=first, tag="VBD") + SAILED.format(mark=",")
    found = repaired(*parse_of(line, [0]))
    assert (found.heads[1], found.deps[1]) == (7, "nsubj")
    assert (found.heads[4], found.deps[4]) == (3, "nsubj")


@pytest.mark.parametrize(
    ("first", "tag", "mark"),
    [(4, "VBD", "once"), (8, "NN", ",")],  # "the navy said Roe once had sailed"
)
def test_other_clauses_keep_their_subjects(first: int, tag: str, mark: str) -> None:
    line = AROUND.format(first=first, tag=tag) + SAILED.format(mark=mark)
    assert repaired(*parse_of(line, [0])).heads[4] == 7
