"""Event scores: known figures for invented texts, and the reference scorer's for random errors."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import quotex
from quotex.evaluation.events import Accuracy, given_spans, score_events
from quotex.evaluation.gold import GoldArticle, read_gold
from quotex.evaluation.overlap import Rates
from quotex.evaluation.report import predictions, report
from quotex.evaluation.spans import score_spans
from quotex.quotations.given import GivenSpans
from quotex.records import Quotation, VenueKind
from quotex.result import Extraction

from .builders import (
    by_id,
    corpus,
    invented,
    needs_shared,
    perturbed,
    quotation,
    reference,
    with_offsets,
    with_zeros,
)

TEXT = (
    "Mara Lind\u2019s aunt told a gala in Oslo that the Lake Post is cheap. "
    "She sings, Mara Lind said."
)
PERFECT = Rates(1.0, 1.0, 1.0)
NOTHING = Rates(0.0, 0.0, 0.0)
DAY = (date(2021, 3, 2), date(2021, 3, 2))
WEEK = (date(2021, 3, 1), date(2021, 3, 7))


def gold_of(**fields: Any) -> list[GoldArticle]:
    attribution = {
        "id": "A1", "source": ["She"], "cue": ["said"], "content": ["that the Lake Post is cheap"],
        "speaker": "Mara Lind", "aliases": ["Lind"], "named": True, "date": None, "venues": [],
    }  # fmt: skip
    values = {"id": "gala", "text": TEXT, "attributions": [{**attribution, **fields}]}
    return [GoldArticle.model_validate(with_offsets(values))]


def predicted(
    content: str = "that the Lake Post is cheap", **fields: Any
) -> dict[str, list[Quotation]]:
    return {"gala": [quotation(TEXT, [content], **fields)]}


def days(said: tuple[date, date], scope: str = "explicit") -> dict[str, str]:
    return {"from": said[0].isoformat(), "to": said[1].isoformat(), "scope": scope}


def test_a_pair_needs_half_of_the_content() -> None:
    assert score_events(gold_of(), predicted("Lake Post is")).paired == 1.0
    unpaired = score_events(gold_of(), predicted("is cheap", speaker="Mara Lind"))
    assert (unpaired.gold, unpaired.paired) == (1, 0.0)
    assert unpaired.speaker["all"] == Accuracy(0.0, 0)


@pytest.mark.parametrize(
    ("gold", "name", "right"),
    [
        ("Mara Lind", "Mara Lind", True),
        ("Mara Lind", "LIND", True),
        ("Mara Lind", "Mara  Lind's", True),
        ("Mara Lind", "Mara", False),
        ("Mara Lind", None, False),
        ("the U.N.", "UN", True),
        ("aunt of the bride", "aunt of bride", False),
        (None, None, True),
        (None, "Mara Lind", False),
    ],
)
def test_speaker(gold: str | None, name: str | None, right: bool) -> None:
    scores = score_events(gold_of(speaker=gold), predicted(speaker=name))
    assert scores.speaker["all"] == Accuracy(float(right), 1)
    assert scores.speaker["named"].n == (gold is not None)


@pytest.mark.parametrize(
    ("source", "named", "counted"),
    [(["She"], True, 1), (["Mara Lind\u2019s"], True, 0), ([], True, 0), (["She"], False, 0)],
)
def test_resolved_counts_names_mentioned_elsewhere(
    source: list[str], named: bool, counted: int
) -> None:
    scores = score_events(gold_of(source=source, named=named), predicted(speaker="Lind"))
    assert scores.speaker["resolved"].n == counted


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (DAY, DAY, True),
        (DAY, WEEK, False),
        (WEEK, WEEK, True),
        (WEEK, (date(2021, 3, 1), date(2021, 3, 4)), True),
        (WEEK, (date(2021, 3, 1), date(2021, 3, 3)), False),
        (WEEK, (date(2021, 4, 1), date(2021, 4, 1)), False),
    ],
)
def test_date(gold: tuple[date, date], found: tuple[date, date], right: bool) -> None:
    scores = score_events(gold_of(date=days(gold, "inherited")), predicted(day_range=found))
    assert scores.date == (PERFECT if right else NOTHING)
    assert scores.date_recall["inherited"] == Accuracy(float(right), 1)
    assert scores.date_recall["explicit"].n == 0


def test_a_date_on_only_one_side() -> None:
    assert score_events(gold_of(), predicted(day_range=DAY)).date == NOTHING
    missed = score_events(gold_of(date=days(DAY)), predicted())
    assert missed.date_recall["explicit"] == Accuracy(0.0, 1)


@pytest.mark.parametrize(
    ("venues", "all_kinds", "any_kind"),
    [
        ([("medium", "Lake Post")], PERFECT, PERFECT),
        ([("medium", "the Lake Post")], PERFECT, PERFECT),
        ([("medium", "Post")], PERFECT, PERFECT),
        ([("place", "Lake Post")], NOTHING, PERFECT),
        ([("medium", "Oslo")], NOTHING, NOTHING),
        (
            [("medium", "Post"), ("medium", "Lake Post")],
            Rates(0.5, 1.0, 2 / 3),
            Rates(0.5, 1.0, 2 / 3),
        ),
    ],
)
def test_venue(venues: list[tuple[VenueKind, str]], all_kinds: Rates, any_kind: Rates) -> None:
    gold = gold_of(venues=[{"kind": "medium", "text": "Lake Post"}])
    scores = score_events(gold, predicted(venues=venues))
    assert scores.venue["all"] == all_kinds
    assert scores.venue["any kind"] == any_kind
    assert scores.venue["event"] == NOTHING


def without(gold: list[GoldArticle], *names: str) -> list[GoldArticle]:
    """Return the gold with some fields left out of every attribution."""
    dumped = [
        article.model_dump(mode="json", by_alias=True, exclude_unset=True) for article in gold
    ]
    for article in dumped:
        for attribution in article["attributions"]:
            for name in names:
                del attribution[name]
    return [GoldArticle.model_validate(article) for article in dumped]


def test_fields_missing_from_the_gold_have_no_figure() -> None:
    found = predicted(speaker="Mara Lind", day_range=DAY, venues=[("place", "Oslo")])
    scores = score_events(without(gold_of(date=days(DAY)), "speaker", "venues"), found)
    assert (scores.gold, scores.paired, scores.date) == (1, 1.0, PERFECT)
    assert (scores.speaker, scores.venue) == (None, None)
    undated = score_events(without(gold_of(), "date"), found)
    assert (undated.date, undated.date_recall) == (None, None)
    assert undated.to_dict()["date"] is None
    assert undated.speaker is not None
    table = report(score_spans(gold_of(), found), undated)
    assert "date          absent from the gold" in table


def test_fields_missing_from_an_attribution_do_not_count() -> None:
    (dated,) = gold_of(date=days(DAY), content=["She sings"], source=["Mara Lind"])
    (undated,) = without(gold_of(), "date", "speaker")
    both = [dated.model_copy(update={"attributions": dated.attributions + undated.attributions})]
    hit = quotation(TEXT, ["She sings"], speaker="Mara Lind", day_range=DAY)
    scores = score_events(both, {"gala": [hit, *predicted(speaker="Oslo", day_range=WEEK)["gala"]]})
    assert scores.paired == 1.0
    assert scores.date == PERFECT
    assert scores.speaker is not None
    assert scores.speaker["all"] == Accuracy(1.0, 1)


def test_what_cannot_be_measured_has_no_figure() -> None:
    scores = score_events(gold_of(), predicted())
    assert scores.speaker is not None
    assert scores.to_dict()["date_recall"]["explicit"] == {"accuracy": None, "n": 0}
    assert scores.to_dict()["date"] == {"p": None, "r": None, "f": None}
    table = report(score_spans(gold_of(), {}), scores)
    assert "\ndate          P –  R –  F1 –\n" in table
    assert "\ndate explicit     recall – of 0\n" in table
    bare = gold_of()[0].model_copy(update={"attributions": ()})
    empty = score_events([bare], {})
    assert empty.to_dict()["paired"] is None
    assert "\ngold 0  paired –\n" in report(score_spans([bare], {}), empty)


def test_predictions_have_the_form_of_the_reference() -> None:
    gold = gold_of()[0]
    made = quotation(
        TEXT, ["She sings"], source=["Mara Lind"], cue=["said"], speaker="Mara Lind", day_range=DAY,
        venues=[("place", "Oslo")],
    )  # fmt: skip
    assert list(predictions([Extraction.of(gold.article(), [made])])) == [
        {
            "id": "gala",
            "attributions": [
                {
                    "source": [[0, 9]],
                    "cue": [[TEXT.index("said"), TEXT.index("said") + 4]],
                    "content": [[TEXT.index("She"), TEXT.index("She") + 9]],
                    "speaker": "Mara Lind",
                    "date": {"from": "2021-03-02", "to": "2021-03-02"},
                    "venues": [{"kind": "place", "text": "Oslo"}],
                    "confidence": 0.5,
                    "mode": "speech",
                }
            ],
        }
    ]


def test_gold_spans_are_given_unchanged_except_those_without_content() -> None:
    (article,) = gold_of()
    bare = article.attributions[0].model_copy(update={"id": "A2", "content": ()})
    unnamed = article.attributions[0].model_copy(update={"id": "", "source": ()})
    made = given_spans(article.model_copy(update={"attributions": (unnamed, bare)}))
    spans = article.attributions[0]
    assert made == [GivenSpans(content=spans.content, cue=spans.cue, source=())]


@pytest.mark.model
@needs_shared
def test_given_gold_spans_are_all_paired_and_match_the_reference(
    nlp: Language, tmp_path: Path
) -> None:
    path = corpus("seeds/articles.jsonl", tmp_path)
    gold = read_gold(path)
    extractor = quotex.load(nlp, detector="rules", min_confidence=0)
    found = [extractor.attribute(article.article(), given_spans(article)) for article in gold]
    scores = score_events(gold, by_id(found))
    assert scores.paired == 1.0
    assert scores.speaker["all"].accuracy == 1.0
    printed = reference("score_events.py", path, found, "--json")
    assert json.dumps(with_zeros(scores.to_dict())) == printed.strip()


def assert_reference(path: Path, seed: int) -> None:
    rng = random.Random(seed)
    gold = read_gold(path)
    predictions = [perturbed(article, rng) for article in gold]
    scores = score_events(gold, by_id(predictions))
    printed = reference("score_events.py", path, predictions, "--json")
    assert json.dumps(with_zeros(scores.to_dict())) == printed.strip()
    if seed == 0:
        table = with_zeros(report(score_spans(gold, by_id(predictions)), scores))
        assert table.endswith("\n" + reference("score_events.py", path, predictions).strip())


@needs_shared
@pytest.mark.parametrize("seed", range(8))
def test_figures_match_the_reference_on_invented_texts(tmp_path: Path, seed: int) -> None:
    assert_reference(invented(tmp_path), seed)


@needs_shared
@pytest.mark.parametrize("name", ["speech-events/dev.jsonl", "seeds/articles.jsonl"])
def test_figures_match_the_reference_on_the_corpora(tmp_path: Path, name: str) -> None:
    assert_reference(corpus(name, tmp_path), 0)
