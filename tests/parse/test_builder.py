"""The builder that every engine's bridge goes through."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quotex.parse.builder import ViewBuilder
from quotex.parse.view import Entity, Sentence, View

from .builders import token

TEXT = "Ada left.\n\nBo came."
BOUNDS = [(0, 9), (11, 19)]
trees = st.lists(st.integers(-1, 9), min_size=1, max_size=10)


def built() -> ViewBuilder:
    builder = ViewBuilder(TEXT, BOUNDS)
    builder.add_sentence(0, [token("Ada", "nsubj", 0), token("left", "ROOT", 4)], [1, 1])
    builder.add_sentence(1, [token("Bo", "nsubj", 11), token("came", "ROOT", 14)], [1, 1])
    return builder


def test_tokens_are_numbered_through() -> None:
    assert [t.i for t in built().view.tokens] == [0, 1, 2, 3]


def test_sentences_know_their_tokens_and_paragraph() -> None:
    assert built().view.sentences == [Sentence(0, 2, 0), Sentence(2, 4, 1)]


def test_heads_and_children() -> None:
    tokens = built().view.tokens
    assert tokens[2].head is tokens[3]
    assert tokens[3].children == [tokens[2]]


def test_a_head_outside_makes_a_root() -> None:
    builder = ViewBuilder(TEXT, BOUNDS)
    builder.add_sentence(0, [token("Ada", "nsubj"), token("left", "ccomp")], [1, -1])
    left = builder.view.tokens[1]
    assert left.is_root
    assert left.dep == "ROOT"


def test_no_words_no_sentence() -> None:
    builder = ViewBuilder(TEXT, BOUNDS)
    builder.add_sentence(0, [], [])
    assert builder.view == View(TEXT, BOUNDS)


def test_the_paragraph_of_an_offset() -> None:
    assert [built().paragraph_at(at) for at in (0, 8, 10, 11, 18)] == [0, 0, 0, 1, 1]


def test_an_entity_marks_its_words() -> None:
    builder = built()
    builder.add_entity(builder.view.tokens[2:3], "PERSON")
    assert builder.view.entities == [Entity(2, 3, "PERSON")]
    assert [t.entity for t in builder.view.tokens] == ["", "", "PERSON", ""]


def test_an_entity_does_not_cross_a_paragraph() -> None:
    builder = built()
    builder.add_entity(builder.view.tokens[1:3], "PERSON")
    assert builder.view.entities == [Entity(1, 2, "PERSON"), Entity(2, 3, "PERSON")]


def test_an_entity_of_no_words_is_none() -> None:
    builder = built()
    builder.add_entity([], "PERSON")
    assert builder.view.entities == []


@given(trees)
def test_each_token_hangs_on_its_head_alone(heads: list[int]) -> None:
    builder = ViewBuilder("x" * len(heads), [(0, len(heads))])
    builder.add_sentence(0, [token("x", at=at) for at in range(len(heads))], heads)
    tokens = builder.view.tokens
    for one in tokens:
        assert [t for t in tokens if one in t.children] == ([] if one.is_root else [one.head])
        assert one.is_root == (one.dep == "ROOT")
