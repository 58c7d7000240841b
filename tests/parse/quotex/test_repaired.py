"""What the heads of a model disagree on is repaired; everything else stays as it is."""

from __future__ import annotations

import pytest

from quotex.parse.quotex.repaired import repaired
from tests.parse.quotex.lines import parse_of

HOUR = "At/IN/{}/1 8/CD/nummod/3 {}/NN/pobj/1 {}/DT/det/5 mayor/NN/nsubj/6 spoke/VBD/ROOT/6"


def test_nothing_follows_an_abbreviation_in_lower_case_but_its_sentence() -> None:
    found = repaired(*parse_of(HOUR.format("ROOT", "a.m.", "the"), [0, 3]))
    assert found.firsts == [0]
    assert (found.heads[0], found.deps[0]) == (5, "prep")
    assert (found.heads[5], found.deps[5]) == (5, "ROOT")


@pytest.mark.parametrize(("hour", "article"), [("a.m.", "The"), ("hours", "the"), (".", "the")])
def test_other_breaks_stay(hour: str, article: str) -> None:
    given, words = parse_of(HOUR.format("ROOT", hour, article), [0, 3])
    assert repaired(given, words) == given


def test_three_parts_become_one_sentence() -> None:
    given, words = parse_of(
        "About/RB/ROOT/1 etc./FW/dep/1 so/RB/ROOT/3 etc./FW/dep/3 it/PRP/nsubj/6 fell/VBD/ROOT/6",
        [0, 2, 4],
    )
    found = repaired(given, words)
    assert (found.firsts, found.heads) == ([0], [2, 0, 5, 2, 5, 5])
    assert found.deps == ["dep", "dep", "dep", "dep", "nsubj", "ROOT"]


@pytest.mark.parametrize(
    ("line", "deps"),
    [
        ("It/PRP/nsubj/2 fell/VBD/ROOT/2", ["nsubj", "ROOT"]),
        ("It/PRP/ROOT/2 fell/VBD/dobj/2", ["dep", "ROOT"]),
    ],
)
def test_only_roots_have_the_label_of_a_root(line: str, deps: list[str]) -> None:
    assert repaired(*parse_of(line, [0])).deps == deps


@pytest.mark.parametrize(
    ("line", "word", "dep"),
    [
        ("It/PRP/nsubj/2 fell/VBD/ROOT/3 sat/VBD/ROOT/3", 1, "ccomp"),
        ("say/VB/ROOT/1 whether/IN/mark/4 he/PRP/nsubj/4 drunk/VBN/acomp/1", 3, "ccomp"),
        ("Says/VBZ/ROOT/1 It/PRP/nsubj/3 Close/VB/compound/1", 2, "ccomp"),
        ("word/NN/ROOT/1 it/PRP/nsubj/3 fell/JJ/acomp/1", 2, "acl"),
    ],
)
def test_what_has_a_subject_is_a_clause(line: str, word: int, dep: str) -> None:
    assert repaired(*parse_of(line, [0])).deps[word] == dep


@pytest.mark.parametrize(
    "line",
    [
        "sat/VBD/ROOT/1 it/PRP/nsubj/3 fell/VBD/dep/1",
        "It/PRP/nsubj/2 fell/VBD/advcl/3 sat/VBD/ROOT/3",
        "It/PRP/dobj/2 fell/VBD/dep/3 sat/VBD/ROOT/3",
        "felt/VBD/ROOT/1 very/RB/advmod/3 drunk/VBN/acomp/1",
    ],
)
def test_other_labels_stay(line: str) -> None:
    given, words = parse_of(line, [0])
    assert repaired(given, words) == given


@pytest.mark.parametrize(
    ("word", "dep", "tag"),
    [
        ("meeting", "pcomp", "VBG"),
        ("Meeting", "pcomp", "VBG"),
        ("meeting", "pobj", "NN"),
        ("lunch", "pcomp", "NN"),
    ],
)
def test_a_noun_that_heads_a_clause_is_a_gerund(word: str, dep: str, tag: str) -> None:
    given, words = parse_of(f"after/IN/ROOT/1 {word}/NN/{dep}/1 Roe/NNP/dobj/2", [0])
    assert repaired(given, words).tags == ["IN", tag, "NNP"]


@pytest.mark.parametrize(
    ("words", "label", "first"),
    [
        ("miller Ann Roe", "PERSON", 1),
        ("miller ann roe", "PERSON", 0),
        ("van der Roe", "PERSON", 0),
        ("Miller Ann Roe", "PERSON", 0),
        ("miller Ann Roe", "ORG", 0),
    ],
)
def test_a_role_is_no_part_of_a_name(words: str, label: str, first: int) -> None:
    given, split = parse_of(" ".join(f"{word}/NNP/ROOT/1" for word in words.split()), [0])
    given.entities.append((0, 3, label))
    assert repaired(given, split).entities == [(first, 3, label)]


@pytest.mark.parametrize(
    ("label", "last", "tag"), [("CARDINAL", 1, "CD"), ("ORG", 1, "NNP"), ("CARDINAL", 2, "NNP")]
)
def test_a_number_by_itself_is_no_name(label: str, last: int, tag: str) -> None:
    given, words = parse_of("One/NNP/nsubj/2 said/VBD/ROOT/2", [0])
    given.entities.append((0, last, label))
    assert repaired(given, words).tags[0] == tag


def test_a_participle_in_a_compound_is_an_adjective() -> None:
    given, words = parse_of("acting/VBG/compound/2 captain/NN/ROOT/2", [0])
    assert repaired(given, words).deps == ["amod", "ROOT"]


@pytest.mark.parametrize(
    ("entities", "found"),
    [
        ([(0, 3, "GPE")], [(0, 4, "FAC")]),
        ([(0, 3, "PERSON")], [(0, 3, "PERSON")]),
        ([(0, 2, "GPE")], [(0, 2, "GPE")]),
        ([(0, 3, "GPE"), (3, 4, "ORG")], [(0, 3, "GPE"), (3, 4, "ORG")]),
    ],
)
def test_a_place_goes_on_after_its_possessive(
    entities: list[tuple[int, int, str]], found: list[tuple[int, int, str]]
) -> None:
    line = "St./NNP/compound/2 Peter/NNP/poss/4 's/POS/case/2 Square/NNP/ROOT/4"
    given, words = parse_of(line, [0])
    given.entities.extend(entities)
    assert repaired(given, words).entities == found


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("mediator", "NNS", "NN"),
        ("lobbyist", "NNS", "NN"),
        ("people", "NNS", "NNS"),
        ("mediators", "NNS", "NNS"),
        ("mediator", "NNP", "NNP"),
    ],
)
def test_a_noun_that_ends_in_the_singular_is_no_plural(word: str, tag: str, expected: str) -> None:
    given, words = parse_of(f"{word}/{tag}/nsubj/2 fell/VBD/ROOT/2", [0])
    assert repaired(given, words).tags == [expected, "VBD"]
