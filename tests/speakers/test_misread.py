"""Names whose label or bounds the recogniser gets wrong."""

from __future__ import annotations

import pytest

from quotex.speakers.names.misread import Misread, trimmed
from tests.speakers.hand import article, as_names, entity, words
from tests.trees import ENGLISH

NOUN = (
    "the/DT/det/2 {}/NN/nsubj/7 ,/,/punct/2 {}/NNP/compound/5 {}/NNP/appos/2 ,/,/punct/2 slept/VBD"
)


@pytest.mark.parametrize(
    ("noun", "name", "label", "is_person"),
    [
        ("chairman", "Bodil Lind", "ORG", True),
        ("mother", "Bodil Lind", "GPE", True),
        ("poet", "Bodil Lind", "WORK_OF_ART", True),
        ("owner", "Peter Lind", "ORG", True),
        # A firm may be an owner, and the words of a body are not a person's name.
        ("owner", "Bodil Lind", "ORG", False),
        ("partner", "Lund Roe", "ORG", False),
        ("chairman", "Lundby Bank", "ORG", False),
        ("chairman", "Lund Inc.", "ORG", False),
        ("pier", "Bodil Lind", "ORG", False),
        ("chairman", "Bodil Lind", "DATE", False),
    ],
)
def test_a_person_by_the_noun_before(noun: str, name: str, label: str, is_person: bool) -> None:
    view = article(NOUN.format(noun, *name.split())).view
    assert Misread(view, ENGLISH).is_person(entity(view, name, label)) is is_person


@pytest.mark.parametrize(
    ("sentence", "name", "left", "label"),
    [
        (
            "Ada/NNP Lind/NNP for/IN Lundby/NNP Council/NNP slept/VBD",
            "Ada Lind for Lundby Council",
            "Ada Lind",
            "PERSON",
        ),
        (
            "Secretary/NNP of/IN the/DT Navy/NNP Peter/NNP Lind/NNP slept/VBD",
            "the Navy Peter Lind",
            "Peter Lind",
            "PERSON",
        ),
        (
            "Lundby/NNP Council/NNP for/IN Divers/NNPS slept/VBD",
            "Lundby Council for Divers",
            "Lundby Council for Divers",
            "ORG",
        ),
        (
            "Ada/NNP Bank/NNP for/IN Divers/NNPS slept/VBD",
            "Ada Bank for Divers",
            "Ada Bank for Divers",
            "ORG",
        ),
        (
            "Ada/NNP Lind/NNP of/IN Lundby/NNP slept/VBD",
            "Ada Lind of Lundby",
            "Ada Lind of Lundby",
            "ORG",
        ),
        (
            "friends/NNS of/IN the/DT Navy/NNP Peter/NNP Lind/NNP slept/VBD",
            "the Navy Peter Lind",
            "the Navy Peter Lind",
            "ORG",
        ),
        ("Ada/NNP for/IN Lundby/NNP slept/VBD", "Ada for Lundby", "Ada for Lundby", "ORG"),
    ],
)
def test_two_names_in_one(sentence: str, name: str, left: str, label: str) -> None:
    view = article(sentence).view
    found = Misread(view, ENGLISH).corrected(entity(view, name, "ORG"))
    text = " ".join(t.text for t in view.tokens[found.first : found.last])
    assert (text, found.label) == (left, label)


@pytest.mark.parametrize(
    ("sentence", "name", "left"),
    [
        ("Lundby/NNP Motors/NNP LLC/NNP slept/VBD", "Lundby Motors", "Lundby Motors LLC"),
        ("Lundby/NNP ,/, Inc./NNP slept/VBD", "Lundby", "Lundby , Inc."),
        ("the/DT city/NN of/IN Lundby/NNP slept/VBD", "the city of Lundby", "Lundby"),
        ("Lundby/NNP co/NN slept/VBD", "Lundby", "Lundby"),
        ("Lundby/NNP Pier/NNP slept/VBD", "Lundby", "Lundby"),
        ("Lundby/NNP ,/, Oslo/NNP slept/VBD", "Lundby", "Lundby"),
        ("City/NNP of/IN Lundby/NNP slept/VBD", "City of Lundby", "City of Lundby"),
        (
            "Seafarers/NNPS '/POS and/CC Dockers/NNPS '/POS Union/NNP slept/VBD",
            "Dockers ' Union",
            "Seafarers ' and Dockers ' Union",
        ),
        (
            "seafarers/NNS '/POS and/CC Dockers/NNPS '/POS Union/NNP slept/VBD",
            "Dockers ' Union",
            "Dockers ' Union",
        ),
        (
            "Lundby/NNP and/CC Dockers/NNPS '/POS Union/NNP slept/VBD",
            "Dockers ' Union",
            "Dockers ' Union",
        ),
    ],
)
def test_the_bounds_of_a_body(sentence: str, name: str, left: str) -> None:
    view = article(sentence).view
    run = words(view, name)
    first, last = Misread(view, ENGLISH).body(run[0].i, run[-1].i + 1)
    assert " ".join(t.text for t in view.tokens[first:last]) == left


