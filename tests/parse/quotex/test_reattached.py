"""Words that the heads of a model attach wrongly are attached elsewhere; others stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.parse.quotex.repaired import repaired
from tests.parse.quotex.lines import parse_of

TOLD = "Roe/NNP/nsubj/2 told/VBD/ROOT/2 {hearer}/{dep}/2 gathered/{tag}/{clause}/2 here/RB/advmod/4"
THAT = " that/IN/mark/8 it/PRP/nsubj/8 fell/VBD/ccomp/2"


@pytest.mark.parametrize("tag", ["VBG", "VBN", "VBD"])
@pytest.mark.parametrize("clause", ["ccomp", "xcomp", "advcl"])
@pytest.mark.parametrize(
    ("hearer", "dep", "after"),
    [("people/NNS", "dobj", THAT), ("people/NNS", "dative", THAT), ("those/DT", "dobj", "")],
)
def test_a_participle_after_a_hearer_belongs_to_it(
    hearer: str, dep: str, after: str, tag: str, clause: str
) -> None:
    line = TOLD.format(hearer=hearer, dep=dep, tag=tag, clause=clause) + after
    found = repaired(*parse_of(line, [0]))
    assert (found.heads[3], found.deps[3]) == (2, "acl")


@pytest.mark.parametrize(
    "line",
    [
        TOLD.format(hearer="people/NNS", dep="dobj", tag="VBG", clause="xcomp"),  # "kept waiting"
        TOLD.format(hearer="people/NNS", dep="nsubj", tag="VBG", clause="ccomp") + THAT,
        TOLD.format(hearer="people/NNS", dep="dobj", tag="VB", clause="xcomp") + THAT,
        TOLD.format(hearer="people/NNS", dep="dobj", tag="VBD", clause="ccomp").replace(
            "here/RB/advmod", "it/PRP/nsubj"
        )
        + THAT,
    ],
)
def test_other_clauses_stay_with_their_verb(line: str) -> None:
    given, words = parse_of(line, [0])
    assert repaired(given, words) == given


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("in/IN/prep/4 USA/NNP/pobj/1 Today/NNP/pobj/1 it/PRP/ROOT/4", [3, 2, 0, 3]),
        ("at/IN/ROOT/1 No/NNP/pobj/1 ./NNP/pobj/1 10/CD/nummod/5 Ada/NNP/pobj/1", [0, 4, 4, 4, 0]),
    ],
)
def test_a_preposition_has_one_object(line: str, heads: list[int]) -> None:
    found = repaired(*parse_of(line, [0]))
    assert found.heads == heads
    assert found.deps.count("pobj") == 1


@pytest.mark.parametrize(
    "line",
    [
        "in/IN/ROOT/1 towns/NNS/pobj/1 Oslo/NNP/pobj/1",
        "in/IN/ROOT/1 Oslo/NNP/pobj/1 and/CC/cc/1 Bergen/NNP/pobj/1",
        "in/IN/ROOT/1 Oslo/NNP/pobj/1 on/IN/prep/1 Friday/NNP/pobj/3",
    ],
)
def test_other_objects_stay_apart(line: str) -> None:
    given, words = parse_of(line, [0])
    assert repaired(given, words) == given


def test_a_pronoun_before_an_object_is_the_hearer() -> None:
    found = repaired(*parse_of("denied/VBD/ROOT/1 them/PRP/nsubj/3 boats/NNS/dobj/1", [0]))
    assert (found.heads[1], found.deps[1]) == (0, "dative")


@pytest.mark.parametrize(
    "line",
    [
        "called/VBD/ROOT/1 Roe/NNP/dobj/1 a/DT/det/4 liar/NN/dobj/1",
        "denied/VBD/ROOT/1 boats/NNS/dobj/1 and/CC/cc/1 sold/VBD/conj/1 it/PRP/dobj/4",
        "saw/VBD/ROOT/1 them/PRP/nsubj/3 sail/VB/ccomp/1",
    ],
)
def test_other_objects_are_not_hearers(line: str) -> None:
    given, words = parse_of(line, [0])
    assert repaired(given, words) == given


ACCUSED = "Roe/NNP/nsubjpass/3 was/VBD/auxpass/3 accused/VBN/ROOT/3 of/IN/prep/3 theft/NN/pobj/4"


def test_an_agent_belongs_to_the_passive_verb() -> None:
    found = repaired(*parse_of(f"{ACCUSED} by/IN/agent/5 Lind/NNP/pobj/6", [0]))
    assert found.heads[5] == 2


@pytest.mark.parametrize("dep", ["agent", "prep"])
def test_what_is_by_somebody_stays(dep: str) -> None:
    verb = "it/PRP/nsubj/2 is/VBZ/ROOT/2 a/DT/det/4 book/NN/attr/2"
    given, words = parse_of(f"{verb} by/IN/{dep}/4 Lind/NNP/pobj/5", [0])
    assert repaired(given, words) == given


@pytest.mark.parametrize(
    ("noun", "label", "head", "dep"),
    [
        ("phone/NN/pobj/2", "DATE", 0, "npadvmod"),
        ("phone/NN/pobj/2", "ORG", 1, "pobj"),
        ("phones/NNS/pobj/2", "DATE", 1, "pobj"),
        ("phone/NN/pobj/1", "DATE", 1, "pobj"),
    ],
)
def test_a_day_after_a_means_belongs_to_the_verb(
    noun: str, label: str, head: int, dep: str
) -> None:
    given, words = parse_of(f"said/VBD/ROOT/1 by/IN/prep/1 {noun} Monday/NNP/pobj/2", [0])
    found = repaired(replace(given, entities=[(3, 4, label)]), words)
    assert (found.heads[3], found.deps[3]) == (head, dep)


POST = (
    "wrote/VBD/ROOT/1 in/IN/prep/1 a/DT/det/5 {noun}/compound/5 hours/NNS/{hours} {after}"
    " it/PRP/pobj/6"
)


@pytest.mark.parametrize("hours", ["npadvmod/6", "pobj/2"])
@pytest.mark.parametrize("after", ["after/IN/prep/1", "later/RB/advmod/1"])
def test_what_is_before_an_amount_of_time_is_no_part_of_it(hours: str, after: str) -> None:
    given, words = parse_of(POST.format(noun="post/NN", hours=hours, after=after), [0])
    found = repaired(replace(given, entities=[(4, 6, "TIME")]), words)
    assert (found.heads[3], found.deps[3]) == (1, "pobj")
    assert (found.heads[2], found.deps[2]) == (3, "det")
    assert (found.heads[4], found.deps[4]) == (5, "npadvmod")


@pytest.mark.parametrize(
    ("noun", "after", "label"),
    [
        ("post/NN", "after/IN/prep/1", "ORG"),
        ("rush/NN", "passed/VBD/prep/1", "TIME"),
        ("posts/NNS", "after/IN/prep/1", "TIME"),
    ],
)
def test_other_amounts_keep_their_parts(noun: str, after: str, label: str) -> None:
    given, words = parse_of(POST.format(noun=noun, hours="pobj/2", after=after), [0])
    found = repaired(replace(given, entities=[(4, 6, label)]), words)
    assert (found.heads, found.deps) == (given.heads, given.deps)


ON_A_SHOW = "On/IN/prep/5 CBN/NNP/poss/3 Six/NNP/{dep}/1 Roe/NNP/nsubj/5 spoke/VBD/ROOT/5"


def test_a_preposition_without_an_object_takes_the_name_in_apposition_to_it() -> None:
    found = repaired(*parse_of(ON_A_SHOW.format(dep="appos"), [0]))
    assert (found.heads[2], found.deps[2]) == (0, "pobj")


@pytest.mark.parametrize(
    "line",
    [
        "On/IN/prep/5 CBN/NNP/pobj/1 Six/NNP/appos/1 Roe/NNP/nsubj/5 spoke/VBD/ROOT/5",
        "Oslo/NNP/nsubj/5 ,/,/punct/1 Six/NNP/appos/1 ,/,/punct/1 spoke/VBD/ROOT/5",
    ],
)
def test_other_names_in_apposition_stay(line: str) -> None:
    assert repaired(*parse_of(line, [0])).deps[2] == "appos"


SAID_WHEN = "said/VBD/ROOT/1 Roe/NNP/nsubj/1 when/{tag}/advmod/5 it/PRP/nsubj/5 fell/VBD/relcl/2"


def test_a_person_has_no_clause_of_time() -> None:
    parse, words = parse_of(SAID_WHEN.format(tag="WRB"), [0])
    found = repaired(replace(parse, entities=[(1, 2, "PERSON")]), words)
    assert (found.heads[4], found.deps[4]) == (0, "advcl")


@pytest.mark.parametrize(("tag", "label"), [("WRB", "DATE"), ("WRB", "GPE"), ("WP", "PERSON")])
def test_other_relative_clauses_stay(tag: str, label: str) -> None:
    parse, words = parse_of(SAID_WHEN.format(tag=tag), [0])
    found = repaired(replace(parse, entities=[(1, 2, label)]), words)
    assert (found.heads[4], found.deps[4]) == (1, "relcl")


DATED = "A/DT/det/2 {noun}/{dep}/7 last/JJ/amod/4 year/NN/npadvmod/7 by/IN/prep/7 Roe/NNP/pobj/5"


def test_what_follows_the_day_of_a_subject_belongs_to_it() -> None:
    line = DATED.format(noun="report/NN", dep="nsubj") + " found/VBD/ROOT/7 it/PRP/dobj/7"
    parse, words = parse_of(line, [0])
    found = repaired(replace(parse, entities=[(2, 4, "DATE")]), words)
    assert (found.heads[4], found.deps[4]) == (1, "prep")


@pytest.mark.parametrize(
    ("noun", "dep", "label"),
    [("report/NN", "dobj", "DATE"), ("Holt/NNP", "nsubj", "DATE"), ("report/NN", "nsubj", "GPE")],
)
def test_what_follows_another_day_stays(noun: str, dep: str, label: str) -> None:
    line = DATED.format(noun=noun, dep=dep) + " found/VBD/ROOT/7 it/PRP/dobj/7"
    parse, words = parse_of(line, [0])
    assert repaired(replace(parse, entities=[(2, 4, label)]), words).heads[4] == 6
