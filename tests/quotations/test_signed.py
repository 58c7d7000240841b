"""Quotations signed with a name behind a dash, and dashes that sign nothing."""

from __future__ import annotations

import pytest

from quotex import Extractor
from quotex.quotations.rules.signed import signed
from tests.quotations.model.fake import plain_context

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
    ("It was a good year.\n\n“Come and sit!” – Rosa Winter.", "Come and sit!", "Rosa Winter"),
]
UNSIGNED = [
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
    assert text[found.source[0].start : found.source[-1].end] == name


@pytest.mark.parametrize("text", UNSIGNED)
def test_not_signed(text: str) -> None:
    assert list(signed(plain_context(text))) == []


@pytest.mark.model
@pytest.mark.parametrize(("text", "words", "name"), SIGNED)
def test_signed_to_the_end(extractor: Extractor, text: str, words: str, name: str) -> None:
    (found,) = extractor(text)
    assert (found.text.strip('“”"'), found.source[0].text) == (words, name)
    assert found.speaker is not None
    assert found.speaker.name is not None
    assert found.speaker.name in name