def test_an_article_is_not_part_of_a_name() -> None:
    view = article("the/DT Lundby/NNP Bank/NNP 's/POS slept/VBD").view
    assert trimmed(view, 0, 4) == (1, 3)


@pytest.mark.parametrize(
    ("sentence", "word", "is_none"),
    [
        # Nouns in capitals, and letters after a name.
        ("A/DT BARMAN/NNP slept/VBD", "BARMAN", True),
        ("THE/DT MAYOR/NNP slept/VBD", "MAYOR", True),
        ("THE/DT UNION/NNP slept/VBD", "UNION", True),
        ("Ada/NNP Roe/NNP QC/NNP slept/VBD", "QC", True),
        ("Ada/NNP Roe/NNP MEP/NNP slept/VBD", "MEP", True),
        # Names.
        ("the/DT NATO/NNP slept/VBD", "NATO", False),
        ("Mr./NNP BARMAN/NNP slept/VBD", "BARMAN", False),
        ("BARMAN/NNP slept/VBD", "BARMAN", False),
        ("the/DT Mayor/NNP slept/VBD", "Mayor", False),
        ("the/DT MP/NNP slept/VBD", "MP", False),
        ("Ada/NNP Roe/NNP Md/NNP slept/VBD", "Md", False),
    ],
)
def test_capitals_only_do_not_make_a_name(sentence: str, word: str, is_none: bool) -> None:
    view = article(sentence).view
    assert Misread(view, ENGLISH).is_not_a_name(entity(view, word, "ORG")) is is_none


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Lundby United", "ORG"),
        ("Brindle Home", "ORG"),
        # A first name takes precedence, and a single word may be a surname.
        ("Ada Sport", "PERSON"),
        ("United", "PERSON"),
        ("Lundby Roe", "PERSON"),
    ],
)
def test_bodies_taken_for_people(name: str, label: str) -> None:
    view = article(as_names(name), "it/PRP slept/VBD").view
    assert Misread(view, ENGLISH).corrected(entity(view, name, "PERSON")).label == label


@pytest.mark.parametrize(
    ("noun", "name", "label"),
    [
        ("group/NN", "Black Heron", "ORG"),
        ("charity/NN", "Safe Water", "ORG"),
        # A first name, a single word, and nouns for people, for several bodies and for things.
        ("group/NN", "Ada Heron", "PERSON"),
        ("group/NN", "Heron", "PERSON"),
        ("diver/NN", "Black Heron", "PERSON"),
        ("groups/NNS", "Black Heron", "PERSON"),
        ("Group/NNP", "Black Heron", "PERSON"),
        ("boat/NN", "Black Heron", "PERSON"),
    ],
)
def test_a_body_by_the_noun_before(noun: str, name: str, label: str) -> None:
    view = article(f"the/DT {noun} {as_names(name)} slept/VBD").view
    assert Misread(view, ENGLISH).corrected(entity(view, name, "PERSON")).label == label


@pytest.mark.parametrize(
    ("sentence", "name", "is_none"),
    [
        ("the/DT Environment/NNP Secretary/NNP slept/VBD", "Environment Secretary", True),
        ("Environment/NNP Secretary/NNP slept/VBD", "Environment Secretary", False),
        ("the/DT Ada/NNP Cook/NNP slept/VBD", "Ada Cook", False),
    ],
)
def test_an_office_is_not_a_name(sentence: str, name: str, is_none: bool) -> None:
    view = article(sentence).view
    assert Misread(view, ENGLISH).is_not_a_name(entity(view, name, "PERSON")) is is_none


@pytest.mark.parametrize(
    ("sentence", "name", "is_none"),
    [
        ("the/DT/det/2 Welshman/NNP/nsubj/3 slept/VBD", "Welshman", True),
        ("the/DT/det/3 New/NNP/compound/3 Zealander/NNP/nsubj/4 slept/VBD", "New Zealander", True),
        ("Welshman/NNP/nsubj/2 slept/VBD", "Welshman", False),
        ("the/DT/det/3 Chapman/NNP/compound/3 report/NN/nsubj/4 slept/VBD", "Chapman", False),
        ("the/DT/det/2 Guardian/NNP/nsubj/3 slept/VBD", "Guardian", False),
        # A noun for a body is not a name either, whatever the recogniser includes.
        ("the/DT/det/2 ministry/NN/pobj/4 on/IN/prep/4 slept/VBD", "the ministry on", True),
        ("the/DT/det/2 Ministry/NNP/pobj/4 on/IN/prep/4 slept/VBD", "the Ministry on", False),
        ("adidas/NN/nsubj/2 slept/VBD", "adidas", False),
    ],
)
def test_a_demonym_is_not_a_name(sentence: str, name: str, is_none: bool) -> None:
    view = article(sentence).view
    assert Misread(view, ENGLISH).is_not_a_name(entity(view, name, "ORG")) is is_none
