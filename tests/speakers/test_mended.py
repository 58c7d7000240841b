"""Names that the recogniser cuts short, on articles written word by word."""

from __future__ import annotations

import pytest

from quotex.speakers.names.mended import mended
from tests.speakers.hand import article, clusters
from tests.trees import ENGLISH


def names_in(sentence: str, names: dict[str, str]) -> list[str]:
    view = article(sentence, names=names).view
    runs = [view.tokens[e.first : e.last] for e in mended(view, ENGLISH)]
    return [" ".join(t.text for t in run) for run in runs]


@pytest.mark.parametrize(
    ("sentence", "names", "found"),
    [
        # A surname after the part of a name that was found.
        ("Ada/NNP/compound/2 Vosk/NNP/nsubj/3 slept/VBD", {"Ada": "PERSON"}, ["Ada Vosk"]),
        (
            "Ada/NNP/compound/3 Roe/NNP/compound/3 Vosk/NNP/nsubj/4 slept/VBD",
            {"Ada Roe": "PERSON"},
            ["Ada Roe Vosk"],
        ),
        # Somebody else, a title, letters, the word of a body, or a word in lower case.
        ("Ada/NNP/dative/3 Vosk/NNP/nsubj/3 slept/VBD", {"Ada": "PERSON"}, ["Ada"]),
        ("Ada/NNP/compound/2 Mayor/NNP/nsubj/3 slept/VBD", {"Ada": "PERSON"}, ["Ada"]),
        ("Ada/NNP/compound/2 KC/NNP/nsubj/3 slept/VBD", {"Ada": "PERSON"}, ["Ada"]),
        ("Ada/NNP/compound/2 NEWS/NNP/nsubj/3 slept/VBD", {"Ada": "PERSON"}, ["Ada"]),
        ("Vosk/NNP/compound/2 Council/NNP/nsubj/3 slept/VBD", {"Vosk": "PERSON"}, ["Vosk"]),
        ("Ada/NNP/compound/2 vosk/NN/nsubj/3 slept/VBD", {"Ada": "PERSON"}, ["Ada"]),
        ("Ada/NNP/compound/2 Vosk/NNP/nsubj/3 slept/VBD", {"Ada": "ORG"}, ["Ada"]),
        (
            "Ada/NNP/compound/2 Norway/NNP/nsubj/3 slept/VBD",
            {"Ada": "PERSON", "Norway": "GPE"},
            ["Ada", "Norway"],
        ),
    ],
)
def test_the_name_of_a_person(sentence: str, names: dict[str, str], found: list[str]) -> None:
    assert names_in(sentence, names) == found


COURT = "Corle/NNP/compound/2 {}/NNP/poss/4 's/POS/case/2 {}/NNP/nsubj/5 sat/VBD"


@pytest.mark.parametrize(
    ("holder", "body", "names", "found"),
    [
        ("Coroner", "Court", {"Corle Coroner 's": "PERSON"}, [("Corle Coroner 's Court", "ORG")]),
        (
            "Coroner",
            "Court",
            {"Corle Coroner 's": "PERSON", "Court": "ORG"},
            [("Corle Coroner 's Court", "ORG")],
        ),
        # A person's own, something that is no body, or a body by itself.
        (
            "Roe",
            "Court",
            {"Corle Roe 's": "PERSON", "Court": "ORG"},
            [("Corle Roe 's", "PERSON"), ("Court", "ORG")],
        ),
        ("Coroner", "Horse", {"Corle Coroner 's": "PERSON"}, [("Corle Coroner 's", "PERSON")]),
        ("Coroner", "court", {"Corle Coroner 's": "PERSON"}, [("Corle Coroner 's", "PERSON")]),
        ("Coroner", "Court", {"Corle Coroner": "PERSON"}, [("Corle Coroner", "PERSON")]),
    ],
)
def test_the_court_of_an_office(
    holder: str, body: str, names: dict[str, str], found: list[tuple[str, str]]
) -> None:
    view = article(COURT.format(holder, body), names=names).view
    runs = [(view.tokens[e.first : e.last], e.label) for e in mended(view, ENGLISH)]
    assert [(" ".join(t.text for t in run), label) for run, label in runs] == found


CHARITY = "the/DT/det/2 charity/NN/nsubj/6 Piers/NNPS/appos/2 for/IN/prep/3 {}/NNP/pobj/4 slept/VBD"
NO_NOUN = "Piers/NNPS/nsubj/4 for/IN/prep/1 Lundby/NNP/pobj/2 slept/VBD"


@pytest.mark.parametrize(
    ("sentence", "names", "found"),
    [
        (CHARITY.format("Lundby"), {"Piers": "ORG"}, ["Piers for Lundby"]),
        (
            CHARITY.format("Lundby"),
            {"Piers": "ORG", "Lundby": "ORG"},
            ["Piers for Lundby"],
        ),
        # A place, a day or somebody else after it; no noun for a body before it.
        (
            CHARITY.format("Norway"),
            {"Piers": "ORG", "Norway": "GPE"},
            ["Piers", "Norway"],
        ),
        (
            CHARITY.format("Friday"),
            {"Piers": "ORG", "Friday": "DATE"},
            ["Piers", "Friday"],
        ),
        (CHARITY.format("Lundby").replace("charity", "boat"), {"Piers": "ORG"}, ["Piers"]),
        (CHARITY.format("Lundby").replace("/IN", "/CC"), {"Piers": "ORG"}, ["Piers"]),
        (CHARITY.format("Lundby"), {"Piers": "GPE"}, ["Piers"]),
        (
            "Piers/NNPS/nsubj/4 for/IN/prep/1 Lundby/NNP/pobj/2 slept/VBD",
            {"Piers": "ORG"},
            ["Piers"],
        ),
    ],
)
def test_the_name_of_a_body(sentence: str, names: dict[str, str], found: list[str]) -> None:
    assert names_in(sentence, names) == found


def test_a_name_after_a_title_is_mended_as_well() -> None:
    sentence = "Prof/NNP/compound/3 Ada/NNP/compound/3 Vosk/NNP/nsubj/4 slept/VBD"
    found = clusters(article(sentence, names={"Ada": "PERSON"}))
    assert found == {"Ada Vosk": ["PERSON", "Ada Vosk"]}
