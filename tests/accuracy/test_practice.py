"""The practice articles can be read, and each label lies within its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.accuracy.world.corpus import read_world

FOLDER = Path(__file__).with_name("practice")


@pytest.mark.parametrize(("part", "articles"), [("read", 417), ("kept", 37)])
def test_articles_exist_and_are_labelled(part: str, articles: int) -> None:
    read = read_world(FOLDER / part)
    assert len(read) == articles
    for article in read:
        assert sum(a.required for a in article.attributions) >= 10
        for attribution in article.attributions:
            for start, end in attribution.content:
                assert article.text[start:end].strip()


def test_no_article_is_in_both_sets() -> None:
    texts = [article.text for part in ("read", "kept") for article in read_world(FOLDER / part)]
    assert len(set(texts)) == len(texts)
