"""The law of inheritance, clause by clause, on mentions made by hand."""

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
MODAL: dict[str, Any] = {"tense": "modal"}
SCENE: dict[str, Any] = {"is_scene": True}
BARE: dict[str, Any] = {"is_scene": True, "is_bare_act": True}


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # a. the noun is taken as known
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
        # b. the same day of the same speaker
        ([RALLY, "1 Roe: -; medium note", "1 Roe: 13"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: 12; medium note", "1 Roe: 13"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: -; medium note", "1 Lind: 13"], "13"),
        ([RALLY, "1 Roe: -; medium note", "1 Roe: 13; place Bergen"], "13; medium note, place Bergen"),
        (["0 Roe: 13", "3 Roe: 12", "6 Roe: 11", "9 Roe: 13"], "13"),
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
            # b waits for c where the open event is dated
            ["0 Roe: 13; place Oslo", "1 Roe: 12; medium note", "1 Roe: 12/13"],
            "12/13; medium note",
        ),
        # c. the open event
        ([RALLY, "1 Roe: 12"], "12"),
        ([RALLY, "1 Roe: 14"], "14"),
        ([RALLY, "1 Roe: 13"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: -; place Oslo"], "13; event rally, place Oslo"),
        ([RALLY, "1 Roe: -; place Bergen"], "-; place Bergen"),
        ([RALLY, "1 Roe: -; place Oslo, place Bergen"], "13; event rally, place Bergen, place Oslo"),
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
        # of whom
        ([RALLY, "1 Lind: -; place Oslo"], "-; place Oslo"),
        (["0 ?: 13; event rally", "1 ?: -; place Oslo"], "-; place Oslo"),
        (["0 Ada Roe and Tom Lind: 13; event rally", "1 Tom Lind"], "13; event rally"),
        (["0 Ada Roe, Eva Voss and the Board: 13; event rally", "1 Board"], "13; event rally"),
        (["0 Ada Roe, Eva Voss and the Board: 13; event rally", "1 Eva Voss"], "13; event rally"),
        (["0 Ada Roe and Tom Lind: 13; event rally", "1 Roe"], "-"),
        # what is still to come, and what is vague
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
        (["9 Roe: 13", "14 Roe"], "13"),
        (["9 Roe: 13", "15 Roe"], "-"),
        (["9 Roe: -; place Oslo", "15 Roe"], "-; place Oslo"),
        *(
            ([RALLY, mention("2 Roe", tense=tense)], "-")
            for tense in ("perfect", "present", "modal", "none")
        ),
        # along with another act
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
        # a bare act
        ([mention("9 Roe: 13", **BARE), "10 Roe"], "13"),
        ([mention("9 Roe: 13", **BARE), "11 Roe"], "-"),
        ([mention("9 Roe: 13", **BARE), "10 Roe: -; event rally", "12 Roe"], "13; event rally"),
        ([mention("9 Roe: 13", **BARE), "10 Roe", "12 Roe"], "-"),
        (["9 Roe: 13", mention("10 Roe: 13", **BARE), "12 Roe"], "13"),
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
            [mention("0 Roe: 13", **BARE), mention("0 Roe: 13", **BARE),
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


WORDS = frozenset({"wall", "gate", "mend", "safe", "boat"})


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # the speaker's next mention
        (["0 Roe", "5 Roe: 13"], "13"),
        (["1 Roe", "5 Roe: 13"], "13"),
        (["2 Roe", "5 Roe: 13"], "-"),
        (["0 Roe", "5 Lind: 13"], "-"),
        (["0 ?", "5 ?: 13"], "-"),
        (["0 Roe", "5 Roe", "6 Roe: 13"], "13"),
        (["0 Roe", "5 Roe: 13", "6 Roe: 12"], "13"),
        (["4 Roe", "4 Roe: 13"], "13"),
        (["4 Roe", "5 Roe: 13"], "13"),
        (["4 Roe", "6 Roe: 13"], "-"),
        (["4 Roe", "5 Roe: 1/9"], "-"),
        (["4 Roe", "5 Roe: 1/8"], "1/8"),
        (["4 Roe", "5 Roe: 1/9; place Oslo"], "1/9; place Oslo"),
        (["4 Roe", mention("5 Roe: 13", **BARE)], "-"),
        (["0 Roe", mention("5 Roe: 13", **BARE)], "13"),
        (["0 Roe", mention("5 Roe: 13", **MODAL)], "-"),
        # tense
        ([mention("0 Roe", tense="present"), "5 Roe: 13"], "13"),
        ([mention("0 Roe", tense="modal"), "5 Roe: 13"], "-"),
        ([mention("0 Roe", tense="present", is_thought=True), "5 Roe: 13"], "-"),
        ([mention("0 Roe", is_thought=True), "5 Roe: 13"], "13"),
        ([mention("4 Roe", tense="present"), "5 Roe: 13"], "-"),
        ([mention("4 Roe", tense="perfect"), "5 Roe: 13"], "-"),
        ([mention("4 Roe", tense="perfect", sentence=1), mention("4 Roe: 13", sentence=1)], "13"),
        ([mention("4 Roe", tense="present", sentence=1), mention("4 Roe: 13", sentence=1)], "-"),
        ([mention("4 Roe", sentence=1), mention("4 Roe: 1/9", sentence=1)], "1/9"),
        # scenes and what is vague
        ([mention("0 Roe", **SCENE), "5 Roe: 13"], "-"),
        ([mention("0 Roe", is_vague=True), "5 Roe: 13"], "-"),
        # a headline repeats words
        ([mention("0 ?", content=WORDS), mention("4 Roe: 13", content=WORDS)], "13"),
        ([mention("1 ?", content=WORDS), mention("4 Roe: 13", content=WORDS)], "13"),
        ([mention("2 ?", content=WORDS), mention("4 Roe: 13", content=WORDS)], "-"),
        ([mention("1 ?", content=WORDS), mention("1 Roe: 13", content=WORDS)], "-"),
        ([mention("0 ?", content=WORDS), mention("1 Roe: 13", content=WORDS)], "13"),
        (
            [mention("0 ?", content=WORDS),
             mention("4 Roe: 13", content=frozenset({"wall", "gate", "mend"}))],
            "13",
        ),
        (
            [mention("0 ?", content=WORDS | {"sail"}),
             mention("4 Roe: 13", content=frozenset({"wall", "gate", "mend"}))],
            "-",
        ),
        (
            [mention("0 ?", content=frozenset({"wall", "gate"})),
             mention("4 Roe: 13", content=WORDS)],
            "-",
        ),
        (
            # the one that repeats most, the first of two
            [mention("0 ?", content=WORDS), mention("4 Roe: 13", content=WORDS - {"boat"}),
             mention("4 Lind: 12", content=WORDS), mention("5 Voss: 11", content=WORDS)],
            "12",
        ),
        (
            [mention("0 ?", content=WORDS), mention("4 Lind: 12", content=WORDS),
             mention("5 Voss: 11", content=WORDS - {"boat"})],
            "12",
        ),
        ([mention("0 ?", content=WORDS), mention("4 Roe", content=WORDS)], "-"),
        ([mention("0 Voss", content=WORDS), mention("4 Roe: 13", content=WORDS), "5 Voss: 12"], "13"),
    ],
)  # fmt: skip
def test_clause_4_looking_ahead(story: Story, expected: str) -> None:
    assert inherited(*story)[0] == expected


@pytest.mark.parametrize(("before", "expected"), [(58, "13"), (59, "-")])
def test_clause_4_reads_what_stands_near_the_top(before: int, expected: str) -> None:
    others = [mention("3 Lind: 12; medium note", content=frozenset({"x"})) for _ in range(before)]
    story = [
        mention("0 ?", content=WORDS),
        mention("2 Voss: 11", content=frozenset({"y"})),
        mention("2 Voss: 11"),  # one without words of its own does not count
        *others,
        mention("4 Roe: 13", content=WORDS),
    ]
    assert inherited(*story)[0] == expected


def test_a_later_event_learns_nothing_from_who_looks_ahead() -> None:
    story = ["4 Roe", "5 Roe: -; event rally", "5 Roe", mention("6 Roe", is_scene=True)]
    assert inherited(*story)[:3] == ["-; event rally"] * 3


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


@pytest.mark.parametrize(
    ("story", "number", "expected"),
    [
        # what was known before goes first, what is stated later fills the gaps
        (["0 Roe: -; event rally", "1 Roe", "2 Roe: 13; place Oslo"], 1, "13; event rally, place Oslo"),
        (["0 Roe: -; event rally", "1 Roe: -; event big rally", "2 Roe"], 2, "-; event big rally"),
        (["0 Roe: -; event rally", "1 Roe: -; event big rally", "2 Roe"], 0, "-; event rally"),
        (["0 Roe: 13", "1 Roe: -; place Oslo", "1 Roe: -; place Oslo hall"], 0, "13; place Oslo"),
        (["0 Roe: 10/13; event rally", "1 Roe: 12", "2 Roe"], 2, "12; event rally"),
        (["0 Roe: 12; event rally", "1 Roe: 10/13", "2 Roe"], 2, "12; event rally"),
        (["0 Roe: 10/12; event rally", "1 Roe: 11/13", "2 Roe"], 2, "10/12; event rally"),
        (["0 Roe: 13; event rally", "1 Roe: -; place Oslo"], 0, "13; event rally, place Oslo"),
        # an event and a medium stand for each other
        (["0 Roe: -; event talk, medium CNN", "1 Roe: -; event *talk"], 1, "-; event talk, medium CNN"),
        (["0 Roe: 13", "1 Roe: -; event talk", "1 Roe: -; medium *CNN"], 0, "13; event talk"),
        # what is written takes no venue of a gathering that is stated later
        ([mention("0 Roe: 13", is_written=True), "1 Roe: -; event rally"], 0, "13"),
        ([mention("0 Roe: 13", is_written=True), "1 Roe: -; medium note"], 0, "13; medium note"),
        (["0 Roe: 13", "1 Roe: -; event rally"], 0, "13; event rally"),
        # what is vague inherits no day
        ([RALLY, mention("1 Roe: -; place Oslo", is_vague=True)], 1, "-; event rally, place Oslo"),
    ],
)  # fmt: skip
def test_clause_6_filling_in(story: Story, number: int, expected: str) -> None:
    assert inherited(*story)[number] == expected


def test_what_is_inherited_says_so() -> None:
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
        # c. talk between several
        ([DEBATE, person(0)], "13; event debate"),
        ([DEBATE, person(1)], "13; event debate"),
        ([DEBATE, person(2)], "-"),
        ([DEBATE, person(0, tense="perfect")], "-"),
        ([DEBATE, mention("0 Board")], "-"),
        # by b and c no speech of another
        (["0 Roe: 13; event debate, event speech", person(0)], "13; event debate"),
        (["0 Roe: 13; event debate, event speech", crowd(0)], "13; event debate, event speech"),
        (["0 Roe: 13; event debate, event keynote speech", person(0)], "13; event debate"),
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
