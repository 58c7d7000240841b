"""From documents to views, with minimal engines: batches, depth, and parsing on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest

import quotex
from quotex.loading import make_pipeline
from quotex.options import Options
from quotex.parse.engine import Depth, Engine, Scheme, Tree
from quotex.parse.pieces import Piece
from quotex.parse.view import Token, View
from quotex.parse.views import _BATCH_SIZE, _batches, lazy_view, read_views

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


LAZY: dict[str, Callable[[Token], object]] = {
    "lemma": lambda token: token.lemma,
    "pos": lambda token: token.pos,
    "tag": lambda token: token.tag,
    "dep": lambda token: token.dep,
    "head": lambda token: token.head,
    "children": lambda token: token.children,
    "classes": lambda token: token.classes,
    "is_a": lambda token: token.is_a("they"),
    "is_root": lambda token: token.is_root,
    "subtree": lambda token: token.subtree(),
    "ancestors": lambda token: list(token.ancestors()),
    "child": lambda token: token.child("dep"),
}


@pytest.mark.parametrize("name", LAZY)
def test_the_first_access_to_a_parse_attribute_parses_the_text(name: str) -> None:
    engine = WhitespaceEngine()
    view = lazy_view(document_of(TEXTS[0]), engine)
    assert [depth for depth, _ in engine.calls] == ["names"]
    LAZY[name](view.tokens[1])
    assert [depth for depth, _ in engine.calls] == ["names", "tree"]
    for token in view.tokens:
        for ask in LAZY.values():
            ask(token)
    assert len(engine.calls) == 2, "one request is enough for all tokens"


def test_words_sentences_and_entities_need_no_parse() -> None:
    engine = WhitespaceEngine()
    view = lazy_view(document_of(TEXTS[0]), engine)
    assert [t.lower for t in view.tokens[:2]] == ["ada", "left"]
    assert [(t.i, t.start, t.end, t.entity, t.sentence) for t in view.tokens[:2]] == [
        (0, 0, 3, "PERSON", 0),
        (1, 4, 8, "", 0),
    ]
    assert len(view.sentences) == 2
    assert view.sentence(view.tokens[0]) == view.tokens[:5]
    assert view.paragraph(view.tokens[-1]) == 1
    assert [e.label for e in view.entities] == ["PERSON", "PERSON"]
    assert repr(view.tokens[0]) == "Token(0, 'Ada', [0, 3))"
    assert [depth for depth, _ in engine.calls] == ["names"]


def test_a_deferred_parse_gives_the_same_view() -> None:
    document = document_of(TEXTS[0])
    view = lazy_view(document, WhitespaceEngine())
    tokens = list(view.tokens)
    assert view.ensure_parsed()
    assert not view.ensure_parsed()
    (whole,) = read_views([document], WhitespaceEngine(), "tree")
    assert shape(view) == shape(whole)
    assert all(one is other for one, other in zip(tokens, view.tokens, strict=True))
    assert all(token.head in tokens for token in tokens)


@dataclass
class Halves(WhitespaceEngine):
    """An engine that splits sentences only when it parses."""

    scheme: Scheme = "clear"
    calls: list[tuple[Depth, list[str]]] = field(default_factory=list)

    def read(self, texts: Sequence[str], depth: Depth) -> Iterator[Tree]:
        for tree in super().read(texts, depth):
            if depth == "tree":
                tree.firsts = [0, 2]
            yield tree


def test_the_parse_replaces_the_sentences() -> None:
    view = lazy_view(document_of("Ada left Bo stayed"), Halves())
    assert [t.sentence for t in view.tokens] == [0, 0, 0, 0]
    assert view.tokens[2].is_root
    assert [t.sentence for t in view.tokens] == [0, 0, 1, 1]
    assert [(s.first, s.last) for s in view.sentences] == [(0, 2), (2, 4)]


def test_a_misspelt_attribute_does_not_parse_the_text() -> None:
    engine = WhitespaceEngine()
    view = lazy_view(document_of("Ada left"), engine)
    with pytest.raises(AttributeError, match="lema"):
        _ = view.tokens[0].lema
    assert len(engine.calls) == 1


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
