"""Turns documents into views; the pieces of many articles fill the batches of an engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quotex.document.document import Document
from quotex.parse.builder import ViewBuilder
from quotex.parse.engine import Depth, Engine, HasBatchSize, Passage, ReadsPassages
from quotex.parse.pieces import Piece, pieces
from quotex.parse.shape import normalised
from quotex.parse.view import View

_BATCH_SIZE = 64  # for an engine without a size of its own
_BATCH_CHARS = 64_000  # read at once, however long an article is; this bounds the memory


def read_views(documents: Sequence[Document], engine: Engine, depth: Depth) -> list[View]:
    """Return the view of each document, parsed to ``depth``."""
    builders = [_builder(document) for document in documents]
    scheme = engine.scheme
    waiting = ((n, piece) for n, document in enumerate(documents) for piece in pieces(document))
    size = engine.batch_size if isinstance(engine, HasBatchSize) else _BATCH_SIZE
    for batch in _batches(waiting, size):
        if isinstance(engine, ReadsPassages):
            passages = [_passage(documents[number], piece) for number, piece in batch]
            trees = engine.read_passages(passages, depth)
        else:
            trees = engine.read([piece.plain for _, piece in batch], depth)
        for (number, piece), tree in zip(batch, trees, strict=True):
            classes = documents[number].language.classes
            shaped = normalised(tree, scheme, classes)
            builders[number].add(shaped, piece.shown, piece.locate)
    return [builder.view for builder in builders]


def _passage(document: Document, piece: Piece) -> Passage:
    codes = document.quoted
    return Passage(piece.plain, lambda start, end: codes[piece.locate(start, end)[0]])


def _builder(document: Document) -> ViewBuilder:
    return ViewBuilder(document.text, document.bounds, document.language.classes)


def _batches(waiting: Iterable[tuple[int, Piece]], size: int) -> Iterator[list[tuple[int, Piece]]]:
    batch: list[tuple[int, Piece]] = []
    characters = 0
    for item in waiting:
        length = len(item[1].plain)
        if batch and (len(batch) == size or characters + length > _BATCH_CHARS):
            yield batch
            batch, characters = [], 0
        batch.append(item)
        characters += length
    if batch:
        yield batch
