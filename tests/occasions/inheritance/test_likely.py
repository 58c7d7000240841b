"""Clause 13 of the law: the event that a quotation probably belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from quotex.occasions.inheritance.law import timeline_of
from quotex.occasions.inheritance.likely import Pair, Weights, likely_table, pairs
from quotex.occasions.inheritance.mention import EventMention
from tests.occasions.inheritance.story import in_order, inherited, mention
from tests.trees import ENGLISH

PUBLISHED = date(2014, 10, 14)


def pairs_of(*mentions: str | EventMention) -> list[Pair]:
    made = in_order(mentions)
    timeline = timeline_of(made, ENGLISH, PUBLISHED)
    return list(pairs(made, timeline, ENGLISH.venues, PUBLISHED))


def clues(*mentions: str | EventMention) -> frozenset[str]:
    """Return the clues of the only pair."""
    (pair,) = pairs_of(*mentions)
    return pair.clues


def test_a_share_follows_from_bias_and_known_clues() -> None:
    weights = Weights(bias=-1.0, clues={"lead": 2.0, "body": -1.0})
    assert weights.share([]) == pytest.approx(0.269, abs=1e-3)
    assert weights.share(["lead", "something else"]) == pytest.approx(0.731, abs=1e-3)
    assert weights.share(["lead", "body"]) == pytest.approx(0.5)


@pytest.mark.parametrize("extreme", [-5000.0, 5000.0])
def test_a_share_of_any_odds_is_a_share(extreme: float) -> None:
    assert 0 <= Weights(bias=extreme, clues={}).share([]) <= 1


def test_a_quotation_with_an_event_or_with_its_own_occasion_has_no_pair() -> None:
    assert pairs_of("0 Roe: 13", "1 Roe", "2 Lind: 12") == []


def test_scenes_have_no_pair() -> None:
    assert pairs_of("2 Roe: 13", mention("4 Lind", is_scene=True)) == []


def test_clues_of_quotation_event_and_pair() -> None:
    found = clues("2 Roe: 13; place Oslo", mention("4 Lind", tense="perfect"), "9 Roe")
    assert found >= {"tense_perfect", "in_second_third", "quoted_once", "one_day"}
    assert found >= {"event_on_a_day", "event_on_main_day", "event_in_a_place"}
    assert found >= {"event_days_ago_1", "last_event", "event_around", "event_on_both_sides"}
    assert found >= {"paragraphs_after_2", "paragraphs_before_5"}
    assert not found & {"same_speaker", "in_lead", "event_in_lead", "by_unnamed"}


def test_headline_and_lead_need_a_longer_article() -> None:
    assert clues("0 Lind", "1 Roe: 13", "5 Roe") >= {"in_headline", "in_lead", "event_in_lead"}
    assert not clues("0 Lind", "1 Roe: 13") & {"in_headline", "in_lead", "event_in_lead"}


def test_only_near_events_have_pairs() -> None:
    before = [f"{n} S{n}: 13" for n in range(6)]
    after = [f"{n} S{n}: 13" for n in range(7, 12)]
    found = pairs_of(*before, "6 Lind", *after)
    speakers = [pair.event.mentions[0].speaker for pair in found]
    assert speakers == ["S5", "S4", "S3", "S2", "S7", "S8", "S9"]


def test_a_later_occasion_that_is_a_sequel_has_no_pair() -> None:
    assert pairs_of("2 Lind", mention("3 Roe: 13", is_sequel=True)) == []


HEARING = "1 Board: 13; event hearing, place Oslo"
SAYS = mention("3 Board", tense="present")
HOPES = mention("8 Lind", tense="perfect", is_thought=True, is_body=True)


def test_a_likely_event_gives_day_and_venues() -> None:
    occasions = inherited(HEARING, "2 Board", "3 Board", SAYS, "4 Board", "9 Board")
    assert occasions[3] == "13; event hearing, place Oslo"


@pytest.mark.parametrize("story", [[HEARING, HOPES], [HEARING, "2 Board", HOPES, "9 Board"]])
def test_an_unlikely_event_gives_nothing(story: Sequence[str | EventMention]) -> None:
    assert inherited(*story)[story.index(HOPES)] == "-"


def test_a_passage_of_two_sentences_is_no_lead() -> None:
    assert inherited("0 Roe: 13; place Oslo", "0 Ellery") == ["13; place Oslo", "-"]


def test_the_table_is_complete() -> None:
    table = likely_table()
    assert 0.5 < table.least < 1
    for weights in (table.day, table.venues):
        assert {"in_lead", "same_speaker", "tense_past"} <= weights.clues.keys()
