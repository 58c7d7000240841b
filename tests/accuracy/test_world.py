"""The twelve articles of ``world/`` are sound gold; accuracy on them is not tested here."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from quotex.evaluation.gold import read_gold
from tests.accuracy.world.corpus import (
    article,
    jsonl,
    main,
    read_article,
    read_values,
    read_world,
)

ARTICLES = read_values()
ARTICLE = pytest.mark.parametrize("values", ARTICLES, ids=lambda values: values["id"])

GOOD = """publisher: The Quay
date: 2024-03-07
---
Pier shut

{1s Dr Ada Roe} {1c told} a hearing on Tuesday {1q that the pier was unsafe}. {2q It was shut}.
---
@roe Ada Roe | person | Dr Ada Roe; Roe

1 roe | 2024-03-05 Tuesday | ~event hearing
2 - writing optional
"""


def test_there_are_twelve_articles_from_different_papers() -> None:
    assert len(ARTICLES) == len({values["publisher"] for values in ARTICLES}) == 12


def test_articles_are_read_as_gold(tmp_path: Path) -> None:
    path = tmp_path / "world.jsonl"
    path.write_text(jsonl(ARTICLES), "utf-8")
    assert read_gold(path) == read_world()


def test_a_folder_is_printed_as_gold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pier.txt").write_text(GOOD, "utf-8")
    main([str(tmp_path)])
    assert capsys.readouterr().out == jsonl(read_values(tmp_path))


def test_a_folder_without_articles_is_rejected(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert str(tmp_path) in capsys.readouterr().err


@ARTICLE
def test_articles_have_realistic_lengths_and_quotations(values: dict[str, Any]) -> None:
    required = [a for a in values["attributions"] if not a["optional"] and not a["nested"]]
    assert 200 <= len(values["text"].split()) <= 450
    assert 12 <= len(required) <= 20


@ARTICLE
def test_spans_are_whole_words_and_do_not_overlap_within_a_role(values: dict[str, Any]) -> None:
    text = values["text"]
    for attribution in values["attributions"]:
        assert attribution["content"]
        for role in ("source", "cue", "content"):
            end = 0
            for start, stop in attribution[role]:
                words = text[start:stop]
                assert end <= start < stop <= len(text), attribution["id"]
                assert words == words.strip(), attribution["id"]
                assert not _within_word(text, start), words
                assert not _within_word(text, stop), words
                end = stop


def _within_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalnum() and text[at : at + 1].isalnum()


@ARTICLE
def test_names_days_and_venues_are_words_of_the_article(values: dict[str, Any]) -> None:
    text = values["text"].casefold()
    for attribution in values["attributions"]:
        speaker = attribution["speaker"]
        names = [] if speaker is None else [*speaker.split(" and "), *attribution["aliases"]]
        told = [attribution["date"]["text"]] if attribution["date"] else []
        venues = [venue["text"] for venue in attribution["venues"]]
        missing = [words for words in [*names, *told, *venues] if words.casefold() not in text]
        assert missing == [], attribution["id"]


@ARTICLE
def test_days_are_past_and_in_order(values: dict[str, Any]) -> None:
    published = datetime.date.fromisoformat(values["date"])
    for attribution in values["attributions"]:
        if attribution["date"] is not None:
            start, end = (
                datetime.date.fromisoformat(attribution["date"][k]) for k in ("from", "to")
            )
            assert start <= end <= published, attribution["id"]


def test_the_notation_is_read() -> None:
    first, second = article(GOOD)["attributions"]
    assert (first["speaker"], first["aliases"]) == ("Ada Roe", ["Dr Ada Roe", "Roe"])
    assert first["date"]["from"] == first["date"]["to"] == "2024-03-05"
    assert first["venues"] == [{"kind": "event", "text": "hearing", "scope": "inherited"}]
    assert (first["mode"], second["mode"], second["optional"]) == ("speech", "writing", True)
    assert second["speaker"] is None


@pytest.mark.parametrize(
    ("given", "instead", "message"),
    [
        ("\n---\n@roe", "\n@roe", "2 parts"),
        ("publisher: ", "paper: ", "a head of publisher and date"),
        ("| person |", "| cat |", "kind"),
        ("2 - writing optional\n", "", "2 quotations are marked, 1 labelled"),
        ("2 - ", "3 - ", "expected '2 speaker"),
        ("writing optional", "writing maybe", "expected '2 speaker"),
        ("1 roe", "1 rue", "no quotation is given to roe"),
        ("2 - ", "2 rue ", "not among the speakers"),
        ("~event hearing", "~ 2024-03-05", "a venue as"),
        ("~event hearing", "2024-03-06 Wednesday", "2 days"),
    ],
)
def test_malformed_articles_are_rejected(
    tmp_path: Path, given: str, instead: str, message: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_text(GOOD.replace(given, instead), "utf-8")
    with pytest.raises(ValueError, match=f"bad.txt: .*{message}"):
        read_article(path)
