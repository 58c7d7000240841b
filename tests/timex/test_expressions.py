"""Time expressions: what is found, with which value, and what must not be found."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Collection
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import quotex
from quotex.languages.times import time_tables
from quotex.samples import harbour_bridge
from quotex.timex import expressions
from quotex.timex.patterns import Pattern, patterns, triggers
from quotex.timex.periods import days_of
from quotex.timex.resolvers import RESOLVERS

PUBLISHED = date(2014, 10, 14)
CASES = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))
MARKED = re.compile(r"\[\[(.*?)\]\]")
FLOORS = {"det": 0.92, "val": 0.82, "day": 0.88, "rel": 0.80}


@pytest.mark.parametrize(("marked", "values"), CASES["found"])
def test_expressions_are_found_and_resolved(marked: str, values: str) -> None:
    text = MARKED.sub(r"\1", marked)
    found = quotex.time_expressions(text, PUBLISHED)
    assert [t.text for t in found] == MARKED.findall(marked)
    assert [t.value for t in found] == values.split()


@pytest.mark.parametrize("text", CASES["nothing"])
def test_no_expression_found(text: str) -> None:
    assert quotex.time_expressions(text, PUBLISHED) == []


@pytest.mark.parametrize("text", CASES["unresolved"])
def test_no_value_without_a_day_of_publication(text: str) -> None:
    assert [t.value for t in quotex.time_expressions(text)] == [None]


def test_a_third_of_the_cases_have_no_expressions() -> None:
    empty = len(CASES["nothing"]) + len(CASES["unresolved"])
    assert len(CASES["found"]) + empty >= 80
    assert empty >= (len(CASES["found"]) + empty) / 3


@pytest.mark.parametrize(
    ("published", "value"),
    [("2014-10-13", "2014-W41-WE"), ("2014-10-16", "2014-W42-WE"), ("2014-10-19", "2014-W42-WE")],
)
def test_this_weekend_is_the_previous_one_on_a_monday(published: str, value: str) -> None:
    assert quotex.time_expressions("They met this weekend.", published)[0].value == value


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the third quarter of 2024", "2024-07-01", "2024-09-30"),
        ("the fourth quarter of 2023", "2023-10-01", "2023-12-31"),
        ("the first half of 2012", "2012-01-01", "2012-06-30"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the '90s", "1990-01-01", "1999-12-31"),
        ("the 19th century", "1800-01-01", "1899-12-31"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("February 2012", "2012-02-01", "2012-02-29"),
        ("the winter of 2012", "2012-12-01", "2013-02-28"),
        ("last week", "2014-10-06", "2014-10-12"),
        ("last weekend", "2014-10-11", "2014-10-12"),
        ("Monday evening", "2014-10-13", "2014-10-13"),
        ("14 October 2012", "2012-10-14", "2012-10-14"),
    ],
)
def test_a_value_has_a_first_and_a_last_day(words: str, first: str, last: str) -> None:
    [found] = quotex.time_expressions(f"Sales fell {words}.", PUBLISHED)
    assert found.days == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("words", ["for two years", "every Monday", "recently", "by 8 hours"])
def test_other_expressions_have_no_days(words: str) -> None:
    found = quotex.time_expressions(f"Sales fell {words}.", PUBLISHED)
    assert [each.days for each in found] == [None]


@pytest.mark.parametrize("value", ["2014-13", "2014-W60", "00", "0000", "2014-XX", "PAST_REF", ""])
def test_what_is_not_in_the_calendar_has_no_days(value: str) -> None:
    assert days_of(value) is None


def test_published_may_be_a_string() -> None:
    assert quotex.time_expressions("today", "2014-10-14")[0].value == "2014-10-14"


@pytest.mark.parametrize("zone", [None, UTC])
def test_the_time_of_publication_is_ignored(zone: tzinfo | None) -> None:
    published = datetime(2014, 10, 14, 23, 59, tzinfo=zone)
    text = "He spoke on Monday, and again today."
    assert quotex.time_expressions(text, published) == quotex.time_expressions(text, PUBLISHED)


@pytest.mark.parametrize("published", ["14 Oct", "", 20141014, True, 1.5, b"2014-10-14", pd.NaT])
def test_an_invalid_published_day_is_an_error(published: Any) -> None:
    with pytest.raises(quotex.InputError, match=r"published=.* is not a calendar day.*YYYY-MM-DD"):
        quotex.time_expressions("today", published)


@pytest.mark.parametrize("text", [None, b"today", 7, ["today"]])
def test_what_is_not_text_is_an_error(text: Any) -> None:
    with pytest.raises(quotex.InputError, match="expected text as str, got"):
        quotex.time_expressions(text)


@pytest.mark.parametrize("published", [date.min, date.max, date(2016, 2, 29)])
def test_the_ends_of_the_calendar(published: date) -> None:
    text = " ".join(MARKED.sub(r"\1", marked) for marked, _ in CASES["found"])
    quotex.time_expressions(text, published)


@given(st.text(alphabet="Monday 1290th,.-/:'’lastyergo\n\u00a0", max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    reached = 0
    for expression in quotex.time_expressions(text, PUBLISHED):
        assert reached <= expression.start < expression.end
        assert text[expression.start : expression.end] == expression.text
        reached = expression.end


def test_every_pattern_has_a_resolver_and_triggers() -> None:
    table = time_tables("en")
    kinds = set(table.triggers)
    for pattern in patterns("en"):
        assert pattern.resolver in RESOLVERS or pattern.resolver in table.refs
        assert pattern.needs <= kinds
        assert not pattern.beside or pattern.beside in table.beside
    assert {shape.resolver for shape in table.shapes} == set(RESOLVERS)


def test_trying_few_patterns_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying only patterns whose words are nearby saves time and finds the same as trying all."""
    texts = [MARKED.sub(r"\1", marked) for marked, _ in CASES["found"]]
    texts += [*CASES["nothing"], *CASES["unresolved"], " ".join(texts), "_1990’s p.m. 10 p.m."]
    few = [quotex.time_expressions(text, PUBLISHED) for text in texts]
    for text in texts:
        found = [match.span() for match in expressions.triggers_of(text, "en")]
        assert found == [match.span() for match in triggers("en").finditer(text)]

    def all_of_trigger(language: str, kinds: frozenset[str]) -> list[Pattern]:
        return [pattern for pattern in patterns(language) if pattern.needs & kinds]

    monkeypatch.setattr(expressions, "patterns_for", all_of_trigger)
    assert [quotex.time_expressions(text, PUBLISHED) for text in texts] == few


