"""From documents to views, with minimal engines: batches, depth, and parsing on demand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

import quotex
from quotex.loading import make_pipeline
from quotex.options import Options
from quotex.parse.engine import Depth, Engine, Tree
from quotex.parse.pieces import Piece
from quotex.parse.view import View
from quotex.parse.views import _BATCH_SIZE, _batches, read_views

from .builders import WhitespaceEngine, document_of

TEXTS = [
    "Ada left the quay.\n\nIt rained.",
    "",
    "“We stay,” said Bo.",
    "Dogs swam. " * 800,
    "Wick\u00a0is small.\n\n" * 70,
]


def shape(view: View) -> list[object]:
    words = [(t.text, t.start, t.end, t.lemma, t.dep, t.head.i, t.entity) for t in view.tokens]
    return [view.text, view.paragraphs, view.sentences, view.entities, words]


def test_the_whitespace_engine_is_an_engine() -> None:
    assert isinstance(WhitespaceEngine(), Engine)


@pytest.mark.parametrize("depth", ["names", "tree"])
def test_a_batch_gives_the_views_of_its_documents(depth: Depth) -> None:
    documents = [document_of(text) for text in TEXTS]
    together = read_views(documents, WhitespaceEngine(), depth)
    alone = [read_views([document], WhitespaceEngine(), depth)[0] for document in documents]
    assert [shape(view) for view in together] == [shape(view) for view in alone]
    assert [shape(view) for view in read_views(documents[::-1], WhitespaceEngine(), depth)] == [
        shape(view) for view in alone[::-1]
    ]


def test_every_token_is_the_text_at_its_offsets() -> None:
    for text, view in zip(
        TEXTS, read_views([document_of(t) for t in TEXTS], WhitespaceEngine(), "tree"), strict=True
    ):
        assert [text[t.start : t.end] for t in view.tokens] == [t.text for t in view.tokens]
        assert "".join(t.text for t in view.tokens) == "".join(text.split())


def test_the_pieces_of_many_articles_share_a_batch() -> None:
    engine = WhitespaceEngine()
    read_views([document_of(f"Ada {n}.\n\nBo {n}.") for n in range(40)], engine, "names")
    assert [len(texts) for _, texts in engine.calls] == [64, 16]
    assert engine.calls[0][1][:3] == ["Ada 0.", "Bo 0.", "Ada 1."]
    assert {depth for depth, _ in engine.calls} == {"names"}


def test_without_text_the_engine_is_not_called() -> None:
    engine = WhitespaceEngine()
    assert read_views([], engine, "tree") == []
    (view,) = read_views([document_of(" \n\n ")], engine, "tree")
    assert view.tokens == []
    assert engine.calls == []


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([], []),
        ([10] * 64, [64]),
        ([10] * 65, [64, 1]),
        ([6_000] * 20, [10, 10]),
        ([32_000, 32_000, 1], [2, 1]),
        ([70_000, 1, 64_000], [1, 1, 1]),
    ],
)
def test_batch_size_is_bounded(lengths: list[int], sizes: list[int]) -> None:
    waiting = ((n, Piece("x" * size, "x" * size, min)) for n, size in enumerate(lengths))  # type: ignore[arg-type]
    assert [len(batch) for batch in _batches(waiting, _BATCH_SIZE)] == sizes


@dataclass
class Lossy(WhitespaceEngine):
    """An engine that returns one tree too few or too many."""

    answers: int = 0

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        yield from super().read([*texts, *texts][: len(texts) + self.answers], depth)


@pytest.mark.parametrize("answers", [-1, 1])
def test_an_engine_with_too_few_or_too_many_trees_is_an_error(answers: int) -> None:
    with pytest.raises(ValueError, match="zip"):
        read_views([document_of("Ada left.\n\nBo came.")], Lossy(answers=answers), "names")


def test_a_minimal_engine_works_end_to_end() -> None:
    text = "“We stay on the quay.” – Ada Roe\n\nDogs swam."
    engine = WhitespaceEngine()
    extractor = quotex.Extractor(make_pipeline(Options(detector="rules"), engine))
    (quotation,) = extractor(text)
    assert quotation.text == "“We stay on the quay.”"
    assert quotation.speaker is not None
    assert quotation.speaker.name == "Ada Roe"
    assert text[quotation.source[0].start : quotation.source[0].end] == "Ada Roe"
    assert [depth for depth, _ in engine.calls] == ["tree"]
    assert extractor("Dogs swam.").quotations == ()
