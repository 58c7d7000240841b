"""Tokens, and what a view says of them."""

from __future__ import annotations

import pytest

from quotex.parse.builder import ViewBuilder
from quotex.parse.view import Token, View

from .builders import token

WORDS = ["The", "mayor", "of", "Wick", "spoke"]
HEADS = [1, 4, 1, 2, 4]
DEPS = ["det", "nsubj", "prep", "pobj", "ROOT"]


@pytest.fixture
def view() -> View:
    text = " ".join(WORDS)
    builder = ViewBuilder(text, [(0, len(text))])
    words = [token(word, dep, text.index(word)) for word, dep in zip(WORDS, DEPS, strict=True)]
    builder.add_sentence(0, words, HEADS)
    return builder.view


def test_a_subtree_is_in_text_order(view: View) -> None:
    assert [t.text for t in view.tokens[1].subtree()] == ["The", "mayor", "of", "Wick"]


def test_the_subtree_of_a_leaf_is_itself(view: View) -> None:
    assert view.tokens[0].subtree() == [view.tokens[0]]


def test_ancestors_go_up_to_the_root(view: View) -> None:
    assert [t.text for t in view.tokens[3].ancestors()] == ["of", "mayor", "spoke"]


def test_a_root_has_no_ancestors(view: View) -> None:
    assert list(view.tokens[4].ancestors()) == []


def test_the_root_is_its_own_head(view: View) -> None:
    assert [t.is_root for t in view.tokens] == [False, False, False, False, True]


def test_a_child_by_its_label(view: View) -> None:
    assert view.tokens[1].child("amod", "prep") is view.tokens[2]
    assert view.tokens[1].child("amod") is None


def test_a_token_knows_its_sentence_and_paragraph(view: View) -> None:
    assert view.sentence(view.tokens[2]) == view.tokens
    assert view.paragraph(view.tokens[2]) == 0


def test_a_token_shows_its_head(view: View) -> None:
    assert repr(view.tokens[1]) == "Token(1, 'mayor', nsubj <- 'spoke')"


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
    assert Token(0, text, 0, len(text), text, pos, "X", "dep").is_word is expected
