"""Clauses 1, 2, 3 and 5 of the law: what opens, continues and returns to an event."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.occasions.inheritance.mention import EventMention
from tests.occasions.inheritance.story import last, mention

Story = list[str | EventMention]

DEBATE, NOTE = "4 Lind: 11; event debate", "4 Lind: 11; medium note"
RALLY = "0 Roe: 13; event rally, place Oslo"
MODAL: dict[str, Any] = {"tense": "modal"}
SCENE: dict[str, Any] = {"is_scene": True}
ACT: dict[str, Any] = {"is_scene": True, "is_dated_act": True}


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # a. the noun is mentioned as known
        ([RALLY, "1 Lind: -; event *rally"], "13; event rally, place Oslo"),
        ([RALLY, "1 Lind: -; event rally"], "-; event rally"),
        ([RALLY, "1 Lind: -; event *speech"], "-; event speech"),
        ([RALLY, "9 Lind: 13/15; event *rally"], "13/15; event rally, place Oslo"),
        ([RALLY, "1 Lind: 11/13; event *rally"], "11/13; event rally, place Oslo"),
        ([RALLY, "1 Lind: 12; event *rally"], "12; event rally"),
        ([RALLY, "1 Lind: 14; event *rally"], "14; event rally"),
        (
            [RALLY, "1 Lind: 12; event rally, place Bergen", "2 Roe: -; event *rally"],
            "13; event rally, place Oslo",
        ),
        (
            [RALLY, "1 Lind: 12; event rally, place Bergen", "2 Voss: -; event *rally"],
            "12; event rally, place Bergen",
        ),
        (
            [RALLY, "1 A: -; event rally", "1 B: -; event rally", "1 C: -; event rally",
             "1 D: 9; event rally", "2 Roe: -; event *rally"],
            "13; event rally, place Oslo",
        ),
        (
            [RALLY, "1 A: -; event rally", "1 B: -; event rally", "1 C: -; event rally",
             "1 D: -; event rally", "1 E: 9; event rally", "2 Roe: -; event *rally"],
            "9; event rally",
        ),
        # b. the same speaker on the same day
        ([RALLY, "1 Roe: -; medium note", "1 Roe: 13"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: 12; medium note", "1 Roe: 13"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: -; medium note", "1 Lind: 13"], "13"),
        ([RALLY, "1 Roe: -; medium note", "1 Roe: 13; place Bergen"],
         "13; medium note, place Bergen"),
        (["0 Roe: 13", "3 Roe: 12", "6 Roe: 11", "9 Roe: 13"], "13"),
        ([mention("0 Roe: 13", **ACT), "4 Roe: 13; place Oslo"], "13; place Oslo"),
        (["0 Roe: 13/14; event rally", "1 Roe: 12; medium note", "1 Roe: 13"], "13; event rally"),
        (["0 Roe: 12/13; event rally", "1 Roe: 11; medium note", "1 Roe: 13"], "13"),
        (
            [RALLY, "1 Roe: 1; medium a", "1 Roe: 2; medium b", "1 Roe: 3; medium c",
             "1 Roe: 4; medium d", "1 Roe: 13"],
            "13; event rally, place Oslo",
        ),
        (
            [RALLY, "1 Roe: 1; medium a", "1 Roe: 2; medium b", "1 Roe: 3; medium c",
             "1 Roe: 4; medium d", "1 Roe: 5; medium e", "1 Roe: 13"],
            "13",
        ),
        (
            # c takes precedence over b if the open event has a day
            ["0 Roe: 13; place Oslo", "1 Roe: 12; medium note", "1 Roe: 12/13"],
            "12/13; medium note",
        ),
        # c. the open event
        ([RALLY, "1 Roe: 12"], "12"),
        ([RALLY, "1 Roe: 14"], "14"),
        ([RALLY, "1 Roe: 13"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: -; place Oslo"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: -; place Bergen"], "-; place Bergen"),
        ([RALLY, "1 Roe: -; place Oslo, place Bergen"],
         "13; event rally, place Bergen, place Oslo"),
        ([RALLY, "1 Roe: -; medium note"], "-; medium note"),
        ([RALLY, "1 Roe: -; event *speech"], "13; event speech, place Oslo"),
        ([RALLY, "1 Roe: -; event big rally"], "13; event big rally, place Oslo"),
        (["0 Roe: 13; event big rally", "1 Roe: -; event rally"], "13; event rally"),
        (["0 Roe: 13; event big rally", "1 Roe: -; event small rally"], "-; event small rally"),
        ([RALLY, "1 Roe: -; event *speech, medium note"], "-; event speech, medium note"),
        (["0 Roe: 13; event rally", "1 Roe: -; place Oslo"], "13; event rally, place Oslo"),
        # … of which only the day is known
        (["0 Roe: 13", "0 Roe: -; event rally"], "13; event rally"),
        (["0 Roe: 13", "1 Roe: -; event rally"], "13; event rally"),
        (["0 Roe: 13", "2 Roe: -; event rally"], "-; event rally"),
        (["0 Roe: 13/14", "1 Roe: -; event rally"], "-; event rally"),
        (["0 Roe: 13", "1 Roe: 12; event rally"], "12; event rally"),
        # … without a day
        (["0 Roe: -; event rally", "1 Roe: 13"], "13; event rally"),
        (["0 Roe: -; event rally", "2 Roe: 13"], "13; event rally"),
        (["0 Roe: -; event rally", "2 Roe: 13/14"], "13/14"),
        (["0 Roe: -; event rally", "1 Roe: 13/20"], "13/20; event rally"),
        (["0 Roe: -; event rally", "1 Roe: 13/21"], "13/21"),
        (["0 Roe: -; event rally", mention("1 Roe: 13", **SCENE)], "13; event rally"),
        (["0 Roe: -; event rally", mention("2 Roe: 13", **SCENE)], "13"),
        (["0 Roe: -; event rally", "0 Roe: -; medium note", "2 Roe: 13"], "13"),
        (["0 Roe: -; event rally", "1 Roe: -; event rally", "3 Roe: 13"], "13; event rally"),
        # whose event it is
        ([RALLY, "1 Lind: -; place Oslo"], "-; place Oslo"),
        (["0 ?: 13; event rally", "1 ?: -; place Oslo"], "-; place Oslo"),
        (["0 Ada Roe and Tom Lind: 13; event rally", "1 Tom Lind"], "13; event rally"),
        (["0 Ada Roe, Eva Voss and the Board: 13; event rally", "1 Board"], "13; event rally"),
        (["0 Ada Roe, Eva Voss and the Board: 13; event rally", "1 Eva Voss"], "13; event rally"),
        (["0 Ada Roe and Tom Lind: 13; event rally", "1 Roe"], "-"),
        # what is still to come, and vague mentions
        ([mention("0 Roe: 15; event rally", **MODAL), "1 Roe"], "-"),
        ([mention("0 Roe: -; event rally", **MODAL), "1 Roe"], "-; event rally"),
        ([RALLY, mention("1 Roe", is_vague=True)], "-"),
        ([RALLY, mention("1 Roe: -; place Oslo", is_vague=True)], "-; event rally, place Oslo"),
    ],
)  # fmt: skip
def test_clause_1_opening(story: Story, expected: str) -> None:
    assert last(*story) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ([RALLY, "0 Roe"], "13; event rally, place Oslo"),
        ([RALLY, "60 Roe"], "13; event rally, place Oslo"),
        ([RALLY, "0 Lind"], "-"),
        ([RALLY, "0 ?"], "-"),
        # an answer at a debate
        ([RALLY, DEBATE, mention("4 Roe", is_reply=True)], "11; event debate"),
        ([RALLY, DEBATE, mention("4 Roe")], "13; event rally, place Oslo"),
        ([RALLY, NOTE, mention("4 Roe", is_reply=True)], "13; event rally, place Oslo"),
        ([RALLY, DEBATE, mention("5 Roe", is_reply=True)], "13; event rally, place Oslo"),
        ([RALLY, "4 Roe: 11; event debate", mention("4 Roe", is_reply=True)], "11; event debate"),
        (["9 Roe: 13", "14 Roe"], "13"),
        (["9 Roe: 13", "15 Roe"], "-"),
        (["9 Roe: -; place Oslo", "15 Roe"], "-; place Oslo"),
        *(
            ([RALLY, mention("2 Roe", tense=tense)], "-")
            for tense in ("perfect", "present", "modal", "none")
        ),
        # accompanying another act
        (
            [mention("2 Roe: 13; event rally", sentence=1),
             mention("2 Roe", tense="present", is_participle=True, sentence=1)],
            "13; event rally",
        ),
        (
            [mention("2 Roe: 13; event rally", sentence=1),
             mention("2 Roe", tense="present", is_participle=True, sentence=2)],
            "-",
        ),
        (
            [mention("2 Roe: 13; event rally", sentence=1),
             mention("2 Roe", tense="present", sentence=1)],
            "-",
        ),
        (
            # the sentence of the last mention counts
            [mention("2 Roe: 13; event rally", sentence=1), mention("2 Roe", sentence=2),
             mention("2 Roe", tense="present", is_participle=True, sentence=1)],
            "-",
        ),
        # what is written
        ([RALLY, mention("1 Roe", is_written=True)], "-"),
        (["0 Roe: 13; medium letter", mention("1 Roe", is_written=True)], "13; medium letter"),
        # an act on a day
        ([mention("9 Roe: 13", **ACT), "10 Roe"], "13"),
        ([mention("9 Roe: 13", **ACT), "11 Roe"], "-"),
        ([mention("9 Roe: 13", **ACT), "10 Roe: -; event rally", "12 Roe"], "13; event rally"),
        ([mention("9 Roe: 13", **ACT), "10 Roe", "12 Roe"], "-"),
        (["9 Roe: 13", mention("10 Roe: 13", **ACT), "12 Roe"], "13"),
    ],
)  # fmt: skip
def test_clause_2_carrying_on(story: Story, expected: str) -> None:
    assert last(*story) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ([RALLY, "0 Roe", "1 Roe: -; medium note", "3 Roe"], "13; event rally, place Oslo"),
        ([RALLY, "0 Roe", "1 Roe: -; medium note", "2 Roe"], "-; medium note"),
        ([RALLY, "1 Roe: -; medium note", "3 Roe"], "-; medium note"),
        (["0 Roe: -; event rally", "0 Roe", "1 Roe: -; medium note", "3 Roe"], "-; medium note"),
        (
            [mention("0 Roe: 13", **ACT), mention("0 Roe: 13", **ACT),
             "2 Roe: -; medium note", "4 Roe"],
            "-; medium note",
        ),
        (
            [RALLY, "0 Roe", "1 Roe: -; medium note", "1 Roe: -; event lunch", "3 Roe"],
            "13; event rally, place Oslo",
        ),
    ],
)  # fmt: skip
def test_clause_3_returning(story: Story, expected: str) -> None:
    assert last(*story) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ([RALLY, mention("9 Lind", is_label=True)], "13; event rally, place Oslo"),
        ([RALLY, mention("9 Lind", is_label=True, tense="none")], "13; event rally, place Oslo"),
        ([RALLY, mention("9 ?", is_label=True)], "13; event rally, place Oslo"),
        ([RALLY, mention("9 Roe", is_label=True, tense="none")], "13; event rally, place Oslo"),
        ([RALLY, "1 Voss: 12", mention("2 Lind", is_label=True)], "12"),
        ([RALLY, "1 Voss: 12", mention("2 Roe", is_label=True)], "13; event rally, place Oslo"),
        ([mention("0 ?: 13", **SCENE), mention("9 Lind", is_label=True)], "-"),
        ([mention("0 Roe: 13; place Oslo", **SCENE), mention("9 Lind", is_label=True)],
         "13; place Oslo"),
        (["0 ?: 13", mention("9 Lind", is_label=True)], "13"),
        ([RALLY, "9 Lind"], "-"),
        ([mention("0 Lind", is_label=True)], "-"),
    ],
)  # fmt: skip
def test_clause_5_labels(story: Story, expected: str) -> None:
    assert last(*story) == expected


TURN: dict[str, Any] = {"is_label": True, "is_turn": True, "tense": "none"}
INTRO = mention("1 ?: 13; event interview, place Oslo", is_scene=True, is_introduction=True)
TALK = "13; event interview, place Oslo"


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ([INTRO, mention("2 Roe", **TURN)], TALK),
        ([INTRO, mention("2 Roe", **TURN), mention("3 Lind", **TURN)], TALK),
        ([INTRO, mention("40 Roe", **TURN)], TALK),
        # rather than the speaker's own event, or the one that was mentioned last
        (["0 Roe: 11; event rally", INTRO, mention("2 Roe", **TURN)], TALK),
        ([INTRO, mention("2 Roe: 11; medium note"), mention("3 Lind", **TURN)], TALK),
        # a turn keeps what it states itself
        ([INTRO, mention("2 Roe: 11; event rally", **TURN)], "11; event rally"),
        # an introduction applies only to turns
        ([INTRO, "2 Roe"], "-"),
        ([INTRO, mention("2 Roe", tense="present")], "-"),
        ([INTRO, mention("2 Roe", **TURN), "3 Roe"], "-"),
        ([mention("0 Roe", **TURN), INTRO], TALK),
        ([mention("1 ?: 13", is_scene=True), mention("2 Roe", **TURN)], "-"),
    ],
)
def test_clause_5_introductions(story: Story, expected: str) -> None:
    assert last(*story) == expected


def generic(notation: str) -> EventMention:
    return mention(f"{notation} (generic)")


REFERENCE = mention("1 ?: 11; event *forum", is_scene=True, is_reference=True)
NAMED = "0 Roe: 13; event Lundby Conference"
BEFORE = mention("1 Roe: 11; medium CNN", is_background=True)
LETTER = "0 Roe: 13; medium letter (document)"
MEETING = mention("0 Roe: 13; place Oslo", is_scene=True, is_interview=True)
PRESENT: dict[str, Any] = {"tense": "present"}


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # "the event" is the gathering that was mentioned last
        ([RALLY, generic("1 Lind: -; event *event")], "13; event event, place Oslo"),
        ([RALLY, generic("1 Lind: -; event *event"), "2 Lind"], "13; event rally, place Oslo"),
        ([RALLY, generic("2 Lind: -; event *event")], "-; event event"),
        ([RALLY, generic("1 Lind: -; event event")], "-; event event"),
        (["0 Roe: 13; medium note", generic("1 Lind: -; event *event")], "-; event event"),
        ([RALLY, generic("1 Lind: 12; event *event")], "12; event event"),
        # a reference opens no event
        ([RALLY, "1 Lind: -; event forum", REFERENCE, "2 Lind"], "11; event forum"),
        ([RALLY, REFERENCE, "2 Lind"], "-"),
        # a name is not replaced
        ([NAMED, "1 Roe: -; event *conference", "2 Roe"], "13; event Lundby Conference"),
        ([NAMED, "1 Roe: -; event *keynote", "2 Roe"], "13; event Lundby Conference"),
        ([RALLY, "1 Roe: -; event *big rally", "2 Roe"], "13; event big rally, place Oslo"),
    ],
)
def test_clause_1_what_is_mentioned_as_known(story: Story, expected: str) -> None:
    assert last(*story) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # a letter applies to the next paragraph, and beyond as long as nobody else is quoted
        ([LETTER, "1 Roe"], "13; medium letter"),
        ([LETTER, "3 Roe", "6 Roe"], "13; medium letter"),
        ([LETTER, "1 Lind", "2 Roe"], "-"),
        ([LETTER, "1 Lind", mention("2 Roe", is_written=True)], "13; medium letter"),
        (["0 Roe: 13; medium CNN", "1 Lind", "2 Roe"], "13; medium CNN"),
        ([LETTER, "1 Lind", mention("2 Lind: 11", is_scene=True), "2 Roe"], "-"),
        # what was said before is an aside
        (["0 Roe: 13; event rally", BEFORE, "2 Roe"], "13; event rally"),
        ([BEFORE, "2 Roe"], "11; medium CNN"),
        ([BEFORE, mention("2 Roe: 11")], "11; medium CNN"),
        # an act does not date what is quoted beside it, nor what follows
        ([mention("0 Roe: 13", sentence=1, **ACT), mention("0 Roe", sentence=1)], "-"),
        (
            [mention("0 Roe: 13", sentence=1, **ACT), mention("0 Roe", sentence=1), "0 Roe"],
            "-",
        ),
        ([mention("0 Roe: 13", sentence=1, **ACT), "0 Roe"], "13"),
        (
            [
                mention("0 Roe: 13", sentence=1, **ACT),
                mention("0 Roe", sentence=1, is_participle=True),
            ],
            "13",
        ),
        # a period applies to no other quotation
        (["0 Roe: 1/30", "0 Roe"], "-"),
        (["0 Roe: 1/30", mention("0 Roe", is_label=True, tense="none")], "-"),
        (["0 Roe: 6/13", "0 Roe"], "6/13"),
        (["0 Roe: 1/30; event tour", "0 Roe"], "1/30; event tour"),
        # an interview by the author also continues in the present
        ([MEETING, mention("0 Roe", **PRESENT)], "13; place Oslo"),
        ([MEETING, mention("9 Roe", **PRESENT)], "13; place Oslo"),
        ([MEETING, "9 Roe"], "13; place Oslo"),
        ([MEETING, mention("1 Lind", **PRESENT)], "-"),
        ([MEETING, mention("1 Roe", tense="perfect")], "-"),
        ([MEETING, mention("1 Roe", **MODAL)], "-"),
        ([RALLY, mention("1 Roe", **PRESENT)], "-"),
    ],
)
def test_clause_2_letters_periods_and_interviews(story: Story, expected: str) -> None:
    assert last(*story) == expected
