"""The person whose name ends a source, whatever the parser takes for its head."""

from __future__ import annotations

import pytest
from spacy.language import Language

from quotex.parse.view import Token
from quotex.speakers.names.builder import find_names
from quotex.speakers.names.names import Names
from quotex.speakers.sources import person_after_office, person_set_off
from tests.speakers.conftest import view_of
from tests.trees import ENGLISH

pytestmark = pytest.mark.model


def read(nlp: Language, text: str, source: str) -> tuple[list[Token], Names]:
    view = view_of(nlp, text)
    start = text.index(source)
    words = [t for t in view.tokens if start <= t.start < start + len(source)]
    return words, find_names(view, ENGLISH, [])


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
def test_a_name_after_an_office(nlp: Language, source: str, name: str | None) -> None:
    found = person_after_office(*read(nlp, f"“We will act,” {source} said on Monday.", source))
    assert (found.name if found is not None else None) == name


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a spokesman for the firm, Tom Ellery", "Tom Ellery"),
        ("a spokesman for the firm", None),
        ("Tom Ellery", None),
    ],
)
def test_a_name_set_off_by_commas(nlp: Language, source: str, name: str | None) -> None:
    found = person_set_off(*read(nlp, f"“We will act,” {source} said on Monday.", source))
    assert (found.name if found is not None else None) == name


def test_no_words_no_name(nlp: Language) -> None:
    _, names = read(nlp, "It rained.", "It")
    assert person_after_office([], names) is None
    assert person_set_off([], names) is None
