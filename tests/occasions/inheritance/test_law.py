"""Clauses 6, 7 and 8 of the law: filling in, sharing and being there."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.occasions.inheritance.law import occasions_of
from quotex.occasions.inheritance.mention import EventMention
from tests.occasions.inheritance.story import in_order, inherited, last, mention
from tests.trees import ENGLISH

Story = list[str | EventMention]

RALLY = "0 Roe: 13; event rally, place Oslo"
DEBATE = "0 Roe: 13; event debate"
SINGLE_USE = "0 Roe: 13; medium reports (single use)"
SCENE: dict[str, Any] = {"is_scene": True}


@pytest.mark.parametrize(
    ("story", "number", "expected"),
    [
        # what was known before takes precedence, what is stated later fills the gaps
        (["0 Roe: -; event rally", "1 Roe", "2 Roe: 13; place Oslo"], 1,
         "13; event rally, place Oslo"),
        (["0 Roe: -; event rally", "1 Roe: -; event big rally", "2 Roe"], 2, "-; event big rally"),
        (["0 Roe: -; event rally", "1 Roe: -; event big rally", "2 Roe"], 0, "-; event rally"),
        (["0 Roe: 13", "1 Roe: -; place Oslo", "1 Roe: -; place Oslo hall"], 0, "13; place Oslo"),
        (["0 Roe: 10/13; event rally", "1 Roe: 12", "2 Roe"], 2, "12; event rally"),
        (["0 Roe: 12; event rally", "1 Roe: 10/13", "2 Roe"], 2, "12; event rally"),
        (["0 Roe: 10/12; event rally", "1 Roe: 11/13", "2 Roe"], 2, "10/12; event rally"),
        (["0 Roe: 13; event rally", "1 Roe: -; place Oslo"], 0, "13; event rally, place Oslo"),
        # events and media are one group
        (["0 Roe: -; event talk, medium CNN", "1 Roe: -; event *talk"], 1,
         "-; event talk, medium CNN"),
        (["0 Roe: 13", "1 Roe: -; event talk", "1 Roe: -; medium *CNN"], 0, "13; event talk"),
        # what is written takes no venue of a gathering stated later
        ([mention("0 Roe: 13", is_written=True), "1 Roe: -; event rally"], 0, "13"),
        ([mention("0 Roe: 13", is_written=True), "1 Roe: -; medium note"], 0, "13; medium note"),
        (["0 Roe: 13", "1 Roe: -; event rally"], 0, "13; event rally"),
        # a venue of one quotation only is not inherited
        ([SINGLE_USE, "1 Roe"], 1, "13"),
        ([SINGLE_USE, "1 Roe"], 0, "13; medium reports"),
        (["0 Roe", SINGLE_USE], 0, "13"),
        (["0 Roe: 13; medium CNN", SINGLE_USE, "1 Roe"], 2, "13; medium CNN"),
        # a vague mention inherits no day
        ([RALLY, mention("1 Roe: -; place Oslo", is_vague=True)], 1, "-; event rally, place Oslo"),
    ],
)  # fmt: skip
def test_clause_6_filling_in(story: Story, number: int, expected: str) -> None:
    assert inherited(*story)[number] == expected


def test_what_is_inherited_is_marked_as_inherited() -> None:
    made = in_order([RALLY, "0 Roe"])
    first, second = (occasions_of(made, {}, ENGLISH)[m] for m in made)
    assert first.date is not None
    assert second.date is not None
    assert (first.date.scope, second.date.scope) == ("explicit", "inherited")
    assert {v.scope for v in first.venues} == {"explicit"}
    assert {v.scope for v in second.venues} == {"inherited"}
    assert first.date_ground != second.date_ground


GOVERNMENTS = {"Norway": "NO", "Oslo": "NO", "Foreign Ministry": "NO", "Sweden": "SE"}


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        (["3 Norway: 13", "3 Foreign Ministry"], "13"),
        (["3 Norway: 13", "4 Foreign Ministry"], "13"),
        (["3 Norway: 13", "5 Foreign Ministry"], "-"),
        (["3 Oslo: 13", "4 Foreign Ministry"], "13"),
        (["3 Norway: 12", "3 Oslo: 13", "4 Foreign Ministry"], "13"),
        (["3 Norway: 13; place Bergen", "4 Foreign Ministry"], "13"),
        (["3 Norway: 13", "4 Foreign Ministry: -; medium note"], "13; medium note"),
        (["3 Norway: 13", "4 Foreign Ministry: 12"], "12"),
        (["3 Norway: 12/13", "4 Foreign Ministry"], "-"),
        (["3 Norway", "4 Foreign Ministry"], "-"),
        (["3 Norway: 13", "4 Norway", "4 Foreign Ministry"], "-"),
        (["3 Sweden: 13", "4 Foreign Ministry"], "-"),
        (["3 Norway: 13", "4 Navy"], "-"),
        (["3 Foreign Ministry: 13", "6 Oslo"], "-"),
        (["3 Norway: 13", mention("4 Foreign Ministry", tense="perfect")], "-"),
        (["3 Norway: 13", "3 Foreign Ministry", "4 Foreign Ministry"], "13"),
        (["3 Norway: 13", "3 Foreign Ministry", "5 Foreign Ministry"], "-"),
        (["0 Foreign Ministry: 11", "3 Norway: 13", "3 Foreign Ministry"], "11"),
        (["3 Norway: 13", "4 ?"], "-"),
    ],
)
def test_clause_7_sharing(story: Story, expected: str) -> None:
    assert last(*story, governments=GOVERNMENTS) == expected


def crowd(paragraph: int, **fields: Any) -> EventMention:
    return mention(f"{paragraph} ?", voice="audience", **fields)


def person(paragraph: int, **fields: Any) -> EventMention:
    return mention(f"{paragraph} Lind", voice="person", **fields)


def counsel(paragraph: int, **fields: Any) -> EventMention:
    return mention(f"{paragraph} Lind", is_counsel=True, **fields)


COURT = mention("0 Roe: 13; event inquest", is_court=True)
REPLY: dict[str, Any] = {"is_reply": True}


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # a. an audience
        ([RALLY, crowd(0)], "13; event rally, place Oslo"),
        ([RALLY, crowd(1)], "13; event rally, place Oslo"),
        ([RALLY, crowd(2)], "-"),
        ([RALLY, crowd(1), crowd(2)], "13; event rally, place Oslo"),
        ([RALLY, crowd(0, tense="none")], "13; event rally, place Oslo"),
        ([RALLY, crowd(0, tense="present")], "-"),
        ([RALLY, crowd(0, is_vague=True)], "-"),
        ([RALLY, crowd(0, is_scene=True)], "-"),
        (["0 Roe: 13; medium note", crowd(0)], "-"),
        ([RALLY, "0 Voss: 13; medium note", crowd(0)], "-"),
        ([RALLY, "0 Voss: 12", crowd(0)], "-"),
        (["0 Roe: -; event speech", crowd(0)], "-; event speech"),
        # b. an answer
        (["0 Roe: 13; event meeting", person(0, **REPLY)], "13; event meeting"),
        (["0 Roe: 13; event meeting", mention("0 Board", **REPLY)], "13; event meeting"),
        (["0 Roe: 13; event meeting", person(0)], "-"),
        (["0 Roe: 13; event meeting", person(0, tense="none", **REPLY)], "-"),
        (["0 Roe: 13; event meeting", person(2, **REPLY)], "-"),
        ([RALLY, person(0, **REPLY)], "-"),
        # c. talk between several people
        ([DEBATE, person(0)], "13; event debate"),
        ([DEBATE, person(1)], "13; event debate"),
        ([DEBATE, person(2)], "-"),
        ([DEBATE, person(0, tense="perfect")], "-"),
        ([DEBATE, mention("0 Board")], "-"),
        # by b and c no speech by somebody else
        (["0 Roe: 13; event debate, event speech", person(0)], "13; event debate"),
        (["0 Roe: 13; event debate, event speech", crowd(0)], "13; event debate, event speech"),
        (["0 Roe: 13; event debate, event keynote speech", person(0)], "13; event debate"),
        # d. an office in court
        ([COURT, counsel(1)], "13; event inquest"),
        ([COURT, counsel(3)], "13; event inquest"),
        ([COURT, "1 Voss: 12; medium note", counsel(3)], "13; event inquest"),
        ([COURT, counsel(4)], "-"),
        ([COURT, counsel(1, tense="perfect")], "-"),
        ([COURT, counsel(1, tense="present")], "-"),
        ([COURT, counsel(1, is_written=True)], "-"),
        ([COURT, mention("1 Board")], "-"),
        ([RALLY, counsel(1)], "-"),
        ([counsel(0), mention("1 Roe: 13; event inquest", is_court=True), "1 Voss"], "-"),
    ],
)
def test_clause_8_being_there(story: Story, expected: str) -> None:
    assert last(*story) == expected


SUMMIT = mention("0 ?: 13; event summit, place Bergen", **SCENE)


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ([SUMMIT, "9 Roe: -; event *speech"], "13; event speech, event summit, place Bergen"),
        ([SUMMIT, "9 Roe: -; event speech"], "-; event speech"),
        ([SUMMIT, "9 Roe: 12; event *speech"], "12; event speech"),
        ([SUMMIT, "9 Roe: -; event *lunch"], "-; event lunch"),
        ([SUMMIT, "9 Roe: -; place Oslo, event *speech"],
         "13; event speech, event summit, place Bergen, place Oslo"),
        ([mention("0 ?: -; event summit", **SCENE), "9 Roe: -; event *speech"], "-; event speech"),
        ([mention("0 ?: 13; event lunch", **SCENE), "9 Roe: -; event *speech"], "-; event speech"),
        ([SUMMIT, mention("2 ?: 12; event meeting", **SCENE), "9 Roe: -; event *speech"],
         "-; event speech"),
        ([SUMMIT, mention("2 ?: 13; event *summit", **SCENE), "9 Roe: -; event *speech"],
         "13; event speech, event summit, place Bergen"),
        ([SUMMIT, "9 Roe: -; event *speech", "10 Roe"],
         "13; event speech, event summit, place Bergen"),
        ([SUMMIT, "9 Roe: -; event *speech, event debate"], "-; event debate, event speech"),
    ],
)  # fmt: skip
def test_clause_8_a_speech_at_the_only_gathering(story: Story, expected: str) -> None:
    assert last(*story) == expected