def test_every_word_that_a_pattern_captures_is_in_its_table() -> None:
    """A word that a pattern matches but no table has would raise an error wherever it occurs."""
    table = time_tables("en")
    tables: dict[str, Collection[str]] = {
        "century": table.centuries,
        "deictic": table.days,
        "ending": table.units,
        "grain": {*table.units, "period"},
        "part": table.dayparts,
        "plural": table.units,
        "setunit": table.units,
        "way": table.ways,
        "whichyear": table.steps,
        "word": table.decades,
    }
    for regex in (regex for shape in table.shapes for _, regex in shape.regex):
        for name, words in re.findall(r"\(\?P<(\w+)>([a-z |]+)\)", regex):
            assert name not in tables or set(words.split("|")) <= set(tables[name])
    assert set(table.macros["unit"][3:-1].split("|")) <= set(table.units)
    assert set(table.told_ways) <= set(table.ways)
    assert {*table.month_forms.alone, *table.month_forms.dotted} <= set(table.months)


@pytest.mark.parametrize("name", ["King Jr. Day", "King Day"])
def test_a_holiday_with_a_full_stop(name: str) -> None:
    (found,) = quotex.time_expressions(f"They met on Martin Luther {name}.", PUBLISHED)
    assert found.value == "2015-01-19"


@pytest.mark.parametrize("name", ["King Jr, Day", "King Jr’ Day"])
def test_another_mark_does_not_make_a_holiday(name: str) -> None:
    assert quotex.time_expressions(f"They met on Martin Luther {name}.", PUBLISHED) == []


def test_the_language_can_be_given() -> None:
    assert quotex.time_expressions("today", PUBLISHED, language="en")[0].value == "2014-10-14"


def test_it_is_fast() -> None:
    text = "\n\n".join([harbour_bridge().text] * 100)
    quotex.time_expressions(text, PUBLISHED)
    began = time.process_time()
    quotex.time_expressions(text, PUBLISHED)
    assert len(text.split()) / (time.process_time() - began) > 20_000


@pytest.mark.corpora
def test_the_floors_hold(tmp_path: Path, corpora: Path, scorers: Path) -> None:
    gold = corpora / "timebank" / "timebank.jsonl"
    lines = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    found = tmp_path / "found.jsonl"
    with found.open("w", encoding="utf-8") as file:
        for line in lines:
            timexes = quotex.time_expressions(line["text"], line["dct"])
            data = {"id": line["id"], "timexes": [t.model_dump() for t in timexes]}
            file.write(json.dumps(data) + "\n")
    done = subprocess.run(
        [sys.executable, str(scorers / "score_dates.py"), str(gold), str(found), "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(done.stdout)
    assert {name: figures[name]["f1"] >= floor for name, floor in FLOORS.items()} == dict.fromkeys(
        FLOORS, True
    )
