"""The reasons that the evidence gives for a day or a venue."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.occasions.inheritance.law import occasions_of
from quotex.occasions.inheritance.mention import EventMention
from tests.occasions.inheritance.story import in_order, mention
from tests.trees import ENGLISH

Story = list[str | EventMention]

SCENE: dict[str, Any] = {"is_scene": True}
TURN: dict[str, Any] = {"is_label": True, "is_turn": True, "tense": "none"}
COURT = mention("0 Roe: 13; event inquest", is_court=True)
PUBLICATION = mention("0 ?: 13; medium CNN", documents=frozenset({0}), **SCENE)


@pytest.mark.parametrize(
    ("story", "day", "venue"),
    [
        (["0 Roe: 13; event rally"], "next to the cue", "next to the cue"),
        (
            ["0 Roe: 13; event rally", "1 Roe"],
            "mentioned with the same speech event",
            "mentioned with the same speech event",
        ),
        (["0 Roe: 13", "1 Roe: -; event rally"], "mentioned with the same speech event",
         "next to the cue"),
        (
            ["0 Roe: 13; event debate", mention("0 Lind", voice="person")],
            "mentioned with the gathering at which others spoke",
            "mentioned with the gathering at which others spoke",
        ),
        (
            [COURT, mention("1 Lind", is_counsel=True)],
            "mentioned with the court in which the speaker holds office",
            "mentioned with the court in which the speaker holds office",
        ),
        (
            [PUBLICATION, mention("1 study", speaks_document=0)],
            "where the article says that the document came out",
            "where the article says that the document came out",
        ),
        (
            [
                mention("0 ?: 13; event talk", is_introduction=True, **SCENE),
                mention("1 Roe", **TURN),
            ],
            "in the introduction to the transcript",
            "in the introduction to the transcript",
        ),
    ],
)  # fmt: skip
def test_the_grounds_of_the_last_mention(story: Story, day: str, venue: str) -> None:
    made = in_order(story)
    found = occasions_of(made, {}, ENGLISH)[made[-1]]
    assert found.date_ground == day
    assert [found.venue_ground(v) for v in found.venues] == [venue]


def test_the_ground_of_what_is_mentioned_later() -> None:
    made = in_order(["0 Roe", "5 Roe: 13; event rally"])
    found = occasions_of(made, {}, ENGLISH)[made[0]]
    assert found.date_ground == "mentioned later with the same speech event"


def test_a_government_shares_only_its_day() -> None:
    made = in_order(["3 Norway: 13", "3 Ministry: -; medium note"])
    found = occasions_of(made, {"Norway": "NO", "Ministry": "NO"}, ENGLISH)[made[1]]
    assert found.date_ground == "mentioned with other words of the same government"
    assert [found.venue_ground(v) for v in found.venues] == ["next to the cue"]
