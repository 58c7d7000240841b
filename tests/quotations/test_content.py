"""Where content begins and ends, to the character."""

from __future__ import annotations

import pytest

from quotex.parse.view import Token
from quotex.quotations.content import (
    bounds,
    is_only_pronouns,
    remaining_runs,
    snapped_to_stretches,
    with_own_marks,
    withholds_content,
)
from quotex.quotations.context import Context
from tests.quotations.model.fake import candidate_of, marked_context

TEXT = "She said “it rained, it poured,” and (so it was) left “at once”."


def run(context: Context, first: str, last: str) -> list[Token]:
    """Return the tokens from the first occurrence of one word to the next one of another."""
    found = [t.i for t in context.view.tokens if t.text == first]
    end = next(t.i for t in context.view.tokens if t.text == last and t.i >= found[0])
    return context.view.tokens[found[0] : end + 1]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("She", "said", "She said"),
        ("it", "rained", "“it rained, it poured,”"),  # a stretch is never cut after its first word
        ("rained", "rained", "rained,"),
        ("rained", "poured", "rained, it poured,"),  # the comma is inside the marks
        ("it", "poured", "“it rained, it poured,”"),
        ("said", "poured", "said “it rained, it poured,”"),
        ("said", "rained", "said “it rained, it poured,”"),  # a stretch is never cut
        ("so", "was", "so it was"),
        ("and", "was", "and (so it was)"),
        (",", "poured", "it poured,"),
        ("at", "once", "“at once”"),
        ("left", "once", "left “at once”"),
        ("once", ".", "once"),
    ],
)
def test_bounds_respect_quotation_marks(first: str, last: str, expected: str) -> None:
    context = marked_context(TEXT)
    found = bounds(context, run(context, first, last))
    assert found is not None
    assert TEXT[slice(*found)] == expected


def test_marks_without_words_have_no_bounds() -> None:
    context = marked_context("She left , . “ and went”")
    marks = [t for t in context.view.tokens if t.text in ",."]
    assert bounds(context, marks) is None
    assert bounds(context, []) is None
    assert bounds(context, marks[:1]) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("a “b c.” d", 3, 6, "“b c.”"),
        ("a “b c.” d", 2, 4, "“b c.”"),
        ("a “b c.” d", 0, 4, "a “b c.”"),
        ("a “b c.” d", 5, 6, "c."),
        ("a “b c” d", 5, 6, "c"),
        ("a “b c!?…” d", 5, 6, "c!?…"),
        ("a (b) d", 0, 4, "a (b)"),
        ("a (b) d", 3, 4, "b"),
        ("a (b] d", 0, 4, "a (b"),
        ("a [b] d", 0, 4, "a [b]"),
        ("a (b) (c) d", 0, 8, "a (b) (c)"),
        ("(a) b) d", 0, 5, "(a) b"),
    ],
)
def test_snapped_to_stretches(text: str, start: int, end: int, expected: str) -> None:
    assert text[slice(*snapped_to_stretches(marked_context(text), start, end))] == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(3, 7, "“b c.”"), (3, 6, "“b c"), (5, 7, "c."), (0, 7, "a “b c.”"), (0, 6, "a “b c")],
)
def test_with_own_marks(start: int, end: int, expected: str) -> None:
    text = "a “b c.” d"
    assert text[slice(*with_own_marks(marked_context(text), start, end))] == expected


@pytest.mark.parametrize(
    ("pos", "bare"),
    [
        (["PRON"], True),
        (["DET"], True),
        (["PRON", "PUNCT"], True),
        (["DET", "NOUN"], False),
        (["VERB"], False),
        ([], True),
    ],
)
def test_is_only_pronouns(pos: list[str], bare: bool) -> None:
    words = []
    for number, name in enumerate(pos):
        token = Token(number, "," if name == "PUNCT" else "it", 0, 1)
        token.set_parse(pos=name)
        words.append(token)
    assert is_only_pronouns(words) is bare


@pytest.mark.parametrize(
    ("taken", "left"),
    [
        (set(), ["a , b c"]),
        ({0}, [", b c"]),
        ({2}, ["a ,", "c"]),
        ({0, 2}, ["c"]),  # only a mark is left in between
        ({3}, ["a , b"]),
        ({0, 2, 3}, []),
    ],
)
def test_remaining_runs(taken: set[int], left: list[str]) -> None:
    tokens = marked_context("a, b c").view.tokens
    runs = remaining_runs(tokens, taken)
    assert [" ".join(t.text for t in one) for one in runs] == left


@pytest.mark.parametrize(
    ("text", "content", "is_one"),
    [
        ("Ada said nothing", "nothing", True),
        ("Ada said little", "little", True),
        ("Ada said “nothing”", "“nothing”", False),
        ("Ada said “ nothing ”", "nothing", False),
        ("Ada said nothing new", "nothing new", False),
        ("Ada said so", "so", False),
    ],
)
def test_withholds_content(text: str, content: str, is_one: bool) -> None:
    context = marked_context(text)
    assert withholds_content(context, candidate_of(context, [content], "said", "Ada")) is is_one
