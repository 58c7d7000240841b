from __future__ import annotations

import pytest

from models.stanza.conllu import FORM
from models.stanza.entities import Name, mentions, names
from models.stanza.silver import Labelled, Span, corrected
from tests.models.stanza import invented


def named(number: int) -> list[tuple[str, str]]:
    sentence = invented.documents()[0].sentences[number]
    words = [word[FORM] for word in sentence.words]
    return [(" ".join(words[one.start : one.end]), one.type) for one in names(sentence)]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0, [("Ada Roe", "person")]),  # "We" is a mention, but not a name
        (1, [("Bank of Elm", "organization")]),  # not the place inside it
        (2, []),  # a harbour without a name
    ],
)
def test_names_are_mentions_with_a_proper_noun_as_head(
    number: int, expected: list[tuple[str, str]]
) -> None:
    assert named(number) == expected


def test_mentions_inside_mentions_are_read() -> None:
    words = invented.documents()[0].sentences[1].words
    assert sorted(mentions(words)) == [(2, 5, "organization"), (4, 5, "place")]


@pytest.mark.parametrize(
    ("predicted", "known", "expected"),
    [
        ([Span(0, 2, "ORG")], [Name(0, 2, "person")], [Span(0, 2, "PERSON")]),
        ([Span(0, 1, "LOC")], [Name(0, 1, "place")], [Span(0, 1, "LOC")]),
        ([Span(0, 1, "ORG")], [Name(0, 1, "place")], [Span(0, 1, "GPE")]),
        ([Span(0, 3, "DATE")], [Name(1, 2, "person")], [Span(0, 3, "DATE")]),
        ([], [Name(4, 5, "organization")], [Span(4, 5, "ORG")]),
        ([Span(0, 2, "ORG")], [], [Span(0, 2, "ORG")]),
    ],
)
def test_the_type_of_a_known_name_replaces_the_teachers(
    predicted: list[Span], known: list[Name], expected: list[Span]
) -> None:
    assert corrected(predicted, known) == expected


def test_entities_become_tags_of_tokens() -> None:
    labelled = Labelled(["Ada", "Roe", "left"], [Span(0, 2, "PERSON")])
    assert [one["ner"] for one in labelled.to_stanza()] == ["B-PERSON", "I-PERSON", "O"]
