"""Tokens, and a view's answers about them."""

from __future__ import annotations

import re

import pytest

from quotex.parse.view import Token, View

from .builders import view_of_rows

ROWS = """
The   the   DET   DT  det   1
mayor mayor NOUN  NN  nsubj 4
of    of    ADP   IN  prep  1
Wick  wick  PROPN NNP pobj  2
spoke speak VERB  VBD ROOT  4
"""


@pytest.fixture
def view() -> View:
    return view_of_rows("The mayor of Wick spoke", ROWS)


def test_a_subtree_is_in_text_order(view: View) -> None:
    assert [t.text for t in view.tokens[1].subtree()] == ["The", "mayor", "of", "Wick"]


def test_the_subtree_of_a_leaf_is_the_leaf(view: View) -> None:
    assert view.tokens[0].subtree() == [view.tokens[0]]


def test_ancestors_go_up_to_the_root(view: View) -> None:
    assert [t.text for t in view.tokens[3].ancestors()] == ["of", "mayor", "spoke"]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("an op-ed", ["op", "-"]),
        ("a mother-in-law", ["mother", "-", "in", "-"]),
        ("an op -ed", []),
        ("an op- ed", []),
        ("an “-ed", []),
        ("-ed", []),
        ("ed", []),
        ("an op – ed", []),
    ],
)
def test_the_words_that_hyphens_join(text: str, before: list[str]) -> None:
    parts = re.findall(r"\w+|[^\w\s]", text)
    kinds = ["X" if part.isalnum() else "PUNCT" for part in parts]
    rows = [
        f"{part} {part} {kind} X dep {len(parts) - 1}"
        for part, kind in zip(parts, kinds, strict=True)
    ]
    last = view_of_rows(text, "\n".join(rows)).tokens[-1]
    assert [t.text for t in last.hyphenated()] == before


def test_a_token_without_a_view_is_joined_to_nothing() -> None:
    assert not Token(2, "ed", 3, 5).hyphenated()


def test_a_root_has_no_ancestors(view: View) -> None:
    assert list(view.tokens[4].ancestors()) == []


def test_the_root_is_its_own_head(view: View) -> None:
    assert [t.is_root for t in view.tokens] == [False, False, False, False, True]


def test_a_child_is_found_by_label(view: View) -> None:
    assert view.tokens[1].child("amod", "prep") is view.tokens[2]
    assert view.tokens[1].child("amod") is None


def test_a_token_has_its_sentence_and_paragraph(view: View) -> None:
    assert view.sentence(view.tokens[2]) == view.tokens
    assert view.paragraph(view.tokens[2]) == 0


def test_the_repr_of_a_token_has_its_offsets(view: View) -> None:
    assert repr(view.tokens[1]) == "Token(1, 'mayor', [4, 9))"


def test_a_token_has_no_other_attributes(view: View) -> None:
    with pytest.raises(AttributeError, match="'Token' object has no attribute 'morph'"):
        _ = view.tokens[0].morph


@pytest.mark.parametrize("name", ["lemma", "dep", "head", "children", "classes"])
def test_a_token_without_a_view_has_no_parse(name: str) -> None:
    with pytest.raises(AttributeError, match=name):
        getattr(Token(0, "mayor", 0, 5), name)


@pytest.mark.parametrize(
    ("text", "pos", "expected"),
    [
        ("mayor", "NOUN", True),
        ("12", "NUM", True),
        ("$", "SYM", True),
        (",", "PUNCT", False),
        ("“", "PUNCT", False),
        ("—", "PUNCT", False),
        ("a", "PUNCT", True),
        ("1", "PUNCT", True),
    ],
)
def test_words_and_marks(text: str, pos: str, expected: bool) -> None:
    token = Token(0, text, 0, len(text))
    token.set_parse(pos=pos)
    assert token.is_word is expected
