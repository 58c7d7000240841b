"""Which names are the same speaker across articles, and which are kept apart."""

from __future__ import annotations

import pytest

import quotex
from tests.linking.handmade import Said, article

ONE = [
    ("Councillor Amit Devane", "Amit Devane"),
    ("Amit Devane", "Devane"),
    ("Amit Devane", "A. Devane"),
    ("Amit R. Devane", "Amit Devane"),
    ("Mr. Amit Devane", "Mr. Devane"),
    ("Amit Devane Jr.", "Amit Devane"),
]
TWO = [
    ("Amit Devane", "Lena Devane"),
    ("Amit Devane", "L. Devane"),
    ("Amit Devane", "Mrs. Devane"),
    ("Amit R. Devane", "Amit S. Devane"),
    ("Dean Devane", "Amit Devane"),
    ("Amit Devane", "Amit Roe"),
]


def _names(*names: str, **fields: str) -> list[quotex.KnownSpeaker]:
    extractions = [
        article(f"a{n}", "2031-03-05", Said("words that are said", name, **fields))  # type: ignore[arg-type]
        for n, name in enumerate(names)
    ]
    return quotex.people(extractions)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_person(one: str, other: str) -> None:
    [found] = _names(one, other)
    assert {name.name for name in found.names} == {one, other}
    assert [q.article_id for q in found.quotations] == ["a0", "a1"]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_people(one: str, other: str) -> None:
    assert {found.name for found in _names(one, other)} == {one, other}


def test_an_ambiguous_surname_stays_separate_and_is_flagged() -> None:
    found = {known.name: known for known in _names("John Smith", "Mary Smith", "Smith")}
    assert set(found) == {"John Smith", "Mary Smith", "Smith"}
    details = {e.detail for e in found["Smith"].evidence}
    assert details == {"may be one of John Smith, Mary Smith"}
    assert not any(e.merged for e in found["Smith"].evidence)


BODIES = [
    ("Department of Fisheries", "Fisheries Department", 1),
    ("National Sailors Union", "NSU", 1),
    ("Lund Motor Company", "Lund", 1),
    ("Skarvik harbour commission", "Skarvik", 2),
    ("Brook campaign", "Voss campaign", 2),
]


@pytest.mark.parametrize(("one", "other", "number"), BODIES)
def test_organizations(one: str, other: str, number: int) -> None:
    assert len(_names(one, other, kind_of_speaker="organization")) == number


def test_governments_are_merged_by_country() -> None:
    [found] = _names("Moscow", "Foreign Ministry", kind_of_speaker="government", country="RU")
    assert found.country == "RU"


def test_the_users_table() -> None:
    table = [
        {"id": "Q1", "name": "Amit Devane", "aliases": ["the member for Lundby"]},
        {"id": "Q2", "name": "Lena Devane", "aliases": ["Devane"]},
    ]
    extractions = [
        article("a", "2031-03-05", Said("words", "the member for Lundby", named=False)),
        article("b", "2031-03-05", Said("words", "Amit Devane"), Said("more words", "Devane")),
    ]
    found = {known.id: known for known in quotex.people(extractions, identities=table)}
    assert {key: len(known.quotations) for key, known in found.items()} == {"Q1": 2, "Q2": 1}
    assert found["Q1"].name == "Amit Devane"


BAD_TABLES = [
    ({"id": "Q1", "name": "Ada"}, "put it in a list"),
    ([{"name": "Ada"}], "row 0: id: Field required"),
    ([{"id": "1", "name": "Ada"}, {"id": "2", "name": "ada"}], "given to both '1' and '2'"),
]


@pytest.mark.parametrize(("table", "message"), BAD_TABLES)
def test_an_invalid_table_is_rejected(table: object, message: str) -> None:
    with pytest.raises(quotex.InputError, match=message):
        quotex.people([], identities=table)  # type: ignore[arg-type]


def test_unnamed_speakers_are_left_out() -> None:
    extractions = article(
        "a", "2031-03-05", Said("words", "a deckhand", named=False), Said("w", "")
    )
    assert quotex.people([extractions]) == []
