"""What the heads of a model disagree on is repaired; everything else stays as it is."""

from __future__ import annotations

import pytest

from quotex.encoder.parser import Parse
from quotex.parse.quotex.repaired import repaired


def parse_of(line: str, firsts: list[int]) -> tuple[Parse, list[str]]:
    """Return the parse written as ``word/TAG/dep/head`` with heads counted from 1."""
    columns = [word.split("/") for word in line.split()]
    words, tags, deps, heads = (list(column) for column in zip(*columns, strict=True))
    return Parse(firsts, tags, deps, [int(head) - 1 for head in heads], []), words


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
