"""An article has the same quotations whichever way it is read, and they match the snapshot.

usage: python -m tests.test_paths --update   (read the diff: a changed snapshot must be intended)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

import quotex
from quotex.evaluation.gold import read_gold
from quotex.parse.models import installed_model
from quotex.records import Article, Quotation, Span
from quotex.samples import harbour_bridge
from tests.documents.corpus import read_documents

pytestmark = pytest.mark.model

SNAPSHOT = Path(__file__).parent / "snapshots" / "records.jsonl"
DAMAGED = Article(
    id="damaged",
    text="May 7, 2024\n\nThe ferry is late, Ada Brook said on Tuesday.\n\n"
    "â€œNobody told me,â€ he said.",
)


def own_articles() -> Iterator[Article]:
    """Yield the sample, all documents under tests/, and one that only the whole path repairs."""
    yield harbour_bridge()
    yield DAMAGED
    for document in read_documents():
        yield Article(id=document.name, text=document.text, published=document.published)
    for path in sorted((Path(__file__).parent / "fuzz" / "corpus").iterdir()):
        yield Article(id=f"fuzz-{path.stem}", text=path.read_bytes().decode("utf-8", "replace"))


ARTICLES = list(own_articles())


def facts(quotation: Quotation) -> dict[str, Any]:
    """Return a quotation's fields, without figures that another processor may round differently."""
    date = quotation.date
    return {
        "id": quotation.id,
        "content": _offsets(quotation.content),
        "cue": _offsets(quotation.cue),
        "source": _offsets(quotation.source),
        "kind": quotation.kind,
        "mode": quotation.mode,
        "stance": quotation.stance,
        "speaker": quotation.speaker and [quotation.speaker.name, quotation.speaker.kind],
        "date": date and [date.from_.isoformat(), date.to.isoformat(), date.scope],
        "venues": [[v.kind, v.span.start, v.span.end, v.scope] for v in quotation.venues],
        "section": quotation.section,
        "within": quotation.within,
    }


def _offsets(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def snapshot(nlp: Language) -> list[str]:
    """Return a line for each article: its id, and the facts found by the rules only."""
    reader = quotex.load(
        nlp, detector="rules", modes="all", nested=True, furniture=True, min_confidence=0
    )
    return [
        json.dumps([found.article.id, [facts(q) for q in found]], ensure_ascii=False)
        for found in reader.pipe(ARTICLES)
    ]


def test_records_match_the_snapshot(nlp: Language) -> None:
    kept = SNAPSHOT.read_text("utf-8").splitlines()
    now = snapshot(nlp)
    assert [json.loads(line)[0] for line in now] == [json.loads(line)[0] for line in kept]
    for then, line in zip(kept, now, strict=True):
        assert json.loads(line) == json.loads(then)


def agree(articles: list[Article], nlp: Language, **options: Any) -> None:
    """Check that a call, ``pipe`` and the component give equal records."""
    extractor = quotex.load(nlp, **options)
    component = spacy.load(installed_model())
    component.add_pipe("quotex", config=options)
    docs = [component.make_doc(article.text) for article in articles]
    for doc, article in zip(docs, articles, strict=True):
        doc._.article = article.model_dump(exclude={"text"})
    pieces = zip(articles, extractor.pipe(articles), component.pipe(docs), strict=True)
    for article, piped, doc in pieces:
        alone = extractor(article)
        assert piped == alone, article.id
        assert doc._.quotations == alone.quotations, article.id


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("detector", ["hybrid", "rules", "model"])
def test_own_documents_are_read_the_same_on_all_paths(nlp: Language, detector: str) -> None:
    agree(
        ARTICLES,
        nlp,
        detector=detector,
        modes="all",
        nested=True,
        furniture=True,
        min_confidence=0,
    )


@pytest.mark.corpora
@pytest.mark.timeout(1800)  # three times 84 articles
def test_the_corpus_is_read_the_same_on_all_paths(nlp: Language, corpora: Path) -> None:
    agree([a.article() for a in read_gold(corpora / "polnear" / "dev.jsonl")], nlp)


def test_the_component_uses_bylines_and_repairs_damage_too() -> None:
    nlp = spacy.load(installed_model())
    nlp.add_pipe("quotex")
    first, second = nlp(DAMAGED.text)._.quotations
    assert str(first.date.from_) == "2024-05-07"
    assert second.kind == "direct"


if __name__ == "__main__":
    if sys.argv[1:] != ["--update"]:
        sys.exit(__doc__)
    lines = snapshot(spacy.load(installed_model()))
    SNAPSHOT.write_text("".join(f"{line}\n" for line in lines), "utf-8")
