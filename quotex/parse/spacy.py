"""spaCy behind the engine seam."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from quotex.document.marks import plain_marks
from quotex.document.normalise import Normalised, normalise
from quotex.document.paragraphs import paragraphs
from quotex.parse.builder import ViewBuilder
from quotex.parse.labels import label_map, scheme_of
from quotex.parse.view import Token, View

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    Locate = Callable[[int, int], tuple[int, int]]

_PIECE_CHARS = 6_000
_BATCH_SIZE = 64
_BATCH_CHARS = 64_000  # parsed at once, whatever the article's length: this bounds the memory
# Hundreds of marks without a word say nothing; spaCy takes the square of the length of a run
# without a space, so long ones are cut.
_OF_WORDS_BESIDE = 3  # marks at either end of such a run that may be of the words beside it
_UNREADABLE = re.compile(r"(?P<marks>(?:[^\w\s]|_)(?:\s{0,9}(?:[^\w\s]|_)){299,})|\S{1000}")


class SpacyEngine:
    """Parses each paragraph as a document of its own, so that no sentence crosses a blank line.

    With ``names_only`` there is no parse: words and names are all that a view then has, and each
    paragraph counts as one sentence.
    """

    def __init__(self, nlp: Language, *, names_only: bool = False) -> None:
        self.nlp = nlp
        self._labels = labels_of(nlp)
        self._left_out = _all_but_names(nlp) if names_only else []

    @property
    def name(self) -> str:
        """The model's name and version."""
        return model_name(self.nlp)

    def view(self, text: str) -> View:
        """Return the view of ``text``."""
        bounds = paragraphs(text)
        builder = ViewBuilder(text, bounds)
        pieces = (
            piece
            for start, end in bounds
            for first, last in _readable(text, start, end)
            for piece in _pieces(text, first, last)
        )
        for batch in _batches(pieces):
            docs = self.nlp.pipe(
                [plain_marks(piece.text) for piece in batch],
                batch_size=_BATCH_SIZE,
                disable=self._left_out,
            )
            for piece, doc in zip(batch, docs, strict=True):
                _add(builder, doc, self._labels, piece.span, piece.text)
        return builder.view


def view_of(doc: Doc, labels: dict[str, str]) -> View:
    """Return the view of a Doc that was parsed already; offsets are into ``doc.text``."""
    builder = ViewBuilder(doc.text, paragraphs(doc.text))
    _add(builder, doc, labels, lambda start, end: (start, end), doc.text)
    return builder.view


def labels_of(nlp: Language) -> dict[str, str]:
    """Return the label map that fits the parser of ``nlp``."""
    labels = nlp.get_pipe("parser").labels if nlp.has_pipe("parser") else ()  # type: ignore[attr-defined]
    return label_map(scheme_of(set(labels)))


def model_name(nlp: Language) -> str:
    """Return ``spacy/<language>_<name>-<version>`` for a loaded pipeline."""
    meta = nlp.meta
    return f"spacy/{meta['lang']}_{meta['name']}-{meta['version']}"


def _all_but_names(nlp: Language) -> list[str]:
    """Return the pipes that the entity recogniser does without."""
    needed = {"ner"}
    for name, pipe in nlp.pipeline:
        if "ner" in getattr(pipe, "listening_components", ()):
            needed.add(name)
    return [name for name in nlp.pipe_names if name not in needed]


def _batches(pieces: Iterable[Normalised]) -> Iterator[list[Normalised]]:
    batch: list[Normalised] = []
    characters = 0
    for piece in pieces:
        if batch and (len(batch) == _BATCH_SIZE or characters + len(piece.text) > _BATCH_CHARS):
            yield batch
            batch, characters = [], 0
        batch.append(piece)
        characters += len(piece.text)
    if batch:
        yield batch


def _readable(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield ``[start, end)`` without long runs of marks, and cut within long runs of letters."""
    for match in _UNREADABLE.finditer(text, start, end):
        aside = _OF_WORDS_BESIDE if match["marks"] else 0
        yield start, match.start() + aside if aside else match.end()
        start = match.end() - aside
    yield start, end


def _pieces(text: str, start: int, end: int) -> Iterator[Normalised]:
    """Yield ``text[start:end]``, cut where it is too long for one parse.

    The cut is at the end of a sentence or, if there is none, at a space, or anywhere.
    """
    while end - start > _PIECE_CHARS:
        middle, last = start + _PIECE_CHARS // 2, start + _PIECE_CHARS
        cut = text.rfind(". ", middle, last) + 1 or text.rfind(" ", middle, last)
        cut = cut if cut > start else last
        yield from _non_empty(normalise(text, start, cut))
        start = cut
    yield from _non_empty(normalise(text, start, end))


def _non_empty(piece: Normalised) -> Iterator[Normalised]:
    if piece.text.strip():
        yield piece


def _add(builder: ViewBuilder, doc: Doc, labels: dict[str, str], locate: Locate, text: str) -> None:
    """Add the sentences of ``doc``, whose words are shown as they stand in ``text``."""
    kept: dict[int, Token] = {}
    sentences = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
    for sentence in sentences:
        run: list[SpacyToken] = []
        paragraph = -1
        for word in sentence:
            if not word.text.strip():
                continue
            at = builder.paragraph_at(locate(word.idx, word.idx + len(word))[0])
            if at != paragraph and run:
                _add_sentence(builder, paragraph, run, kept, labels, locate, text)
                run = []
            paragraph = at
            run.append(word)
        _add_sentence(builder, paragraph, run, kept, labels, locate, text)
    for entity in doc.ents:
        words = [kept[i] for i in range(entity.start, entity.end) if i in kept]
        builder.add_entity(words, entity.label_)


def _add_sentence(
    builder: ViewBuilder,
    paragraph: int,
    run: list[SpacyToken],
    kept: dict[int, Token],
    labels: dict[str, str],
    locate: Locate,
    text: str,
) -> None:
    positions = {word.i: number for number, word in enumerate(run)}
    words = []
    for word in run:
        start, end = locate(word.idx, word.idx + len(word))
        dep = labels.get(word.dep_, word.dep_)
        shown = text[word.idx : word.idx + len(word)]
        token = Token(-1, shown, start, end, word.lemma_.lower(), word.pos_, word.tag_, dep)
        kept[word.i] = token
        words.append(token)
    builder.add_sentence(paragraph, words, [positions.get(word.head.i, -1) for word in run])
