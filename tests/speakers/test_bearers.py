"""Which of several people a short form of a name refers to."""

from __future__ import annotations

import pytest

from tests.speakers.hand import article, as_names, clusters, words

KELVIN = "Kelvin/NNP March/NNP met/VBD Denise/NNP March/NNP ./. ¶"
NAMES = {"Kelvin March": "PERSON", "Denise March": "PERSON", "March": "PERSON"}


def bearer(*sentences: str, names: dict[str, str] = NAMES, source: str = "") -> str:
    """Return the name that the last run of an article belongs to."""
    context = article(*sentences, names=names)
    sources = [words(context.view, source)] if source else []
    found = clusters(context, sources)
    ends = {name: mentions[-1] for name, (_, *mentions) in found.items()}
    short = [name for name, last in ends.items() if len(last.split()) == 1]
    assert len(short) == 1
    return short[0]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        # An honorific, whose gender fits one of them.
        ([KELVIN, "Mr./NNP March/NNP slept/VBD ./."], "Kelvin March"),
        ([KELVIN, "Mrs./NNP March/NNP slept/VBD ./."], "Denise March"),
        # A title that one of them has.
        (
            [
                "Kelvin/NNP March/NNP met/VBD Cllr/NNP Denise/NNP March/NNP ./.",
                "Cllr/NNP March/NNP slept/VBD ./.",
            ],
            "Denise March",
        ),
        # The one who is named in the same paragraph.
        (
            [
                "Kelvin/NNP March/NNP slept/VBD ./. ¶",
                "Denise/NNP March/NNP woke/VBD ./.",
                "March/NNP left/VBD ./.",
            ],
            "Denise March",
        ),
        # Neither, if both are.
        ([KELVIN, "March/NNP slept/VBD ./."], "March"),
        ([KELVIN.removesuffix("¶"), "Dr./NNP March/NNP slept/VBD ./."], "March"),
        ([KELVIN, "Cllr/NNP March/NNP slept/VBD ./."], "March"),
    ],
)
def test_a_surname_of_two(sentences: list[str], expected: str) -> None:
    assert bearer(*sentences) == expected


def test_the_one_whom_the_text_calls_by_the_surname_keeps_it() -> None:
    first = "Kelvin/NNP March/NNP slept/VBD ./. ¶"
    again = "March/NNP slept/VBD ./. ¶"
    other = "Denise/NNP March/NNP woke/VBD ./."
    assert bearer(first, again, other, "March/NNP left/VBD ./.") == "Kelvin March"


def test_the_speaker_of_two_in_one_paragraph() -> None:
    short = "March/NNP left/VBD ./."
    assert bearer(KELVIN, short, source="Kelvin March") == "Kelvin March"
    assert bearer(KELVIN, short, source="Denise March") == "Denise March"


def test_a_gender_that_fits_nobody_is_a_new_person() -> None:
    names = {"Kelvin March": "PERSON", "March": "PERSON"}
    found = bearer(
        "Kelvin/NNP March/NNP slept/VBD ./.", "Mrs./NNP March/NNP woke/VBD ./.", names=names
    )
    assert found == "March"


def test_a_known_gender_takes_precedence() -> None:
    names = {"Skye March": "PERSON", "Kelvin March": "PERSON", "March": "PERSON"}
    first = "Skye/NNP March/NNP met/VBD Kelvin/NNP March/NNP ./."
    assert bearer(first, "Mr./NNP March/NNP slept/VBD ./.", names=names) == "Kelvin March"


def test_ambiguous_surnames_share_a_cluster() -> None:
    context = article(KELVIN, "March/NNP slept/VBD ./.", "March/NNP woke/VBD ./.", names=NAMES)
    assert clusters(context)["March"] == ["PERSON", "March", "March"]


@pytest.mark.parametrize(
    ("full", "short", "is_one"),
    [
        ("Thomas “Tommy” Lind", "Tommy Lind", True),
        ("Thomas “Tommy” Lind", "Tommy", True),
        ("Thomas “Tommy” Lind", "Thomas Lind", True),
        ("Ronald “Big Ron” Lind", "Big Ron", True),
        ("Thomas “Tommy” Lind", "Peter Lind", False),
        ("Thomas “Tommy” Lind", "Peter", False),
        ("Ronald “Big Ron” Lind", "Big Tom", False),
        ("Thomas Lind", "Tommy Lind", False),
    ],
)
def test_a_nickname_is_a_first_name(full: str, short: str, is_one: bool) -> None:
    spaced = full.replace("“", "“ ").replace("”", " ”")
    tagged = " ".join(f"{w}/NNP" if w.isalpha() else f"{w}/``" for w in spaced.split())
    again = as_names(short)
    names = {spaced: "PERSON", short: "PERSON"}
    context = article(f"{tagged} slept/VBD ./.", f"{again} woke/VBD ./.", names=names)
    assert (len(clusters(context)) == 1) is is_one
