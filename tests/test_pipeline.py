"""The pipeline gives the same result on many articles as on each one alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest
from spacy.language import Language

import quotex
from quotex import Article, Extraction
from quotex.articles import ArticleLike
from quotex.loading import make_pipeline
from quotex.options import DetectorName, Options
from quotex.parse.engine import Depth, Tree
from quotex.parse.spacy.engine import SpacyEngine
from tests.parse.builders import WhitespaceEngine

SIGNED = "“We stay on the quay.” – Ada Roe"
FOREIGN = Article(text="Le maire a dit que le pont est sûr, selon la ville.", language="fr")
NEWS = "“The quay holds,” Ada Roe said on Monday. Bo Lund denied that it leaked."
BROKEN = "This one breaks the engine."


@dataclass
class Fragile(WhitespaceEngine):
    """An engine that fails on any batch with a certain text."""

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        if BROKEN in texts:
            raise RuntimeError("no tree")
        return super().read(texts, depth)


def extractor(engine: WhitespaceEngine) -> quotex.Extractor:
    return quotex.Extractor(make_pipeline(Options(detector="rules"), engine))


def summary(found: Sequence[Extraction]) -> list[tuple[str, int, bool]]:
    return [(e.article.id, len(e), bool(e.notices)) for e in found]


def test_foreign_articles_keep_their_place_and_are_not_read() -> None:
    engine = WhitespaceEngine()
    articles = [FOREIGN, Article(text=SIGNED, id="a"), FOREIGN, Article(text=NEWS, id="b"), FOREIGN]
    found = extractor(engine).pipeline.read(articles)
    assert [e.article.id for e in found] == [article.id for article in articles]
    assert [len(e) for e in found] == [0, 1, 0, 0, 0]
    assert [e.notices[0].code for e in found[::2]] == ["not-english"] * 3
    assert all("maire" not in text for _, texts in engine.calls for text in texts)
    assert len(engine.calls) == 1, "the others share a batch"


def test_an_engine_failure_affects_only_its_article() -> None:
    given: list[ArticleLike] = [SIGNED, FOREIGN, BROKEN, SIGNED, BROKEN]
    found = list(extractor(Fragile()).pipe(given))
    assert [len(e) for e in found] == [1, 0, 0, 1, 0]
    assert ["RuntimeError: no tree" in (e.error or "") for e in found] == [False] * 2 + [
        True,
        False,
        True,
    ]
    assert found[0] == found[3] == extractor(WhitespaceEngine())(SIGNED)


def test_nothing_gives_nothing() -> None:
    assert extractor(WhitespaceEngine()).pipeline.read([]) == []
    assert list(extractor(WhitespaceEngine()).pipe([])) == []


@pytest.mark.model
@pytest.mark.parametrize("detector", ["rules", "hybrid", "model"])
def test_a_batch_gives_the_same_as_single_articles(nlp: Language, detector: DetectorName) -> None:
    pipeline = make_pipeline(Options(detector=detector, modes="all"), SpacyEngine(nlp))
    articles = [
        Article(text=NEWS),
        FOREIGN,
        Article(text=""),
        Article(text=SIGNED),
        Article(text=f"{NEWS}\n\n{SIGNED}\n\n" * 20, id="long"),
        Article(text=NEWS),
    ]
    alone = [pipeline.read([article])[0] for article in articles]
    assert pipeline.read(articles) == alone
    assert pipeline.read(articles[::-1]) == alone[::-1]
    assert [e.article.id for e in alone] == [article.id for article in articles]
    assert alone[0].quotations
