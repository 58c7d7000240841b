"""Which phrases say where the words were said."""

from __future__ import annotations

import pytest

from quotex.occasions.venues.outlets import Outlets
from quotex.occasions.venues.places import Places
from tests.occasions.venues.clause import said, tokens
from tests.trees import ENGLISH

PLACES = Places(ENGLISH.venues, Outlets(ENGLISH.venues))


@pytest.mark.parametrize(
    ("lead", "words", "entity", "is_place"),
    [
        ("in", "Oslo NNP", "GPE", True),
        ("at", "the DT det 5; depot NN", "", True),
        ("outside", "the DT det 5; academy NN", "", True),
        ("in", "the DT det 5; lobby NN", "", True),
        ("in", "court NN", "", True),
        ("from", "his PRP$ poss 5; bed NN", "", True),
        ("on", "the DT det 5; pitch NN", "", True),
        ("near", "the DT det 5; border NN", "", True),
        ("at", "Rosie NNP", "ORG", True),
        ("at", "UTC NNP", "CARDINAL", False),
        ("at", "GMT NNP", "", False),
        ("at", "first NN", "ORDINAL", False),
        ("in", "the DT det 5; market NN", "", False),
        ("in", "office NN", "", False),
        ("from", "bed NN", "", False),
        ("to", "Oslo NNP", "GPE", False),
        ("at", "the DT det 5; price NN", "", False),
        ("in", "German NNP", "NORP", False),
        ("at", "Monday NNP", "DATE", False),
        ("about", "the DT det 5; depot NN", "", False),
    ],
)
def test_which_phrases_name_a_place(lead: str, words: str, entity: str, is_place: bool) -> None:
    clause = said(f"{lead} IN prep 2; {words} pobj 3 {entity}")
    assert PLACES.is_place(lead, clause[-1], clause[1]) is is_place


@pytest.mark.parametrize(
    ("above", "entity", "is_place"),
    [
        ("rally", "FAC", True),
        ("rally", "ORG", True),
        ("rally", "DATE", False),
        ("church", "FAC", True),
        ("church", "ORG", False),
        ("hearing", "FAC", False),
        ("book", "GPE", False),
    ],
)
def test_a_street_on_which_people_gather(above: str, entity: str, is_place: bool) -> None:
    clause = tokens(f"a DT det 2; {above} NN ROOT 2; on IN prep 2; Damrak NNP pobj 3 {entity}")
    assert PLACES.is_place("on", clause[3], clause[1]) is is_place


@pytest.mark.parametrize(
    ("verb", "is_place"),
    [
        ("paid/pay", True),
        ("began/begin", True),
        ("cancelled/cancel", False),
        ("planned/plan", False),
    ],
)
def test_a_visit_that_did_not_take_place(verb: str, is_place: bool) -> None:
    line = f"{verb} VBD ROOT 1; a DT det 3; visit NN dobj 1; to IN prep 3; Oslo NNP pobj 4 GPE"
    clause = tokens(line)
    assert PLACES.is_place("to", clause[4], clause[2]) is is_place


@pytest.mark.parametrize(
    ("above", "name", "is_place"),
    [
        ("rally NN", "Lundby NNP pobj 4", True),
        ("meeting NN", "Lundby NNP pobj 4 ORG", True),
        ("workshop NN", "Lundby NNP pobj 4 PERSON", True),
        ("interview NN", "Lundby NNP pobj 4", False),
        ("boat NN", "Lundby NNP pobj 4", False),
        ("rally NN", "Monday NNP pobj 4 DATE", False),
        ("session NN", "CNN NNP pobj 4 ORG", False),
    ],
)
def test_a_name_after_an_event(above: str, name: str, is_place: bool) -> None:
    clause = tokens(f"at IN prep 1; a DT det 3; {above} pobj 1; in IN prep 3; {name}")
    assert PLACES.is_place("in", clause[4], clause[2]) is is_place


@pytest.mark.parametrize(
    ("above", "name", "is_platform"),
    [
        ("posted/post VBD", "Chirper NNP pobj 2", True),
        ("post NN", "Chirper NNP pobj 2 ORG", True),
        ("wrote/write VBD", "Chirper NNP pobj 2", False),
        ("posted/post VBD", "Monday NNP pobj 2 DATE", False),
        ("posted/post VBD", "Oslo NNP pobj 2 GPE", False),
    ],
)
def test_the_platforms_where_people_post(above: str, name: str, is_platform: bool) -> None:
    clause = tokens(f"{above} ROOT 1; on IN prep 1; {name}")
    assert PLACES.is_platform(clause[2], clause[0]) is is_platform
