"""Which organization a short form of a name refers to."""

from __future__ import annotations

import pytest

from quotex.speakers.names.bodies import Bodies
from quotex.speakers.names.cluster import Draft
from tests.trees import ENGLISH


def bodies(*names: str) -> Bodies:
    found = Bodies(ENGLISH)
    found.expect(names)
    for number, name in enumerate(names):
        found.add(Draft(name, "ORG", (number, number + 1)))
    return found


@pytest.mark.parametrize(
    ("names", "short", "expected"),
    [
        (["Lund Motor Company"], "Lund", "Lund Motor Company"),
        (["Lund Motor Company"], "Lund Motor", "Lund Motor Company"),
        (["Garth Group"], "Garth", "Garth Group"),
        (["Garth Inc."], "Garth", "Garth Inc."),
        (["Lundby Harbour Authority"], "LHA", "Lundby Harbour Authority"),
        (["Lundby Harbour Authority"], "Harbour Authority", "Lundby Harbour Authority"),
        (["Evening Post"], "Post", "Evening Post"),
        # The same with its noun last, or first.
        (["Ministry of Transport"], "Transport Ministry", "Ministry of Transport"),
        (["Transport Ministry"], "Ministry of Transport", "Transport Ministry"),
        (["Norwegian Transport Ministry"], "Ministry of Transport", "Norwegian Transport Ministry"),
        (["US Department of Justice"], "Justice Department", "US Department of Justice"),
        (["Ministry of Foreign Affairs"], "Foreign Ministry", "Ministry of Foreign Affairs"),
        (["Ministry of the Interior"], "Interior Ministry", "Ministry of the Interior"),
        # Two that fit, or another body of the same name.
        (["Lund Motor Company", "Lund Group"], "Lund", None),
        (["Lundby Council", "Skarvik Council"], "Council", None),
        (["Lund Foundation"], "Lund", None),
        (["Lund University"], "Lund", None),
        (["University of Lund"], "Lund University", None),
        (["Ministry of Health"], "Transport Ministry", None),
        (
            ["Norwegian Transport Ministry", "Danish Transport Ministry"],
            "Ministry of Transport",
            None,
        ),
        (["Norway Group"], "Norway", None),
        (["Lund Motor Company"], "LM", None),
        (["Lund Motor Company"], "Garth", None),
        (["Company"], "Company", None),
    ],
)
def test_a_short_form(names: list[str], short: str, expected: str | None) -> None:
    found = bodies(*names).long_form(short)
    assert (found.name if found is not None else None) == expected


def test_which_words_may_be_a_firm() -> None:
    found = bodies("Lund Motor Company", "Garth Foundation")
    assert found.is_firm("lund")
    assert not found.is_firm("garth")


def test_an_acronym_on_its_own_has_three_letters() -> None:
    found = bodies("Lundby Harbour Authority", "Lundby Trust")
    assert found.is_acronym("LHA")
    assert not found.is_acronym("LT")
    assert not found.is_acronym("LHT")
