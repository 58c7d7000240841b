"""The weights of clause 13 are learned from articles with labels."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from models.occasions.__main__ import app
from models.occasions.learning import Row, Rows, fit, rows_of, table
from quotex.evaluation.gold import GoldArticle
from quotex.occasions.inheritance.likely import LikelyTable
from tests.annotated import ROLES, parse

NOTATION = (
    "Harbour shut ¶ {1s Ada Roe} {1c said} in Oslo on Monday {1q that the wall leaked}. ¶ "
    "The crowd was large. ¶ {2s Tom Ellery} {2c has said} {2q that the ferry was late}. ¶ "
    "Dogs swam."
)
MONDAY = {"from": "2014-10-13", "to": "2014-10-13", "text": "Monday", "scope": "inherited"}
OSLO = [{"kind": "place", "text": "Oslo", "scope": "inherited"}]


def article(*, belongs: bool, nested: bool = False) -> GoldArticle:
    """Return an article whose second quotation has the day and place of the first, or none."""
    read = parse(NOTATION)
    labels = [
        {
            "id": str(number),
            **{role: [list(bounds) for bounds in one.roles[role]] for role in ROLES.values()},
            "speaker": None,
            "nested": nested and number == 1,
            "date": MONDAY if belongs else None,
            "venues": OSLO if belongs else [],
        }
        for number, one in enumerate(read.quotations)
    ]
    line = {"id": "a", "text": read.text, "date": "2014-10-14", "attributions": labels}
    return GoldArticle.model_validate_json(json.dumps(line))


def many(clue: str, right: int, wrong: int) -> list[Row]:
    clues = frozenset({clue})
    return [Row(clues, True)] * right + [Row(clues, False)] * wrong


@pytest.mark.model
@pytest.mark.parametrize("belongs", [True, False])
def test_a_free_quotation_makes_a_row_for_day_and_venues(belongs: bool) -> None:
    rows = rows_of([article(belongs=belongs)])
    assert [row.belongs for row in rows.day] == [belongs, belongs]  # one for each engine
    assert [row.belongs for row in rows.venues] == [belongs, belongs]
    assert {"tense_perfect", "last_event", "event_in_a_place"} <= rows.day[0].clues


@pytest.mark.model
def test_a_quotation_within_another_makes_no_row() -> None:
    assert rows_of([article(belongs=True, nested=True)]) == Rows([], [])


def test_shares_are_learned() -> None:
    weights = fit([*many("lead", 900, 100), *many("late", 100, 900)])
    assert weights.share(["lead"]) == pytest.approx(0.9, abs=0.05)
    assert weights.share(["late"]) == pytest.approx(0.1, abs=0.05)


def test_a_rare_clue_has_no_weight() -> None:
    assert fit([*many("lead", 50, 50), *many("court", 5, 0)]).clues.keys() == {"lead"}


def test_without_rows_there_is_nothing_to_learn() -> None:
    with pytest.raises(ValueError, match="give more articles"):
        fit([])


def test_the_table_is_read_as_it_was_written() -> None:
    rows = Rows(many("lead", 30, 10), many("same_speaker", 10, 30))
    written = table(rows, "two articles")
    read = LikelyTable.model_validate(tomllib.loads(written))
    assert (read.day, read.venues) == (fit(rows.day), fit(rows.venues))
    assert "# Source: learned from two articles" in written
    assert "# 30 of 40" in written


@pytest.mark.model
def test_too_few_articles_write_no_table(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "likely.toml"
    gold.write_text(article(belongs=True).model_dump_json(by_alias=True) + "\n", encoding="utf-8")
    result = CliRunner().invoke(app, [str(gold), "--out", str(out)])
    assert result.exit_code == 2
    assert "give more articles" in " ".join(result.output.replace("│", " ").split())
    assert not out.exists()
