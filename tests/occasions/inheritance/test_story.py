"""Clause 10: the sitting that an article is about, and who was heard there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quotex.occasions.inheritance.mention import EventMention
from tests.occasions.inheritance.story import inherited, last, mention

SAID = "4 Roe: -"


def scene(notation: str, sitting: str) -> EventMention:
    """Return the mention of a sitting in a clause that quotes nothing."""
    return mention(notation, is_scene=True, sitting=sitting)


COUNCIL = [scene("2 ?: 13; event meeting, place Guildhall", "held"), scene("3 ?: -", "seated")]
COURT = [
    scene("2 ?: 13; event inquest, place Court", "held"),
    mention("3 Voss: -; event inquest"),
]
WHOLE = "13; event meeting, place Guildhall"


@pytest.mark.parametrize("sitting", [COUNCIL, COURT])
def test_whoever_is_quoted_was_heard_there(sitting: list[EventMention]) -> None:
    assert last(*sitting, SAID).startswith("13; event")


def test_what_precedes_the_description_was_heard_there_too() -> None:
    later = [replace(m, paragraph=m.paragraph + 3) for m in COUNCIL]
    assert inherited(mention(SAID, paragraph=0), *later)[0] == WHOLE


def test_a_sitting_first_mentioned_late_is_not_the_story() -> None:
    later = [replace(m, paragraph=m.paragraph + 7) for m in COUNCIL]
    assert inherited(mention(SAID, paragraph=0), *later)[0] == "-"


def test_words_told_to_the_inquest_have_its_day_and_place() -> None:
    assert last(COURT[0], COURT[1]) == "13; event inquest, place Court"


def test_a_lead_in_the_perfect_belongs_to_the_sitting() -> None:
    lead = mention("1 Roe: -", tense="perfect")
    assert last(*COUNCIL, lead) == WHOLE


@pytest.mark.parametrize(
    "fields",
    [
        {"is_written": True},
        {"is_background": True},
        {"is_body": True},
        {"is_vague": True},
        {"tense": "present"},
        {"tense": "modal"},
        {"speaks_document": 0},
    ],
)
def test_what_was_not_heard_there_inherits_nothing(fields: dict[str, object]) -> None:
    assert last(*COUNCIL, mention(SAID, **fields)) == "-"


def test_words_told_to_a_panel_show_that_it_sat() -> None:
    told = mention("2 Voss: 13; event subcommittee")
    hearing = scene("4 ?: -; event hearing, place Hall", "named")
    assert last(told, hearing, SAID) == "13; event hearing, place Hall"


def test_words_spoken_at_a_meeting_do_not_make_it_the_story() -> None:
    spoken = mention("2 Voss: 13; event meeting")
    again = scene("3 ?: -; event meeting", "named")
    assert last(spoken, again, COUNCIL[1], SAID) == "-"


def test_a_meeting_at_which_nobody_is_named_is_not_the_story() -> None:
    assert last(COUNCIL[0], SAID) == "-"


def test_a_meeting_mentioned_in_one_paragraph_is_not_the_story() -> None:
    assert last(COUNCIL[0], replace(COUNCIL[1], paragraph=2), SAID) == "-"


def test_a_sitting_without_a_day_is_not_the_story() -> None:
    assert last(scene("2 ?: -; event meeting", "named"), COUNCIL[1], SAID) == "-"


def test_nothing_after_another_day_belongs_to_the_sitting() -> None:
    again = scene("2 ?: 13; event meeting", "held")
    other = scene("3 ?: 14; event hearing", "held")
    assert last(*COUNCIL, again, other, SAID) == "-"


def test_an_article_with_several_occasions_has_no_story() -> None:
    others = ["2 Voss: 11; medium Planet", "3 Moy: 12; medium Herald"]
    assert last(*COUNCIL, *others, SAID) == "-"


def test_a_sitting_mentioned_as_known_is_the_story() -> None:
    known = mention("2 Moy: -; event *hearing")
    new = mention("2 Moy: -; event hearing")
    assert last(*COUNCIL, known) == "13; event hearing, place Guildhall"
    assert last(*COUNCIL, new) == "-; event hearing"
