"""Figures on world news by genre, as shown in a card."""

from __future__ import annotations

import pytest

from models.training.measuring.genres import Genre, genre_of, genres, table
from quotex.evaluation.gold import GoldArticle
from quotex.extractor import Extractor

NAMES = {"sea": "harbours", "sea-deep": "wrecks", "sky": "weather"}


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        ("sea-1", "harbours"),
        ("sea-deep-1", "wrecks"),
        ("sky", "weather"),
        ("a-sea-1", "other"),
        ("", "other"),
    ],
)
def test_the_longest_matching_prefix_decides_the_genre(id_: str, expected: str) -> None:
    assert genre_of(id_, NAMES) == expected


def article(id_: str, found: str, missed: str = "") -> GoldArticle:
    """Return an article with one quotation that is easily found and one that is not found."""
    text = f"Ada Roe said that {found}. The harbour was quiet.{missed}"
    labels = [{"source": [[0, 7]], "content": [[13, 18 + len(found)]], "mode": "speech"}]
    if missed:
        labels.append({"content": [[len(text) - len(missed), len(text)]], "mode": "speech"})
    given = {"id": id_, "text": text, "attributions": labels}
    return GoldArticle.model_validate(given)


ARTICLES = [
    article("sky-1", "the storm had passed"),
    article("sea-1", "the wall had held", " Boats lay on the sand."),
    article("sea-2", "the ferry was late"),
]


def test_all_articles_come_first_then_each_genre(extractor: Extractor) -> None:
    found = genres(extractor, ARTICLES, NAMES)
    assert [one.name for one in found] == ["all", "harbours", "weather"]
    assert [one.scores.articles for one in found] == [3, 2, 1]
    assert [one.scores.recall for one in found] == pytest.approx([3 / 4, 2 / 3, 1.0])


def test_without_names_there_is_one_group(extractor: Extractor) -> None:
    [one] = genres(extractor, ARTICLES, {})
    assert (one.name, one.scores.articles) == ("all", 3)


def test_the_table_leaves_out_figures_missing_from_the_gold(extractor: Extractor) -> None:
    bare = GoldArticle.model_validate(
        {"id": "a", "text": "It rained.", "attributions": [{"content": [[0, 9]]}]}
    )
    found = genres(extractor, [bare], {})
    assert "| all | 1 |" in table(found)
    assert "–" in table(found)


def test_the_table(extractor: Extractor) -> None:
    lines = table(genres(extractor, ARTICLES, NAMES)).splitlines()
    assert lines[0].startswith("| genre | articles | required | precision | recall | exact |")
    assert lines[3].startswith("| harbours | 2 | 3 | 1.000 | 0.667 | ")
    assert {line.count("|") for line in lines} == {lines[0].count("|")}
    assert table([]).count("\n") == 1


def test_a_genre_is_its_name_and_figures(extractor: Extractor) -> None:
    [one] = genres(extractor, ARTICLES[:1], {})
    assert one == Genre("all", one.scores)
