"""Clause 11: those who are heard at one press conference, hearing or ceremony."""

from __future__ import annotations

from datetime import date

import pytest

from quotex.occasions.inheritance.law import occasions_of
from tests.occasions.inheritance.story import in_order, inherited, last, mention, shown
from tests.trees import ENGLISH

BRIEFING = mention("4 Voss: 13; event briefing, place Oslo", is_scene=True)
UNDATED = "4 Voss: -; event briefing"
WHOLE = "13; event briefing, place Oslo"
SAID = "5 Roe: -"


@pytest.mark.parametrize(
    "event",
    ["press conference", "weekly briefing", "hearing", "ceremony", "launch", "conference call"],
)
def test_whoever_is_quoted_next_was_heard_there(event: str) -> None:
    gathering = mention(f"4 Voss: 13; event {event}", is_scene=True)
    assert last(gathering, SAID) == f"13; event {event}"


@pytest.mark.parametrize(
    "event", ["rally", "interview", "phone call", "party conference", "speech", "inquiry"]
)
def test_nobody_joins_other_occasions(event: str) -> None:
    assert last(f"4 Voss: 13; event {event}", SAID) == "-"


def test_nobody_joins_a_letter() -> None:
    assert last("4 Voss: 13; medium letter", SAID) == "-"


def test_several_people_are_heard_one_after_another() -> None:
    assert inherited(BRIEFING, SAID, "7 Moy: -", "9 Lind: -")[1:] == [WHOLE] * 3


@pytest.mark.parametrize("event", ["briefing", "press conference", "ceremony", "launch"])
def test_a_gathering_only_named_next_to_a_quotation_gives_only_its_day(event: str) -> None:
    quoted = f"4 Voss: 13; event {event}, place Oslo"
    assert inherited(quoted, SAID, "6 Moy: -; medium Herald")[1:] == ["13", "-; medium Herald"]
    scene = mention("4 ?: -; event *" + event, is_scene=True)
    assert last(quoted, scene, SAID) == f"13; event {event}, place Oslo"


def test_a_scene_without_a_speaker_describes_it_as_well() -> None:
    assert last(mention("4 ?: 13; event ceremony", is_scene=True), SAID) == "13; event ceremony"


def test_an_unnamed_person_who_asks_or_replies_is_heard() -> None:
    for fields in ({"is_question": True}, {"is_reply": True}):
        assert last(BRIEFING, mention("5 reporter: -", is_unnamed=True, **fields)) == WHOLE


@pytest.mark.parametrize(
    "fields",
    [
        {"is_written": True},
        {"is_thought": True},
        {"is_background": True},
        {"is_vague": True},
        {"is_body": True},
        {"is_unnamed": True},
        {"is_participle": True},
        {"tense": "present"},
        {"tense": "perfect"},
        {"tense": "modal"},
        {"speaks_document": 0},
        {"paragraph": 8},
    ],
)
def test_what_was_not_heard_there_inherits_nothing(fields: dict[str, object]) -> None:
    assert last(BRIEFING, mention(SAID, **fields)) == "-"


@pytest.mark.parametrize(
    "other", ["5 Moy: 13; medium Herald", "5 Moy: 11", "5 Moy: -; place Lundby"]
)
def test_another_occasion_closes_it(other: str) -> None:
    assert last(BRIEFING, other, "6 Roe: -") == "-"


def test_nobody_joins_the_second_of_two_gatherings_on_different_days() -> None:
    assert last(BRIEFING, "5 Moy: 14; event hearing", "6 Roe: -") == "-"


@pytest.mark.parametrize("day", ["13", "13/13"])
def test_it_was_on_the_day_stated_at_the_top_of_the_article(day: str) -> None:
    found = inherited(f"1 Ministry: {day}", UNDATED, SAID)
    assert found[1:] == [f"{day}; event briefing", day]


@pytest.mark.parametrize(
    "before",
    [
        ["3 Ministry: 13"],  # not at the top
        ["1 Moy: 13; event rally"],  # the day of another occasion
        ["1 Ministry: 13", "2 Moy: 14"],  # two days
        ["1 Ministry: 13/20"],  # a period
        [mention("1 Ministry: 13", tense="modal")],  # still to come
    ],
)
def test_it_was_not_on_any_other_day(before: list[str]) -> None:
    assert inherited(*before, UNDATED)[-1] == "-; event briefing"


def test_nobody_joins_a_gathering_of_long_ago() -> None:
    made = in_order([BRIEFING, SAID])
    for published, expected in ((date(2014, 10, 14), WHOLE), (date(2014, 11, 14), "-")):
        assert shown(occasions_of(made, {}, ENGLISH, published)[made[-1]]) == expected
