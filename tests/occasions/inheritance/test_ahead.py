"""Clause 4 of the law: which quotations look ahead for an event."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.occasions.inheritance.mention import EventMention
from tests.occasions.inheritance.story import inherited, mention

Story = list[str | EventMention]

MODAL: dict[str, Any] = {"tense": "modal"}
SCENE: dict[str, Any] = {"is_scene": True}
ACT: dict[str, Any] = {"is_scene": True, "is_dated_act": True}
LETTER_BELOW = "1 Roe: 13; medium letter (document)"
ASKED: dict[str, Any] = {"is_question": True, "sentence": 1}
PERIODS = [f"{paragraph} Roe: 1/9" for paragraph in range(1, 5)]
UNLIKELY = mention("1 Roe", is_thought=True, is_body=True)  # so that clause 13 gives it nothing
WORDS = frozenset({"wall", "gate", "mend", "safe", "boat"})


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        # the speaker's next mention
        (["0 Roe", "5 Roe: 13"], "13"),
        (["1 Roe", "5 Roe: 13"], "13"),
        (["2 Roe", "5 Roe: 13"], "-"),
        (["0 Roe", "5 Lind: 13"], "-"),
        (["2 ?", "3 ?: 13"], "-"),
        (["0 Roe", "5 Roe", "6 Roe: 13"], "13"),
        (["0 Roe", "5 Roe: 13", "6 Roe: 12"], "13"),
        (["4 Roe", "4 Roe: 13"], "13"),
        (["4 Roe", "5 Roe: 13"], "13"),
        (["4 Roe", "6 Roe: 13"], "-"),
        (["4 Roe", "5 Roe: 1/9"], "-"),
        (["4 Roe", "5 Roe: 1/8"], "1/8"),
        (["4 Roe", "5 Roe: 1/9; place Oslo"], "1/9; place Oslo"),
        (["4 Roe", "5 Roe: 2013; place Oslo"], "-"),
        (["4 Roe", "5 Roe: 2013; place Oslo", "5 Roe: 13"], "13"),
        (["4 Roe", mention("5 Roe: 13", **ACT)], "-"),
        (["0 Roe", mention("5 Roe: 13", **ACT)], "13"),
        (["0 Roe", mention("5 Roe: 13", **MODAL)], "-"),
        # tense
        ([mention("0 Roe", tense="present"), "5 Roe: 13"], "13"),
        ([mention("0 Roe", tense="modal"), "5 Roe: 13"], "-"),
        ([mention("0 Roe", tense="present", is_thought=True), "5 Roe: 13"], "-"),
        ([mention("0 Roe", is_thought=True), "5 Roe: 13"], "13"),
        ([mention("4 Roe", tense="present"), "5 Roe: 13"], "-"),
        ([mention("4 Roe", tense="perfect"), "5 Roe: 13"], "-"),
        ([mention("4 Roe", tense="perfect", sentence=1), mention("4 Roe: 13", sentence=1)], "-"),
        ([mention("4 Roe", tense="present", sentence=1), mention("4 Roe: 13", sentence=1)], "-"),
        ([mention("4 Roe", sentence=1), mention("4 Roe: 1/9", sentence=1)], "1/9"),
        # what was said before, or in some month, is skipped, also in the lead
        ([mention("0 Roe", tense="present"), "4 Roe: 1/9", "5 Roe: 13"], "13"),
        (["0 Roe", "4 Roe: 1/9"], "-"),
        (["0 Roe", mention("4 Roe: 13", is_background=True), "5 Roe: 12"], "12"),
        (["4 Roe", mention("5 Roe: 13", is_background=True)], "-"),
        ([UNLIKELY, *PERIODS[:3], "5 Roe: 13"], "13"),
        ([UNLIKELY, *PERIODS, "5 Roe: 13"], "-"),
        # "a day later" is another occasion than that of what precedes it
        (["4 Roe", mention("5 Roe: 13", is_sequel=True)], "-"),
        (["0 Roe", mention("5 Roe: 13", is_sequel=True)], "-"),
        (["0 Roe", "4 Roe: 12", mention("5 Roe: 13", is_sequel=True)], "12"),
        ([mention("4 Roe", sentence=1), mention("4 Roe: 13", sentence=1, is_sequel=True)], "13"),
        # only the headline looks ahead to a letter, not its own paragraph
        (["0 Roe", LETTER_BELOW], "13; medium letter"),
        (["1 Roe", "1 Roe: 13; medium letter (document)"], "-"),
        (["1 Roe", "1 Roe: 13; medium CNN"], "13; medium CNN"),
        # a question by somebody unnamed takes the event of its answer
        ([mention("4 ?", **ASKED), mention("4 Roe: 13", sentence=1)], "13"),
        ([mention("4 ?", **ASKED), mention("4 Roe: 13", sentence=2)], "13"),
        ([mention("4 ?", **ASKED), mention("4 Roe: 13", sentence=3)], "-"),
        ([mention("4 ?", sentence=1), mention("4 Roe: 13", sentence=1)], "-"),
        ([mention("4 ?", **ASKED), mention("4 Roe", sentence=1)], "-"),
        (
            [mention("4 ?", **ASKED), mention("4 ?", **ASKED), mention("4 Roe: 13", sentence=1)],
            "13",
        ),
        (
            [
                mention("4 ?", **ASKED),
                mention("4 Roe: 13; medium note (document)", sentence=1),
            ],
            "-",
        ),
        # scenes and vague mentions
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
            # the one with the most words in common, the first of two
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
        (
            [mention("0 Voss", content=WORDS), mention("4 Roe: 13", content=WORDS), "5 Voss: 12"],
            "13",
        ),
    ],
)  # fmt: skip
def test_clause_4_looking_ahead(story: Story, expected: str) -> None:
    assert inherited(*story)[0] == expected


@pytest.mark.parametrize(("before", "expected"), [(58, "13"), (59, "-")])
def test_clause_4_reads_what_is_near_the_top(before: int, expected: str) -> None:
    others = [mention("3 Lind: 12; medium note", content=frozenset({"x"})) for _ in range(before)]
    story = [
        mention("0 ?", content=WORDS),
        mention("2 Voss: 11", content=frozenset({"y"})),
        mention("2 Voss: 11"),  # one without content words does not count
        *others,
        mention("4 Roe: 13", content=WORDS),
    ]
    assert inherited(*story)[0] == expected


def test_looking_ahead_adds_nothing_to_the_later_event() -> None:
    story: Story = ["4 Roe", "5 Roe: -; event rally", "5 Roe", mention("6 Roe", is_scene=True)]
    assert inherited(*story)[:3] == ["-; event rally"] * 3
