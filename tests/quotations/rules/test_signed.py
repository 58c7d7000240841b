"""Quotations signed with a name after a dash, and dashes that sign nothing."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.quotations.rules.signed import signed
from tests.quotations.model.fake import plain_context
from tests.trees import source_of

SIGNED = [
    ("“They mended it in an hour.” – Ada Roe", "They mended it in an hour.", "Ada Roe"),
    ("“They mended it.”\n\n— Ada Roe, mayor of Wick", "They mended it.", "Ada Roe, mayor of Wick"),
    ('"I came back for the soup." -- Dr. Bo Lund', "I came back for the soup.", "Dr. Bo Lund"),
    ("“Never without a helmet” – Lena Voss (Harl)", "Never without a helmet", "Lena Voss (Harl)"),
    (
        "“They mended it in  an hour.”\nDr. Ada Roe, head of the school",
        "They mended it in  an hour.",
        "Dr. Ada Roe, head of the school",
    ),
    (
        "“they mended my kettle, five stars” — @lentil, Sept. 9, 2025",
        "they mended my kettle, five stars",
        "@lentil",
    ),
    ("“They mended it.” – Ada Roe, in May 2014", "They mended it.", "Ada Roe, in May 2014"),
    ("It was a good year.\n\n“Come and sit!” – Rosa Winter.", "Come and sit!", "Rosa Winter"),
]
UNSIGNED = [
    "“Old wall found to lean over the quay” – Wick Post, August 15, 2008",
    "“How they mended the kettle”\n\n— Ada Roe, 2014",
    "“The Silent Wife” – Ada Roe",
    "“HOW TO MEND A KETTLE AT HOME” – Ada Roe",
    "“They mended my kettle,” she said – Ada Roe was glad.",
    "“They mended my kettle.” – video by a neighbour",
    "“They mended my kettle.” Ada Roe left – Bo Lund stayed.",
    "Ada Roe wrote “They mended my kettle.” – Bo Lund",
    "“They mended my kettle.”\n\nAda Roe went home.",
    "“They mended my kettle.”\n\nAda Roe, mayor of Wick, went home.",
    "“They mended my kettle.”\n\nAda Roe",
    "“They mended my kettle.”",
    "– Ada Roe",
    "",
]


@pytest.mark.parametrize(("text", "words", "name"), SIGNED)
def test_signed(text: str, words: str, name: str) -> None:
    (found,) = signed(plain_context(text))
    assert text[found.start : found.end].strip('“”"') == words
    assert source_of(text, found) == name


@pytest.mark.parametrize("text", UNSIGNED)
def test_not_signed(text: str) -> None:
    assert list(signed(plain_context(text))) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("THEY MENDED THE kettle", True),  # a long word in lower case: not a headline
        ("THEY MENDED THE pot", False),
        ("THEY MENDED THE pots", True),
        ("mended the kettle", False),  # three words
        ("mended the old kettle", True),
        ("Yes.", True),
        ("Yes", False),
        ("", False),
    ],
)
def test_words_that_are_speech_rather_than_a_title(words: str, found: bool) -> None:
    assert bool(list(signed(plain_context(f"“{words}” – Ada Roe")))) is found


@pytest.mark.parametrize(("ending", "name"), [("Jr.", "Ada Jr."), ("Winter.", "Ada Winter")])
def test_the_full_stop_of_an_abbreviation_belongs_to_the_name(ending: str, name: str) -> None:
    text = f"“They mended it.” – Ada {ending}"
    (found,) = signed(plain_context(text))
    assert source_of(text, found) == name


@pytest.mark.parametrize(("size", "found"), [(100, True), (120, True), (121, False), (190, False)])
def test_a_signature_is_short(size: int, found: bool) -> None:
    text = f"“They mended it.” – Ada Roe, {'a' * size}"
    assert bool(list(signed(plain_context(text)))) is found


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "name"), SIGNED)
def test_signed_quotations_end_to_end(
    extractor: Extractor, text: str, words: str, name: str
) -> None:
    (found,) = extractor(text)
    assert (found.text.strip('“”"'), found.source[0].text) == (words, name)
    assert found.speaker is not None
    assert found.speaker.name is not None
    assert found.speaker.name in name
