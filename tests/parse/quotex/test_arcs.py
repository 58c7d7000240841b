"""Words that the heads of a model attach wrongly are attached elsewhere; others stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.parse.quotex.arcs import Arcs
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


def test_no_word_is_attached_below_itself() -> None:
    given, _ = parse_of("said/VBD/ROOT/1 by/IN/prep/1 phone/NN/pobj/2", [0])
    arcs = Arcs(given, given.heads, given.deps)
    arcs.attach(1, 2, "pobj")
    assert (arcs.heads, arcs.deps) == (given.heads, given.deps)
    arcs.attach(2, 0, "dobj")
    assert (arcs.heads, arcs.deps) == ([0, 0, 0], ["ROOT", "prep", "dobj"])


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
