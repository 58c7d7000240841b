"""Lists of mistakes: which details differ, and how they are shown."""

from __future__ import annotations

from typing import Any

import pytest

from quotex.errors import InputError
from quotex.evaluation.mistakes import event_mistakes, mistakes

from .test_events import DAY, TEXT, WEEK, days, gold_of, predicted

PLACE = {"kind": "place", "text": "Oslo", "scope": "explicit"}
SHOWN = {"kind": "place", "text": "Oslo"}


def differences(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return the details listed as wrong, each with what was expected and what was found."""
    rows = event_mistakes(gold_of(**gold), predicted(**found))
    return {detail: (row["expected"], row["found"]) for detail, [*of] in rows.items() for row in of}


def test_what_agrees_is_not_listed() -> None:
    right = {"speaker": "Lind", "day_range": DAY, "venues": [("place", "Oslo")]}
    assert differences({"date": days(DAY), "venues": [PLACE]}, right) == {}


def test_details_that_differ_are_listed() -> None:
    wrong = {"speaker": "aunt", "day_range": WEEK, "venues": [("event", "a gala")]}
    assert differences({"date": days(DAY), "venues": [PLACE]}, wrong) == {
        "speaker": ("Mara Lind", "aunt"),
        "date": (["2021-03-02", "2021-03-02"], ["2021-03-01", "2021-03-07"]),
        "venues": ([SHOWN], [{"kind": "event", "text": "a gala"}]),
    }


def test_what_is_missing_or_invented_is_listed() -> None:
    assert differences({"date": days(DAY)}, {"venues": [("place", "Oslo")]}) == {
        "speaker": ("Mara Lind", None),
        "date": (["2021-03-02", "2021-03-02"], None),
        "venues": ([], [SHOWN]),
    }


def test_venues_of_another_number_are_listed() -> None:
    found = {"speaker": "Mara Lind", "venues": [("place", "Oslo"), ("event", "a gala")]}
    assert list(differences({"venues": [PLACE]}, found)) == ["venues"]


def test_a_detail_that_the_gold_does_not_give_is_not_compared() -> None:
    [article] = gold_of()
    bare = [a.model_copy(update={"speaker": None}) for a in article.attributions]
    for attribution in bare:
        attribution.model_fields_set.clear()
    silent = article.model_copy(update={"attributions": bare})
    rows = event_mistakes([silent], predicted(speaker="aunt", day_range=DAY))
    assert rows == {"speaker": [], "date": [], "venues": []}


def test_unpaired_quotations_have_no_details() -> None:
    assert differences({}, {"content": "is cheap", "speaker": "aunt"}) == {}


def test_mistakes_are_shown_on_a_line_each() -> None:
    gold = gold_of(date=days(WEEK), venues=[PLACE, {"kind": "event", "text": "a gala"}])
    rows = event_mistakes(gold, predicted(speaker="Mara\n Lind-Roe", day_range=DAY))
    start = "  gala [She] <said> that the Lake Post is cheap | expected "
    assert mistakes(rows).splitlines() == [
        "SPEAKER",
        f"{start}Mara Lind, found Mara Lind-Roe",
        "DATE",
        f"{start}2021-03-01; 2021-03-07, found 2021-03-02",
        "VENUES",
        f"{start}place Oslo; event a gala, found –",
    ]


def test_predictions_for_an_unknown_article_are_rejected() -> None:
    with pytest.raises(InputError, match="not in the gold"):
        event_mistakes(gold_of(), {TEXT: []})
