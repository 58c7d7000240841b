"""Gold articles are parsed once; each annotation of an article is a separate example."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("torch", reason="the recipe trains with torch")
pytest.importorskip("tokenizers", reason="the recipe splits words with tokenizers")

from models.training import prepare as preparing
from models.training.prepare import annotations, examples, prepare, prepare_one
from quotex.evaluation.gold import GoldArticle
from quotex.quotations.model.around import CONTENT, CUE, SOURCE
from quotex.quotations.model.features import COLUMNS
from tests.models.tiny import ARTICLES, gold_line, pieces_in, write_gold


def test_articles_are_read_with_all_their_annotations(tmp_path: Path) -> None:
    once, twice = (gold_line(number, *ARTICLES[number]) for number in (0, 1))
    twice["others"] = [{"attributions": twice["attributions"][:1]}, {"attributions": []}]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join([json.dumps(once), "", json.dumps(twice)]), "utf-8")
    found = annotations(path)
    assert [[len(one.attributions) for one in article] for article in found] == [[3], [3, 1, 0]]
    assert {one.text for one in found[1]} == {twice["text"]}


@pytest.fixture
def parsed_ids(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of articles given to a parser that parses nothing."""
    parsed: list[str] = []

    def note(given: list[GoldArticle]) -> str:
        parsed.append(given[0].id)
        return given[0].id

    monkeypatch.setattr(preparing, "prepare_one", note)
    return parsed


def test_articles_are_parsed_once(tmp_path: Path, parsed_ids: list[str]) -> None:
    gold = write_gold(tmp_path / "gold.jsonl")
    work = tmp_path / "deep" / "work"
    first = prepare(gold, work, processes=1)
    assert first == parsed_ids == [f"article-{n}" for n in range(len(ARTICLES))]
    assert prepare(gold, work, processes=1) == first
    assert len(parsed_ids) == len(ARTICLES)


def test_a_changed_file_is_parsed_again(tmp_path: Path, parsed_ids: list[str]) -> None:
    gold = write_gold(tmp_path / "gold.jsonl")
    prepare(gold, tmp_path, processes=1)
    write_gold(gold, ARTICLES[:1])
    assert prepare(gold, tmp_path, processes=1) == ["article-0"]


@pytest.mark.model
def test_an_article_is_parsed(tmp_path: Path) -> None:
    article = GoldArticle.model_validate(gold_line(0, *ARTICLES[0]))
    other = GoldArticle(id=article.id, text=article.text, attributions=article.attributions[:1])
    prepared = prepare_one([article, other])
    encoded = prepared.encoded
    assert encoded.parsed
    assert encoded.columns[:, COLUMNS.index("pos")].all()
    words = [
        article.text[start:end] for start, end in zip(prepared.starts, prepared.ends, strict=True)
    ]
    assert len(words) == len(encoded.words)
    said = words.index("said")
    assert prepared.senses[said] == ("speech", "asserts")
    assert said in encoded.proposals
    one, two = examples([prepared], pieces_in(tmp_path))
    assert [len(example.attributions) for example in (one, two)] == [3, 1]
    roles = one.attributions[0]
    assert [[words[i] for i in roles[role]] for role in (SOURCE, CUE, CONTENT)] == [
        ["Ada", "Roe"],
        ["said"],
        ["that", "the", "harbour", "wall", "is", "safe"],
    ]
    assert one.publisher == "North"
    assert one.pieces is two.pieces


def test_examples_without_a_publisher(tmp_path: Path) -> None:
    article = GoldArticle(id="a", text="It rained.", attributions=())
    encoded: Any = SimpleNamespace(words=["It", "rained", "."])
    prepared = preparing.Prepared(article, [], encoded, [0, 3, 9], [2, 9, 10], {})
    (example,) = examples([prepared], pieces_in(tmp_path))
    assert (example.publisher, example.attributions) == ("", [])
    assert len(example.pieces) == 3
