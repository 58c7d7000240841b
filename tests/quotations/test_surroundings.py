"""What surrounds a quoted stretch, to the character."""

from __future__ import annotations

import pytest

from quotex.document.marks import Quoted
from quotex.parse.view import Token
from quotex.quotations.context import Context
from quotex.quotations.surroundings import (
    after_dash,
    at_sentence_edge,
    ending,
    gap_after,
    gap_before,
    has_words,
    inner_text,
    is_sentence_like,
    opens_paragraph,
    opens_utterance,
    paragraph_of,
    text_before,
)
from tests.quotations.model.fake import marked_context
from tests.trees import context_of


def stretch_of(text: str, nth: int = 0) -> tuple[Context, Quoted]:
    context = marked_context(text)
    return context, context.outer[nth]


def words(tokens: list[Token]) -> str:
    return " ".join(t.text for t in tokens)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("He wrote “yes”.", True), ("He wrote “a”.", True), ("He wrote “…”.", False)],
)
def test_has_words(text: str, expected: bool) -> None:
    assert has_words(*stretch_of(text)) is expected


@pytest.mark.parametrize(
    ("text", "nth", "number", "opens"),
    [
        ("“It rained.” He left.", 0, 0, True),
        ("He left. “It rained.”", 0, 0, False),
        ("He left.\n\n“It rained.” Then “it snowed.”", 0, 1, True),
        ("He left.\n\n“It rained.” Then “it snowed.”", 1, 1, False),
    ],
)
def test_paragraphs(text: str, nth: int, number: int, opens: bool) -> None:
    context, stretch = stretch_of(text, nth)
    assert paragraph_of(context, stretch) == number
    assert opens_paragraph(context, stretch) is opens


@pytest.mark.parametrize(
    ("before", "edge", "utterance"),
    [
        ("", True, True),
        ("He left.", True, True),
        ("He left!", True, True),
        ("He asked:", True, True),
        ("(so it was)", True, True),
        ("It rained…", True, True),
        ("He said,", False, True),
        ("He said —", False, True),
        ("He said –", False, True),
        ("He left and", False, True),
        ("He left But", False, True),
        ("The old", False, False),
        ("He left -", False, True),
        ("and the", False, False),
        ("He left.\n\nThe", False, False),
        ("He left.\n\n", True, True),
        ("no stop\n\n", True, True),
    ],
)
def test_where_a_sentence_may_start(before: str, edge: bool, utterance: bool) -> None:
    space = "" if not before or before.endswith("\n") else " "
    context, stretch = stretch_of(f"{before}{space}“Rain fell on us,” she said.")
    assert at_sentence_edge(context, stretch) is edge
    assert opens_utterance(context, stretch) is utterance


def test_the_text_before_is_the_last_forty_characters_normalised() -> None:
    context, stretch = stretch_of("A" * 50 + "\u00a0 b  “Yes,” she said.")
    assert text_before(context, stretch) == "A" * 35 + " b"
    context, stretch = stretch_of("“  Yes,\u00a0no  ” she said.")
    assert (text_before(context, stretch), inner_text(context, stretch)) == ("", "Yes, no")


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("“It rained,” she said.", "open"),
        ("“It rained”, she said.", "open"),
        ("“It rained!” she said.", "open"),
        ("“It rained?” she said.", "open"),
        ("“It rained —” she said.", "open"),
        ("“It rained.” she said.", "loose"),
        ("“It rained” she said.", "loose"),
        ("“It rained” (she said).", "closed"),
        ("“” she said.", "closed"),
    ],
)
def test_how_a_stretch_ends(text: str, how: str) -> None:
    context, stretch = stretch_of(text)
    assert ending(context, stretch, gap_after(context, stretch, [])) == how


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained,” she said of it. He left.", "she said of it"),
        ("“It rained,” she said! He left.", "she said"),
        ("“It rained,” she said? He left.", "she said"),
        ("“It rained,” she said; he left.", "she said"),
        ("“It rained,” she said, and left.\n\nMore.", "she said , and left"),
        ("“It rained,” she said\n\nMore words", "she said"),
        ("“It rained,” " + "w " * 60, words_45 := " ".join(["w"] * 45)),
        ("“It rained,” she said, “all day.”", "she said ,"),
        ("“It rained.”", ""),
    ],
)
def test_the_gap_after(text: str, expected: str) -> None:
    context, stretch = stretch_of(text)
    following = context.outer[1:2]
    assert words(gap_after(context, stretch, following)) == expected


@pytest.mark.parametrize(
    ("text", "nth", "expected"),
    [
        ("He left. Then she said, “It rained.”", 0, "Then she said ,"),
        ("He left! She said, “It rained.”", 0, "She said ,"),
        ("He left? She said, “It rained.”", 0, "She said ,"),
        ("He left; she said, “It rained.”", 0, "she said ,"),
        ("“No,” he said, then: “It rained.”", 1, "he said , then :"),
        ("He said, “no,” then “it rained.”", 1, "then"),
        ("w " * 60 + "“It rained.”", 0, words_45),
        ("Nobody came. She said:\n\n“It rained.”", 0, "She said :"),
        ("She said\n\n“It rained.”", 0, ""),
        ("She said,\n\n“It rained.”", 0, ""),
        ("She said:\n\nThen “It rained.”", 0, "Then"),
        ("Ada left:\n\nShe said:\n\n“It rained.”", 0, "She said :"),
        ("“It rained.”", 0, ""),
    ],
)
def test_the_gap_before(text: str, nth: int, expected: str) -> None:
    context, stretch = stretch_of(text, nth)
    before = context.outer[nth - 1] if nth else None
    assert words(gap_before(context, stretch, before)) == expected


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Turnout falls - Jane Roe:", "Jane Roe :"),
        ("Turnout falls — Jane Roe:", "Jane Roe :"),
        ("Turnout falls – so – Jane Roe:", "Jane Roe :"),
        ("Turnout falls -- Jane:", "Jane :"),
        ("Turnout falls -Jane Roe:", "Turnout falls -Jane Roe :"),
        ("- Jane Roe:", "- Jane Roe :"),
        ("Turnout falls – :", "Turnout falls – :"),
        ("Jane Roe:", "Jane Roe :"),
    ],
)
def test_what_follows_the_last_dash(text: str, rest: str) -> None:
    tokens = marked_context(text).view.tokens
    assert words(after_dash(tokens)) == rest


def test_a_dash_with_dependents_is_not_a_boundary() -> None:
    tokens = marked_context("Turnout falls - Jane Roe:").view.tokens
    tokens[2].children = [tokens[1]]
    assert after_dash(tokens) == tokens


@pytest.mark.parametrize(
    ("first", "tag", "dep", "pos", "expected"),
    [
        ("It", "VBD", "nsubj", "VERB", True),
        ("it", "VBZ", "nsubj", "VERB", True),
        ("it", "VBP", "expl", "VERB", True),
        ("It", "MD", "det", "AUX", True),
        ("it", "VBD", "det", "VERB", False),
        ("It", "VB", "nsubj", "VERB", False),
        ("It", "VBD", "nsubj", "NOUN", False),
    ],
)
def test_is_sentence_like(first: str, tag: str, dep: str, pos: str, expected: bool) -> None:
    context = context_of(
        f"“ “ `` punct 3\n{first} it PRP {dep} 3\nrained rain {tag} ROOT 3\n” ” '' punct 3"
    )
    context.view.tokens[2].pos = pos
    assert is_sentence_like(context, context.outer[0]) is expected
