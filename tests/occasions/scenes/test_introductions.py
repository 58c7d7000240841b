"""What the paragraph before a transcript says about when and where the talk was held."""

from __future__ import annotations

import pytest

from quotex import Extractor
from tests.occasions.test_inheritance_cases import shown

pytestmark = pytest.mark.model

TURNS = "ADA ROE: The wall is old. ¶ PLANET: Will it hold? ¶ ADA ROE: Nobody knows."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Ada Roe spoke to us in Oslo on Monday. ¶ {TURNS}", "Monday; place Oslo"),
        (f"Excerpts of an interview with Ada Roe follow. ¶ {TURNS}", "-; event interview"),
        (
            "We spoke in Oslo on Monday. An edited transcript of the interview follows. ¶ " + TURNS,
            "Monday; event interview, place Oslo",
        ),
        (f"Varde Hall, Monday. The doors were shut. ¶ {TURNS}", "Monday; place Varde Hall"),
        # short lines in between do not count
        (f"Ada Roe spoke to us in Oslo on Monday. ¶ Part one ¶ {TURNS}", "Monday; place Oslo"),
        # nor does a headline that looks like a turn
        (
            f"Ada Roe: “Nobody knows” ¶ Ada Roe spoke to us in Oslo on Monday. ¶ {TURNS}",
            "Monday; place Oslo",
        ),
        # the day on which they spoke, not another one
        (
            f"Her book comes out in 2015. Ada Roe spoke to us in Oslo on Monday. ¶ {TURNS}",
            "Monday; place Oslo",
        ),
        # nothing is stated, or it is elsewhere, in the future or about something else
        (f"Ada Roe has been mayor for years and likes to talk. ¶ {TURNS}", "-"),
        (f"It rained in Oslo on Monday. ¶ Ada Roe is the mayor of it. ¶ {TURNS}", "-"),
        (f"Ada Roe will speak to the board in Oslo on Friday. ¶ {TURNS}", "-"),
        (f"Ada Roe was mayor from 2009 to 2013. ¶ {TURNS}", "-"),
        (f"Ada Roe, who won a race in Oslo last year, met Tom Voss for a talk. ¶ {TURNS}", "-"),
        (f"Ada Roe, who spoke to us in Oslo, met Tom Voss. ¶ {TURNS}", "-; place Oslo"),
    ],
)  # fmt: skip
def test_turns_belong_to_the_talk_that_is_introduced(
    extractor: Extractor, text: str, expected: str
) -> None:
    found = list(extractor(text.replace(" ¶ ", "\n\n"), published="2014-10-14").quotations)
    assert [shown(q) for q in found[-2:]] == [expected] * 2


def test_prose_after_the_turns_does_not_belong_to_the_talk(extractor: Extractor) -> None:
    text = f"Ada Roe spoke to us in Oslo on Monday. ¶ {TURNS} ¶ Tom Voss said that it would hold."
    found = list(extractor(text.replace(" ¶ ", "\n\n"), published="2014-10-14").quotations)
    assert [shown(q) for q in found[-2:]] == ["Monday; place Oslo", "-"]
