"""The builder of views, which every engine's trees go through."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotex.document.normalise import Normalised
from quotex.parse.builder import ViewBuilder
from quotex.parse.engine import Tree
from quotex.parse.view import Entity, Sentence, View
from tests.trees import ENGLISH

TEXT = "Ada left.\n\nBo came."
BOUNDS = [(0, 9), (11, 19)]
STARTS, ENDS = [0, 4, 11, 14], [3, 8, 13, 18]
trees = st.lists(st.integers(0, 9), min_size=1, max_size=10)


def same(start: int, end: int) -> tuple[int, int]:
    return start, end


def build(
    *entities: tuple[int, int, str],
    heads: Sequence[int] = (1, 1, 3, 3),
    firsts: Sequence[int] = (0, 2),
) -> View:
    """Return the view of ``TEXT`` without its full stops."""
    builder = ViewBuilder(TEXT, BOUNDS, ENGLISH.classes)
    tree = Tree(
        STARTS,
        ENDS,
        list(firsts),
        list(entities),
        lemmas=["ada", "leave", "bo", "come"],
        pos=["PROPN", "VERB", "PROPN", "VERB"],
        tags=["NNP", "VBD", "NNP", "VBD"],
        deps=["nsubj", "ROOT", "nsubj", "ROOT"],
        heads=list(heads),
    )
    builder.add(tree, TEXT, same)
    return builder.view


def test_tokens_are_numbered_consecutively() -> None:
    assert [t.i for t in build().tokens] == [0, 1, 2, 3]
    assert [t.text for t in build().tokens] == ["Ada", "left", "Bo", "came"]


def test_tokens_get_their_annotation_from_the_parse() -> None:
    left = build().tokens[1]
    assert (left.lemma, left.pos, left.tag, left.dep) == ("leave", "VERB", "VBD", "ROOT")


def test_sentences_have_their_tokens_and_paragraph() -> None:
    assert build().sentences == [Sentence(0, 2, 0), Sentence(2, 4, 1)]
    assert [t.sentence for t in build().tokens] == [0, 0, 1, 1]


def test_a_sentence_is_split_at_a_paragraph() -> None:
    assert build(firsts=[0]).sentences == [Sentence(0, 2, 0), Sentence(2, 4, 1)]


def test_a_sentence_within_a_paragraph() -> None:
    sentences = build(firsts=[0, 1, 2]).sentences
    assert sentences == [Sentence(0, 1, 0), Sentence(1, 2, 0), Sentence(2, 4, 1)]


def test_heads_and_children() -> None:
    tokens = build().tokens
    assert tokens[2].head is tokens[3]
    assert tokens[3].children == [tokens[2]]


@pytest.mark.parametrize("head", [1, 3])
def test_a_word_with_a_head_outside_its_sentence_is_a_root(head: int) -> None:
    came = build(heads=[1, 1, 3, head]).tokens[3]
    assert came.is_root
    assert came.dep == "ROOT"
    assert came not in build(heads=[1, 1, 3, head]).tokens[1].children


def test_without_words_there_is_no_sentence() -> None:
    builder = ViewBuilder(TEXT, BOUNDS, ENGLISH.classes)
    builder.add(Tree([], [], [], []), TEXT, same)
    assert builder.view == View(TEXT, BOUNDS)


def test_trees_are_joined_in_order() -> None:
    builder = ViewBuilder(TEXT, BOUNDS, ENGLISH.classes)
    for base, shown in ((0, "Ada left."), (11, "Bo came.")):
        ends = (3, 8) if base == 0 else (2, 7)
        tidy = Normalised(shown, base, None)
        tree = Tree(
            [0, ends[0] + 1], list(ends), [0], [(0, 1, "PERSON")],
            ["", ""], ["", ""], ["", ""], ["nsubj", "ROOT"], [1, 1],
        )  # fmt: skip
        builder.add(tree, shown, tidy.span)
    view = builder.view
    assert [TEXT[t.start : t.end] for t in view.tokens] == ["Ada", "left", "Bo", "came"]
    assert view.sentences == [Sentence(0, 2, 0), Sentence(2, 4, 1)]
    assert view.entities == [Entity(0, 1, "PERSON"), Entity(2, 3, "PERSON")]
    assert [t.head.text for t in view.tokens] == ["left", "left", "came", "came"]


def test_without_a_parse_each_word_is_a_root() -> None:
    builder = ViewBuilder("They said", [(0, 9)], ENGLISH.classes)
    builder.add(Tree([0, 5], [4, 9], [0], []), "They said", same)
    they, said = builder.view.tokens
    assert (they.dep, they.head, they.lemma) == ("ROOT", they, "")
    assert not they.children
    assert they.is_a("they")
    assert not said.is_a("they")


def test_an_entity_marks_its_words() -> None:
    view = build((2, 3, "PERSON"))
    assert view.entities == [Entity(2, 3, "PERSON")]
    assert [t.entity for t in view.tokens] == ["", "", "PERSON", ""]


def test_an_entity_does_not_cross_a_paragraph() -> None:
    assert build((1, 3, "PERSON")).entities == [Entity(1, 2, "PERSON"), Entity(2, 3, "PERSON")]


def test_an_entity_without_words_is_dropped() -> None:
    assert build((1, 1, "PERSON")).entities == []


@pytest.mark.parametrize(
    ("text", "words", "kept"),
    [
        ("- Ada Roe -", [(0, 1), (2, 5), (6, 9), (10, 11)], "Ada Roe"),
        ("“ Ada ”", [(0, 1), (2, 5), (6, 7)], "Ada"),
        ("$ 5", [(0, 1), (2, 3)], "$ 5"),
        ("5 %", [(0, 1), (2, 3)], "5 %"),
        ("% 5", [(0, 1), (2, 3)], "5"),
        ("the dogs ’", [(0, 3), (4, 8), (9, 10)], "the dogs ’"),
        ("— ”", [(0, 1), (2, 3)], ""),
    ],
)
def test_marks_at_the_edge_of_an_entity_are_left_out(
    text: str, words: list[tuple[int, int]], kept: str
) -> None:
    builder = ViewBuilder(text, [(0, len(text))], ENGLISH.classes)
    starts, ends = [a for a, _ in words], [b for _, b in words]
    builder.add(Tree(starts, ends, [0], [(0, len(words), "ORG")]), text, same)
    view = builder.view
    assert [" ".join(t.text for t in view.tokens[e.first : e.last]) for e in view.entities] == (
        [kept] if kept else []
    )
    assert " ".join(t.text for t in view.tokens if t.entity == "ORG") == kept


@given(trees)
def test_each_token_is_a_child_of_its_head_only(heads: list[int]) -> None:
    count = len(heads)
    heads = [min(head, count - 1) for head in heads]
    text = "x" * count
    blank = [""] * count
    builder = ViewBuilder(text, [(0, count)], ENGLISH.classes)
    starts, ends = list(range(count)), list(range(1, count + 1))
    tree = Tree(starts, ends, [0], [], blank, blank, blank, ["dep"] * count, heads)
    builder.add(tree, text, same)
    tokens = builder.view.tokens
    for one in tokens:
        assert [t for t in tokens if one in t.children] == ([] if one.is_root else [one.head])
        assert one.is_root == (one.dep == "ROOT")
