"""The person whose name ends a source, whatever the parser takes for its head."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotex.languages.word_lists import attribution_words
from quotex.parse.spacy import SpacyEngine
from quotex.parse.view import Token
from quotex.speakers.names.names import Names
from quotex.speakers.sources import set_off, titled

pytestmark = pytest.mark.model


def read(nlp: Language, text: str, source: str) -> tuple[list[Token], Names]:
    view = SpacyEngine(nlp).view(text)
    start = text.index(source)
    words = [t for t in view.tokens if start <= t.start < start + len(source)]
    return words, Names(view, attribution_words("en").speaker, [])


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Oslo police Chief Tom Ellery", "Tom Ellery"),
        ("Chicago fire Commissioner Lena Hart", "Lena Hart"),
        ("Chicago and Tom Ellery", None),
        ("the police of Chicago", None),
        ("Tom Ellery", None),
    ],
)
def test_a_name_that_ends_a_title(nlp: Language, source: str, name: str | None) -> None:
    found = titled(*read(nlp, f"“We will act,” {source} said on Monday.", source))
    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a spokesman for the firm, Tom Ellery", "Tom Ellery"),
        ("a spokesman for the firm", None),
        ("Tom Ellery", None),
    ],
)
def test_a_name_that_is_set_off(nlp: Language, source: str, name: str | None) -> None:
    found = set_off(*read(nlp, f"“We will act,” {source} said on Monday.", source))
    assert (found.name if found is not None else None) == name


def test_no_words_no_name(nlp: Language) -> None:
    _, names = read(nlp, "It rained.", "It")
    assert titled([], names) is None
    assert set_off([], names) is None
